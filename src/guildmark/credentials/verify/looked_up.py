"""Status lists that were looked up and relied on, kept for the other records of a batch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from guildmark.credentials.status import Bitstring
from guildmark.credentials.status.token_list import TokenList

K = TypeVar("K")
V = TypeVar("V")


MOST_KEPT = 64
"""Lists that are kept for a batch: each may be 4 MB, and who wrote a record says which it names."""


class _Few(dict[K, V]):
    """Forgets everything once there is too much of it."""

    def __setitem__(self, key: K, value: V) -> None:
        if len(self) >= MOST_KEPT and key not in self:
            self.clear()
        super().__setitem__(key, value)


@dataclass(frozen=True, slots=True)
class Listed:
    """A Bitstring Status List; `replacements` is what it tells of records that others followed."""

    bits: Bitstring
    replacements: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ListedTokens:
    """A Token Status List; `replacements` as in `Listed`."""

    entries: TokenList
    replacements: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class StatusLists:
    """What a batch has looked up so far, at one time.

    `bitstrings`: by address, issuer, purpose and bits for each record. `tokens`: by address and issuer.
    """

    bitstrings: dict[tuple[str, str | None, str, int], Listed] = field(default_factory=_Few)
    tokens: dict[tuple[str, str | None], ListedTokens] = field(default_factory=_Few)
