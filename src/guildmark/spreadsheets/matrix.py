"""The matrix of countries as a spreadsheet (Step 1, Annex 1): its columns, reading and writing."""

from __future__ import annotations

from typing import Any

from guildmark.errors import Fault
from guildmark.spreadsheets.columns import Column
from guildmark.spreadsheets.kinds import CountryAndRegion, Note, Words
from guildmark.spreadsheets.limits import DEFAULT_LIMITS, SpreadsheetLimits
from guildmark.spreadsheets.opening import open_table
from guildmark.spreadsheets.reading import Reading, compared, read_rows
from guildmark.spreadsheets.writing import Rows, Shown, WorkbookWriter
from guildmark.toolkit.context.model import CountryRatings, Dimension, Matrix, Rating
from guildmark.vocabulary import dimensions, ratings, readiness
from guildmark.words import Listing, say


def _unknown_rating(text: str, accepted: tuple[str, ...]) -> Fault:
    return Fault(
        "matrix.rating.unknown",
        say(
            "“{found}” is not a rating. Write {accepted}, or leave the cell blank for not yet rated.",
            found=text,
            accepted=Listing.of(accepted, either=True),
        ),
        found=text,
        accepted=accepted,
    )


_RATING = Words(ratings.find, ratings.all_ratings, _unknown_rating)

COUNTRY = Column(
    "country",
    CountryAndRegion(),
    say("The country: its two-letter code or a usual name. A region may follow after a slash: Italy / Basilicata."),
    required=True,
    needed=True,
    width=24,
)
RATINGS = {
    dimension: Column(
        dimension.value,
        _RATING,
        say("{dimension}: how far the country has come.", dimension=dimensions.get(dimension.value)),
        required=True,
        width=20,
    )
    for dimension in Dimension
}
NOTES = {
    dimension: Column(
        f"{dimension.value}_note",
        Note(),
        say("{dimension}: one sentence that says why.", dimension=dimensions.get(dimension.value)),
        width=44,
    )
    for dimension in Dimension
}
COLUMNS: tuple[Column[Any], ...] = (COUNTRY, *RATINGS.values(), *NOTES.values())
_READINESS = Shown("_readiness")


def read_matrix(data: bytes, filename: str, limits: SpreadsheetLimits = DEFAULT_LIMITS) -> tuple[CountryRatings, ...]:
    """The rated countries of a .xlsx or .csv file, in the order of its rows; GuildmarkError with every fault."""
    reading = read_rows(open_table(data, filename, limits), COLUMNS, limits)
    rated = []
    first_rows: dict[tuple[str, str], int] = {}
    for row in reading.rows:
        place = row.get(COUNTRY)
        if place is None:
            continue
        country, region = place
        first = first_rows.setdefault((country.code, compared(region or "")), row.number)
        if first != row.number:
            reading.refuse(_doubled(reading, CountryRatings(country, region), first, row.number))
        rated.append(
            CountryRatings(
                country,
                region,
                {dimension: _rating(row.get(column)) for dimension, column in RATINGS.items()},
                {dimension: note for dimension, column in NOTES.items() if (note := row.get(column))},
                row.number,
            )
        )
    reading.finish()
    return tuple(rated)


def write_matrix(matrix: Matrix, language: str = "en") -> bytes:
    """The matrix as a workbook that `read_matrix` reads back, with the readiness beside it."""
    writer = WorkbookWriter(matrix.finding, language)
    cells = [
        {
            **country_cells(row.source, language),
            _READINESS.name: readiness.get(row.readiness.value).label(language) if row.readiness else "",
        }
        for row in matrix.rows
    ]
    colours = {
        (number, dimension.value): ratings.get(rating.value).colour
        for number, row in enumerate(matrix.rows)
        for dimension, rating in row.source.ratings.items()
        if rating
    }
    writer.add_rows(Rows(say("Matrix"), COLUMNS, cells, (_READINESS,), colours))
    writer.add_reading(say("Findings"), matrix.finding, matrix.interpretation, COLUMNS)
    return writer.finish()


def country_cells(rated: CountryRatings, language: str) -> dict[str, str]:
    """One row as text, by column name."""
    return {
        COUNTRY.name: COUNTRY.kind.write((rated.country, rated.region), language),
        **{
            column.name: column.kind.write(rating.value, language)
            for dimension, column in RATINGS.items()
            if (rating := rated.ratings.get(dimension))
        },
        **{NOTES[dimension].name: note for dimension, note in rated.notes.items()},
    }


def _rating(key: str | None) -> Rating | None:
    return Rating(key) if key else None


def _doubled(reading: Reading, doubled: CountryRatings, first: int, second: int) -> Fault:
    return Fault(
        "matrix.country.doubled",
        say(
            "{country} stands in row {first} and again in row {second}. Keep one row, or name a region after a slash.",
            country=doubled.country,
            first=first,
            second=second,
        ),
        reading.table.place(second, COUNTRY.name),
        found=doubled.place_name(),
    )
