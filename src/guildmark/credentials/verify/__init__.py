"""Any bytes in, a verdict out: one module a check, each check with a sentence for a person.

The verifier trusts neither the key nor the context that a record brings: a key must be the issuer's,
a context must be one that we know. Time, fetcher and trust are passed in.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache

from guildmark.credentials import openbadges
from guildmark.credentials.bounded import DEFAULT_LIMITS, Limits
from guildmark.credentials.dids import Fetch
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.verify.completeness import completeness
from guildmark.credentials.verify.context import check_context
from guildmark.credentials.verify.issuer import check_issuer
from guildmark.credentials.verify.model import DECISIVE, Check, Result, Verdict, Verification
from guildmark.credentials.verify.parse import parse
from guildmark.credentials.verify.proof import check_proofs
from guildmark.credentials.verify.schema import check_schema
from guildmark.credentials.verify.status import check_status
from guildmark.credentials.verify.trust import TrustList, check_trust, read_trust
from guildmark.credentials.verify.validity import check_validity

__all__ = [
    "DECISIVE",
    "Check",
    "Result",
    "TrustList",
    "Verdict",
    "Verification",
    "known_contexts",
    "read_trust",
    "verify",
]


def verify(
    data: bytes,
    *,
    now: datetime,
    fetch: Fetch | None = None,
    trust: TrustList | None = None,
    limits: Limits = DEFAULT_LIMITS,
    contexts: Contexts | None = None,
) -> Verification:
    """Everything that can be found out about the credential in `data`: JSON, a JWT, a PNG or an SVG.

    `now` is an aware time. Without `fetch` nothing is fetched, and a did:web cannot be checked. Raises
    GuildmarkError where there is nothing in the input that could be a credential, or one in a format
    that this version does not read yet (`format.unsupported`).
    """
    if now.tzinfo is None:
        raise ValueError("now needs a time zone")
    parsed = parse(data, limits)
    document, known = parsed.document, contexts or known_contexts()
    proof, outcomes = check_proofs(document, parsed.token, now=now, contexts=known, fetch=fetch)
    schema = check_schema(document)
    checks = (
        parsed.check(),
        schema,
        check_context(document, known),
        proof,
        check_issuer(document, outcomes),
        check_validity(document, parsed.token, now),
        check_status(document, now=now, fetch=fetch, contexts=known),
        check_trust(document, trust),
    )
    # What is not built as a badge is not read as one: its words could stand anywhere.
    record = openbadges.read(document) if parsed.is_badge and schema.result == "pass" else {}
    return Verification(parsed.format, checks, record, completeness(record))


@cache
def known_contexts() -> Contexts:
    """The published contexts, and Guildmark's own inline one."""
    return Contexts(openbadges.INLINE_CONTEXT)
