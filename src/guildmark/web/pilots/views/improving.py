"""Feedback, decisions, and where results were told."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.errors import Fault, GuildmarkError
from guildmark.web.look.lists import ListColumn, list_as_file
from guildmark.web.look.saving import typed_anew
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.pilots import actions, selectors
from guildmark.web.pilots.forms import DecisionForm, NoteForm, SharingForm, decision_stands, version_of
from guildmark.web.pilots.models import Decision, Note, Sharing
from guildmark.web.pilots.words import Changes, NoteKind, SharingKind, Voice
from guildmark.words import say, say_count

DECISIONS: tuple[ListColumn[Decision], ...] = (
    ListColumn("decision", say("Decision"), lambda one: one.text),
    ListColumn("because", say("Because"), lambda one: one.because),
    ListColumn("changes", say("What it changes"), lambda one: one.changes),
    ListColumn("day", say("Date"), lambda one: one.day.isoformat() if one.day else ""),
    ListColumn("done", say("Status"), lambda one: "done" if one.done else "open"),
    ListColumn("version", say("Version"), lambda one: one.carried_out_in.number if one.carried_out_in else ""),
)
NOTES: tuple[ListColumn[Note], ...] = (
    ListColumn("day", say("Date"), lambda one: one.day.isoformat() if one.day else ""),
    ListColumn("kind", say("Kind"), lambda one: one.kind),
    ListColumn("voice", say("Whose view"), lambda one: one.voice),
    ListColumn("text", say("What was seen or said"), lambda one: one.text),
)
SHARINGS: tuple[ListColumn[Sharing], ...] = (
    ListColumn("title", say("Title"), lambda one: one.title),
    ListColumn("kind", say("Kind"), lambda one: one.kind),
    ListColumn("day", say("Date"), lambda one: one.day.isoformat() if one.day else ""),
    ListColumn("audience", say("Who was reached"), lambda one: one.audience),
    ListColumn("url", say("Address"), lambda one: one.url),
    ListColumn("outcome", say("What came of it"), lambda one: one.outcome),
)


@room(post=Right.EDIT)
def decisions(request: HttpRequest, access: Access, cohort: str) -> HttpResponse:
    """What was decided, and what is still open; a form for one more."""
    found = selectors.cohort(access, cohort)
    form = DecisionForm(access, request.POST or None)
    faults: tuple[Fault, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            actions.decide(access, cohort, **form.cleaned_data)
        except GuildmarkError as error:
            faults = tuple(error.faults)
        else:
            messages.success(request, said(say("The decision is recorded.")))
            return redirect("pilots:decisions", access.partnership.slug, cohort)
    rows = list(found.decisions.select_related("carried_out_in__micro_credential"))
    if file := list_as_file(request, rows, DECISIONS, say("Decisions")):
        return file
    still = sum(not one.done for one in rows)
    title = (
        say("Nothing is decided yet.") if not rows
        else say_count("{count} decision is carried out.", "All {count} decisions are carried out.", len(rows))
        if not still
        else say_count("{count} decision is still open.", "{count} decisions are still open.", still)
    )  # fmt: skip
    context = {
        "access": access, "cohort": found, "form": form, "faults": faults, "title": title,
        "rows": [(one, Changes(one.changes).word) for one in rows],
    }  # fmt: skip
    return render(request, "pilots/decisions.html", context, status=422 if request.method == "POST" else 200)


@room(get=Right.EDIT, post=Right.EDIT)
def decision(request: HttpRequest, access: Access, cohort: str, decision: str) -> HttpResponse:
    """One decision."""
    found = selectors.cohort(access, cohort)
    one = found.decisions.filter(public_id=decision).first()
    if one is None:
        raise Http404
    form = DecisionForm(access, request.POST or None, initial=decision_stands(one))
    faults: tuple[Fault, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_decision(access, cohort, decision, version=version_of(request.POST), **form.cleaned_data)
        except GuildmarkError as error:
            faults = tuple(error.faults)
            if faults[0].code == "saving.meanwhile":
                form = DecisionForm(access, typed_anew(request, one.version))
        else:
            messages.success(request, said(say("The decision is saved.")))
            return redirect("pilots:decisions", access.partnership.slug, cohort)
    status = 200 if request.method != "POST" else 409 if faults else 422
    context = {"access": access, "cohort": found, "form": form, "faults": faults, "found": one}
    return render(request, "pilots/decision.html", context, status=status)


@room(get=Right.EDIT, post=Right.EDIT)
def notes(request: HttpRequest, access: Access, cohort: str) -> HttpResponse:
    """Observations and feedback: for members, since a small group is recognised by what it says."""
    found = selectors.cohort(access, cohort)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_note(access, cohort, **form.cleaned_data)
        messages.success(request, said(say("It is noted.")))
        return redirect("pilots:notes", access.partnership.slug, cohort)
    rows = list(found.notes.all())
    if file := list_as_file(request, rows, NOTES, say("Observations and feedback")):
        return file
    context = {
        "access": access, "cohort": found, "form": form,
        "rows": [(one, NoteKind(one.kind).word, Voice(one.voice).word) for one in rows],
    }  # fmt: skip
    return render(request, "pilots/notes.html", context, status=422 if request.method == "POST" else 200)


@room(get=None, post=Right.EDIT)
def remove_note(request: HttpRequest, access: Access, cohort: str, note: str) -> HttpResponse:
    """Takes a note out."""
    actions.remove_note(access, cohort, note)
    messages.success(request, said(say("The note is taken out.")))
    return redirect("pilots:notes", access.partnership.slug, cohort)


@room(post=Right.EDIT)
def telling(request: HttpRequest, access: Access, cohort: str) -> HttpResponse:
    """Where the results were told, and what came of it (Step 4.6)."""
    found = selectors.cohort(access, cohort)
    form = SharingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.log_sharing(access, cohort, **form.cleaned_data)
        messages.success(request, said(say("It is in the log.")))
        return redirect("pilots:telling", access.partnership.slug, cohort)
    rows = list(found.sharings.all())
    if file := list_as_file(request, rows, SHARINGS, say("Where results were told")):
        return file
    context = {
        "access": access, "cohort": found, "form": form, "rows": [(one, SharingKind(one.kind).word) for one in rows]
    }  # fmt: skip
    return render(request, "pilots/telling.html", context, status=422 if request.method == "POST" else 200)


@room(get=None, post=Right.EDIT)
def remove_sharing(request: HttpRequest, access: Access, cohort: str, sharing: str) -> HttpResponse:
    """Takes an entry out of the log."""
    actions.remove_sharing(access, cohort, sharing)
    messages.success(request, said(say("The entry is taken out of the log.")))
    return redirect("pilots:telling", access.partnership.slug, cohort)
