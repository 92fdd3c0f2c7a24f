"""Pages that say no, and why, and what to do instead."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guildmark.web.look.words import said
from guildmark.words import Sentence, say


class Refused(Exception):  # noqa: N818 -- nothing is wrong: it is an answer
    """Somebody is part of it and lacks the right: answered with 403 and the reason."""

    def __init__(self, reason: Sentence) -> None:
        self.reason = reason
        super().__init__(str(reason))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403 with the reason."""
    reason = exception.reason if isinstance(exception, Refused) else say("Your part here does not include this.")
    return render(request, "look/refusal.html", {"title": say("You may not do this."), "reason": reason}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, which never tells whether somebody else may see something here."""
    reason = say("There is nothing at this address, or it is not open to you. Check the address, or start again.")
    return render(request, "look/refusal.html", {"title": say("There is no such page."), "reason": reason}, status=404)


def form_too_old(request: HttpRequest) -> HttpResponse:
    """A form that was open for too long, or came from elsewhere."""
    words = say(
        "The form was open for too long, or another sign-in came between. Go back, reload the page, send again."
    )
    return render(request, "look/refusal.html", {"title": say("Nothing was saved."), "reason": words}, status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """500, without touching the database or the session."""
    words = (said(say("Something went wrong on our side.")), said(say("Nothing was saved. Please try again.")))
    return HttpResponse(f"<!doctype html><title>Guildmark</title><h1>{words[0]}</h1><p>{words[1]}", status=500)
