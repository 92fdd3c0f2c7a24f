"""What partnerships keep on a person."""

from __future__ import annotations

from typing import Any

from guildmark.web.accounts.models import Person
from guildmark.web.partnerships.models import DefinitionComment, Invitation, Membership


def own_data(person: Person) -> dict[str, Any]:
    """Memberships and open invitations."""
    return {
        "memberships": [
            {
                "partnership": one.partnership.slug,
                "role": one.role,
                "may_issue": one.may_issue,
                "since": one.since.isoformat(),
            }
            for one in Membership.objects.filter(person=person).select_related("partnership")
        ],
        "comments": [
            {"partnership": one.partnership.slug, "on": str(one), "text": one.text, "at": one.at.isoformat()}
            for one in DefinitionComment.objects.filter(person=person).select_related("partnership")
        ],
        "invitations": [
            {"partnership": one.partnership.slug, "role": one.role, "created": one.created_at.isoformat()}
            for one in Invitation.objects.filter(email__iexact=person.email).select_related("partnership")
        ],
    }


def erase(person: Person) -> None:
    """Takes the person out of every partnership, and their address out of every invitation."""
    Membership.objects.filter(person=person).delete()
    Invitation.objects.filter(email__iexact=person.email).delete()
