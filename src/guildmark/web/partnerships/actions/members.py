"""Who is part of a partnership: inviting, joining, changing, leaving."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from guildmark.errors import Fault, GuildmarkError
from guildmark.web.accounts.models import Person
from guildmark.web.accounts.selectors import addresses_of
from guildmark.web.ids import new_token
from guildmark.web.journal.actions import record
from guildmark.web.look.saving import saved_meanwhile
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.models import Invitation, Membership, Role
from guildmark.web.partnerships.selectors import invitation_by, mark_of_member
from guildmark.words import say

GOOD_FOR = timedelta(days=14)


@transaction.atomic
def invite(access: Access, email: str, role: Role) -> tuple[Invitation, str]:
    """A new invitation and its token, which stands in the mail and nowhere else."""
    access.require(Right.COORDINATE)
    email = email.strip().lower()
    if Membership.objects.filter(partnership=access.partnership, person__email__iexact=email).exists():
        raise GuildmarkError(
            Fault("invitation.member", say("{email} is part of the partnership already.", email=email))
        )
    Invitation.objects.filter(partnership=access.partnership, email=email, accepted_at=None, withdrawn_at=None).update(
        withdrawn_at=timezone.now()
    )
    token = new_token()
    invitation = Invitation.objects.create(
        partnership=access.partnership,
        email=email,
        role=role,
        token_digest=hashlib.sha256(token.encode()).hexdigest(),
        invited_by=access.person,
        expires_at=timezone.now() + GOOD_FOR,
    )
    record(
        access.person, "partnership.member.invited", invitation,
        partnership=access.partnership, after={"role": role.value},
    )  # fmt: skip
    return invitation, token


@transaction.atomic
def withdraw(access: Access, public_id: str) -> None:
    """Makes an invitation's link useless."""
    access.require(Right.COORDINATE)
    invitation = Invitation.objects.filter(
        partnership=access.partnership, public_id=public_id, accepted_at=None
    ).first()
    if invitation is None:
        raise Http404
    invitation.withdrawn_at = timezone.now()
    invitation.save(update_fields=["withdrawn_at"])
    record(access.person, "partnership.invitation.withdrawn", invitation, partnership=access.partnership)


@transaction.atomic
def accept(person: Person, token: str) -> Membership:
    """Joins by an invitation that was sent to one of the person's own addresses; once."""
    invitation = invitation_by(token)
    if invitation is None:
        raise GuildmarkError(
            Fault("invitation.gone", say("This invitation was used, withdrawn or is too old. Ask for a new one."))
        )
    if invitation.email not in {*addresses_of(person), person.email.lower()}:
        raise GuildmarkError(
            Fault(
                "invitation.other_address",
                say("This invitation was sent to another address. Sign in with that one, or add it to your account."),
            )
        )
    taken = Invitation.objects.filter(pk=invitation.pk, accepted_at=None).update(accepted_at=timezone.now())
    if not taken:
        raise GuildmarkError(
            Fault("invitation.gone", say("This invitation was used, withdrawn or is too old. Ask for a new one."))
        )
    membership, new = Membership.objects.get_or_create(
        partnership=invitation.partnership, person=person, defaults={"role": invitation.role}
    )
    if new:
        record(
            person, "partnership.member.joined", membership,
            partnership=invitation.partnership, after={"role": invitation.role},
        )  # fmt: skip
    return membership


@transaction.atomic
def change_member(access: Access, public_id: str, role: Role, *, may_issue: bool, version: str | None = None) -> None:
    """Changes somebody's role and right to issue; the last coordinator stays one.

    `version` is `mark_of_member` as it was read.
    """
    access.require(Right.COORDINATE)
    membership = _member(access, public_id)
    if version is not None and version != mark_of_member(membership):
        raise saved_meanwhile()
    if membership.role == Role.COORDINATOR and role is not Role.COORDINATOR:
        _not_the_last(membership)
    before = {"role": membership.role, "may_issue": membership.may_issue}
    membership.role, membership.may_issue = role.value, may_issue
    membership.save(update_fields=["role", "may_issue"])
    record(
        access.person, "partnership.member.changed", membership,
        partnership=access.partnership, before=before, after={"role": role.value, "may_issue": may_issue},
    )  # fmt: skip


@transaction.atomic
def remove_member(access: Access, public_id: str) -> None:
    """Ends somebody's part; people may end their own."""
    membership = _member(access, public_id)
    if membership.person_id != access.person.pk:
        access.require(Right.COORDINATE)
    if membership.role == Role.COORDINATOR:
        _not_the_last(membership)
    record(
        access.person, "partnership.member.left", membership,
        partnership=access.partnership, before={"role": membership.role},
    )  # fmt: skip
    membership.delete()


def _member(access: Access, public_id: str) -> Membership:
    found = Membership.objects.select_for_update().filter(partnership=access.partnership, public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def _not_the_last(membership: Membership) -> None:
    others = Membership.objects.filter(partnership=membership.partnership, role=Role.COORDINATOR)
    if not others.exclude(pk=membership.pk).exists():
        raise GuildmarkError(
            Fault("member.last_coordinator", say("A partnership needs a coordinator. Name another one first."))
        )
