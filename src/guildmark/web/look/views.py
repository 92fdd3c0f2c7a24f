"""The front page, the design system, the language, and whether we are alive."""

from __future__ import annotations

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from guildmark import __version__
from guildmark.web.look.showcase import showcase
from guildmark.words import say

FIVE = (
    {"shape": "emerging", "name": say("Context", context="room"), "about": say("How ready each country is, and why.")},
    {"shape": "emerging", "name": say("Awareness", context="room"), "about": say("Everyone on the same page.")},
    {"shape": "ongoing", "name": say("Stakeholders", context="room"), "about": say("Who knows, decides and helps.")},
    {"shape": "ongoing", "name": say("Design and pilots", context="room"), "about": say("Made, tried, made better.")},
    {"shape": "completed", "name": say("Recognition", context="room"), "about": say("A place in the system.")},
)


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """What this is, and the ways in."""
    return render(request, "look/home.html", {"five": FIVE})


@require_GET
def design_system(request: HttpRequest) -> HttpResponse:
    """Every component in every state."""
    return render(request, "look/design_system.html", showcase(request))


@csrf_exempt  # public pages carry no token, so that they set no cookie; a stranger could change the language at most
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keeps the language that somebody chose, and goes back to the page."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    answer = redirect(back)
    chosen = request.POST.get("language", "")
    if check_for_language(chosen) and chosen in dict(settings.LANGUAGES):
        answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, max_age=31_536_000, samesite="Lax")
    return answer


@require_GET
def healthz(request: HttpRequest) -> HttpResponse:
    """200 as soon as the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return JsonResponse({"status": "ok", "version": __version__})
