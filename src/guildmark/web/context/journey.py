"""What this room tells the journey."""

from __future__ import annotations

from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.contribution import Contribution


def contribute(access: Access) -> Contribution:
    """Nothing yet."""
    return Contribution()
