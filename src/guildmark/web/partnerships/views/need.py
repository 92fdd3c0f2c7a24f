"""The skills need, and the evidence that it rests on."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.context import EvidenceKind, NeedKind, need_sentence
from guildmark.web.look.saving import typed_anew
from guildmark.web.look.words import said
from guildmark.web.partnerships import actions, selectors
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.partnerships.forms import EvidenceForm, NeedForm
from guildmark.words import say

EVIDENCE = "evidence_%s"
"""Ids of the second form's fields: both forms have a `kind`, and a label must name its own."""


@room(post=Right.EDIT)
def need(request: HttpRequest, access: Access) -> HttpResponse:
    """The need, to read and to word."""
    row = selectors.need_row(access)
    stored = {"kind": row.kind, "statement": row.statement, "version": row.version} if row else {}
    form = NeedForm(request.POST or None, initial=stored)
    faults: tuple[Fault, ...] = ()
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.state_need(access, NeedKind(data["kind"]), data["statement"], version=data["version"] or 0)
        except GuildmarkError as error:
            faults = tuple(error.faults)
            form.data = typed_anew(request, row.version if row else 0)
        else:
            messages.success(request, said(say("The need is saved.")))
            return redirect("partnerships:need", access.partnership.slug)
    return _page(request, access, form, EvidenceForm(auto_id=EVIDENCE), faults)


@room(get=None, post=Right.EDIT)
def add_evidence(request: HttpRequest, access: Access) -> HttpResponse:
    """One more piece of evidence."""
    form = EvidenceForm(request.POST, auto_id=EVIDENCE)
    if form.is_valid():
        data = form.cleaned_data
        actions.add_evidence(access, EvidenceKind(data["kind"]), data["says"], data["source"])
        messages.success(request, said(say("The evidence is added.")))
        return redirect("partnerships:need", access.partnership.slug)
    row = selectors.need_row(access)
    stored = {"kind": row.kind, "statement": row.statement, "version": row.version} if row else {}
    return _page(request, access, NeedForm(initial=stored), form, ())


@room(get=None, post=Right.EDIT)
def remove_evidence(request: HttpRequest, access: Access, evidence: str) -> HttpResponse:
    """Takes a piece away."""
    actions.remove_evidence(access, evidence)
    messages.success(request, said(say("The evidence is removed.")))
    return redirect("partnerships:need", access.partnership.slug)


def _page(
    request: HttpRequest, access: Access, form: NeedForm, evidence_form: EvidenceForm, faults: tuple[Fault, ...]
) -> HttpResponse:
    row, need = selectors.need_row(access), selectors.need_of(access)
    evidence = [(one, EvidenceKind(one.kind)) for one in row.evidence.all()] if row else []
    context = {
        "access": access, "form": form, "evidence_form": evidence_form, "faults": faults, "evidence": evidence,
        "row": row, "sentence": need_sentence(need) if need else None,
    }  # fmt: skip
    return render(request, "partnerships/need.html", context, status=409 if faults else 200)
