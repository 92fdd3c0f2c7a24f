"""SD-JWT VC: the issuer's signature, what was disclosed, and the holder's signature where there is one.

Status and holder are `token_status` and `binding`, which others use too.
"""

from guildmark.credentials.verify.sdjwt.single import BADGE_TYPES, verify_sd_jwt

__all__ = ["BADGE_TYPES", "verify_sd_jwt"]
