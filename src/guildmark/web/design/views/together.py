"""Working together: what Steps 1 and 3 ask of the design, the six roles, workshops and products (4.1 to 4.3)."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.advice import Results, advise, section_words
from guildmark.toolkit.design.roles import fit
from guildmark.toolkit.stakeholders import place
from guildmark.vocabulary import activities, groups
from guildmark.vocabulary import roles as role_words
from guildmark.web.context.selectors import matrix_of
from guildmark.web.design import actions, selectors
from guildmark.web.design.forms import PieceForm
from guildmark.web.design.models import Piece
from guildmark.web.design.words import KINDS, STATES, WORKSHOPS
from guildmark.web.look.lists import ListColumn, list_as_file
from guildmark.web.look.saving import typed_anew
from guildmark.web.look.words import language_now, said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.partnerships.selectors import need_of
from guildmark.web.stakeholders.selectors import described, map_of, stakeholders
from guildmark.words import Listing, say

BEST = 5
A_PAGE = 30


def _roles(keys: str | Sequence[str]) -> Listing:
    """A role, or several, as words."""
    return Listing.of(role_words.get(key) for key in ([keys] if isinstance(keys, str) else keys) if key)


COLUMNS: tuple[ListColumn[Piece], ...] = (
    ListColumn("date", say("Date"), lambda one: one.day.isoformat() if one.day else ""),
    ListColumn("kind", say("Kind"), lambda one: KINDS[one.kind]),
    ListColumn("title", say("Title"), lambda one: one.title),
    ListColumn("state", say("State"), lambda one: STATES[one.state]),
    ListColumn("led_by", say("Led by"), lambda one: _roles(one.led_by) if one.led_by else ""),
    ListColumn("supported_by", say("Supported by"), lambda one: _roles(one.supported_by) if one.supported_by else ""),
    ListColumn("participants", say("Participants"), lambda one: one.participants),
    ListColumn("link", say("Link"), lambda one: one.link),
    ListColumn("outcome", say("What came of it"), lambda one: one.outcome),
)


@room()
def insights(request: HttpRequest, access: Access) -> HttpResponse:
    """Step 4.1: the need, what the frameworks set, who is there, and what both advise."""
    matrix, found = matrix_of(access), map_of(access, language=language_now())
    advice = advise(Results(matrix=matrix, stakeholder_map=found if found.stakeholders else None))
    context = {
        "access": access, "matrix": matrix, "map": found if found.stakeholders else None, "need": need_of(access),
        "advice": [(one, section_words(one.section)) for one in advice],
    }  # fmt: skip
    return render(request, "design/insights.html", context)


@room()
def roles(request: HttpRequest, access: Access) -> HttpResponse:
    """Step 4.2: six roles, who fits them, who has them."""
    entries = list(stakeholders(access))
    placed = [(entry, place(described(entry))) for entry in entries]
    taken = list(selectors.assignments(access))
    shown = []
    for role in role_words.all_roles():
        fits = sorted(
            ((entry, found) for entry, one in placed if (found := fit(role, one))), key=lambda pair: pair[1].steps
        )
        has = [one for one in taken if one.role == role.key]
        there = {one.stakeholder_id for one in has}
        names = access.sees_names
        proposed = [(groups.get(entry.group), entry, found) for entry, found in fits if entry.pk not in there][:BEST]
        shown.append({
            "role": role, "has": [(groups.get(one.stakeholder.group), one) for one in has], "proposed": proposed,
            "perfect": sum(found.steps == 0 for _, found in fits), "candidates": len(fits), "names": names,
        })  # fmt: skip
    settled = sum(bool(one["has"]) for one in shown)
    context = {"access": access, "roles": shown, "settled": settled, "stakeholders": len(entries)}
    return render(request, "design/roles.html", context)


@room(get=None, post=Right.NAMES)
def assign(request: HttpRequest, access: Access) -> HttpResponse:
    """Gives a role."""
    try:
        actions.assign(access, request.POST.get("role", ""), request.POST.get("stakeholder", ""))
    except LookupError as error:
        raise Http404 from error
    messages.success(request, said(say("The role is given. Talk to them before you announce it.")))
    return redirect("design:roles", access.partnership.slug)


@room(get=None, post=Right.NAMES)
def release(request: HttpRequest, access: Access, assignment: str) -> HttpResponse:
    """Takes a role back."""
    actions.release(access, assignment)
    messages.success(request, said(say("The role is free again.")))
    return redirect("design:roles", access.partnership.slug)


@room(post=Right.EDIT)
def pieces(request: HttpRequest, access: Access) -> HttpResponse:
    """Step 4.3: workshops and products; a new one."""
    rows = selectors.pieces(access)
    if file := list_as_file(request, rows, COLUMNS, say("Workshops and products")):
        return file
    form = PieceForm(request.POST or None, initial={"led_by": "core_planning", "state": "planned"})
    if request.method == "POST" and form.is_valid():
        actions.add_piece(access, form.given())
        messages.success(request, said(say("“{title}” is added.", title=form.cleaned_data["title"])))
        return redirect("design:pieces", access.partnership.slug)
    done = rows.filter(state="done").count()
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "access": access, "form": form, "page": page, "done": done, "usual": activities.all_activities(4),
        "lines": [
            (one, KINDS[one.kind], STATES[one.state], one.kind in WORKSHOPS,
             _roles(one.led_by) if one.led_by else None, _roles(one.supported_by) if one.supported_by else None)
            for one in page
        ],
    }  # fmt: skip
    return render(request, "design/pieces.html", context, status=422 if request.method == "POST" else 200)


@room(get=Right.EDIT, post=Right.EDIT)
def piece(request: HttpRequest, access: Access, piece: str) -> HttpResponse:
    """One workshop or product, to change."""
    one = selectors.piece(access, piece)
    form = PieceForm(request.POST or None, initial={name: getattr(one, name) for name in PieceForm.base_fields})
    faults: tuple[Fault, ...] = ()
    if request.method == "POST" and form.is_valid():
        read = request.POST.get("version", "")
        try:
            number = int(read) if read.isdecimal() and len(read) < 9 else 0
            actions.change_piece(access, piece, form.given(), version=number)
        except GuildmarkError as error:
            faults = tuple(error.faults)
            form = PieceForm(typed_anew(request, one.version))
        else:
            messages.success(request, said(say("“{title}” is saved.", title=form.cleaned_data["title"])))
            return redirect("design:pieces", access.partnership.slug)
    status = 409 if faults else 422 if request.method == "POST" else 200
    context = {"access": access, "piece": one, "form": form, "faults": faults}
    return render(request, "design/piece.html", context, status=status)


@room(get=None, post=Right.EDIT)
def remove(request: HttpRequest, access: Access, piece: str) -> HttpResponse:
    """Takes a workshop or product out."""
    actions.remove_piece(access, piece)
    messages.success(request, said(say("It is out of the list.")))
    return redirect("design:pieces", access.partnership.slug)
