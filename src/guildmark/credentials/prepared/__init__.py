"""Preparing once what is the same for every learner, so that issuing costs little more than the signature.

The slow, obvious path stays the oracle: what is prepared is compared with it once, whatever cannot be
prepared takes it, and both give the same bytes. docs/decisions/ tells why this is sound.
"""

from guildmark.credentials.prepared.records import RecordSigner
from guildmark.credentials.prepared.signing import PreparedSigner
from guildmark.credentials.prepared.suites import Jcs, Rdfc
from guildmark.credentials.prepared.tokens import TokenSigner

__all__ = ["Jcs", "PreparedSigner", "Rdfc", "RecordSigner", "TokenSigner"]
