"""From choosing to the yes: what, to whom, row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace

from django.contrib import messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.credentials.record import Learner
from guildmark.errors import Fault, GuildmarkError
from guildmark.spreadsheets.learners import read_learners
from guildmark.web.design.models import DesignVersion
from guildmark.web.issuing import actions, planning, selectors
from guildmark.web.issuing.forms import ChooseForm
from guildmark.web.issuing.identity import origin_of
from guildmark.web.issuing.models import Draft
from guildmark.web.look.lists import ListColumn, list_as_file
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.pilots.selectors import learners_to_issue
from guildmark.web.uploads.actions import keep, kept
from guildmark.words import say, say_count

PURPOSE = "issuing.learners"
A_PAGE = 25
COLUMNS: tuple[ListColumn[planning.Line], ...] = (
    ListColumn("row", say("Row"), lambda one: one.learner.row or ""),
    ListColumn("name", say("Name"), lambda one: one.learner.name),
    ListColumn("email", say("E-mail address"), lambda one: one.learner.email),
    ListColumn("outcome", say("What happens"), lambda one: one.word),
    ListColumn("why", say("Why"), lambda one: " ".join(said(fault.sentence) for fault in one.faults)),
)


@room(get=Right.ISSUE, post=Right.ISSUE)
def choose(request: HttpRequest, access: Access) -> HttpResponse:
    """The micro-credential, the issuer, the learners."""
    form = ChooseForm(access, request.POST or None, request.FILES or None)
    faults: tuple[Fault, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            draft = _begun(access, form)
        except GuildmarkError as error:
            faults = tuple(_by_line(one) for one in error.faults) if form.cleaned_data["typed"] else tuple(error.faults)
        else:
            return redirect("issuing:preview", access.partnership.slug, draft.public_id)
    context = {"access": access, "form": form, "faults": faults}
    return render(request, "issuing/choose.html", context, status=422 if request.method == "POST" else 200)


@room(get=Right.ISSUE, post=Right.ISSUE)
def preview(request: HttpRequest, access: Access, draft: str) -> HttpResponse:
    """What would happen, learner by learner; the job where somebody says so."""
    found = selectors.draft(access, draft)
    if found.issuance is not None:
        return redirect("issuing:issuance", access.partnership.slug, found.issuance.public_id)
    faults: tuple[Fault, ...] = ()
    shown: planning.Preview | None = None
    status = 200
    try:
        learners = _learners(access, found)
        if request.method == "POST":
            return _issued(request, access, found, learners)
    except GuildmarkError as error:
        faults = tuple(error.faults)
        status = 409 if request.method == "POST" else 422
    try:
        shown = _preview(access, found)
    except GuildmarkError as error:
        faults = faults or tuple(error.faults)
        status = status if faults else 422
    if shown and (file := list_as_file(request, shown.lines, COLUMNS, say("Preview"))):
        return file
    lines = shown.lines if shown else ()
    if (wanted := request.GET.get("outcome")) in set(planning.Outcome):
        lines = tuple(one for one in lines if one.outcome == wanted)
    page = Paginator(lines, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "access": access, "draft": found, "shown": shown, "page": page, "wanted": wanted or "",
        "faults": faults[:50] or (shown.faults[:50] if shown else ()),
        "more_faults": max(0, len(faults or (shown.faults if shown else ())) - 50),
    }  # fmt: skip
    return render(request, "issuing/preview.html", context, status=status)


def _begun(access: Access, form: ChooseForm) -> Draft:
    given = form.cleaned_data
    version, issuer = form.versions[given["version"]], form.issuers[given["issuer"]]
    planning.read_checked(version)
    if cohort := form.cohorts.get(given["cohort"]):
        return actions.begin(access, version, issuer, source=str(cohort), cohort=cohort.public_id)
    file = keep(access, PURPOSE, given["file"] or _as_file(given["typed"]))
    try:
        _read(bytes(file.data), file.filename, version)
    except GuildmarkError:
        file.delete()
        raise
    source = file.filename if given["file"] else said(say("typed lines", context="source of learners"))
    return actions.begin(access, version, issuer, source=source, upload=file.public_id)


def _as_file(typed: str) -> SimpleUploadedFile:
    """Lines of name and e-mail address as the spreadsheet that they could have been; line 1 is row 2."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(("name", "email"))
    for line in typed.splitlines():
        name, _, email = line.replace(";", ",").replace("\t", ",").strip().rpartition(",")
        # Without a comma, or with a name of several parts and no address, the whole line is the name.
        writer.writerow((name.strip(" ,"), email.strip()) if "@" in email else (line.strip().rstrip(",;"), ""))
    return SimpleUploadedFile("learners.csv", table.getvalue().encode("utf-8"))


def _by_line(fault: Fault) -> Fault:
    """A fault of a typed line under the number of that line: nobody typed the row of headings."""
    place = fault.place
    return replace(fault, place=replace(place, row=place.row - 1)) if place and place.row else fault


def _learners(access: Access, draft: Draft) -> Sequence[Learner]:
    if draft.cohort:
        return learners_to_issue(access, draft.cohort)
    file = kept(access, PURPOSE, draft.upload)
    return _read(bytes(file.data), file.filename, draft.design_version)


def _read(data: bytes, filename: str, version: DesignVersion) -> Sequence[Learner]:
    design = planning.read_checked(version)
    required = design.learner_identification.required if design.learner_identification else []
    return read_learners(data, filename, design.grade, required)


def _preview(access: Access, draft: Draft) -> planning.Preview:
    key = selectors.current_key(draft.issuer)
    if key is None:
        raise GuildmarkError(Fault("issuing.key.none", say("The issuer has no key. Make a new one first.")))
    return planning.preview(draft.design_version, draft.issuer, key, _learners(access, draft))


def _issued(request: HttpRequest, access: Access, draft: Draft, learners: Sequence[Learner]) -> HttpResponse:
    issuance = actions.issue(
        access, draft.design_version, draft.issuer, learners,
        source=draft.source, origin=origin_of(request), digest=request.POST.get("digest", "-"),
    )  # fmt: skip
    Draft.objects.filter(pk=draft.pk).update(issuance=issuance)
    count = issuance.awaited.count()
    if count:
        messages.success(
            request, said(say_count("{count} record is being signed.", "{count} records are being signed.", count))
        )
    return redirect("issuing:issuance", access.partnership.slug, issuance.public_id)
