"""Records: the list, one of them, and what can be done with it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.errors import Fault, GuildmarkError
from guildmark.web.ids import new_id
from guildmark.web.issuing import actions, selectors
from guildmark.web.issuing.forms import STATES, StateForm
from guildmark.web.issuing.models import IssuedRecord
from guildmark.web.journal.models import Entry
from guildmark.web.journal.verbs import every_verb
from guildmark.web.look.lists import ListColumn, download, list_as_file
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.words import say, say_count

A_PAGE = 25
MOST = 1000
FILTERS = ("issuance", "key", "q", "claimed", "state")
COLUMNS: tuple[ListColumn[IssuedRecord], ...] = (
    ListColumn("row", say("Row"), lambda one: one.row or ""),
    ListColumn("name", say("Name"), lambda one: one.learner_name),
    ListColumn("email", say("E-mail address"), lambda one: one.learner_email),
    ListColumn("micro_credential", say("Micro-credential"), lambda one: one.issuance.what),
    ListColumn("record_id", say("Record"), lambda one: one.record_id),
    ListColumn("issued", say("Issued"), lambda one: one.issued_at.isoformat(timespec="seconds")),
    ListColumn("mailed", say("Mail sent"), lambda one: _time(one.mailed_at)),
    ListColumn("claimed", say("Claimed"), lambda one: _time(one.claimed_at)),
    ListColumn("status", say("Status"), lambda one: one.state),
    ListColumn(
        "key_compromised",
        say("Invalid: its key is compromised"),
        lambda one: "yes" if getattr(one, "key_fails", False) else "",
    ),
)


def _time(moment: Any) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""


def listed(request: HttpRequest, access: Access, issuance: str = "") -> tuple[dict[str, Any], HttpResponse | None]:
    """What a page of records needs, or the list as a file."""
    wanted = request.GET.dict() | ({"issuance": issuance} if issuance else {})
    rows = selectors.with_keys(selectors.chosen(access, wanted))
    if file := list_as_file(request, rows, COLUMNS, say("Records")):
        return {}, file
    kept = request.GET.copy()
    kept.pop("page", None)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "access": access, "page": page, "wanted": wanted, "query": kept.urlencode(), "states": STATES,
        "filters": [(name, wanted.get(name, "")) for name in FILTERS],
        "may_set": access.coordinates or access.may_issue,
        "filtered": any(wanted.get(key) for key in ("q", "claimed", "state")),
    }  # fmt: skip
    return context, None


@room(get=Right.EDIT)
def index(request: HttpRequest, access: Access) -> HttpResponse:
    """Every record of the partnership."""
    context, file = listed(request, access)
    if file:
        return file
    return render(request, "issuing/records.html", context)


@room(get=None, post=Right.EDIT)
def state(request: HttpRequest, access: Access) -> HttpResponse:
    """Revokes, suspends or reinstates those chosen; the page shows them again until a reason is given."""
    if not access.coordinates:
        access.require(Right.ISSUE)
    if "every" in request.POST:
        return _state_of_all(request, access)
    chosen = request.POST.getlist("chosen")
    if len(chosen) > MOST:
        messages.error(request, said(say("Choose {most} records at most; nothing was changed.", most=MOST)))
        return redirect("issuing:records", access.partnership.slug)
    form = StateForm(request.POST) if "reason" in request.POST else StateForm()
    faults: tuple[Fault, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            count = actions.set_state(access, chosen, form.chosen(), form.cleaned_data["reason"])
        except GuildmarkError as error:
            faults = tuple(error.faults)
        else:
            messages.success(
                request,
                said(say_count("{count} record has a new status.", "{count} records have a new status.", count)),
            )
            return redirect("issuing:records", access.partnership.slug)
    rows = list(selectors.records(access).filter(public_id__in=chosen))
    if not rows:
        messages.error(request, said(say("Choose at least one record.")))
        return redirect("issuing:records", access.partnership.slug)
    context = {
        "access": access, "form": form, "faults": faults, "rows": rows, "count": len(rows), "states": STATES,
        "hidden": [("chosen", one.public_id) for one in rows],
    }  # fmt: skip
    return render(request, "issuing/state.html", context, status=422 if form.is_bound else 200)


def _state_of_all(request: HttpRequest, access: Access) -> HttpResponse:
    """The status of all records that a list shows, page by page: a job changes them."""
    wanted = {name: request.POST.get(name, "") for name in FILTERS}
    rows = selectors.chosen(access, wanted)
    count = rows.count()
    form = StateForm(request.POST) if "reason" in request.POST else StateForm()
    faults: tuple[Fault, ...] = ()
    if form.is_bound and request.POST.get("count") != str(count):
        sentence = say("Other records fit this now than when it was shown. Look at the number, then go on.")
        faults = (Fault("issuing.state.changed", sentence),)
    elif form.is_bound and form.is_valid():
        ids = list(rows.values_list("public_id", flat=True))
        label = said(say_count("The status of {count} record", "The status of {count} records", count))
        try:
            job = actions.set_states(
                access, ids, form.chosen(), form.cleaned_data["reason"],
                asked=request.POST.get("asked", ""), label=label,
            )  # fmt: skip
        except GuildmarkError as error:
            faults = tuple(error.faults)
        else:
            return redirect("jobs:show", access.partnership.slug, job.public_id)
    hidden = [("every", "1"), ("count", str(count)), ("asked", request.POST.get("asked") or new_id())]
    context = {
        "access": access, "form": form, "faults": faults, "rows": rows[:A_PAGE], "count": count, "states": STATES,
        "hidden": [*hidden, *wanted.items()],
    }  # fmt: skip
    return render(request, "issuing/state.html", context, status=422 if form.is_bound else 200)


@room(get=Right.EDIT)
def show(request: HttpRequest, access: Access, record: str) -> HttpResponse:
    """One record: whose, since when, and what happened to it."""
    return _page(request, access, selectors.record(access, record))


@room(get=Right.ISSUE)
def document(request: HttpRequest, access: Access, record: str) -> HttpResponse:
    """The signed document."""
    found = selectors.record(access, record)
    if found.erased_at is not None:
        raise Http404
    return download(selectors.signed_bytes(found), f"{found.record_id.rpartition(':')[2]}.json")


@room(get=None, post=Right.ISSUE)
def resend(request: HttpRequest, access: Access, record: str) -> HttpResponse:
    """The mail once more."""
    found = selectors.record(access, record)
    try:
        actions.resend(access, found)
    except GuildmarkError as error:
        return _page(request, access, found, tuple(error.faults), status=409)
    messages.success(request, said(say("The mail goes out again, with a new link.")))
    return redirect("issuing:record", access.partnership.slug, record)


@room(get=None, post=Right.ISSUE)
def link(request: HttpRequest, access: Access, record: str) -> HttpResponse:
    """A claim link to hand over; it is shown this once."""
    found = selectors.record(access, record)
    try:
        address = actions.hand_over(access, found)
    except GuildmarkError as error:
        return _page(request, access, found, tuple(error.faults), status=409)
    return _page(request, access, found, link=address)


@room(get=None, post=Right.ISSUE)
def erase(request: HttpRequest, access: Access, record: str) -> HttpResponse:
    """Takes the learner's data out of the register."""
    actions.erase_copy(access, record)
    messages.success(request, said(say("The copy is erased. The id and the status stay.")))
    return redirect("issuing:record", access.partnership.slug, record)


def _page(
    request: HttpRequest,
    access: Access,
    record: IssuedRecord,
    faults: tuple[Fault, ...] = (),
    *,
    status: int = 200,
    link: str = "",
) -> HttpResponse:
    entries = Entry.objects.filter(
        partnership=access.partnership, object_kind=record._meta.label, object_id=record.public_id
    ).select_related("person")
    history = [(one, every_verb().get(one.verb, one.verb)) for one in entries.order_by("-id")[:50]]
    follows = IssuedRecord.objects.filter(replaced_by=record).defer("signed").first()
    context = {
        "access": access, "record": record, "follows": follows, "faults": faults, "link": link, "states": STATES,
        "history": history, "may_set": access.coordinates or access.may_issue,
    }  # fmt: skip
    return render(request, "issuing/record.html", context, status=status)
