"""The record as SD-JWT VC: claims that its holder may show or keep back, one by one.

`SdJwtSigner` issues, `read` takes apart, `unpacked` puts the shown claims back, `showing` makes another presentation,
`record_of` reads the 16 elements. Source: RFC 9901 (SD-JWT); draft-ietf-oauth-sd-jwt-vc. openvc-core issues, hashes and
places disclosures; ours are the claims, a strict reading before it, and the words of what is refused.
"""

from guildmark.credentials.sdjwt.claims import HIDDEN, VCT, record_of
from guildmark.credentials.sdjwt.compact import SdJwt, looks_like_one, read, showing
from guildmark.credentials.sdjwt.disclosures import Disclosure
from guildmark.credentials.sdjwt.unpacking import unpacked
from guildmark.credentials.sdjwt.write import SdJwtSigner

__all__ = [
    "HIDDEN",
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
