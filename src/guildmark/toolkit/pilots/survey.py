"""The survey of a pilot as a definition: a scale and items, by edition (Steps 4.4 and 4.5, R54).

A later edition is another data file; answers name the edition that they were given under.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any

from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.vocabulary.terms import Term, Wording
from guildmark.words import Text, say

EDITIONS: tuple[str, ...] = ("1",)
"""The editions that ship, the newest last."""
LATEST = EDITIONS[-1]
LONGEST_TEXT = 2_000
"""Characters of an answer in words."""


class Phase(StrEnum):
    """The two readings: before the learning, and after it."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Item(Term):
    """One item; its label is its wording. `kind` is "rating" or "text"; `each_outcome` asks it for each outcome."""

    kind: str
    phases: tuple[Phase, ...]
    each_outcome: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """An item as it is asked in one pilot: with its learning outcome, where it is asked for each.

    `key` names the answer: "content", or "can_do.lo1".
    """

    key: str
    item: Item
    outcome: Text | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """One edition: the words of the scale from 1 upwards, and the items."""

    edition: str
    scale: tuple[Term, ...]
    items: tuple[Item, ...]

    def asked(self, phase: Phase, outcomes: Mapping[str, Text]) -> tuple[Asked, ...]:
        """What is asked in this phase of a pilot with these learning outcomes (id → text)."""
        found: list[Asked] = []
        for item in self.items:
            if phase not in item.phases:
                continue
            if item.each_outcome:
                found += [Asked(f"{item.key}.{key}", item, text) for key, text in outcomes.items()]
            else:
                found.append(Asked(item.key, item))
        return tuple(found)

    def read(self, phase: Phase, outcomes: Mapping[str, Text], given: Mapping[str, Any]) -> dict[str, int | str]:
        """The answers by key, ratings as numbers; blank ones are left out. GuildmarkError with every fault."""
        answers: dict[str, int | str] = {}
        faults: list[Fault] = []
        for one in self.asked(phase, outcomes):
            text = str(given.get(one.key, "") or "").strip()
            if not text:
                continue
            if one.item.kind == "text":
                answers[one.key] = text[:LONGEST_TEXT]
            elif text.isascii() and text.isdecimal() and 1 <= int(text) <= len(self.scale):
                answers[one.key] = int(text)
            else:
                sentence = say("“{found}” is none of the answers. Choose one.", found=text[:40])
                faults.append(Fault("pilots.survey.answer", sentence, Place(path=f"/{one.key}"), found=text[:40]))
        if not answers and not faults:
            faults.append(Fault("pilots.survey.empty", say("Nothing is answered yet. Answer at least one question.")))
        if faults:
            raise GuildmarkError(faults)
        return answers


@lru_cache(maxsize=len(EDITIONS))
def survey(edition: str = LATEST) -> Survey:
    """The survey of this edition; KeyError where there is none."""
    if edition not in EDITIONS:
        raise KeyError(edition)
    data = (files("guildmark.toolkit.pilots.editions") / f"survey_{edition}.toml").read_text("utf-8")
    document = tomllib.loads(data)
    return Survey(
        document["edition"],
        tuple(Term(one["key"], Wording.read(one)) for one in document["scale"]),
        tuple(_item(one) for one in document["item"]),
    )


def _item(one: Mapping[str, Any]) -> Item:
    phases: Sequence[str] = one["phases"]
    return Item(
        one["key"], Wording.read(one), one["kind"], tuple(map(Phase, phases)), bool(one.get("each_outcome", False))
    )
