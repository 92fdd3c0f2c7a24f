"""A publication as pages and lists say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from guildmark.documents.elements import Row, Speaker, element_rows
from guildmark.vocabulary import elements, participation_modes
from guildmark.web.look.lists import ListColumn
from guildmark.web.look.words import language_now, said
from guildmark.web.register.forms import language_name, sector_name
from guildmark.web.register.models import Provider, Publication
from guildmark.words import Listing, Sentence, say

_FACTS = {
    "name": say("name"),
    "email": say("e-mail address"),
    "identifier": say("identifier"),
    "birth_date": say("date of birth"),
}


def speaker(one: Publication) -> Speaker:
    """Says what stands in a publication in the language of the page."""
    return Speaker(language_now(), one.written_in or None)


def title(one: Publication) -> str:
    """Its title in the language of the page, else in its own."""
    return speaker(one).text(one.title)


def bodies(one: Publication) -> str:
    """Who awards it."""
    return said(Listing.of(speaker(one).text(body.name) for body in one.providers.all()))


def places(one: Publication) -> str:
    """Where it is issued."""
    return said(Listing.of(speaker(one).place(place) for place in one.places))


def size(one: Publication) -> str:
    """Workload in hours and credits."""
    say_number = speaker(one).number
    hours = say("{hours} h", hours=say_number(_whole(one.hours))) if one.hours is not None else None
    ects = say("{credits} ECTS", credits=say_number(_whole(one.ects))) if one.ects is not None else None
    return " · ".join(said(part) for part in (hours, ects) if part)


def mode(one: Publication) -> str:
    """Its form of participation."""
    return speaker(one).word(participation_modes.get, one.mode) if one.mode else ""


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value


def provider_name(one: Provider) -> str:
    """A provider's name in the language of the page."""
    return said(one.name)


COLUMNS: tuple[ListColumn[Publication], ...] = (
    ListColumn("id", say("Number in the register"), lambda one: one.public_id),
    ListColumn("title", say("Title"), title),
    ListColumn("awarding_body", say("Awarded by"), bodies),
    ListColumn("country", say("Country"), lambda one: ";".join(one.places)),
    ListColumn("eqf", say("EQF level"), lambda one: one.eqf),
    ListColumn("hours", say("Hours"), lambda one: None if one.hours is None else _whole(one.hours)),
    ListColumn("ects", say("ECTS"), lambda one: None if one.ects is None else _whole(one.ects)),
    ListColumn("participation", say("Form of participation"), lambda one: one.mode),
    ListColumn("languages", say("Described in"), lambda one: ";".join(one.languages)),
    ListColumn("sectors", say("Sector"), lambda one: ";".join(one.sectors)),
    ListColumn("published", say("Published"), lambda one: one.published_at.date().isoformat()),
)
PROVIDER_COLUMNS: tuple[ListColumn[Provider], ...] = (
    ListColumn("id", say("Number in the register"), lambda one: one.public_id),
    ListColumn("name", say("Name"), provider_name),
    ListColumn("country", say("Country"), lambda one: one.country),
    ListColumn("place", say("Place"), lambda one: one.place),
    ListColumn("address", say("Address"), lambda one: one.address),
    ListColumn("published", say("Published micro-credentials"), lambda one: getattr(one, "count", "")),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One micro-credential in a list."""

    id: str
    title: str
    bodies: str
    places: str
    level: Sentence | None
    size: str
    mode: str


def line(one: Publication) -> Line:
    """A publication as a list shows it."""
    level = say("EQF level {level}", level=one.eqf) if one.eqf else None
    return Line(one.public_id, title(one), bodies(one), places(one), level, size(one), mode(one))


def rows(one: Publication) -> list[Row]:
    """The standard elements as a document: those filled in at issue say how."""
    document: dict[str, Any] = one.version.document
    found = list(element_rows(document, language_now()))
    for at, element in enumerate(elements.all_elements()):
        if element.key == "learner_identification":
            named = (document.get(element.key) or {}).get("required", [])
            said_so = say("Filled in when it is issued: {facts}.", facts=Listing.of(_FACTS[key] for key in named))
            found[at] = _instead(found[at], said_so)
        elif element.key == "date_of_issuing":
            found[at] = _instead(found[at], say("The day on which it is awarded."))
    return found


def _instead(row: Row, sentence: Sentence) -> Row:
    return Row(row.label, (said(sentence),), row.mandatory, row.standard)


@dataclass(frozen=True, slots=True)
class Compared:
    """One element of several micro-credentials; `same` where all say the same."""

    label: str
    cells: tuple[tuple[str, tuple[str, ...]], ...]
    same: bool


def compared(several: Sequence[Publication]) -> list[Compared]:
    """The standard elements side by side (R17), without what every record fills in for itself."""
    titles = [title(one) for one in several]
    tables = [rows(one)[: len(elements.all_elements())] for one in several]
    left_out = {"learner_identification", "date_of_issuing", "title"}
    found = []
    for at, element in enumerate(elements.all_elements()):
        cells = tuple((name, table[at].lines) for name, table in zip(titles, tables, strict=True))
        if element.key not in left_out and any(lines for _, lines in cells):
            found.append(Compared(tables[0][at].label, cells, len({lines for _, lines in cells}) == 1))
    return found


def more(one: Publication) -> str:
    """Sectors and languages in one line."""
    return " · ".join([*(sector_name(key) for key in one.sectors), *(language_name(tag) for tag in one.languages)])
