"""What Step 1's matrix asks for, dimension by dimension."""

from __future__ import annotations

from collections.abc import Iterator

from guildmark.toolkit.advice.model import Advice
from guildmark.toolkit.context.model import Dimension, Matrix, MatrixRow, Rating
from guildmark.vocabulary import dimensions
from guildmark.words import Listing, Sentence, say


def from_context(matrix: Matrix) -> Iterator[Advice]:
    """Next actions for each country of the matrix, in its order."""
    for row in matrix.rows:
        yield from _unrated(row)
        for dimension in Dimension:
            yield from _of(dimension, row)
        yield from _learn_from(row, matrix)


def _unrated(row: MatrixRow) -> Iterator[Advice]:
    if row.missing:
        sentence = say(
            "{place}: rate {dimensions}, so that the readiness can be told.",
            place=_Place(row),
            dimensions=Listing.of(dimensions.get(dimension.value).short for dimension in row.missing),
        )
        yield Advice("advice.rate_dimensions", sentence, "Step 1", _cells(row, *row.missing))


def _of(dimension: Dimension, row: MatrixRow) -> Iterator[Advice]:
    rating, place = row.source.ratings.get(dimension), _Place(row)
    found: tuple[str, Sentence, str] | None = None
    match dimension, rating:
        case Dimension.GOVERNANCE, Rating.NOT_INTEGRATED:
            sentence = say("{place}: find out who could accredit or validate, and map them first.", place=place)
            found = ("advice.find_authorities", sentence, "Step 3.1.1")
        case Dimension.GOVERNANCE, Rating.DEVELOPING:
            sentence = say(
                "{place}: bring national and regional bodies to one table; neither decides alone.", place=place
            )
            found = ("advice.join_authorities", sentence, "Step 3.1.1")
        case Dimension.POLICIES, Rating.NOT_INTEGRATED | Rating.DEVELOPING:
            sentence = say(
                "{place}: there is no firm policy to lean on; build a shared vocabulary and political visibility.",
                place=place,
            )
            found = ("advice.raise_awareness", sentence, "Step 2")
        case Dimension.FRAMEWORK, Rating.NOT_INTEGRATED:
            sentence = say(
                "{place}: the framework has no place for micro-credentials; plan for institutional or sectoral "
                "recognition.",
                place=place,
            )
            found = ("advice.other_routes", sentence, "Step 5.2")
        case Dimension.FRAMEWORK, Rating.DEVELOPING:
            sentence = say("{place}: the framework is being revised; offer your pilot as evidence.", place=place)
            found = ("advice.inform_revision", sentence, "Step 5.2")
        case Dimension.ACTIVITIES, Rating.NOT_INTEGRATED:
            sentence = say(
                "{place}: there is no practice yet; a small pilot of your own would be the first.", place=place
            )
            found = ("advice.first_pilot", sentence, "Step 4.4")
        case Dimension.ACTIVITIES, Rating.DEVELOPING:
            sentence = say("{place}: join the initiatives that exist before you begin another.", place=place)
            found = ("advice.join_initiatives", sentence, "Step 4.1")
    if found:
        rule, sentence, section = found
        yield Advice(rule, sentence, section, _cells(row, dimension))


def _learn_from(row: MatrixRow, matrix: Matrix) -> Iterator[Advice]:
    """Where a dimension is red here and green elsewhere in the matrix: ask there how it was done."""
    for dimension in Dimension:
        if row.source.ratings.get(dimension) is not Rating.NOT_INTEGRATED:
            continue
        ahead = [one for one in matrix.rows if one.source.ratings.get(dimension) is Rating.ESTABLISHED]
        if ahead:
            sentence = say(
                "{place} can learn from others, {dimension}: {models}.",
                place=_Place(row),
                dimension=dimensions.get(dimension.value).short,
                models=Listing.of(_Place(one) for one in ahead),
            )
            rests_on = (*_cells(row, dimension), *(cell for one in ahead for cell in _cells(one, dimension)))
            yield Advice("advice.learn_from", sentence, "Step 2", rests_on)


class _Place:
    """The name of a row as a word in a sentence."""

    def __init__(self, row: MatrixRow) -> None:
        self._row = row

    def label(self, language: str) -> str:
        return self._row.source.place_name(language)


def _cells(row: MatrixRow, *chosen: Dimension) -> tuple[str, ...]:
    source = row.source
    place = f"{source.country.code}/{source.region}" if source.region else source.country.code
    return tuple(f"{place}.{dimension.value}" for dimension in chosen)
