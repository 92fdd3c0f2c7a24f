"""Publishing an approved version, and taking it out of the register again."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import transaction
from django.http import Http404

from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.design import read_design
from guildmark.web.design.models import DesignVersion, MicroCredential
from guildmark.web.journal.actions import record
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.register.columns import columns
from guildmark.web.register.models import Facet, Provider, Publication
from guildmark.words import say


@transaction.atomic
def publish(access: Access, version: DesignVersion) -> Publication:
    """Shows an approved version to everyone, in place of an older one of the same micro-credential."""
    access.require(Right.COORDINATE)
    if version.micro_credential.cycle.partnership_id != access.partnership.pk:
        raise Http404
    # Two who publish at once wait for each other here, where the database can make them.
    MicroCredential.objects.select_for_update().get(pk=version.micro_credential_id)
    if not hasattr(version, "approval"):
        raise GuildmarkError(
            Fault("register.not_approved", say("Only an approved version can be published. Approve it first."))
        )
    now = datetime.now(UTC)
    publication = Publication.objects.filter(version=version).first()
    if publication is not None and publication.withdrawn_at is None:
        return publication
    Publication.objects.filter(micro_credential=version.micro_credential, withdrawn_at=None).update(withdrawn_at=now)
    found = columns(read_design(version.document).design, access.partnership.sectors)
    publication, _ = Publication.objects.update_or_create(
        version=version,
        defaults={
            **found.values, "number": version.number, "micro_credential": version.micro_credential,
            "person": access.person, "published_at": now, "withdrawn_at": None,
        },
    )  # fmt: skip
    publication.facets.all().delete()
    Facet.objects.bulk_create(Facet(publication=publication, kind=kind, value=value) for kind, value in found.facets)
    publication.providers.set(
        Provider.objects.get_or_create(
            key=body.key,
            defaults={
                "name": body.name, "folded": body.folded, "country": body.country, "place": body.place,
                "address": body.address,
            },
        )[0]
        for body in found.bodies
    )  # fmt: skip
    record(
        access.person, "register.version.published", publication,
        partnership=access.partnership, label=str(version), after={"version": version.number},
    )  # fmt: skip
    return publication


@transaction.atomic
def withdraw(access: Access, publication: Publication) -> None:
    """Takes a micro-credential out of the register; records that were issued stay what they are."""
    access.require(Right.COORDINATE)
    if publication.micro_credential.cycle.partnership_id != access.partnership.pk:
        raise Http404
    if publication.withdrawn_at is not None:
        return
    publication.withdrawn_at = datetime.now(UTC)
    publication.save(update_fields=["withdrawn_at"])
    record(
        access.person, "register.version.withdrawn", publication,
        partnership=access.partnership, label=str(publication.version), before={"version": publication.version.number},
    )  # fmt: skip
