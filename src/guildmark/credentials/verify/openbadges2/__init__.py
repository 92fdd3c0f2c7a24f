"""Open Badges 2.0: the same checks, of a badge that is known by where it stands or by its issuer's key.

A hosted badge is good because its issuer's web site serves it; a signed one because a key that the issuer's profile
lists signed it. Either way the profile at the issuer's own address decides, so nothing is known offline.
"""

from guildmark.credentials.verify.openbadges2.single import verify_badge

__all__ = ["verify_badge"]
