"""A country's answers to the questionnaire."""

from __future__ import annotations

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.context import BodySector, GovernmentLevel, Learning, Scope
from guildmark.vocabulary import sectors
from guildmark.web.context import actions, selectors, sheet
from guildmark.web.context.words import BODY_SECTORS, LEARNING, LEVELS, SCOPES
from guildmark.web.look.lists import download
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.words import say


@room(post=Right.EDIT)
def answers(request: HttpRequest, access: Access, country: str) -> HttpResponse:
    """The questionnaire, with what is answered; each save is a new version."""
    file = selectors.country(access, country)
    version = selectors.latest(file)
    document = selectors.document(file)
    faults: tuple[Fault, ...] = ()
    if request.method == "POST":
        given = request.POST.get("version", "0")
        document = sheet.sent(request.POST, document)
        try:
            actions.save_answers(access, country, document, version=int(given) if given.isdecimal() else 0)
        except GuildmarkError as error:
            faults = tuple(error.faults)
        else:
            messages.success(request, said(say("The answers are saved.")))
            return redirect("context:ratings", access.partnership.slug, country)
    context = {
        "access": access, "file": file, "version": version, "faults": faults, "sheet": sheet.filled(document),
        "sectors": sectors.all_sectors(), "body_sectors": [(one.value, BODY_SECTORS[one]) for one in BodySector],
        "levels": [(one.value, LEVELS[one]) for one in GovernmentLevel],
        "scopes": [(one.value, SCOPES[one]) for one in Scope],
        "learning": [(one.value, LEARNING[one]) for one in Learning],
    }  # fmt: skip
    return render(request, "context/answers.html", context, status=409 if faults else 200)


@room()
def document(request: HttpRequest, access: Access, country: str) -> HttpResponse:
    """The answers as the file that `guildmark context` reads."""
    file = selectors.country(access, country)
    text = json.dumps(selectors.document(file), ensure_ascii=False, indent=2)
    return download(text, f"answers-{file.country.lower()}.json")
