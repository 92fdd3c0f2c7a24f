"""Any bytes in, a verdict out: one module a check, each check with a sentence for a person.

The verifier trusts neither the key nor the context that a record brings: a key must be the issuer's,
a context must be one that we know. Time, fetcher and trust are passed in.
"""

from __future__ import annotations

from guildmark.credentials.verify.batch import Verifier
from guildmark.credentials.verify.many import verify_many
from guildmark.credentials.verify.model import DECISIVE, Check, Result, Verdict, Verification
from guildmark.credentials.verify.single import known_contexts, verify
from guildmark.credentials.verify.trust import TrustList, read_trust

__all__ = [
    "DECISIVE",
    "Check",
    "Result",
    "TrustList",
    "Verdict",
    "Verification",
    "Verifier",
    "known_contexts",
    "read_trust",
    "verify",
    "verify_many",
]
