"""What a room tells the journey: results for the rules of advice, and what was done in it.

Each room has a module `journey.py` with `contribute(access) -> Contribution`; a room that has nothing
yet answers with an empty one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guildmark.toolkit.advice import Step
from guildmark.words import Sentence

ROOMS: tuple[tuple[str, Step], ...] = (
    ("context", Step.CONTEXT),
    ("awareness", Step.AWARENESS),
    ("stakeholders", Step.STAKEHOLDERS),
    ("design", Step.DESIGN),
    ("pilots", Step.DESIGN),
    ("recognition", Step.RECOGNITION),
)
"""The rooms that contribute, and the step of the guide that each belongs to."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What an advice rests on, in words, and the place where it stands."""

    words: object
    address: str


@dataclass(frozen=True, slots=True)
class Contribution:
    """`results` are fields of toolkit.advice.Results; `actions` what was done, `findings` what was learnt.

    `grounds` says in words what the room's keys in `Advice.rests_on` mean, and where each stands.
    """

    results: Mapping[str, Any] = field(default_factory=dict)
    actions: tuple[Sentence, ...] = ()
    findings: Sentence | None = None
    grounds: Mapping[int | str, Ground] = field(default_factory=dict)
