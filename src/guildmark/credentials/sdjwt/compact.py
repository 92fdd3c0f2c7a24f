"""An SD-JWT as text: the signed part, its disclosures, and the holder's signature where there is one (RFC 9901, 4)."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from guildmark.credentials.bounded import DEFAULT_LIMITS, Limits, check_size
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.sdjwt.disclosures import Disclosure, read_disclosure
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import Listing, say

MOST_DISCLOSURES = 256
TYPES = frozenset({"dc+sd-jwt", "vc+sd-jwt"})
"""The type in the header; the second is what earlier drafts called it."""


@dataclass(frozen=True, slots=True)
class SdJwt:
    """An SD-JWT taken apart; nothing in it is checked. `presented` is what the holder's signature names by its hash."""

    token: vcjwt.Token
    disclosures: tuple[Disclosure, ...]
    binding: vcjwt.Token | None
    presented: bytes


def looks_like_one(data: bytes) -> bool:
    """Whether these bytes have the outline of an SD-JWT."""
    return b"~" in data and vcjwt.looks_like_one(data.partition(b"~")[0])


def read(data: bytes, *, limits: Limits = DEFAULT_LIMITS) -> SdJwt:
    """An SD-JWT taken apart; raises GuildmarkError `sdjwt.*`, `jwt.unreadable` and the codes of `bounded`.

    The tilde behind the signed part may be missing where there is nothing to disclose.
    """
    check_size(data, limits)
    data = data.strip()
    head, *parts = data.split(b"~")
    last = parts.pop() if parts else b""
    if len(parts) > MOST_DISCLOSURES:
        sentence = say("The record has more than {most} disclosures; it was not read.", most=MOST_DISCLOSURES)
        raise GuildmarkError(Fault("sdjwt.disclosures.many", sentence))
    disclosures = tuple(read_disclosure(part.decode("ascii", "replace"), limits) for part in parts)
    presented = b"".join(part + b"~" for part in (head, *parts))
    binding = vcjwt.read(last, limits=limits) if last else None
    return SdJwt(vcjwt.read(head, limits=limits), disclosures, binding, presented)


def showing(data: bytes, names: Container[str]) -> bytes:
    """Another presentation of the record: with the disclosures of these names, and no other.

    Items of lists and what stands inside other claims go with nothing but themselves, so a record that hides such
    keeps them back. The holder's signature is over one presentation and does not go along. Raises what `read` raises.
    """
    found = read(data)
    kept = (disclosure.encoded for disclosure in found.disclosures if disclosure.name in names)
    head = data.strip().partition(b"~")[0]
    return b"".join(part + b"~" for part in (head, *(text.encode("ascii") for text in kept)))


def names_there(found: SdJwt) -> list[str]:
    """The claims that this presentation shows and another one may keep back."""
    return [disclosure.name for disclosure in found.disclosures if disclosure.name is not None]


def check_names(found: SdJwt, names: tuple[str, ...], may_be: Container[str] = ()) -> None:
    """Refuse names that the record has no disclosure of; raises GuildmarkError `sdjwt.name.unknown`.

    `may_be` are names that need not be there.
    """
    there = names_there(found)
    faults = [
        Fault(
            "sdjwt.name.unknown",
            say("The record has no claim “{name}” to show or hide; it has {names}.", name=name, names=Listing.of(there))
            if there
            else say("The record has no claim that could be shown or hidden."),
            found=name,
            accepted=tuple(there),
        )
        for name in names
        if name not in there and name not in may_be
    ]
    if faults:
        raise GuildmarkError(faults)
