"""Step 1's words: the four dimensions, three ratings and the readiness of a country (Annex 1)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from guildmark.vocabulary.countries import Country
from guildmark.words import Sentence


class Dimension(StrEnum):
    """A column of the heat matrix, in Annex 1's order."""

    GOVERNANCE = "governance"
    POLICIES = "policies"
    FRAMEWORK = "framework"
    ACTIVITIES = "activities"


class Rating(StrEnum):
    """How far one dimension of a national system has come: green, yellow, red in Annex 1."""

    ESTABLISHED = "established"
    DEVELOPING = "developing"
    NOT_INTEGRATED = "not_integrated"


class Readiness(StrEnum):
    """What the four ratings of a country come to."""

    ADVANCED = "advanced"
    DEVELOPING = "developing"
    EMERGING = "emerging"
    NOT_STARTED = "not_started"


@dataclass(frozen=True, slots=True)
class CountryRatings:
    """One row of the matrix: a country or region, its ratings and the sentence beside each.

    `row` is the row of the spreadsheet it came from, where it came from one.
    """

    country: Country
    region: str | None = None
    ratings: dict[Dimension, Rating | None] = field(default_factory=dict)
    notes: dict[Dimension, str] = field(default_factory=dict)
    row: int | None = None

    def place_name(self, language: str = "en") -> str:
        """The name as people read it: "Italy", or "Italy / Basilicata" for a region."""
        name = self.country.label(language)
        return f"{name} / {self.region}" if self.region else name


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A rated country with what follows from the ratings."""

    source: CountryRatings
    readiness: Readiness | None
    missing: tuple[Dimension, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The heat matrix: rows in the order given, the finding as a title, the interpretation of R33.

    `other_sources` say where what we know from elsewhere disagrees with a rating, with its date.
    """

    rows: tuple[MatrixRow, ...]
    finding: Sentence
    interpretation: tuple[Sentence, ...]
    other_sources: tuple[Sentence, ...] = ()
