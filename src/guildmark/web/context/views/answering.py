"""A country's answers to the questionnaire: what is answered, a page a section, and the versions."""

from __future__ import annotations

import json

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.context import BodySector, GovernmentLevel, Learning, Scope, read_answers
from guildmark.toolkit.context.comparison import compare
from guildmark.vocabulary import sectors
from guildmark.web.context import actions, selectors, sheet
from guildmark.web.context.models import AnswersVersion
from guildmark.web.context.words import BODY_SECTORS, LEARNING, LEVELS, SCOPES
from guildmark.web.look.lists import ListColumn, download, list_as_file
from guildmark.web.look.words import language_now, said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.words import say

COLUMNS: tuple[ListColumn[AnswersVersion], ...] = (
    ListColumn("version", say("Version"), lambda one: str(one.number)),
    ListColumn("saved_by", say("Saved by"), lambda one: one.person.shown_name),
    ListColumn("saved", say("Saved"), lambda one: one.at.date().isoformat()),
)


@room()
def answers(request: HttpRequest, access: Access, country: str) -> HttpResponse:
    """What is answered and what is open, section by section."""
    file = selectors.country(access, country)
    pages = sheet.parts(selectors.document(file), language_now())
    context = {
        "access": access, "file": file, "version": selectors.latest(file), "parts": pages,
        "answered": sum(one.answered for one in pages), "asked": sum(one.of_guide for one in pages),
        "next": next((one for one in pages if one.answered < one.of_guide), pages[-1]),
    }  # fmt: skip
    return render(request, "context/answers.html", context)


@room(post=Right.EDIT)
def section(request: HttpRequest, access: Access, country: str, section: str) -> HttpResponse:
    """One page of the questionnaire; each save that changes something is a new version."""
    file = selectors.country(access, country)
    version, document = selectors.latest(file), selectors.document(file)
    keys = [one.key for one in sheet.parts(document)]
    if section not in keys:
        raise Http404
    following = [*keys[keys.index(section) + 1 :], ""][0]
    faults: tuple[Fault, ...] = ()
    if request.method == "POST":
        given = request.POST.get("version", "0")
        try:
            actions.save_section(access, country, section, request.POST, int(given) if given.isdecimal() else 0)
        except GuildmarkError as error:
            faults, document = tuple(error.faults), sheet.sent(request.POST, document, section)
        else:
            messages.success(request, said(say("The answers are saved.")))
            if "overview" in request.POST:
                return redirect("context:answers", access.partnership.slug, country)
            if following:
                return redirect("context:section", access.partnership.slug, country, following)
            return redirect("context:ratings", access.partnership.slug, country)
    pages = sheet.parts(document if not faults else selectors.document(file), language_now())
    context = {
        "access": access, "file": file, "version": version, "faults": faults, "parts": pages, "following": following,
        "part": _part(document, section, faults), "lists": sheet.lists(document), "sectors": sectors.all_sectors(),
        "body_sectors": [(one.value, BODY_SECTORS[one]) for one in BodySector],
        "levels": [(one.value, LEVELS[one]) for one in GovernmentLevel],
        "scopes": [(one.value, SCOPES[one]) for one in Scope],
        "learning": [(one.value, LEARNING[one]) for one in Learning],
    }  # fmt: skip
    return render(request, "context/section.html", context, status=409 if faults else 200)


@room()
def versions(request: HttpRequest, access: Access, country: str) -> HttpResponse:
    """Every version, who saved it when, and what changed between two of them."""
    file = selectors.country(access, country)
    everything = list(selectors.versions(file))
    if as_file := list_as_file(request, everything, COLUMNS, say("Versions")):
        return as_file
    context = {"access": access, "file": file, "versions": everything}
    if everything:
        by_number = {str(one.number): one for one in everything}
        newer = by_number.get(request.GET.get("newer", ""), everything[0])
        before = everything[min(everything.index(newer) + 1, len(everything) - 1)]
        older = by_number.get(request.GET.get("older", ""), before)
        if older.number > newer.number:
            older, newer = newer, older
        place = {"country": file.country}
        changes = compare(
            read_answers({**older.document, **place}), read_answers({**newer.document, **place}), language_now()
        )
        context |= {"older": older, "newer": newer, "changes": changes}
    return render(request, "context/versions.html", context)


@room()
def document(request: HttpRequest, access: Access, country: str) -> HttpResponse:
    """The answers as the file that `guildmark context` reads."""
    file = selectors.country(access, country)
    text = json.dumps(selectors.document(file), ensure_ascii=False, indent=2)
    return download(text, f"answers-{file.country.lower()}.json")


def _part(document: dict[str, object], section: str, faults: tuple[Fault, ...]) -> sheet.Part:
    return next(one for one in sheet.parts(document, with_words=not faults) if one.key == section)
