"""What a column is: defined once, and used to read, to write and to make the template."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from guildmark.errors import Fault, Place
from guildmark.words import Sentence

T = TypeVar("T")


class Misread(Exception):  # noqa: N818 -- it is an answer, not an error: the reader turns it into a fault
    """A cell that a kind cannot read; it carries everything of the fault but where it happened."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.code)


class Kind(ABC, Generic[T]):
    """How the text of a cell becomes a value, and a value the text of a cell."""

    is_prose: ClassVar[bool] = False
    """Whether a person writes freely there, so that a text may begin with + - or @."""

    @abstractmethod
    def read(self, text: str) -> T:
        """The value of a cell that is not blank; Misread where there is none."""

    def write(self, value: T, language: str) -> str:
        """The text from which `read` makes the same value again, in `language` where it has words."""
        return str(value)

    def choices(self, language: str) -> tuple[str, ...]:
        """What a drop-down offers; nothing where any text may stand."""
        return ()


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: its name in the file, what may stand in it, and what the guidance sheet says.

    `required`: the column must be there. `needed`: no row may leave it blank.
    """

    name: str
    kind: Kind[T]
    guidance: Sentence
    required: bool = False
    needed: bool = False
    width: int = 16

    def found_in(self, row: int, place: Place) -> Place:
        """The place of this column's cell in a row."""
        return Place(file=place.file, sheet=place.sheet, row=row, column=self.name)
