"""What can be done in Step 1. Each action: authorised, validated, one transaction, in the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.http import QueryDict

from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.toolkit.context import CountryRatings, Dimension, Rating, read_answers
from guildmark.vocabulary.countries import Country
from guildmark.web.context import selectors, sheet
from guildmark.web.context.models import AnswersVersion, CountryFile, CountryRating
from guildmark.web.journal.actions import record
from guildmark.web.look.saving import saved_meanwhile
from guildmark.web.partnerships.access import Access, Right
from guildmark.words import say


def add_country(access: Access, country: Country, region: str = "") -> CountryFile:
    """Begins to look into a country or region; a fault where it is there already."""
    access.require(Right.EDIT)
    try:
        with transaction.atomic():
            file = CountryFile.objects.create(cycle=access.cycle, country=country.code, region=region.strip())
            record(access.person, "context.country.added", file, partnership=access.partnership, label=str(file))
    except IntegrityError as doubled:
        raise GuildmarkError(
            Fault("context.country.there", say("{country} is in the matrix already.", country=country))
        ) from doubled
    return file


@transaction.atomic
def remove_country(access: Access, public_id: str) -> None:
    """Takes a country out, with its answers and ratings; the journal keeps the last of each."""
    access.require(Right.EDIT)
    file = selectors.country(access, public_id)
    before = {"answers": selectors.document(file), "ratings": {one.dimension: one.rating for one in file.ratings.all()}}
    record(
        access.person, "context.country.removed", file,
        partnership=access.partnership, label=str(file), before=before,
    )  # fmt: skip
    file.delete()


@transaction.atomic
def save_answers(access: Access, public_id: str, document: Mapping[str, Any], *, version: int) -> AnswersVersion:
    """A new version of a country's answers; `version` is the one that was read (0 for none)."""
    access.require(Right.EDIT)
    file = selectors.country(access, public_id)
    CountryFile.objects.select_for_update(no_key=True).values_list("pk").get(pk=file.pk)  # the second saver waits
    latest = selectors.latest(file)
    if (latest.number if latest else 0) != version:
        raise saved_meanwhile()
    read_answers(document)
    if latest is not None and latest.document == dict(document):
        return latest
    saved = AnswersVersion.objects.create(file=file, number=version + 1, document=dict(document), person=access.person)
    record(
        access.person, "context.answers.saved", file,
        partnership=access.partnership, label=str(file), before={"version": version}, after={"version": saved.number},
    )  # fmt: skip
    return saved


@transaction.atomic
def save_section(access: Access, public_id: str, section: str, post: QueryDict, version: int) -> AnswersVersion:
    """One page of the questionnaire as it was sent, from version `version`; the rest stays as it is now.

    Somebody who saved another page meanwhile is not in the way; who saved this one is.
    """
    access.require(Right.EDIT)
    file = selectors.country(access, public_id)
    latest = selectors.latest(file)
    if latest is not None and latest.number != version:
        read = file.versions.filter(number=version).first()
        if sheet.within(read.document if read else {}, section) != sheet.within(latest.document, section):
            raise saved_meanwhile()
    document = sheet.sent(post, selectors.document(file), section)
    return save_answers(access, public_id, document, version=latest.number if latest else 0)


@transaction.atomic
def rate(access: Access, public_id: str, dimension: Dimension, rating: Rating, *, note: str, reason: str) -> None:
    """Confirms what the answers propose, or overrules it: then a reason is needed."""
    access.require(Right.EDIT)
    file = selectors.country(access, public_id)
    proposal = selectors.proposed(file).proposals[dimension].proposed
    if proposal is not None and rating is not proposal and not reason.strip():
        raise GuildmarkError(
            Fault(
                "context.rating.reason",
                say("This differs from what the answers propose. Say why."),
                Place(path=f"/{dimension.value}"),
            )
        )
    latest = selectors.latest(file)
    old = file.ratings.filter(dimension=dimension.value).first()
    new = {
        "rating": rating.value, "note": note.strip(), "reason": reason.strip(),
        "proposed": proposal.value if proposal else "", "answers_version": latest.number if latest else 0,
    }  # fmt: skip
    if not new["proposed"] or new["proposed"] == new["rating"]:
        new["reason"] = ""
    before = {key: getattr(old, key) for key in new} if old else None
    if before == new:
        return
    CountryRating.objects.update_or_create(
        file=file, dimension=dimension.value, defaults={**new, "person": access.person}
    )
    overruled = proposal is not None and rating is not proposal
    verb = "context.rating.overruled" if overruled else "context.rating.confirmed"
    record(
        access.person, verb, file,
        partnership=access.partnership, label=f"{file}: {dimension.value}", before=before, after=new,
    )  # fmt: skip


@transaction.atomic
def import_matrix(access: Access, rows: Sequence[CountryRatings]) -> int:
    """Takes over the rows of a spreadsheet: new countries are added, ratings written over; how many rows."""
    access.require(Right.EDIT)
    for row in rows:
        file, new = CountryFile.objects.get_or_create(
            cycle=access.cycle, country=row.country.code, region=row.region or ""
        )
        if new:
            record(access.person, "context.country.added", file, partnership=access.partnership, label=str(file))
        for dimension, rating in row.ratings.items():
            if rating:
                reason = say("Taken over from a spreadsheet.").text("en")
                rate(access, file.public_id, dimension, rating, note=row.notes.get(dimension, ""), reason=reason)
    return len(rows)
