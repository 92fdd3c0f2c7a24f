"""Reading Step 1."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404

from guildmark.toolkit.context import (
    Answers,
    CountryContext,
    CountryRatings,
    Dimension,
    Matrix,
    Rating,
    country_context,
    matrix,
    read_answers,
)
from guildmark.web.context.models import AnswersVersion, CountryFile, CountryRating
from guildmark.web.look.saving import mark_of
from guildmark.web.partnerships.access import Access


def countries(access: Access) -> QuerySet[CountryFile]:
    """The countries of the current cycle with their ratings, in the order in which they were added."""
    return CountryFile.objects.filter(cycle=access.cycle).prefetch_related("ratings__person")


def country(access: Access, public_id: str) -> CountryFile:
    """A country of the current cycle; Http404 for anybody else's."""
    found = countries(access).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def latest(file: CountryFile) -> AnswersVersion | None:
    """The newest version of a country's answers."""
    return file.versions.select_related("person").first()


def versions(file: CountryFile) -> QuerySet[AnswersVersion]:
    """Every version of a country's answers, the newest first."""
    return file.versions.select_related("person")


def document(file: CountryFile) -> dict[str, Any]:
    """The answers as the command line reads them; without answers an empty questionnaire."""
    version = latest(file)
    place: dict[str, Any] = {"country": file.country} | ({"region": file.region} if file.region else {})
    return (version.document if version else {"answers": {}}) | place


def answers(file: CountryFile) -> Answers:
    """The answers as the toolkit knows them."""
    return read_answers(document(file))


def proposed(file: CountryFile) -> CountryContext:
    """What the answers come to."""
    return country_context(answers(file))


def looked_into(access: Access) -> list[tuple[CountryFile, CountryContext | None]]:
    """Each country with what its newest answers come to, None without any; as many queries for all as for one."""
    newest = AnswersVersion.objects.filter(file=OuterRef("pk")).order_by("-number").values("document")[:1]
    found: list[tuple[CountryFile, CountryContext | None]] = []
    for file in countries(access).annotate(newest=Subquery(newest)):
        place: dict[str, Any] = {"country": file.country} | ({"region": file.region} if file.region else {})
        found.append((file, country_context(read_answers(file.newest | place)) if file.newest else None))
    return found


def mark_of_ratings(file: CountryFile) -> str:
    """Which state of a country's ratings a form was filled in from."""
    return mark_of(sorted(file.ratings.values_list("dimension", "rating", "note", "reason")))


def rated(file: CountryFile) -> CountryRatings:
    """A row of the matrix: only what a person confirmed counts."""
    rows: dict[str, CountryRating] = {row.dimension: row for row in file.ratings.all()}
    return CountryRatings(
        country=file.as_country,
        region=file.region or None,
        ratings={one: Rating(rows[one].rating) if one in rows else None for one in Dimension},
        notes={one: rows[one].note for one in Dimension if one in rows and rows[one].note},
    )


def matrix_of(access: Access) -> Matrix | None:
    """The matrix; None as long as there is no country."""
    rows = [rated(file) for file in countries(access)]
    return matrix(rows) if rows else None
