"""The data colours: five for groups, three of them for ratings as well (the guide, Steps 1 and 3)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary.files import read_items
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class Colour(Term):
    """A colour with a job, as sRGB hex for light and for dark paper.

    `on_light` and `on_dark` are the colours of text standing on it (contrast of at least 4.5 : 1).
    `outlined`: on light paper its shapes carry a 2-pixel ink outline, as the colour alone has less
    than 3 : 1.
    """

    light: str
    dark: str
    on_light: str
    on_dark: str
    outlined: bool


def get(key: str) -> Colour:
    """The colour with this key: purple, green, blue, red, yellow."""
    return _table().get(key)


def all_colours() -> tuple[Colour, ...]:
    """The five colours in the guide's order."""
    return _table().items


@lru_cache(maxsize=1)
def _table() -> Table[Colour]:
    return Table(
        Colour(
            item["key"],
            Wording.read(item),
            light=item["light"],
            dark=item["dark"],
            on_light=item["on_light"],
            on_dark=item["on_dark"],
            outlined=item["outlined"],
        )
        for item in read_items("colours")
    )
