"""R33: sentences that interpret the ratings in the manner of Annex 1, one rule a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guildmark.toolkit.context.model import CountryRatings, Dimension, MatrixRow, Rating, Readiness
from guildmark.vocabulary import dimensions
from guildmark.words import Listing, Sentence, say

ALL = len(Dimension)


@dataclass(frozen=True, slots=True)
class _Place:
    """The name of a country or region as a word in a sentence."""

    source: CountryRatings

    def label(self, language: str) -> str:
        return self.source.place_name(language)


def interpretation(rows: Sequence[MatrixRow]) -> tuple[Sentence, ...]:
    """The interpretation under the matrix: first each country, then all of them together."""
    return (*interpret_countries(rows), *interpret_together(rows))


def interpret_countries(rows: Sequence[MatrixRow]) -> Iterator[Sentence]:
    """The advanced together, as in Annex 1, then every other country on its own."""
    advanced = [row for row in rows if row.readiness is Readiness.ADVANCED]
    if advanced:
        yield say(
            "{places}: established in all four dimensions – governance, policies, framework and practice.",
            places=_places(advanced),
        )
    for row in rows:
        if row not in advanced:
            yield _interpret(row)


def _interpret(row: MatrixRow) -> Sentence:
    place = _Place(row.source)
    match row.readiness:
        case None:
            return say("{place}: not yet rated in {dimensions}.", place=place, dimensions=_words(row.missing))
        case Readiness.NOT_STARTED:
            return say("{place}: not started; none of the four dimensions is integrated yet.", place=place)
        case _:
            return _mixed(row, place)


def _mixed(row: MatrixRow, place: _Place) -> Sentence:
    established = _words(_rated(row, Rating.ESTABLISHED))
    developing = _words(_rated(row, Rating.DEVELOPING))
    open_ones = _words(_rated(row, Rating.NOT_INTEGRATED))
    match bool(established.items), bool(developing.items), bool(open_ones.items):
        case True, True, False:
            return say(
                "{place}: in transition. Established: {established}. Developing: {developing}.",
                place=place,
                established=established,
                developing=developing,
            )
        case False, True, False:
            return say("{place}: in transition. All four dimensions are developing.", place=place)
        case True, True, True:
            return say(
                "{place}: emerging. Established: {established}. Developing: {developing}. Not yet integrated: {open}.",
                place=place,
                established=established,
                developing=developing,
                open=open_ones,
            )
        case True, False, True:
            return say(
                "{place}: emerging. Established: {established}. Not yet integrated: {open}.",
                place=place,
                established=established,
                open=open_ones,
            )
        case _:
            return say(
                "{place}: emerging. Developing: {developing}. Not yet integrated: {open}.",
                place=place,
                developing=developing,
                open=open_ones,
            )


def interpret_together(rows: Sequence[MatrixRow]) -> Iterator[Sentence]:
    """What holds across the rated countries, where there are two or more: Annex 1's last points."""
    rated = [row for row in rows if row.readiness is not None]
    if len(rated) <= 1:
        return
    everywhere = [dimension for dimension in Dimension if _established(rated, dimension) == len(rated)]
    if everywhere:
        yield say(
            "Across all {count} rated countries, this is established: {dimensions}.",
            count=len(rated),
            dimensions=_words(everywhere),
        )
    nowhere = [dimension for dimension in Dimension if _established(rated, dimension) == 0]
    if nowhere:
        yield say(
            "In none of the {count} rated countries is this established yet: {dimensions}.",
            count=len(rated),
            dimensions=_words(nowhere),
        )
    yield from _practice_and_regulation(rated)
    yield from _trajectory(rated)


def _practice_and_regulation(rated: Sequence[MatrixRow]) -> Iterator[Sentence]:
    practice = _established(rated, Dimension.ACTIVITIES)
    regulation = _established(rated, Dimension.FRAMEWORK)
    if practice > regulation:
        yield say(
            "Practice runs ahead of regulation: activities are established in {practice} of {count} countries, "
            "the framework in {regulation}.",
            practice=practice,
            count=len(rated),
            regulation=regulation,
        )
    elif regulation > practice:
        yield say(
            "Regulation runs ahead of practice: the framework is established in {regulation} of {count} countries, "
            "activities in {practice}.",
            practice=practice,
            count=len(rated),
            regulation=regulation,
        )


def _trajectory(rated: Sequence[MatrixRow]) -> Iterator[Sentence]:
    integrated = _established(rated, Dimension.FRAMEWORK)
    moving = sum(row.source.ratings[Dimension.FRAMEWORK] is Rating.DEVELOPING for row in rated)
    if integrated < len(rated):
        yield say(
            "The direction is from experiments to integration: micro-credentials are part of the qualifications "
            "framework in {integrated} of {count} countries, being added in {moving}, not yet in {waiting}.",
            count=len(rated),
            integrated=integrated,
            moving=moving,
            waiting=len(rated) - integrated - moving,
        )
    else:
        yield say(
            "In all {count} rated countries micro-credentials are part of the qualifications framework.",
            count=len(rated),
        )


def _rated(row: MatrixRow, rating: Rating) -> list[Dimension]:
    return [dimension for dimension in Dimension if row.source.ratings.get(dimension) is rating]


def _established(rows: Sequence[MatrixRow], dimension: Dimension) -> int:
    return sum(row.source.ratings.get(dimension) is Rating.ESTABLISHED for row in rows)


def _words(chosen: Sequence[Dimension]) -> Listing:
    return Listing.of(dimensions.get(dimension.value).short for dimension in chosen)


def _places(rows: Sequence[MatrixRow]) -> Listing:
    return Listing.of(_Place(row.source) for row in rows)
