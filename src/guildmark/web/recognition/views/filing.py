"""Filing something, changing it, its document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from guildmark.errors import Fault, GuildmarkError
from guildmark.web.design import selectors as designs
from guildmark.web.look.saving import typed_anew
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.recognition import actions, safekeeping, selectors
from guildmark.web.recognition.forms import FilingForm, stands
from guildmark.web.recognition.kinds import KINDS, Kind, Page
from guildmark.web.recognition.models import Filing
from guildmark.words import say


@room(get=Right.EDIT, post=Right.EDIT)
def add(request: HttpRequest, access: Access) -> HttpResponse:
    """One more of the kind that `?kind=` names; `?mc=`, `?towards=` and `?sort=` fill in what is known already."""
    kind = KINDS.get(request.GET.get("kind", ""))
    if kind is None:
        raise Http404
    access.require(kind.right)
    known = {"micro_credential": request.GET.get("mc", ""), "towards": request.GET.get("towards", ""),
             "sort": request.GET.get("sort", "")}  # fmt: skip
    if request.method != "POST":
        return _page(request, access, kind, _form(access, kind, initial=known))
    form = _form(access, kind, request.POST, request)
    if not form.is_valid():
        return _page(request, access, kind, form, status=422)
    try:
        made = actions.file(access, kind.key, form.entry())
    except GuildmarkError as error:
        return _page(request, access, kind, form, faults=error.faults, status=422)
    messages.success(request, said(say("It is filed.")))
    return redirect(_back(access, made))


@room(get=Right.EDIT, post=Right.EDIT)
def edit(request: HttpRequest, access: Access, filing: str) -> HttpResponse:
    """Something that is there."""
    found = selectors.filing(access, filing)
    kind = KINDS[found.kind]
    access.require(kind.right)
    if request.method != "POST":
        return _page(request, access, kind, _form(access, kind, initial=stands(found)), found)
    form = _form(access, kind, request.POST, request)
    if not form.is_valid():
        return _page(request, access, kind, form, found, status=422)
    given = request.POST.get("version", "")
    try:
        actions.change(access, filing, form.entry(), version=int(given) if given.isdecimal() else 0)
    except GuildmarkError as error:
        conflict = any(fault.code == "saving.meanwhile" for fault in error.faults)
        found = selectors.filing(access, filing)
        again = _form(access, kind, typed_anew(request, found.version)) if conflict else form
        return _page(request, access, kind, again, found, faults=error.faults, status=409 if conflict else 422)
    messages.success(request, said(say("It is saved.")))
    return redirect(_back(access, found))


@room(get=None, post=Right.EDIT)
def remove(request: HttpRequest, access: Access, filing: str) -> HttpResponse:
    """Takes something out."""
    found = selectors.filing(access, filing)
    back = _back(access, found)
    actions.remove(access, filing)
    messages.success(request, said(say("It is taken out. The journal keeps its state and days.")))
    return redirect(back)


@room()
def document(request: HttpRequest, access: Access, filing: str) -> HttpResponse:
    """The document, as a download; no browser opens it in the name of this site."""
    found = selectors.document(access, filing)
    answer = HttpResponse(bytes(found.data), content_type=safekeeping.MEDIA_TYPES[found.kind])
    answer.headers["Content-Disposition"] = safekeeping.attachment(found.filename)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


def _form(
    access: Access,
    kind: Kind,
    data: QueryDict | None = None,
    request: HttpRequest | None = None,
    initial: dict[str, Any] | None = None,
) -> FilingForm:
    mine = [(one.public_id, one.name) for one in designs.micro_credentials(access)] if kind.about != "no" else []
    wholes = (
        [(one.public_id, one.title) for one in selectors.filings(access).filter(kind="qualification")]
        if "towards" in kind.fields
        else []
    )
    files = request.FILES if request is not None else None
    return FilingForm(kind, mine, wholes, data, files, initial=initial)


def _page(
    request: HttpRequest,
    access: Access,
    kind: Kind,
    form: FilingForm,
    found: Filing | None = None,
    *,
    faults: Sequence[Fault] = (),
    status: int = 200,
) -> HttpResponse:
    back = _back(access, found) if found else _listed(access, kind, request.GET.get("mc", ""))
    context = {"access": access, "kind": kind, "form": form, "found": found, "faults": faults, "back": back}
    return render(request, "recognition/filing.html", context, status=status)


def _back(access: Access, found: Filing) -> str:
    mine = found.micro_credential.public_id if found.micro_credential else ""
    return _listed(access, KINDS[found.kind], mine)


def _listed(access: Access, kind: Kind, mine: str) -> str:
    """The page on which a kind is listed; for evidence and reviews that of the micro-credential."""
    slug = access.partnership.slug
    if kind.page in {Page.EVIDENCE, Page.REVIEWS}:
        known = designs.micro_credentials(access).filter(public_id=mine).exists()
        return reverse(f"recognition:{kind.page.value}", args=[slug, mine]) if known else reverse(
            "recognition:index", args=[slug]
        )  # fmt: skip
    if kind.page is Page.OUTLOOK:
        return reverse("recognition:index", args=[slug])
    return reverse(f"recognition:{kind.page.value}", args=[slug])
