"""The record as a European Digital Credential for learning: European Learning Model 3 on the VC Data Model 1.1.

`write` makes the document, `seal` signs it as a whole (`seal.py`), `read` gives back what it says of the 16 elements.
Open Badges stands on the VC Data Model 2.0, so one file cannot be both: two are issued of one record (docs/record.md).
"""

from guildmark.credentials.elm.read import read
from guildmark.credentials.elm.seal import Seal, SealedDocument, read_seal, sealed
from guildmark.credentials.elm.terms import CONTEXT, ELM_CONTEXT, unknown_words
from guildmark.credentials.elm.write import write

__all__ = ["CONTEXT", "ELM_CONTEXT", "Seal", "SealedDocument", "read", "read_seal", "sealed", "unknown_words", "write"]
