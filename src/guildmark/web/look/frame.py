"""What the frame of every page needs: languages, and the steps of the partnership one is in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from guildmark.web.look.words import language_now
from guildmark.words import Sentence, say

ROOMS = (
    ("context", say("Context", context="room")),
    ("awareness", say("Awareness", context="room")),
    ("stakeholders", say("Stakeholders", context="room")),
    ("design", say("Design", context="room")),
    ("pilots", say("Pilots", context="room")),
    ("recognition", say("Recognition", context="room")),
    ("issuing", say("Issuing", context="room")),
)
"""The rooms of a partnership, in the order of the guide."""


@dataclass(frozen=True, slots=True)
class Way:
    """One entry of the navigation."""

    name: Sentence
    address: str
    here: bool


def frame(request: HttpRequest) -> dict[str, Any]:
    """Languages, and where the navigation leads on this page."""
    return {
        "languages": settings.LANGUAGES,
        "language": language_now(),
        "ways": ways(request),
        "software_version": _version(),
    }


def ways(request: HttpRequest) -> list[Way]:
    """The journey and its rooms inside a partnership; elsewhere what one may do without it."""
    match = request.resolver_match
    access = getattr(request, "access", None)
    if access is not None:
        slug, here = access.partnership.slug, match.namespace if match else ""
        journey = Way(
            say("Journey", context="room"), reverse("partnerships:journey", args=[slug]), here == "partnerships"
        )
        return [journey, *(Way(name, reverse(f"{key}:index", args=[slug]), here == key) for key, name in ROOMS)]
    here = request.path
    found = [Way(say("Check a record"), reverse("verify:index"), here.startswith("/verify/"))]
    found.append(Way(say("Public register"), reverse("register:index"), here.startswith("/register/")))
    if request.user.is_authenticated:
        found.insert(0, Way(say("My partnerships"), reverse("partnerships:index"), here == "/p/"))
        found.append(Way(say("My records"), reverse("wallet:index"), here.startswith("/me/")))
    return found


def _version() -> str:
    from guildmark import __version__

    return __version__
