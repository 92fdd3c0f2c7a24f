"""The heat matrix of Annex 1: a row a country, a column a dimension, a rating and a sentence in each cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guildmark.drawing.frame import CONTENT, MARGIN, WIDTH, Drawn, header, rule, sheet, source_line
from guildmark.drawing.lettering import Block, block
from guildmark.drawing.shapes import ball, unrated
from guildmark.drawing.svg import Node, group, picture
from guildmark.drawing.theme import LIGHT, RULE, UNIT, Size, Theme
from guildmark.drawing.typefaces import HEADING, STRONG, TEXT
from guildmark.toolkit.context.model import Dimension, Matrix, MatrixRow, Rating, Readiness
from guildmark.vocabulary import dimensions, ratings, readiness
from guildmark.words import Listing, say

FILLED = {Rating.ESTABLISHED: 1.0, Rating.DEVELOPING: 0.5, Rating.NOT_INTEGRATED: 0.0}
"""How much of a rating's circle is filled."""
READY = {Readiness.ADVANCED: 1.0, Readiness.DEVELOPING: 0.5, Readiness.EMERGING: 0.25, Readiness.NOT_STARTED: 0.0}
"""How much of the circle of overall readiness is filled."""

GAP = 3 * UNIT
BALL = 18
NAME_ROOM = 168
READY_ROOM = 168
CELL_ROOM = (CONTENT - NAME_ROOM - READY_ROOM - 5 * GAP) / 4
PADDING = 2 * UNIT


def matrix_svg(matrix: Matrix, language: str = "en", *, source: str | None = None, theme: Theme = LIGHT) -> str:
    """The heat matrix as SVG text, 1280 pixels wide and as high as its rows need (the guide, Annex 1; R32).

    `source` is said in the small print under the table, where the caller knows where the ratings come from.
    """
    title = matrix.finding.text(language)
    head = header(say("Step 1 · Readiness for micro-credentials").text(language), title, theme)
    table = _table(matrix, head.bottom + 4 * UNIT, language, theme)
    origin = say("Four dimensions, three ratings and overall readiness after the SACCORD guide, Annex 1.").text(
        language
    )
    foot = source_line(" · ".join(filter(None, (source, origin))), table.bottom + 2 * UNIT, theme)
    height = foot.bottom + MARGIN
    return picture(
        [sheet(WIDTH, height, theme), *head.nodes, *table.nodes, *foot.nodes],
        width=WIDTH,
        height=height,
        title=title,
        description="\n".join(_said(matrix, language)),
        language=language,
    )


def _table(matrix: Matrix, top: float, language: str, theme: Theme) -> Drawn:
    headings = [
        (MARGIN, block(say("Country or region").text(language), HEADING, Size.BODY, NAME_ROOM)),
        *(
            (_column(at), block(dimensions.get(dimension).label(language), HEADING, Size.BODY, CELL_ROOM))
            for at, dimension in enumerate(Dimension)
        ),
        (_column(4), block(say("Overall readiness").text(language), HEADING, Size.BODY, READY_ROOM)),
    ]
    foot = top + max(words.height for _, words in headings)
    nodes = [drawn for x, words in headings for drawn in words.draw(x, foot - words.height, theme.ink)]
    y = foot + UNIT
    nodes.append(rule(MARGIN, y, CONTENT, theme.ink, RULE))
    y += RULE
    for row in matrix.rows:
        drawn = _row(row, y, language, theme)
        nodes += [group(drawn.nodes), rule(MARGIN, drawn.bottom, CONTENT, theme.line)]
        y = drawn.bottom + 1
    return Drawn(tuple(nodes), y)


def _row(row: MatrixRow, top: float, language: str, theme: Theme) -> Drawn:
    y = top + PADDING
    name = block(row.source.place_name(language), HEADING, Size.LEAD, NAME_ROOM)
    nodes = list(name.draw(MARGIN, y - 1, theme.ink))
    bottom = y + name.height
    for at, dimension in enumerate(Dimension):
        cell = _Cell.of(row, dimension, language)
        nodes += cell.draw(_column(at), y, theme)
        bottom = max(bottom, y + cell.height)
    drawn = _overall(row, y, language, theme)
    return Drawn((*nodes, *drawn.nodes), max(bottom, drawn.bottom) + PADDING)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A rating, its word, and the sentence under it."""

    rating: Rating | None
    word: Block
    note: Block | None

    @classmethod
    def of(cls, row: MatrixRow, dimension: Dimension, language: str) -> _Cell:
        rating = row.source.ratings.get(dimension)
        note = row.source.notes.get(dimension, "").strip()
        return cls(
            rating,
            block(_rating_word(rating, language), STRONG, Size.BODY, CELL_ROOM - BALL - UNIT),
            block(note, TEXT, Size.SMALL, CELL_ROOM) if note else None,
        )

    @property
    def height(self) -> float:
        """From the top of the word to the bottom of the sentence, in pixels."""
        return self.word.height + (4 + self.note.height if self.note else 0)

    def draw(self, x: float, y: float, theme: Theme) -> Iterator[Node]:
        mark_y = y + (self.word.leading - BALL) / 2
        if self.rating is None:
            yield unrated(x, mark_y, BALL, colour=theme.soft)
        else:
            paint = theme.paint(ratings.get(self.rating).colour)
            yield ball(FILLED[self.rating], x, mark_y, BALL, colour=paint.fill, line=paint.outline)
        yield from self.word.draw(x + BALL + UNIT, y, theme.ink if self.rating else theme.soft)
        if self.note:
            yield from self.note.draw(x, y + self.word.height + 4, theme.soft)


def _overall(row: MatrixRow, y: float, language: str, theme: Theme) -> Drawn:
    x = _column(4)
    if row.readiness is None:
        words = block(say("Not yet rated").text(language), TEXT, Size.BODY, READY_ROOM)
        return Drawn(tuple(words.draw(x, y, theme.soft)), y + words.height)
    word = block(readiness.get(row.readiness).label(language), HEADING, Size.LEAD, READY_ROOM - BALL - UNIT)
    paint = theme.paint(readiness.get(row.readiness).colour)
    mark = ball(READY[row.readiness], x, y + (word.leading - BALL) / 2 - 1, BALL, colour=paint.fill, line=paint.outline)
    return Drawn((mark, *word.draw(x + BALL + UNIT, y - 1, theme.ink)), y + word.height)


def _column(at: int) -> float:
    """The left edge of a dimension's column, 0 to 3; 4 is overall readiness."""
    return MARGIN + NAME_ROOM + GAP + at * (CELL_ROOM + GAP)


def _rating_word(rating: Rating | None, language: str) -> str:
    return ratings.get(rating).label(language) if rating else say("Not yet rated").text(language)


def _said(matrix: Matrix, language: str) -> Iterator[str]:
    """The table in sentences, a line a country, then what it means."""
    for row in matrix.rows:
        cells = Listing.of(
            say(
                "{dimension}: {rating}",
                dimension=dimensions.get(dimension),
                rating=_rating_word(row.source.ratings.get(dimension), language),
            )
            for dimension in Dimension
        )
        overall = readiness.get(row.readiness) if row.readiness else say("not yet rated")
        yield say(
            "{place}. {cells}. Overall readiness: {overall}.",
            place=row.source.place_name(language),
            cells=cells,
            overall=overall,
        ).text(language)
        yield from (note for dimension in Dimension if (note := row.source.notes.get(dimension, "").strip()))
    yield from (sentence.text(language) for sentence in matrix.interpretation)
