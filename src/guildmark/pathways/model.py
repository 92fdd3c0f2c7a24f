"""A larger qualification, its exit awards, and what the receiving organisation decided to count."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Model = Literal["embedded", "prior_learning", "modular"]
"""How it counts (ch. 3.3.6)."""


class Decision(StrEnum):
    """What the receiving organisation said; nobody is entitled to a yes."""

    NONE = "none"
    ASKED = "asked"
    GRANTED = "granted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Exit:
    """An award that one holds on the way, once so many ECTS credits are reached."""

    title: str
    credits: float


@dataclass(frozen=True, slots=True)
class Qualification:
    """A larger qualification; `credits` are its ECTS credits in all, None where nobody said."""

    title: str
    receiver: str
    credits: float | None
    exits: tuple[Exit, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """A micro-credential that may count; `key` tells the same one twice, `credits` is what was counted of it."""

    key: str
    title: str
    credits: float | None
    model: Model
    decision: Decision = Decision.NONE
