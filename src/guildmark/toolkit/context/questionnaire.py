"""Step 1's questionnaire as a definition: sections with purpose, key aspects and questions, by edition.

The guide is a living document (R54): a later edition is another data file, and answers name the
edition that they were given under. The guide's own questions stand in its order; those marked
`follow_up` are ours, optional, and asked only where a proposal needs them (R30a).
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from guildmark.toolkit.context.model import Dimension
from guildmark.vocabulary.terms import Table, Term, Wording

EDITIONS: tuple[str, ...] = ("1",)
"""The editions that ship, the newest last."""
LATEST = EDITIONS[-1]


@dataclass(frozen=True, slots=True)
class Option(Term):
    """One answer of a choice, with the guide's letter."""

    letter: str


@dataclass(frozen=True, slots=True)
class Condition:
    """When a question is asked: after the answer `is_answer` to `question`, or where governance is split."""

    question: str | None = None
    is_answer: str | None = None
    split: bool = False


@dataclass(frozen=True, slots=True)
class Question(Term):
    """A question; its label is its wording.

    `kind`: "choice" (one of `options`), "text", "year", or "sectors" (several of the guide's A to P).
    `collects`: "bodies" (of `sector`) or "initiatives" (of `scope`), which stand beside the answers.
    """

    kind: str
    follow_up: bool
    options: tuple[Option, ...]
    when: Condition | None
    collects: str | None
    sector: str | None
    scope: str | None

    def find_option(self, text: str) -> Option | None:
        """The option that a person means: its key, its letter, or its text in any of the five languages."""
        return Table(self.options, aliases=lambda option: (option.letter,)).find(text)


@dataclass(frozen=True, slots=True)
class Section(Term):
    """A section of the questionnaire and the dimension of the matrix that it informs."""

    dimension: Dimension
    purpose: Wording
    aspects: tuple[Wording, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """One edition of the questionnaire."""

    edition: str
    sections: tuple[Section, ...]

    def questions(self) -> tuple[Question, ...]:
        """All questions, follow-ups included, in their order."""
        return tuple(question for section in self.sections for question in section.questions)

    def find(self, key: str) -> Question | None:
        """The question with this key ("s1.q1")."""
        return next((question for question in self.questions() if question.key == key), None)

    def nearest(self, key: str) -> list[str]:
        """Keys of questions that look like `key`, the likeliest first."""
        return difflib.get_close_matches(key, [question.key for question in self.questions()], n=3, cutoff=0.4)


@lru_cache(maxsize=8)
def questionnaire(edition: str = LATEST) -> Questionnaire:
    """The questionnaire of an edition; LookupError for one that does not ship."""
    if edition not in EDITIONS:
        raise LookupError(f"there is no edition {edition!r}; there are {', '.join(EDITIONS)}")
    source = files("guildmark.toolkit.context.editions") / f"edition_{edition}.toml"
    document = tomllib.loads(source.read_text("utf-8"))
    return Questionnaire(document["edition"], tuple(_section(item) for item in document["section"]))


def _section(item: Mapping[str, Any]) -> Section:
    return Section(
        key=item["key"],
        name=Wording.read(item),
        dimension=Dimension(item["dimension"]),
        purpose=Wording.read(item["purpose"]),
        aspects=tuple(Wording.read(aspect) for aspect in item["aspect"]),
        questions=tuple(_question(question) for question in item["question"]),
    )


def _question(item: Mapping[str, Any]) -> Question:
    when = item.get("when")
    return Question(
        key=item["key"],
        name=Wording.read(item),
        kind=item["kind"],
        follow_up=item.get("follow_up", False),
        options=tuple(
            Option(option["key"], Wording.read(option), option["letter"]) for option in item.get("option", ())
        ),
        when=Condition(when.get("question"), when.get("is"), when.get("split", False)) if when else None,
        collects=item.get("collects"),
        sector=item.get("sector"),
        scope=item.get("scope"),
    )
