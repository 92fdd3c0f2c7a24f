"""The questionnaire as a form: from a document of answers to fields, and from what was sent back to a document.

Names of fields: `a.KEY` for answers, `b.N.KEY` for bodies, `i.N.KEY` for initiatives, `s.N.KEY` for
sources. Every repeated list shows two empty rows; a row whose first field is blank is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from guildmark.toolkit.context import Questionnaire, questionnaire
from guildmark.toolkit.context.questionnaire import Question
from guildmark.words import in_language

SPARE = 2
_BODY, _INITIATIVE, _SOURCE = ("name", "sector", "level"), ("title", "scope", "purpose"), ("title", "url", "date")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what was answered."""

    question: Question
    value: Any


def filled(document: Mapping[str, Any], definition: Questionnaire | None = None) -> dict[str, Any]:
    """What the template shows: sections with their questions and answers, and the repeated rows."""
    definition = definition or questionnaire()
    answers = document.get("answers") or {}
    return {
        "sections": [
            (section, [Asked(one, _shown(answers.get(one.key))) for one in section.questions])
            for section in definition.sections
        ],
        "bodies": _spare(document.get("bodies") or [], _BODY),
        "no_bodies": document.get("bodies") == [],
        "initiatives": _spare(document.get("initiatives") or [], _INITIATIVE),
        "sources": _spare(document.get("sources") or [], _SOURCE),
    }


def sent(post: QueryDict, old: Mapping[str, Any], definition: Questionnaire | None = None) -> dict[str, Any]:
    """The document that was sent; the country and what the form does not show stay as they were."""
    definition = definition or questionnaire()
    answers: dict[str, Any] = {}
    for one in definition.questions():
        values = [value.strip() for value in post.getlist(f"a.{one.key}") if value.strip()]
        if values:
            answers[one.key] = values if one.kind == "sectors" else values[0]
    bodies = _rows(post, "b", _BODY)
    document = {
        **{key: value for key, value in old.items() if key in {"country", "region"}},
        "edition": definition.edition,
        "answers": answers,
        "initiatives": [
            {**row, **_lists(post, f"i.{number}", ("sectors", "learning"))}
            for number, row in _numbered(post, "i", _INITIATIVE)
        ],
        "sources": [
            {**row, **_lists(post, f"s.{number}", ("questions",))} for number, row in _numbered(post, "s", _SOURCE)
        ],
    }
    if bodies or post.get("no_bodies"):
        document["bodies"] = bodies
    return document


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


def _rows(post: QueryDict, letter: str, keys: Sequence[str]) -> list[dict[str, Any]]:
    return [row for _, row in _numbered(post, letter, keys)]


def _lists(post: QueryDict, stem: str, keys: Sequence[str]) -> dict[str, list[str]]:
    return {key: values for key in keys if (values := [one for one in post.getlist(f"{stem}.{key}") if one])}
