"""Open Badges 2.0: badges of the generation before, read and looked up; never written.

Our own and not openbadgeslib's: its verifier reads a clock of its own, stops at the first fault, and knows two
answers where Guildmark knows three.
"""

from guildmark.credentials.openbadges2.documents import CONTEXT, Badge, Found, gather, is_assertion, look_up, scope_of
from guildmark.credentials.openbadges2.keys import signed_with
from guildmark.credentials.openbadges2.read import read
from guildmark.credentials.openbadges2.shapes import Assertion, BadgeClass, Profile

__all__ = [
    "CONTEXT",
    "Assertion",
    "Badge",
    "BadgeClass",
    "Found",
    "Profile",
    "gather",
    "is_assertion",
    "look_up",
    "read",
    "scope_of",
    "signed_with",
]
