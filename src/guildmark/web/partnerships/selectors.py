"""Reading partnerships: every query starts from the person who asks."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from guildmark.toolkit.context import Evidence, EvidenceKind, NeedKind
from guildmark.toolkit.context import SkillsNeed as Need
from guildmark.vocabulary import countries, sectors
from guildmark.web.accounts.models import Person
from guildmark.web.look.saving import mark_of
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.models import Cycle, Invitation, Membership, Partnership, SkillsNeed, StepNote
from guildmark.words import Listing, Word


def memberships_of(person: Person) -> QuerySet[Membership]:
    """What somebody is part of, by name."""
    return Membership.objects.filter(person=person).select_related("partnership").order_by("partnership__name")


def members(access: Access) -> QuerySet[Membership]:
    """Who is part of the partnership."""
    return Membership.objects.filter(partnership=access.partnership).select_related("person").order_by("role", "id")


def open_invitations(access: Access) -> QuerySet[Invitation]:
    """Invitations that nobody has taken up, for coordinators."""
    access.require(Right.COORDINATE)
    return Invitation.objects.filter(
        partnership=access.partnership, accepted_at=None, withdrawn_at=None, expires_at__gt=timezone.now()
    ).order_by("-id")


def invitation_by(token: str) -> Invitation | None:
    """The invitation that a link stands for, if it is still good."""
    digest = hashlib.sha256(token.encode()).hexdigest()
    return (
        Invitation.objects.filter(
            token_digest=digest, accepted_at=None, withdrawn_at=None, expires_at__gt=timezone.now()
        )
        .select_related("partnership")
        .first()
    )


def earlier_cycles(access: Access) -> QuerySet[Cycle]:
    """The closed cycles of the partnership, the newest first."""
    return Cycle.objects.filter(partnership=access.partnership, number__lt=access.cycle.number).order_by("-number")


def cycle(access: Access, number: int) -> Cycle:
    """A cycle of the partnership by its number; Http404 where there is none."""
    found = Cycle.objects.filter(partnership=access.partnership, number=number).first()
    if found is None:
        raise Http404
    return found


def need_row(access: Access) -> SkillsNeed | None:
    """The need of the current cycle as it is stored."""
    return SkillsNeed.objects.filter(cycle=access.cycle).prefetch_related("evidence").first()


def need_of(access: Access) -> Need | None:
    """The need of the current cycle, as the toolkit knows it."""
    row = need_row(access)
    if row is None:
        return None
    evidence = tuple(Evidence(EvidenceKind(one.kind), one.says, one.source or None) for one in row.evidence.all())
    return Need(row.public_id, NeedKind(row.kind), row.statement, evidence)


def step_note(access: Access, step: str) -> StepNote:
    """What people said of a step; an unsaved one where nobody did."""
    found = StepNote.objects.filter(cycle=access.cycle, step=step).first()
    return found or StepNote(cycle=access.cycle, step=step)


def places(regions: Sequence[str]) -> Listing:
    """Regions as people read them."""
    names: list[Word | str] = []
    for entry in regions:
        code, _, region = entry.partition("/")
        country = countries.find(code)
        names.append(region or (country or code))
    return Listing.of(names)


def sector_names(keys: Sequence[str]) -> Listing:
    """Sectors and creative fields as people read them."""
    known: dict[str, Word] = {one.key: one for one in (*sectors.all_sectors(), *sectors.creative_fields())}
    return Listing.of(known.get(key, key) for key in keys)


def mark_of_member(membership: Membership) -> str:
    """Which state of a member's part a form was filled in from."""
    return mark_of([membership.role, membership.may_issue])


def mark_of_description(partnership: Partnership) -> str:
    """Which state of a partnership's description a form was filled in from."""
    one = partnership
    return mark_of([one.name, one.summary, one.lsp, list(one.regions), list(one.sectors)])
