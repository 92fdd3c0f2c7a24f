"""How long the pages of lists take with 10 and with 1,000 rows: what counts is the ratio.

In one process, through Django's test client, on the demonstration in a temporary SQLite database.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.clock import per_second

FEW, MANY = 10, 1000
PARTNERSHIP = "green-stage"


@dataclass(frozen=True)
class PageTime:
    """A page, and how many milliseconds it takes with few and with many rows."""

    name: str
    few: float
    many: float


def page_times() -> list[PageTime]:
    """Each list, first with ten rows, then with a thousand."""
    kept = os.environ.get("GUILDMARK_VAR")
    with TemporaryDirectory(prefix="guildmark-bench-") as folder:
        os.environ["GUILDMARK_VAR"] = str(Path(folder))
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guildmark.web.settings")
        try:
            return list(_measured())
        finally:
            os.environ.pop("GUILDMARK_VAR")
            if kept is not None:
                os.environ["GUILDMARK_VAR"] = kept


def _measured() -> Iterator[PageTime]:
    import django

    django.setup()
    logging.disable(logging.INFO)
    from django.conf import settings
    from django.db import connections
    from django.test import Client

    from guildmark.web.accounts.models import Person
    from guildmark.web.serving import prepare

    settings.ALLOWED_HOSTS = ["testserver"]
    prepare(demo=True)
    client = Client()
    client.force_login(Person.objects.get(email="alice@example.org"))
    lists: tuple[tuple[str, str, Callable[[int], None]], ...] = (
        ("register", "/register/", _publications),
        ("stakeholders", f"/p/{PARTNERSHIP}/stakeholders/register/", _stakeholders),
        ("issued records", f"/p/{PARTNERSHIP}/issuing/records/", _records),
    )
    for name, address, fill in lists:
        times = []
        for rows in (FEW, MANY):
            fill(rows)
            times.append(1000 / per_second(lambda address=address: _seen(client, address)))  # type: ignore[misc]  # bound
        yield PageTime(name, times[0], times[1])
    connections.close_all()


def _seen(client: Any, address: str) -> None:
    if client.get(address).status_code != 200:
        raise AssertionError(f"{address} does not answer")


def _stakeholders(wanted: int) -> None:
    from guildmark.web.stakeholders.models import Stakeholder

    there = Stakeholder.objects.filter(cycle__partnership__slug=PARTNERSHIP)
    kept = list(there.order_by("id")[:wanted])
    there.exclude(pk__in=[one.pk for one in kept]).delete()
    Stakeholder.objects.bulk_create(
        _copy(kept[at % len(kept)], name=f"Copy {at}", name_key=f"copy {at}") for at in range(wanted - len(kept))
    )


def _records(wanted: int) -> None:
    from guildmark.web.issuing.models import IssuedRecord

    there = IssuedRecord.objects.filter(issuance__partnership__slug=PARTNERSHIP)
    kept = list(there.order_by("id")[:wanted])
    there.exclude(pk__in=[one.pk for one in kept]).delete()
    IssuedRecord.objects.bulk_create(
        _copy(kept[at % len(kept)], key=f"copy-{at}", record_id=f"urn:copy:{at}", status_list=None, status_index=None)
        for at in range(wanted - len(kept))
    )


def _publications(wanted: int) -> None:
    from guildmark.web.design.models import DesignVersion, MicroCredential
    from guildmark.web.register.models import Facet, Publication

    first = Publication.objects.select_related("version__micro_credential").order_by("id")[0]
    missing = wanted - Publication.objects.count()
    designs = MicroCredential.objects.bulk_create(_copy(first.micro_credential) for _ in range(missing))
    versions = DesignVersion.objects.bulk_create(_copy(first.version, micro_credential=one) for one in designs)
    copies = Publication.objects.bulk_create(
        _copy(first, micro_credential=version.micro_credential, version=version) for version in versions
    )
    through = Publication.providers.through
    bodies = list(first.providers.values_list("pk", flat=True))
    through.objects.bulk_create(through(publication_id=one.pk, provider_id=body) for one in copies for body in bodies)
    facets = list(first.facets.all())
    Facet.objects.bulk_create(_copy(facet, publication=one) for one in copies for facet in facets)


def _copy(row: Any, **changes: Any) -> Any:
    """The row once more, under a name and number of its own."""
    from guildmark.web.ids import new_id

    fields = {
        field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key
    }
    made = type(row)(**fields)
    if "public_id" in fields:
        made.public_id = new_id()
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def pages_table(rows: list[PageTime]) -> str:
    """The pages in Markdown."""
    lines = [
        f"| page | ms with {FEW} rows | ms with {MANY:,} rows | ratio |",
        "|---|---:|---:|---:|",
        *(f"| {row.name} | {row.few:,.1f} | {row.many:,.1f} | {row.many / row.few:.2f} |" for row in rows),
    ]
    return "\n".join(lines)
