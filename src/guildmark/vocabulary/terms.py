"""What every table is made of: terms with a key and a label in five languages, found by either."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Self, TypeVar

_NO_DECOMPOSITION = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_SEPARATORS = re.compile(r"[\W_]+")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in each of the five languages; a word that a `Sentence` can hold."""

    en: str
    de: str
    nl: str
    it: str
    cs: str

    @classmethod
    def read(cls, table: Mapping[str, Any]) -> Self:
        """The wording that a data file holds under the five language tags."""
        return cls(en=table["en"], de=table["de"], nl=table["nl"], it=table["it"], cs=table["cs"])

    def text(self, language: str = "en") -> str:
        """The text in `language` (a BCP 47 tag; its region is ignored), else in English."""
        match language.replace("_", "-").split("-")[0].lower():
            case "de":
                return self.de
            case "nl":
                return self.nl
            case "it":
                return self.it
            case "cs":
                return self.cs
            case _:
                return self.en

    def label(self, language: str = "en") -> str:
        """The same as `text`, so that a wording can stand as a value in a sentence."""
        return self.text(language)

    def all_texts(self) -> tuple[str, ...]:
        """The text in every language, English first."""
        return (self.en, self.de, self.nl, self.it, self.cs)


@dataclass(frozen=True, slots=True)
class Term:
    """An item of a fixed table: a stable key for machines, a name in five languages for people."""

    key: str
    name: Wording

    def label(self, language: str = "en") -> str:
        """The name in `language`, in English where there is none."""
        return self.name.text(language)


T = TypeVar("T", bound=Term)


class Table(Generic[T]):
    """The items of one table in their order, found by key, by label in any language, or by alias."""

    def __init__(
        self,
        items: Iterable[T],
        *,
        aliases: Callable[[T], Iterable[str]] = lambda item: (),
    ) -> None:
        self.items = tuple(items)
        self._by_key = {item.key: item for item in self.items}
        claims: dict[str, dict[str, T]] = {}
        for item in self.items:
            for words in (item.key, *item.name.all_texts(), *aliases(item)):
                # "Governance & accreditation", as the guide writes it, is "Governance and accreditation".
                for way in (fold(words), fold(without_umlauts(words)), fold(words.replace(" and ", " & "))):
                    claims.setdefault(way, {})[item.key] = item
        self._by_words = {words: next(iter(found.values())) for words, found in claims.items() if len(found) == 1}
        self.ambiguous = frozenset(words for words, found in claims.items() if len(found) > 1)
        """Words that two items claim; `find` never guesses between them."""

    def get(self, key: str) -> T:
        """The item with exactly this key; LookupError where there is none."""
        try:
            return self._by_key[key]
        except KeyError:
            raise LookupError(f"no item has the key {key!r}; there are {', '.join(self._by_key)}") from None

    def find(self, text: str) -> T | None:
        """The item that a person means by `text`: its key, a label in any language or an alias."""
        return self._by_key.get(text) or self._by_words.get(fold(text))

    def nearest(self, text: str) -> list[str]:
        """Up to three keys whose key or label looks like `text`, the likeliest first."""
        close = difflib.get_close_matches(fold(text), self._by_words, n=6, cutoff=0.6)
        return list(dict.fromkeys(self._by_words[words].key for words in close))[:3]


def without_umlauts(german: str) -> str:
    """German as it is typed where the keyboard has no umlauts: "Oesterreich" for "Österreich"."""
    return german.translate(_UMLAUTS)


def fold(text: str) -> str:
    """The text as it is compared: without case, accents, punctuation and double spaces."""
    plain = unicodedata.normalize("NFKD", text[:_LONGEST].casefold().translate(_NO_DECOMPOSITION))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _SEPARATORS.sub(" ", bare).strip()
