"""The questionnaire as forms, a part a page: from a document of answers to fields, and from what was sent back.

The parts are the questionnaire's sections and the sources. Names of fields: `a.KEY` for answers, `b.N.KEY` for
bodies, `i.N.KEY` for initiatives, `s.N.KEY` for sources. Every repeated list shows two empty rows; a row whose first
field is blank is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from guildmark.toolkit.context import Questionnaire, questionnaire, read_answers
from guildmark.toolkit.context.comparison import answer_words
from guildmark.toolkit.context.questionnaire import Question, Section
from guildmark.words import Sentence, in_language, say

SOURCES = "sources"
SPARE = 2
_BODY, _INITIATIVE, _SOURCE = ("name", "sector", "level"), ("title", "scope", "purpose"), ("title", "url", "date")
_LISTS = {"b": "bodies", "i": "initiatives", "s": "sources"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what was answered: as the form shows it, and in words."""

    question: Question
    value: Any
    words: Any

    @property
    def answered(self) -> bool:
        """Whether something stands there."""
        return bool(self.value)


@dataclass(frozen=True, slots=True)
class Part:
    """A page of the questionnaire: a section with its questions, or the sources."""

    key: str
    number: int
    name: Section | Sentence
    about: Any
    asked: tuple[Asked, ...]
    lists: tuple[str, ...]
    entries: tuple[str, ...]

    @property
    def of_guide(self) -> int:
        """How many questions the guide asks here; our follow-ups are not counted."""
        return sum(not one.question.follow_up for one in self.asked)

    @property
    def answered(self) -> int:
        """How many of them are answered."""
        return sum(one.answered and not one.question.follow_up for one in self.asked)


def parts(
    document: Mapping[str, Any],
    language: str = "en",
    *,
    with_words: bool = True,
    definition: Questionnaire | None = None,
) -> list[Part]:
    """Every page of the questionnaire with what is answered there; without words where it may hold faults."""
    definition = definition or questionnaire()
    answers = document.get("answers") or {}
    given = read_answers(document).given if with_words else {}
    found = []
    for number, section in enumerate(definition.sections, start=1):
        asked = tuple(
            Asked(
                one,
                _shown(answers.get(one.key)),
                answer_words(one, given[one.key], language) if one.key in given else "",
            )
            for one in section.questions
        )
        letters = _letters(section.key, definition)
        entries = _entries(document, letters)
        found.append(Part(section.key, number, section, section.purpose, asked, letters, entries))
    about = say("What the answers rest on: a title, where to find it, and which questions it answers.")
    entries = _entries(document, ("s",))
    return [*found, Part(SOURCES, len(found) + 1, say("Sources"), about, (), ("s",), entries)]


def lists(document: Mapping[str, Any]) -> dict[str, Any]:
    """The repeated rows that a part may show."""
    return {
        "bodies": _spare(document.get("bodies") or [], _BODY),
        "no_bodies": document.get("bodies") == [],
        "initiatives": [
            {**row, "together": "; ".join(str(_shown(one)) for one in row.get("institutions") or [])}
            for row in _spare(document.get("initiatives") or [], _INITIATIVE)
        ],
        "sources": _spare(document.get("sources") or [], _SOURCE),
    }


def within(document: Mapping[str, Any], part: str, definition: Questionnaire | None = None) -> dict[str, Any]:
    """What of a document stands on one page: two people on two pages are not in each other's way."""
    definition = definition or questionnaire()
    answers = document.get("answers") or {}
    here = {key: answers[key] for key in _questions(part, definition) if key in answers}
    return {"answers": here} | {_LISTS[one]: document.get(_LISTS[one]) for one in _letters(part, definition)}


def sent(post: QueryDict, old: Mapping[str, Any], part: str, definition: Questionnaire | None = None) -> dict[str, Any]:
    """The document with one page as it was sent; what the page does not show stays as it was."""
    definition = definition or questionnaire()
    here, before = _questions(part, definition), old.get("answers") or {}
    answers = {key: value for key, value in before.items() if key not in here}
    for one in definition.questions():
        if one.key in here and (answer := _answer(post, one, before.get(one.key))):
            answers[one.key] = answer
    document = {**old, "edition": definition.edition, "answers": answers}
    for letter in _letters(part, definition):
        match letter:
            case "b":
                document.pop("bodies", None)
                bodies = [row for _, row in _numbered(post, "b", _BODY)]
                if bodies or post.get("no_bodies"):
                    document["bodies"] = bodies
            case "i":
                rows = _numbered(post, "i", _INITIATIVE)
                document["initiatives"] = [
                    {
                        **row,
                        **_chosen(post, f"i.{number}", ("sectors", "learning")),
                        **_institutions(post, number, old.get("initiatives") or []),
                    }
                    for number, row in rows
                ]
            case _:
                rows = _numbered(post, "s", _SOURCE)
                document["sources"] = [{**row, **_chosen(post, f"s.{number}", ("questions",))} for number, row in rows]
    return document


def _letters(part: str, definition: Questionnaire) -> tuple[str, ...]:
    """Which repeated rows a page shows: bodies stand in the first section, initiatives in the last."""
    return {definition.sections[0].key: ("b",), definition.sections[-1].key: ("i",), SOURCES: ("s",)}.get(part, ())


def _questions(part: str, definition: Questionnaire) -> frozenset[str]:
    return frozenset(one.key for section in definition.sections if section.key == part for one in section.questions)


def _entries(document: Mapping[str, Any], letters: Sequence[str]) -> tuple[str, ...]:
    """The names or titles of the bodies, initiatives or sources."""
    rows = [row for letter in letters for row in document.get(_LISTS[letter]) or []]
    return tuple(str(_shown(row.get("name") or row.get("title"))) for row in rows)


def _answer(post: QueryDict, question: Question, before: Any) -> Any:
    values = [value.strip().replace("\r\n", "\n") for value in post.getlist(f"a.{question.key}") if value.strip()]
    if not values:
        return None
    if question.kind == "sectors":
        return values
    # A text in several languages is shown in one; where nobody changed it the others stay.
    return before if isinstance(before, dict) and _shown(before) == values[0] else values[0]


def _shown(value: Any) -> Any:
    return in_language(value, "en") if isinstance(value, dict) else value if value is not None else ""


def _spare(rows: Sequence[Mapping[str, Any]], keys: Sequence[str]) -> list[dict[str, Any]]:
    shown = [{**row, **{key: _shown(row.get(key)) for key in keys}} for row in rows]
    return shown + [dict.fromkeys(keys, "") for _ in range(SPARE)]


def _numbered(post: QueryDict, letter: str, keys: Sequence[str]) -> list[tuple[str, dict[str, Any]]]:
    numbers = sorted({name.split(".")[1] for name in post if name.startswith(f"{letter}.") and name.count(".") >= 2})
    rows = []
    for number in sorted(numbers, key=lambda text: (len(text), text)):
        row = {key: value for key in keys if (value := post.get(f"{letter}.{number}.{key}", "").strip())}
        if row.get(keys[0]):
            rows.append((number, row))
    return rows


def _institutions(post: QueryDict, number: str, before: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Who takes part in an initiative, parted by semicolons; a name that nobody changed keeps its languages."""
    known = {str(_shown(one)): one for row in before for one in row.get("institutions") or []}
    typed = post.get(f"i.{number}.institutions", "").replace("\n", ";").split(";")
    names = [name for one in typed if (name := one.strip())]
    return {"institutions": [known.get(name, name) for name in names]} if names else {}


def _chosen(post: QueryDict, stem: str, keys: Sequence[str]) -> dict[str, list[str]]:
    return {key: values for key in keys if (values := [one for one in post.getlist(f"{stem}.{key}") if one])}
