"""European Digital Credentials: the same checks, of a document that stands under a seal.

The seal covers the document's very text, so no word can be lost from under it; `context` says whether this version
knows the model's words. A seal by the key of a DID can be tied to the issuer; one by a certificate alone shows that
nothing was changed, and its chain of trust is left to the European trusted lists.
"""

from guildmark.credentials.verify.elm.single import verify_elm

__all__ = ["verify_elm"]
