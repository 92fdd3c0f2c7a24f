"""The record, free of any format: a design's 16 elements, filled in for one learner by one issuer.

The guide, ch. 3.4. `fill` makes it; `guildmark.credentials.openbadges` writes it as a document.
"""

from guildmark.credentials.record.digest import design_digest
from guildmark.credentials.record.filled import Record, fill
from guildmark.credentials.record.issuer import Issuer, IssuerReading, read_issuer
from guildmark.credentials.record.learner import Learner

__all__ = ["Issuer", "IssuerReading", "Learner", "Record", "design_digest", "fill", "read_issuer"]
