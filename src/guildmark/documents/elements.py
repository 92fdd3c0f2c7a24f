"""What a record says about each of the 16 standard elements, in words for a page."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from babel.numbers import format_decimal

from guildmark.vocabulary import (
    concepts,
    countries,
    elements,
    frameworks,
    participation_modes,
    stackability,
    supervision,
)
from guildmark.words import Listing, Word, in_language, say, say_count, show

Record = Mapping[str, Any]
"""The `record` of a verification: element key → value (docs/cli.md)."""


@dataclass(frozen=True, slots=True)
class Row:
    """An element with what the record says about it; no line where it says nothing.

    `standard` is False for an element of the issuer's own (R16a).
    """

    label: str
    lines: tuple[str, ...]
    mandatory: bool
    standard: bool = True


def element_rows(record: Record, language: str = "en") -> tuple[Row, ...]:
    """All 16 elements in the order of the guide's Table 1 (ch. 3.4), then the issuer's own."""
    speaker = Speaker(language, record.get("language"))
    rows = [
        Row(
            element.label(language),
            tuple(element_lines(element.key, record.get(element.key), speaker)),
            element.mandatory,
        )
        for element in elements.all_elements()
    ]
    own = [
        Row(
            speaker.text(extra.get("name", "")),
            (speaker.text(extra.get("value", "")),),
            mandatory=False,
            standard=False,
        )
        for extra in many(record.get("additional_elements") or [])
        if isinstance(extra, Mapping)
    ]
    return (*rows, *own)


def element_lines(key: str, value: Any, speaker: Speaker) -> Iterator[str]:
    """An element in words; what has another shape than ours (a stranger's record) as it is written."""
    if value is None:
        return
    try:
        lines = list(_READERS[key](value, speaker))
    except (KeyError, TypeError, ValueError, AttributeError):
        lines = [value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)]
    yield from (line for line in lines if line)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says values in one language; what people wrote only in another stays in that."""

    language: str
    written_in: str | None

    def text(self, text: Any) -> str:
        """A text of the record in the wanted language, else in the record's own."""
        return (
            in_language(text, self.language, self.written_in).strip() if isinstance(text, str | Mapping) else str(text)
        )

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        return str(format_decimal(value, locale=self.language.replace("-", "_")))

    def word(self, get: Callable[[str], Word], key: object) -> str:
        """A key of a fixed vocabulary in words; a stranger's key as it stands."""
        try:
            word = get(str(key)).label(self.language)
        except LookupError:
            word = str(key).replace("_", " ")
        return word[:1].upper() + word[1:]

    def place(self, code: object) -> str:
        """A code as it is said: CZ/Prague is "Prague, Czechia"."""
        country, _, region = str(code).partition("/")
        name = self.word(countries.get, country)
        return f"{region.strip()}, {name}" if region.strip() else name

    def bodies(self, value: Any) -> list[str]:
        """The names of one body or several."""
        return [self.text(body.get("name", "") if isinstance(body, Mapping) else body) for body in many(value)]


def many(value: Any) -> list[Any]:
    """One value or a list of them, as a list."""
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else [value]


def issued_on(record: Record) -> datetime | None:
    """The moment of issuing, where the record names one."""
    value = record.get("date_of_issuing")
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def reads_from_the_right(text: str) -> bool:
    """Whether the first letter with a direction belongs to a script that is written from the right."""
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind != "L" for kind in strong if kind in {"L", "R", "AL"}), False)


def _workload_line(workload: Mapping[str, Any], speaker: Speaker) -> str:
    """Hours and credits in one line: "100 hours, 4 ECTS"."""
    hours = workload.get("hours")
    parts = []
    if hours is not None:
        count = hours if isinstance(hours, int) else int(hours) + 1
        parts.append(
            say_count("{hours} hour", "{hours} hours", count, hours=speaker.number(hours)).text(speaker.language)
        )
    if workload.get("ects") is not None:
        parts.append(say("{credits} ECTS", credits=speaker.number(workload["ects"])).text(speaker.language))
    return ", ".join(parts)


def _level_lines(level: Mapping[str, Any], speaker: Speaker) -> Iterator[str]:
    """EQF, national and QF-EHEA level, or why none applies."""
    if "not_applicable" in level:
        yield say("Not applicable: {reason}", reason=speaker.text(level["not_applicable"])).text(speaker.language)
    if level.get("eqf") is not None:
        yield say("EQF level {level}", level=level["eqf"]).text(speaker.language)
    if national := level.get("nqf"):
        yield say(
            "National framework of {country}: level {level}",
            country=speaker.place(national["country"]),
            level=national["level"],
        ).text(speaker.language)
    if level.get("qf_ehea"):
        cycle = speaker.word(frameworks.qf_ehea, level["qf_ehea"])
        yield say("{cycle} (QF-EHEA)", cycle=cycle).text(speaker.language)


def _learner(value: Mapping[str, Any], speaker: Speaker) -> Iterator[str]:
    # Who is told by no name is told by an address at least.
    yield str(value.get("name") or value.get("id") or "")
    known = {"emailAddress": say("e-mail address"), "identifier": say("identifier")}
    hashed = [known.get(kind, kind) for kind in value.get("hashed") or ()]
    if hashed:
        yield say(
            "Also identified, in a form that only a comparison reveals, by: {kinds}", kinds=Listing.of(hashed)
        ).text(speaker.language)


def _text(value: Any, speaker: Speaker) -> Iterator[str]:
    yield speaker.text(value)


def _countries(value: Any, speaker: Speaker) -> Iterator[str]:
    yield from (speaker.place(code) for code in many(value))


def _bodies(value: Any, speaker: Speaker) -> Iterator[str]:
    for body in many(value):
        name = speaker.text(body["name"])
        yield f"{name} ({speaker.place(body['country'])})" if body.get("country") else name


def _date(value: Any, speaker: Speaker) -> Iterator[str]:
    moment = issued_on({"date_of_issuing": value})
    yield show(moment.date(), speaker.language) if moment else ""


def _outcomes(value: Sequence[Any], speaker: Speaker) -> Iterator[str]:
    for number, outcome in enumerate(value, start=1):
        detailed = isinstance(outcome, Mapping) and "text" in outcome
        yield f"{number}. {speaker.text(outcome['text'] if detailed else outcome)}"
        skills = [speaker.text(skill["name"]) for skill in outcome.get("skills") or ()] if detailed else []
        if skills:
            yield say("Skills: {skills}", skills=Listing.of(skills)).text(speaker.language)


def _workload(value: Mapping[str, Any], speaker: Speaker) -> Iterator[str]:
    yield _workload_line(value, speaker)


def _assessment(value: Sequence[Mapping[str, Any]], speaker: Speaker) -> Iterator[str]:
    for assessment in value:
        kind = speaker.word(lambda key: concepts.get("assessment", key), assessment["type"])
        if assessment.get("weight") is not None:
            weight = speaker.number(assessment["weight"])
            yield say("{assessment} (weight {weight})", assessment=kind, weight=weight).text(speaker.language)
        else:
            yield kind
        if assessment.get("description"):
            yield speaker.text(assessment["description"])
        if assessment.get("criteria"):
            yield say("Criteria: {criteria}", criteria=speaker.text(assessment["criteria"])).text(speaker.language)


def _participation(value: Mapping[str, Any], speaker: Speaker) -> Iterator[str]:
    parts = [speaker.word(participation_modes.get, value["mode"])]
    if (weeks := value.get("weeks")) is not None:
        count = weeks if isinstance(weeks, int) else int(weeks) + 1
        parts.append(
            say_count("{weeks} week", "{weeks} weeks", count, weeks=speaker.number(weeks)).text(speaker.language)
        )
    paces = {"rapid": say("at a rapid pace"), "gradual": say("at a gradual pace")}
    if pace := value.get("pace"):
        parts.append(show(paces.get(pace, pace), speaker.language))
    yield ", ".join(parts)


def _quality(value: Mapping[str, Any], speaker: Speaker) -> Iterator[str]:
    for procedure in value.get("internal") or ():
        yield say("Internal: {procedure}", procedure=speaker.text(procedure)).text(speaker.language)
    for body in value.get("external") or ():
        name = speaker.text(body["name"])
        known = f"{name} ({body['url']})" if body.get("url") else name
        yield say("External: {body}", body=known).text(speaker.language)


def _supervision(value: Any, speaker: Speaker) -> Iterator[str]:
    kind, place = (value["kind"], value.get("place")) if isinstance(value, Mapping) else (value, None)
    words = speaker.word(supervision.get, kind)
    places = {"online": say("online"), "onsite": say("on site")}
    yield f"{words} ({show(places.get(place, place), speaker.language)})" if place else words


def _grade(value: Mapping[str, Any], speaker: Speaker) -> Iterator[str]:
    result = value.get("value")
    if result is not None:
        yield speaker.number(result) if isinstance(result, int | float) else str(result)
    scale = value.get("scale")
    if isinstance(scale, Mapping):
        least, most = speaker.number(scale["min"]), speaker.number(scale["max"])
        if scale.get("pass") is not None:
            passing = speaker.number(scale["pass"])
            yield say("Scale: {least} to {most}, passed from {passing}", least=least, most=most, passing=passing).text(
                speaker.language
            )
        else:
            yield say("Scale: {least} to {most}", least=least, most=most).text(speaker.language)
    elif scale:
        yield say("Scale: {grades}", grades=", ".join(str(grade) for grade in scale)).text(speaker.language)


def _stackability(value: Mapping[str, Any], speaker: Speaker) -> Iterator[str]:
    yield speaker.word(stackability.get, value["kind"])
    for target in value.get("towards") or ():
        title = speaker.text(target["title"])
        if target.get("model"):
            model = speaker.word(stackability.model, target["model"])
            yield say("Towards {title} ({model})", title=title, model=model).text(speaker.language)
        else:
            yield say("Towards {title}", title=title).text(speaker.language)


_READERS: dict[str, Callable[[Any, Speaker], Iterator[str]]] = {
    "learner_identification": _learner,
    "title": _text,
    "issuer_country": _countries,
    "awarding_body": _bodies,
    "date_of_issuing": _date,
    "learning_outcomes": _outcomes,
    "workload": _workload,
    "level": _level_lines,
    "assessment": _assessment,
    "participation": _participation,
    "quality_assurance": _quality,
    "prerequisites": _text,
    "supervision": _supervision,
    "grade": _grade,
    "stackability": _stackability,
    "further_information": _text,
}
"""How each element is put into words."""
