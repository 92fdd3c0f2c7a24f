"""What is said of a value that has not the shape its key asks for: where, what is there, what would be right.

The shapes are those of docs/cli.md; the faults come from `model` by their types, and are told here in our
own words, for trainers.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from typing import Any

from guildmark.toolkit.design import model
from guildmark.toolkit.design.choices import MARK
from guildmark.toolkit.design.names import known_name
from guildmark.vocabulary import countries
from guildmark.words import Listing, Sentence, Word, say

LONGEST_QUOTATION = 60

PARTS: Mapping[tuple[str, ...], tuple[type[model.Part], ...]] = {
    (): (model.Design,),
    ("learner_identification",): (model.LearnerIdentification,),
    ("date_of_issuing",): (model.DateOfIssuing,),
    ("awarding_body",): (model.AwardingBody,),
    ("issuing_authority",): (model.AwardingBody,),
    ("learning_outcomes",): (model.LearningOutcome,),
    ("learning_outcomes", "skills"): (model.Skill,),
    ("workload",): (model.Workload,),
    ("level",): (model.Level, model.NoLevel),
    ("level", "nqf"): (model.NqfLevel,),
    ("assessment",): (model.Assessment,),
    ("participation",): (model.Participation,),
    ("quality_assurance",): (model.QualityAssurance,),
    ("quality_assurance", "external"): (model.ExternalAssurance,),
    ("supervision",): (model.Supervision,),
    ("grade",): (model.Grade,),
    ("grade", "scale"): (model.GradeRange,),
    ("stackability",): (model.Stackability,),
    ("stackability", "towards"): (model.Towards,),
    ("additional_elements",): (model.AdditionalElement,),
}
"""Which part stands where, by the keys that lead to it."""


def place_of(location: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """The keys and places in the document, without the tags of the shapes that were tried."""
    return tuple(
        part
        for part in location
        if not (isinstance(part, str) and (part.startswith(MARK) or part in {"[key]", "json-value"}))
    )


def keys_at(place: tuple[int | str, ...]) -> tuple[str, ...]:
    """The keys that are accepted in the object at `place`."""
    parts = PARTS.get(tuple(part for part in place if isinstance(part, str)), ())
    return tuple(field.alias or name for part in parts for name, field in part.model_fields.items())


def spoken(place: tuple[int | str, ...]) -> Word | Sentence:
    """A place as one says it: "Learning outcomes, no. 2, “kind”"."""
    whole = name_of(str(place[0]))
    for part in place[1:]:
        if isinstance(part, int):
            whole = say("{whole}, no. {number}", whole=whole, number=part + 1)
        else:
            whole = say("{whole}, “{key}”", whole=whole, key=shortened(part))
    return whole


def name_of(key: str) -> Word | Sentence:
    """The name of what stands under a key, or the key in quotation marks where a design does not have it."""
    return known_name(key) or say("“{key}”", key=shortened(key))


def shortened(text: str) -> str:
    """Enough of a text to recognise it."""
    return text if len(text) <= LONGEST_QUOTATION else text[: LONGEST_QUOTATION - 1] + "…"


def found(value: Any) -> Sentence:
    """What stands there, as one says it."""
    match value:
        case None:
            return say("nothing", context="what stands there")
        case True:
            return say("“true”")
        case False:
            return say("“false”")
        case str() if not value.strip():
            return say("a blank text")
        case str():
            return say("“{key}”", key=shortened(value))
        case int() | float():
            return say(
                "the number {number}", number=shortened(f"{value:.6g}" if isinstance(value, float) else str(value))
            )
        case list() | tuple():
            return say("a list")
        case Mapping():
            return say("an object with keys")
        case _:
            return say("“{key}”", key=shortened(str(value)))


def sentence_for(error: Mapping[str, Any]) -> Sentence:
    """The sentence for one error of the model: an item of `ValidationError.errors()`."""
    location: tuple[int | str, ...] = error["loc"]
    place = place_of(location)
    kind: str = error["type"]
    if kind == "extra_forbidden":
        return _unknown_key(place)
    if kind == "missing":
        return say("{place}: “{key}” is missing.", place=spoken(place[:-1]), key=place[-1])
    where, there = spoken(place), found(error.get("input"))
    context: Mapping[str, Any] = error.get("ctx") or {}
    if location and location[-1] == "[key]":
        return say(
            "{place}: name the language by its tag, such as “en” or “pt-BR”; {found} stands there.",
            place=spoken(place[:-1]),
            found=say("“{key}”", key=shortened(str(place[-1]))),
        )
    if kind == "string_pattern_mismatch":
        return _PATTERNS[context["pattern"]](where, there, error.get("input"))
    if kind == "literal_error":
        return _one_of(where, there, re.findall(r"'([^']*)'", context["expected"]), error.get("input"))
    if kind in _LIMITS:
        return _LIMITS[kind](where, there, context)
    return _KINDS.get(kind, _other)(where, there, error.get("input"))


def null_at(place: tuple[int | str, ...]) -> Sentence:
    """Null inside an element says nothing, and a signed record could not carry it."""
    return say("{place}: nothing (null) stands there. Write the value, or leave the key out.", place=spoken(place))


def unknown_country(place: tuple[int | str, ...], code: str) -> Sentence:
    """A country code that ISO 3166-1 does not have."""
    return _country(spoken(place), say("“{key}”", key=shortened(code)), code)


def _unknown_key(place: tuple[int | str, ...]) -> Sentence:
    key, accepted = str(place[-1]), keys_at(place[:-1])
    if key in accepted and place[:-1] == ("level",):
        # A key of the other shape: a level and the reason why none applies cannot both be true.
        return _level(spoken(place[:-1]), found({}), None)
    close = difflib.get_close_matches(key, accepted, n=1, cutoff=0.6)
    if close:
        return say(
            "{place}: the key “{key}” is not known here. Did you mean “{nearest}”?",
            place=spoken(place[:-1]),
            key=shortened(key),
            nearest=close[0],
        )
    return say(
        "{place}: the key “{key}” is not known here; accepted are {accepted}.",
        place=spoken(place[:-1]),
        key=shortened(key),
        accepted=Listing.of(accepted),
    )


def _one_of(where: object, there: object, accepted: list[str], value: object) -> Sentence:
    close = difflib.get_close_matches(str(value).casefold(), accepted, n=1, cutoff=0.6)
    if close:
        return say(
            "{place}: choose {accepted}; {found} stands there. Did you mean “{nearest}”?",
            place=where,
            accepted=Listing.of(accepted, either=True),
            found=there,
            nearest=close[0],
        )
    return say(
        "{place}: choose {accepted}; {found} stands there.",
        place=where,
        accepted=Listing.of(accepted, either=True),
        found=there,
    )


def _country(where: object, there: object, value: object) -> Sentence:
    if isinstance(value, bool):
        return say(
            '{place}: {found} stands there. In YAML, write the code of Norway in quotation marks: "NO".',
            place=where,
            found=there,
        )
    meant = _country_meant(value) if isinstance(value, str) else None
    if meant:
        return say(
            "{place}: write the two capital letters of ISO 3166-1, here “{code}”; {found} stands there.",
            place=where,
            code=meant,
            found=there,
        )
    return say(
        "{place}: write the two capital letters of ISO 3166-1, such as “CZ”, or with a region “CZ/Prague”;"
        " {found} stands there.",
        place=where,
        found=there,
    )


def _country_meant(text: str) -> str | None:
    name = text.partition("/")[0].strip()
    # "Germny" means Germany; "Narnia" is like Armenia and does not mean it.
    close = difflib.get_close_matches(name.casefold(), [near.casefold() for near in countries.nearest(name)], 1, 0.85)
    country = countries.find(name) or (countries.find(close[0]) if close else None)
    return country.code if country else None


def _blank(where: object, there: object, value: object) -> Sentence:
    return say("{place}: write something to read; {found} stands there.", place=where, found=there)


def _language(where: object, there: object, value: object) -> Sentence:
    return say(
        "{place}: name the language by its tag, such as “en” or “pt-BR”; {found} stands there.",
        place=where,
        found=there,
    )


def _id(where: object, there: object, value: object) -> Sentence:
    return say(
        "{place}: an id is up to 64 letters without accents, digits, full stops, hyphens or underscores,"
        " such as “lo1”; {found} stands there.",
        place=where,
        found=there,
    )


def _text(where: object, there: object, value: object) -> Sentence:
    return say(
        "{place}: write a text, or a text for each language such as {example}; {found} stands there.",
        place=where,
        example='{"en": "…", "cs": "…"}',
        found=there,
    )


def _string(where: object, there: object, value: object) -> Sentence:
    return say("{place}: write a text in quotation marks; {found} stands there.", place=where, found=there)


def _number(where: object, there: object, value: object) -> Sentence:
    return say(
        "{place}: write a number, without quotation marks or a unit; {found} stands there.", place=where, found=there
    )


def _integer(where: object, there: object, value: object) -> Sentence:
    return say("{place}: write a whole number; {found} stands there.", place=where, found=there)


def _text_or_integer(where: object, there: object, value: object) -> Sentence:
    return say("{place}: write a text or a whole number; {found} stands there.", place=where, found=there)


def _list(where: object, there: object, value: object) -> Sentence:
    return say("{place}: write a list, in square brackets; {found} stands there.", place=where, found=there)


def _object(where: object, there: object, value: object) -> Sentence:
    return say("{place}: write an object with keys, in braces; {found} stands there.", place=where, found=there)


def _body(where: object, there: object, value: object) -> Sentence:
    return say(
        "{place}: write an object such as {example}, or a list of them for a joint award; {found} stands there.",
        place=where,
        example='{"name": "…", "country": "CZ"}',
        found=there,
    )


def _outcome(where: object, there: object, value: object) -> Sentence:
    return say(
        "{place}: write a text, or an object such as {example}; {found} stands there.",
        place=where,
        example='{"id": "lo1", "text": "…", "assessed_by": ["as1"]}',
        found=there,
    )


def _level(where: object, there: object, value: object) -> Sentence:
    return say(
        "{place}: write an object such as {example} or, where no level applies, {reason}; {found} stands there.",
        place=where,
        example='{"eqf": 6}',
        reason='{"not_applicable": "…"}',
        found=there,
    )


def _scale(where: object, there: object, value: object) -> Sentence:
    return say(
        "{place}: write a list of grades or a range such as {example}; {found} stands there.",
        place=where,
        example='{"min": 0, "max": 100, "pass": 60}',
        found=there,
    )


def _supervision(where: object, there: object, value: object) -> Sentence:
    return say(
        "{place}: write {accepted}, or an object with “kind” and “place”; {found} stands there.",
        place=where,
        accepted=Listing.of(("unsupervised_without_id", "supervised_without_id", "supervised_with_id"), either=True),
        found=there,
    )


def _empty(where: object, there: object, value: object) -> Sentence:
    return say("{place}: at least one entry is needed; it is empty.", place=where)


def _other(where: object, there: object, value: object) -> Sentence:
    return say("{place}: {found} cannot stand there; only what JSON can write is accepted.", place=where, found=there)


def _twice(where: object, there: object, value: object) -> Sentence:
    return say("{place}: one language stands twice. Keep one text for each language.", place=where)


_PATTERNS: Mapping[str, Callable[[object, object, object], Sentence]] = {
    model.SOMETHING: _blank,
    model.LANGUAGE: _language,
    model.ID: _id,
    model.COUNTRY: _country,
    model.COUNTRY_REGION: _country,
}

_KINDS: Mapping[str, Callable[[object, object, object], Sentence]] = {
    "text": _text,
    "string_type": _string,
    "number": _number,
    "float_type": _number,
    "finite_number": _number,
    "int_type": _integer,
    "int_from_float": _integer,
    "text_or_integer": _text_or_integer,
    "list_type": _list,
    "dict_type": _text,
    "model_type": _object,
    "model_attributes_type": _object,
    "country_or_list": _country,
    "body_or_list": _body,
    "outcome": _outcome,
    "level": _level,
    "scale": _scale,
    "supervision": _supervision,
    "too_short": _empty,
    "language_twice": _twice,
}

_LIMITS: Mapping[str, Callable[[object, object, Mapping[str, Any]], Sentence]] = {
    "greater_than": lambda where, there, limit: say(
        "{place}: write a number greater than {limit}; {found} stands there.",
        place=where,
        limit=limit["gt"],
        found=there,
    ),
    "greater_than_equal": lambda where, there, limit: say(
        "{place}: write a number of at least {limit}; {found} stands there.",
        place=where,
        limit=limit["ge"],
        found=there,
    ),
    "less_than_equal": lambda where, there, limit: say(
        "{place}: write a number of at most {limit}; {found} stands there.",
        place=where,
        limit=limit["le"],
        found=there,
    ),
}
