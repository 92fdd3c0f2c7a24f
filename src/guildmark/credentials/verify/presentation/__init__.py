"""A presentation judged: who presents, to whom, in answer to what, and every credential in it.

Source: VC Data Model 2.0, 4.13; VC Data Integrity 1.0, 4.4 (`challenge`, `domain`); VC-JOSE-COSE, 3.1.2.
"""

from guildmark.credentials.verify.presentation.model import Presented
from guildmark.credentials.verify.presentation.single import verify_presentation

__all__ = ["Presented", "verify_presentation"]
