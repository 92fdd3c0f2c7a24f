"""`guildmark matrix`: the heat matrix of countries (Step 1, Annex 1)."""

from __future__ import annotations

from pathlib import Path

import click

from guildmark.cli.command import guildmark_command, language_option, output_option
from guildmark.cli.limits import limits_here
from guildmark.cli.pictures import PICTURE_ENDINGS, pictured
from guildmark.cli.reading import read_spreadsheet
from guildmark.cli.voice import Voice
from guildmark.cli.writing import check_target, write_file
from guildmark.toolkit.context.model import Dimension, Matrix, Rating
from guildmark.words import say

_MARKS = {Rating.ESTABLISHED: "●", Rating.DEVELOPING: "◐", Rating.NOT_INTEGRATED: "○"}


@guildmark_command("matrix", about=say("Rate countries' readiness and draw the heat matrix (Step 1)."))
@click.argument("file")
@output_option(PICTURE_ENDINGS)
@language_option
def command(voice: Voice, file: str, output: str | None) -> int:
    """Reads the ratings, says what they come to, and draws them where a file is named."""
    from guildmark.spreadsheets.matrix import read_matrix
    from guildmark.toolkit.context import matrix, matrix_json

    path = check_target(output, PICTURE_ENDINGS, [file]) if output else None
    limits = limits_here()
    result = matrix(read_matrix(read_spreadsheet(file, limits), file, limits.spreadsheet))
    if path:
        write_file(path, _drawn(path, result, voice.language))
    if voice.as_json:
        voice.answer(matrix_json(result, voice.language))
    else:
        _show(voice, result, file, output)
    return 0


def _drawn(path: Path, result: Matrix, language: str) -> bytes:
    from guildmark.drawing.matrix import matrix_svg
    from guildmark.spreadsheets.matrix import write_matrix

    return pictured(
        path, lambda: matrix_svg(result, language), lambda: write_matrix(result, language), result.finding, language
    )


def _show(voice: Voice, result: Matrix, file: str, output: str | None) -> None:
    from guildmark.vocabulary import dimensions, ratings, readiness

    page = voice.page()
    page.finding(result.finding)
    heads = [say("Country"), *(dimensions.get(one.value).short for one in Dimension), say("Overall")]
    rows = []
    for row in result.rows:
        cells: list[object] = [row.source.place_name(voice.language)]
        for dimension in Dimension:
            rating = row.source.ratings.get(dimension)
            cells.append(f"{_MARKS[rating]} {ratings.get(rating.value).label(voice.language)}" if rating else "–")
        cells.append(readiness.get(row.readiness.value) if row.readiness else say("not yet rated"))
        rows.append(cells)
    page.table(heads, rows)
    page.points(say("What this means"), result.interpretation)
    page.points(say("Other sources say"), result.other_sources)
    if output:
        page.next(say("open {file}.", file=output))
    else:
        page.next(say("draw it: guildmark matrix {file} -o matrix.svg", file=file))
