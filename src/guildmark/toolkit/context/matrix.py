"""Annex 1: the heat matrix of countries and dimensions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guildmark.toolkit.context.finding import finding
from guildmark.toolkit.context.interpretation import interpretation
from guildmark.toolkit.context.model import CountryRatings, Dimension, Matrix, MatrixRow
from guildmark.toolkit.context.other_sources import other_source
from guildmark.toolkit.context.readiness import missing, readiness


def matrix(rows: Sequence[CountryRatings]) -> Matrix:
    """The heat matrix (R32, R33): every country with its readiness, in the order given."""
    rated = tuple(MatrixRow(row, readiness(row.ratings), missing(row.ratings)) for row in rows)
    return Matrix(
        rows=rated,
        finding=finding(rated),
        interpretation=interpretation(rated),
        other_sources=tuple(sentence for sentence in map(other_source, rows) if sentence),
    )


def matrix_json(result: Matrix, language: str = "en") -> dict[str, Any]:
    """The matrix as the JSON of `guildmark matrix --json` (docs/cli.md); notes where there are any."""
    return {
        "countries": [_row(row, language) for row in result.rows],
        "finding": result.finding.text(language),
        "interpretation": [sentence.text(language) for sentence in result.interpretation],
        "other_sources": [sentence.text(language) for sentence in result.other_sources],
    }


def _row(row: MatrixRow, language: str) -> dict[str, Any]:
    source = row.source
    ratings = {dimension: source.ratings.get(dimension) for dimension in Dimension}
    return {
        "country": source.country.code,
        "region": source.region,
        "name": source.country.label(language),
        "ratings": {dimension.value: rating and rating.value for dimension, rating in ratings.items()},
        "readiness": row.readiness and row.readiness.value,
        "missing": [dimension.value for dimension in row.missing],
        "notes": {dimension.value: note for dimension, note in source.notes.items()},
    }
