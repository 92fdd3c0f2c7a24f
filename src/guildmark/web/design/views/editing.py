"""A design's forms: one subject a page, each save a new version, the check beside."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.credentials.bounded import read_object
from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.design import Check
from guildmark.web.design import actions, selectors
from guildmark.web.design.models import DesignVersion
from guildmark.web.design.sheets.definitions import SHEETS, sheet_of
from guildmark.web.design.sheets.model import Sheet, home_language
from guildmark.web.design.sheets.showing import anchors, shown, unfold
from guildmark.web.design.sheets.taking import taken
from guildmark.web.design.views.parts import found, goes_on, shares, sixteen
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.words import say


@room(get=Right.EDIT, post=Right.EDIT)
def edit(request: HttpRequest, access: Access, design: str, sheet: str) -> HttpResponse:
    """One subject: shown, extended by rows, checked, saved."""
    one = _sheet(sheet)
    newest = selectors.latest(selectors.micro_credential(access, design))
    faults: tuple[Fault, ...] = ()
    document: Mapping[str, Any] = newest.document
    drafted = False
    if request.method == "POST":
        read, typed = _typed(request, access, design, one, newest)
        document, drafted = {**newest.document, **_only(one, typed)}, True
        document = {key: value for key, value in document.items() if key not in one.keys or key in typed}
        if not {"more", "look"} & set(request.POST):
            try:
                saved = actions.save_version(access, design, document, version=read, note=request.POST.get("note", ""))
            except GuildmarkError as error:
                faults = tuple(error.faults)
            else:
                messages.success(request, said(say("Version {number} is saved.", number=saved.number)))
                then = goes_on(found(selectors.checked(saved.document).findings), after=one.key)
                if then and "on" in request.POST:
                    return redirect("design:edit", access.partnership.slug, design, then.key)
                return redirect("design:show", access.partnership.slug, design)
    language = _language(request, document)
    parts = shown(one, document, language, request.POST.get("more", ""))
    checked = selectors.checked(document)
    found_here = _checked(checked, one, anchors(parts))
    unfold(parts, {finding.anchor for finding in found_here["findings"]})
    context = {
        "access": access, "design": newest.micro_credential, "version": newest, "sheet": one, "sheets": SHEETS,
        "parts": parts, "faults": faults, "written_in": language, "draft": json.dumps(_only(one, document))
        if drafted else "", "note": request.POST.get("note", ""), "written": _written(document, language),
        "then": goes_on(found(checked.findings), after=one.key), **found_here,
    }  # fmt: skip
    return render(request, "design/edit.html", context, status=409 if faults else 200)


@room(get=None, post=Right.EDIT)
def check(request: HttpRequest, access: Access, design: str, sheet: str) -> HttpResponse:
    """What the check says of the design with what is typed at this moment; nothing is saved."""
    one = _sheet(sheet)
    newest = selectors.latest(selectors.micro_credential(access, design))
    _, typed = _typed(request, access, design, one, newest)
    known = anchors(shown(one, typed, _language(request, typed)))
    context = {"access": access, "design": newest.micro_credential, **_checked(selectors.checked(typed), one, known)}
    return render(request, "design/findings.html", context)


def _sheet(key: str) -> Sheet:
    found_ = sheet_of(key)
    if found_ is None:
        raise Http404
    return found_


def _only(sheet: Sheet, document: Mapping[str, Any]) -> dict[str, Any]:
    return {key: document[key] for key in sheet.keys if key in document}


def _typed(
    request: HttpRequest, access: Access, design: str, sheet: Sheet, newest: DesignVersion
) -> tuple[int, dict[str, Any]]:
    """The version that was read, and the design with what was typed on top of what the form had shown."""
    given = request.POST.get("version", "")
    number = int(given) if given.isdecimal() and given.isascii() and len(given) < 9 else 0
    base: Mapping[str, Any] = newest.document
    if number not in {0, newest.number}:
        base = selectors.version(access, design, number).document
    draft = request.POST.get("draft", "")
    if draft:
        try:
            values = read_object(draft.encode())
        except (GuildmarkError, UnicodeEncodeError):
            values = {}
        base = {key: value for key, value in base.items() if key not in sheet.keys} | _only(sheet, values)
    return number, taken(sheet, base, request.POST, _language(request, base))


def _language(request: HttpRequest, document: Mapping[str, Any]) -> str:
    """The language whose texts the form shows: the one asked for, else the design's own."""
    asked = request.POST.get("in") or request.GET.get("in") or ""
    return asked if asked.replace("-", "").isalnum() and len(asked) <= 12 else home_language(document)


def _written(document: Mapping[str, Any], language: str) -> list[tuple[str, str, bool]]:
    title = document.get("title")
    names = dict(settings.LANGUAGES)
    tags = [*names, *(title if isinstance(title, dict) else ()), home_language(document), language]
    return [(tag, names.get(tag, tag), tag == language) for tag in dict.fromkeys(tags)]


def _checked(check: Check, sheet: Sheet, known: set[str]) -> dict[str, Any]:
    here = tuple(one for one in check.findings if one.path.strip("/").split("/")[0] in sheet.keys)
    elsewhere = len([one for one in check.findings if one not in here and one.severity == "error"])
    return {
        "findings": found(here, known, check.elements.mandatory.missing), "elsewhere": elsewhere,
        "sixteen": sixteen(check), "shares": shares(check),
    }  # fmt: skip
