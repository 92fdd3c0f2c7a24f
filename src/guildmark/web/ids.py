"""Public identifiers: what stands in addresses, and cannot be guessed."""

from __future__ import annotations

import secrets


def new_id() -> str:
    """Sixteen characters for an address, 96 bits of chance."""
    return secrets.token_urlsafe(12)


def new_token() -> str:
    """A secret for a link that lets somebody in: 256 bits of chance."""
    return secrets.token_urlsafe(32)
