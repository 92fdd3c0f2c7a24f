"""What the wallet says of addresses."""

from __future__ import annotations


def masked(address: str) -> str:
    """An e-mail address that its owner knows again and nobody else learns: "d…@e….org"."""
    name, _, host = address.strip().rpartition("@")
    first, _, ending = host.rpartition(".")
    return f"{name[:1]}…@{first[:1]}….{ending}"
