"""Members and invitations."""

from __future__ import annotations

from django.contrib import messages
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from guildmark.errors import Fault, GuildmarkError
from guildmark.web.accounts.views import person_of
from guildmark.web.look.holding import signed_in
from guildmark.web.look.lists import ListColumn, list_as_file
from guildmark.web.look.saving import typed_anew
from guildmark.web.look.words import said
from guildmark.web.partnerships import actions, selectors
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.partnerships.forms import InviteForm, MemberForm
from guildmark.web.partnerships.models import Membership, Role
from guildmark.words import say

COLUMNS: tuple[ListColumn[Membership], ...] = (
    ListColumn("name", say("Name"), lambda one: one.person.shown_name),
    ListColumn("role", say("Part in the partnership"), lambda one: one.role_word),
    ListColumn("may_issue", say("May issue records"), lambda one: "yes" if one.may_issue else "no"),
    ListColumn("since", say("Since"), lambda one: one.since.date().isoformat()),
)


@room()
def index(request: HttpRequest, access: Access) -> HttpResponse:
    """Who is part of it."""
    members = selectors.members(access)
    if file := list_as_file(request, members, COLUMNS, say("Members")):
        return file
    return _page(request, access, InviteForm())


@room(get=None, post=Right.COORDINATE)
def invite(request: HttpRequest, access: Access) -> HttpResponse:
    """Sends an invitation."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _page(request, access, form)
    email, role = form.cleaned_data["email"], Role(form.cleaned_data["role"])
    try:
        _, token = actions.invite(access, email, role)
    except GuildmarkError as error:
        return _page(request, access, form, tuple(error.faults))
    link = request.build_absolute_uri(reverse("partnerships:accept", args=[token]))
    subject = said(say("{person} invites you to {partnership}", person=access.person, partnership=access.partnership))
    body = say(
        "Open this link within two weeks to join {partnership}: {link}", partnership=access.partnership, link=link
    )
    send_mail(" ".join(subject.split()), said(body), None, [email])
    messages.success(request, said(say("The invitation to {email} is sent. It is good for two weeks.", email=email)))
    return redirect("partnerships:members", access.partnership.slug)


@room(get=Right.COORDINATE, post=Right.COORDINATE)
def change(request: HttpRequest, access: Access, member: str) -> HttpResponse:
    """A member's role and right to issue."""
    row = selectors.members(access).filter(public_id=member).first()
    if row is None:
        return redirect("partnerships:members", access.partnership.slug)
    mark = selectors.mark_of_member(row)
    stored = {"role": row.role, "may_issue": row.may_issue, "version": mark}
    form = MemberForm(request.POST or None, initial=stored)
    faults: tuple[Fault, ...] = ()
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.change_member(
                access, member, Role(data["role"]), may_issue=data["may_issue"], version=data["version"] or None
            )
        except GuildmarkError as error:
            faults, form = tuple(error.faults), MemberForm(typed_anew(request, mark))
        else:
            messages.success(request, said(say("{name}’s part is saved.", name=row.person.shown_name)))
            return redirect("partnerships:members", access.partnership.slug)
    context = {"access": access, "form": form, "member": row, "faults": faults}
    return render(request, "partnerships/member.html", context, status=409 if faults else 200)


@room(get=None, post=Right.SEE)
def remove(request: HttpRequest, access: Access, member: str) -> HttpResponse:
    """Ends somebody's part; people may end their own."""
    try:
        actions.remove_member(access, member)
    except GuildmarkError as error:
        return _page(request, access, InviteForm(), tuple(error.faults))
    messages.success(request, said(say("The membership has ended.")))
    return redirect("partnerships:index")


@room(get=None, post=Right.COORDINATE)
def withdraw(request: HttpRequest, access: Access, invitation: str) -> HttpResponse:
    """Makes an invitation's link useless."""
    actions.withdraw(access, invitation)
    messages.success(request, said(say("The invitation is withdrawn.")))
    return redirect("partnerships:members", access.partnership.slug)


@signed_in
@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Joins a partnership; a second click, a withdrawn or an old link says so."""
    faults: tuple[Fault, ...] = ()
    if request.method == "POST":
        try:
            membership = actions.accept(person_of(request), token)
        except GuildmarkError as error:
            faults = tuple(error.faults)
        else:
            messages.success(request, said(say("Welcome to {name}.", name=membership.partnership.name)))
            return redirect("partnerships:journey", membership.partnership.slug)
    context = {"invitation": selectors.invitation_by(token), "faults": faults}
    status = 410 if context["invitation"] is None else 403 if faults else 200
    return render(request, "partnerships/accept.html", context, status=status)


def _page(request: HttpRequest, access: Access, form: InviteForm, faults: tuple[Fault, ...] = ()) -> HttpResponse:
    context = {
        "access": access,
        "members": selectors.members(access),
        "invitations": selectors.open_invitations(access) if access.coordinates else (),
        "form": form,
        "faults": faults,
    }
    return render(request, "partnerships/members.html", context, status=409 if faults else 200)
