"""What a design's columns in the register are: read once, when it is published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from guildmark.documents.elements import many
from guildmark.toolkit.design import Design
from guildmark.toolkit.design.model import AwardingBody
from guildmark.vocabulary import sectors
from guildmark.vocabulary.terms import fold
from guildmark.words import in_language
from guildmark.words.text import languages_of

_MOST_WORDS = 20_000


@dataclass(frozen=True, slots=True)
class Body:
    """An awarding body, and what makes it the same as another: its id and all that it calls itself."""

    key: str
    name: Any
    folded: str
    country: str
    place: str
    address: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a publication, and its facets (kind, value)."""

    values: Mapping[str, Any]
    bodies: tuple[Body, ...]
    facets: tuple[tuple[str, str], ...]


def columns(design: Design, also_sectors: list[str]) -> Columns:
    """The columns of a complete design; the partnership's sectors count where the design names none."""
    written_in = design.language or ""
    title: Any = design.title or ""
    bodies = tuple(_body(one, written_in) for one in many(design.awarding_body or []))
    places = [str(place) for place in many(design.issuer_country or [])]
    languages = list(dict.fromkeys([*([written_in] if written_in else []), *languages_of(title)]))
    found = _sectors(design.focus) or [key for key in also_sectors if sectors.find(key)]
    workload, level = design.workload, design.level
    values = {
        "title": title,
        "folded": fold(in_language(title, written_in or "en"))[:200],
        "words": " ".join(dict.fromkeys(fold(text) for text in _texts(design)))[:_MOST_WORDS],
        "written_in": written_in,
        "eqf": getattr(level, "eqf", None),
        "mode": design.participation.mode if design.participation else "",
        "hours": workload.hours if workload else None,
        "ects": workload.ects if workload else None,
        "places": places,
        "languages": languages,
        "sectors": found,
    }
    countries = dict.fromkeys(place.partition("/")[0] for place in places)
    facets = (
        *(("country", one) for one in countries),
        *(("language", one) for one in languages),
        *(("sector", one) for one in found),
    )
    return Columns(values, bodies, facets)


def _body(body: AwardingBody, written_in: str) -> Body:
    name: Any = body.name
    country, _, place = (body.country or "").partition("/")
    names = sorted(name.values()) if isinstance(name, dict) else [name]
    # Whoever claims another's id still has to bear its names; nobody's name is written over by others.
    key = hashlib.sha256("\x1f".join([body.id or "", country, *names]).encode()).hexdigest()
    address = body.id if body.id and body.id.startswith(("https://", "http://")) else ""
    return Body(
        key, name, fold(in_language(name, written_in or "en"))[:200], country, place[:200],
        address if len(address) <= 500 else "",
    )  # fmt: skip


def _sectors(focus: Any) -> list[str]:
    named = focus.get("sector") if isinstance(focus, Mapping) else None
    found = [sectors.find(one) for one in many(named or []) if isinstance(one, str)]
    return list(dict.fromkeys(one.key for one in found if one))


def _texts(design: Design) -> Iterator[str]:
    """Everything that somebody may search for, in every language in which it is written."""
    yield from _every(design.title)
    for body in many(design.awarding_body or []):
        yield from _every(body.name)
    for outcome in design.learning_outcomes or ():
        yield from _every(getattr(outcome, "text", outcome))
        for skill in getattr(outcome, "skills", None) or ():
            yield from _every(skill.name)


def _every(text: Any) -> Iterator[str]:
    if isinstance(text, str):
        yield text
    elif isinstance(text, Mapping):
        yield from text.values()
