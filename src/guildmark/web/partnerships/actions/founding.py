"""Opening a partnership, describing it, and its next cycle."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from guildmark.web.accounts.models import Person
from guildmark.web.journal.actions import record
from guildmark.web.look.saving import saved_meanwhile
from guildmark.web.partnerships.access import Access, Right, access_by
from guildmark.web.partnerships.models import Cycle, Membership, Partnership, Role
from guildmark.web.partnerships.selectors import mark_of_description


@transaction.atomic
def create_partnership(
    person: Person,
    name: str,
    *,
    slug: str = "",
    summary: str = "",
    lsp: str = "",
    regions: Sequence[str] = (),
    sectors: Sequence[str] = (),
) -> Access:
    """A partnership with its first cycle, coordinated by the person."""
    partnership = Partnership.objects.create(
        slug=slug or _free_slug(name),
        name=name.strip(),
        summary=summary.strip(),
        lsp=lsp.strip(),
        regions=list(regions),
        sectors=list(sectors),
    )
    Cycle.objects.create(partnership=partnership, number=1)
    membership = Membership.objects.create(
        partnership=partnership, person=person, role=Role.COORDINATOR, may_issue=True
    )
    record(person, "partnership.created", partnership, partnership=partnership, label=partnership.name)
    return access_by(membership, person)


@transaction.atomic
def describe(
    access: Access,
    *,
    name: str,
    summary: str,
    lsp: str,
    regions: Sequence[str],
    sectors: Sequence[str],
    version: str | None = None,
) -> None:
    """Changes what a partnership says of itself; `version` is `mark_of_description` as it was read."""
    access.require(Right.COORDINATE)
    partnership = Partnership.objects.select_for_update().get(pk=access.partnership.pk)
    if version is not None and version != mark_of_description(partnership):
        raise saved_meanwhile()
    new: dict[str, object] = {"name": name.strip(), "summary": summary.strip(), "lsp": lsp.strip()}
    new |= {"regions": list(regions), "sectors": list(sectors)}
    before = {key: getattr(partnership, key) for key in new if getattr(partnership, key) != new[key]}
    if not before:
        return
    for key in before:
        setattr(partnership, key, new[key])
    partnership.save(update_fields=list(before))
    after = {key: new[key] for key in before}
    record(
        access.person, "partnership.changed", partnership,
        partnership=partnership, label=partnership.name, before=before, after=after,
    )  # fmt: skip


@transaction.atomic
def open_cycle(access: Access) -> Cycle:
    """Closes the current cycle and opens the next; what stood in it stays readable in the journal and exports."""
    access.require(Right.COORDINATE)
    Cycle.objects.filter(pk=access.cycle.pk).update(closed_at=timezone.now())
    cycle = Cycle.objects.create(partnership=access.partnership, number=access.cycle.number + 1)
    record(access.person, "partnership.cycle.opened", cycle, partnership=access.partnership, label=str(cycle.number))
    return cycle


def _free_slug(name: str) -> str:
    stem = slugify(name)[:50] or "partnership"
    slug, number = stem, 2
    while Partnership.objects.filter(slug=slug).exists():
        slug, number = f"{stem}-{number}", number + 1
    return slug
