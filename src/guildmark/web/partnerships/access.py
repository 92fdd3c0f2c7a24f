"""What a person may do in a partnership. Every selector and action of a room takes an `Access`, never a bare id."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.http import Http404

from guildmark.web.accounts.models import Person
from guildmark.web.look.refusals import Refused
from guildmark.web.partnerships.models import Cycle, Membership, Partnership, Role
from guildmark.words import Sentence, say


class Right(StrEnum):
    """What there is to be allowed."""

    SEE = "see"
    EDIT = "edit"
    NAMES = "names"
    COORDINATE = "coordinate"
    ISSUE = "issue"


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.VIEWER: frozenset({Right.SEE}),
    Role.MEMBER: frozenset({Right.SEE, Right.EDIT}),
    Role.ASSESSOR: frozenset({Right.SEE, Right.EDIT, Right.NAMES}),
    Role.COORDINATOR: frozenset({Right.SEE, Right.EDIT, Right.NAMES, Right.COORDINATE}),
}
"""What each role brings; the right to issue is given to a membership on its own."""

_REASONS: dict[Right, Sentence] = {
    Right.SEE: say("You are no part of this partnership."),
    Right.EDIT: say("Viewers read here. Ask a coordinator to make you a member if you want to change something."),
    Right.NAMES: say("Names beside ratings are shown to assessors and coordinators only."),
    Right.COORDINATE: say("Only coordinators may do this. Ask one of them, they are listed under members."),
    Right.ISSUE: say("You may not issue records. A coordinator can give you this right under members."),
}


@dataclass(frozen=True, slots=True)
class Access:
    """A person in a partnership, in its current cycle, with what they may do there."""

    person: Person
    partnership: Partnership
    cycle: Cycle
    role: Role
    rights: frozenset[Right]

    def may(self, right: Right) -> bool:
        """Whether the person has the right."""
        return right in self.rights

    def require(self, right: Right) -> None:
        """Raises Refused (403 with the reason) where the person lacks the right."""
        if right not in self.rights:
            raise Refused(_REASONS[right])

    @property
    def may_edit(self) -> bool:
        """For templates."""
        return self.may(Right.EDIT)

    @property
    def coordinates(self) -> bool:
        """For templates."""
        return self.may(Right.COORDINATE)

    @property
    def sees_names(self) -> bool:
        """For templates."""
        return self.may(Right.NAMES)

    @property
    def may_issue(self) -> bool:
        """For templates."""
        return self.may(Right.ISSUE)


def access_to(person: Person, slug: str) -> Access:
    """The person's access; Http404 where there is no such partnership or the person is no part of it."""
    membership = Membership.objects.select_related("partnership").filter(person=person, partnership__slug=slug).first()
    if membership is None:
        raise Http404
    return access_by(membership, person)


def access_by(membership: Membership, person: Person) -> Access:
    """The access that a membership gives."""
    cycle = Cycle.objects.filter(partnership=membership.partnership).order_by("-number").first()
    if cycle is None:
        raise Http404
    role = Role(membership.role)
    rights = RIGHTS[role] | ({Right.ISSUE} if membership.may_issue else frozenset())
    return Access(person, membership.partnership, cycle, role, rights)
