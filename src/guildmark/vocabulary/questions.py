"""Step 3's questions: four on knowledge (3.1.2), nine on power (3.2), with every answer's text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary.files import read_document
from guildmark.vocabulary.terms import Table, Term, Wording, fold


@dataclass(frozen=True, slots=True)
class KnowledgeQuestion(Term):
    """A question of Step 3.1.2: its label is the question, `options` are in the guide's order."""

    letter: str
    options: tuple[Wording, ...]

    def find_option(self, text: str) -> int | None:
        """The number of the option (from 1) that `text` means: the number, or the text in any language."""
        wanted = fold(text)
        for number, option in enumerate(self.options, start=1):
            if wanted == str(number) or wanted in map(fold, option.all_texts()):
                return number
        return None


@dataclass(frozen=True, slots=True)
class PowerQuestion(Term):
    """A question of Step 3.2: its label is the question, `key` the column ("influence_1").

    `number` is the guide's, 1 to 9; `axis` is "influence" or "support".
    """

    number: int
    axis: str


@dataclass(frozen=True, slots=True)
class Answer(Term):
    """Yes or no."""

    value: bool


def knowledge(key: str) -> KnowledgeQuestion:
    """The knowledge question with this key: lifelong_learning, stacking, flexibility, heard_of."""
    return _knowledge().get(key)


def knowledge_questions() -> tuple[KnowledgeQuestion, ...]:
    """Questions a to d."""
    return _knowledge().items


def power(key: str) -> PowerQuestion:
    """The power question with this key: influence_1 to influence_4, support_1 to support_5."""
    return _power().get(key)


def power_questions(axis: str | None = None) -> tuple[PowerQuestion, ...]:
    """Questions 1 to 9, or those of one axis, "influence" or "support"."""
    return tuple(question for question in _power().items if axis in (None, question.axis))


def find_answer(text: str) -> bool | None:
    """True or False for yes or no in any of the five languages; None for any other text."""
    answer = _answers().find(text)
    return None if answer is None else answer.value


def answers() -> tuple[Answer, ...]:
    """Yes and no, with their words in five languages."""
    return _answers().items


@lru_cache(maxsize=1)
def _knowledge() -> Table[KnowledgeQuestion]:
    return Table(
        KnowledgeQuestion(
            item["key"], Wording.read(item), item["letter"], tuple(Wording.read(option) for option in item["option"])
        )
        for item in read_document("questions")["knowledge"]
    )


@lru_cache(maxsize=1)
def _power() -> Table[PowerQuestion]:
    return Table(
        PowerQuestion(item["key"], Wording.read(item), number, item["key"].rpartition("_")[0])
        for number, item in enumerate(read_document("questions")["power"], start=1)
    )


@lru_cache(maxsize=1)
def _answers() -> Table[Answer]:
    return Table(
        Answer(item["key"], Wording.read(item), item["key"] == "yes") for item in read_document("questions")["answer"]
    )
