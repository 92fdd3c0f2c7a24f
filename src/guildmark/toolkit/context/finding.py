"""The heat matrix's title: what it finds, in a sentence with a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from guildmark.toolkit.context.model import MatrixRow, Readiness
from guildmark.toolkit.context.numerals import Numeral
from guildmark.words import Sentence, say, say_count


class Standing(StrEnum):
    """How far a country has come, in the three words of the title; or not yet rated."""

    READY = "ready"
    ON_THE_WAY = "on_the_way"
    NOT_STARTED = "not_started"
    UNRATED = "unrated"


_STANDINGS = {
    Readiness.ADVANCED: Standing.READY,
    Readiness.DEVELOPING: Standing.ON_THE_WAY,
    Readiness.EMERGING: Standing.ON_THE_WAY,
    Readiness.NOT_STARTED: Standing.NOT_STARTED,
    None: Standing.UNRATED,
}


def finding(rows: Sequence[MatrixRow]) -> Sentence:
    """The title: "Two countries are ready, two are on their way." Regions count as countries do.

    Advanced is ready; developing and emerging are on their way.
    """
    sizes = Counter(_STANDINGS[row.readiness] for row in rows)
    present = [(standing, sizes[standing]) for standing in Standing if sizes[standing]]
    if not present:
        return say("No country is in the matrix yet.")
    (standing, size), *others = present
    regions = any(row.source.region for row in rows)
    first = _first_with_regions(standing, size) if regions else _first_of_countries(standing, size)
    match [_further(standing, size) for standing, size in others]:
        case []:
            return say("{first}.", context="title of the matrix", first=first)
        case [second]:
            return say("{first}, {second}.", context="title of the matrix", first=first, second=second)
        case [second, third]:
            return say(
                "{first}, {second}, {third}.", context="title of the matrix", first=first, second=second, third=third
            )
        case [second, third, fourth]:
            return say(
                "{first}, {second}, {third}, {fourth}.",
                context="title of the matrix",
                first=first,
                second=second,
                third=third,
                fourth=fourth,
            )
        case _:
            raise ValueError("there are four standings")


def _first_of_countries(standing: Standing, size: int) -> Sentence:
    number = Numeral(size, capital=True)
    match standing:
        case Standing.READY:
            return say_count("One country is ready", "{number} countries are ready", size, number=number)
        case Standing.ON_THE_WAY:
            return say_count("One country is on its way", "{number} countries are on their way", size, number=number)
        case Standing.NOT_STARTED:
            return say_count("One country has not started", "{number} countries have not started", size, number=number)
        case Standing.UNRATED:
            return say_count(
                "One country is not yet rated", "{number} countries are not yet rated", size, number=number
            )


def _first_with_regions(standing: Standing, size: int) -> Sentence:
    number = Numeral(size, capital=True)
    match standing:
        case Standing.READY:
            return say_count(
                "One country or region is ready", "{number} countries and regions are ready", size, number=number
            )
        case Standing.ON_THE_WAY:
            return say_count(
                "One country or region is on its way",
                "{number} countries and regions are on their way",
                size,
                number=number,
            )
        case Standing.NOT_STARTED:
            return say_count(
                "One country or region has not started",
                "{number} countries and regions have not started",
                size,
                number=number,
            )
        case Standing.UNRATED:
            return say_count(
                "One country or region is not yet rated",
                "{number} countries and regions are not yet rated",
                size,
                number=number,
            )


def _further(standing: Standing, size: int) -> Sentence:
    number = Numeral(size)
    match standing:
        case Standing.READY:
            return say_count("one is ready", "{number} are ready", size, context="more countries", number=number)
        case Standing.ON_THE_WAY:
            return say_count(
                "one is on its way", "{number} are on their way", size, context="more countries", number=number
            )
        case Standing.NOT_STARTED:
            return say_count(
                "one has not started", "{number} have not started", size, context="more countries", number=number
            )
        case Standing.UNRATED:
            return say_count(
                "one is not yet rated", "{number} are not yet rated", size, context="more countries", number=number
            )
