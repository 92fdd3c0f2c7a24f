"""The parts of a form: fields, groups of fields, repeated rows. Their names are the keys of the design."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from guildmark.words import Sentence, Word

FieldKind = Literal["text", "long", "line", "number", "choice", "checks", "lines", "codes"]
"""`text` and `long` are written in several languages, `line` and `lines` in none; `codes` are one or more words."""
Option = tuple[str, Word | Sentence | str]
Options = Callable[[Mapping[str, Any]], Sequence[Option]]
MISSING: Final = object()
"""Nothing stands there: the key is left out."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in. `width` is how many of twelve columns it takes in a row."""

    name: str
    label: Sentence
    kind: FieldKind = "line"
    options: Options | None = None
    hint: Sentence | None = None
    width: Literal["", "wide", "full"] = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The fields of one object. `plain` is the field that a bare text in its place stands for.

    With `bare`, that field alone is written without its object.
    """

    name: str
    fields: tuple[Part, ...]
    label: Sentence | None = None
    plain: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of objects, or of texts where the only field has no name.

    New rows get an id that begins with `ids`. With `bare`, one row alone stands without its list.
    """

    name: str
    label: Sentence
    fields: tuple[Part, ...]
    ids: str = ""
    plain: str = ""
    bare: bool = False
    hint: Sentence | None = None

    @property
    def row(self) -> Part:
        """What one row is made of."""
        return self.fields[0] if self.of_texts else Group("", self.fields, plain=self.plain)

    @property
    def of_texts(self) -> bool:
        """A list of texts, without any object."""
        return len(self.fields) == 1 and not self.fields[0].name


Part = Field | Group | Rows


@dataclass(frozen=True, slots=True)
class Sheet:
    """One subject on a page; the names of its parts are top-level keys of the design.

    `terms` are keys of the glossary that the page explains, "ects eqf" (R1).
    """

    key: str
    name: Sentence
    lead: Sentence
    parts: tuple[Part, ...]
    terms: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The top-level keys that it fills in."""
        return tuple(part.name for part in self.parts)


def home_language(document: Mapping[str, Any]) -> str:
    """The language in which a text without a language is written."""
    language = document.get("language")
    return language if isinstance(language, str) and language.strip() else "en"


def is_object(value: Any, fields: Sequence[Part]) -> bool:
    """Whether a mapping is an object of these fields, and not a text in several languages."""
    keys = set(value)
    return bool(keys & {part.name for part in fields}) or keys <= {"id"}
