"""The record as SD-JWT VC: claims that its holder may show or keep back, one by one.

`SdJwtSigner` issues, `read` takes apart, `unpacked` puts the shown claims back, `showing` makes another presentation,
`record_of` reads the 16 elements. Source: RFC 9901 (SD-JWT); draft-ietf-oauth-sd-jwt-vc. The machinery is our own:
what a library offered would decide about keys and words, which is the verifier's work here.
"""

from guildmark.credentials.sdjwt.claims import HIDDEN, VCT, record_of
from guildmark.credentials.sdjwt.compact import SdJwt, looks_like_one, read, showing
from guildmark.credentials.sdjwt.disclosures import Disclosure
from guildmark.credentials.sdjwt.unpacking import unpacked
from guildmark.credentials.sdjwt.write import TYPE, SdJwtSigner

__all__ = [
    "HIDDEN",
    "TYPE",
    "VCT",
    "Disclosure",
    "SdJwt",
    "SdJwtSigner",
    "looks_like_one",
    "read",
    "record_of",
    "showing",
    "unpacked",
]
