"""What a share link shows to anybody, as long as it is open."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from guildmark.web.look.lists import download
from guildmark.web.look.words import language_now
from guildmark.web.wallet import selectors
from guildmark.web.wallet.contents import card, sections
from guildmark.web.wallet.files import file_of
from guildmark.web.wallet.standing import standing
from guildmark.words import Listing


@never_cache
@require_GET
def page(request: HttpRequest, token: str) -> HttpResponse:
    """The record and its verdict, checked now."""
    link = selectors.shared(token)
    if link is None:
        return _gone(request)
    shown, own = standing(link.record), card(link.record, language_now())
    context = {
        "record": link.record, "card": own, "bodies": Listing.of(own.bodies), "token": token,
        "address": request.build_absolute_uri(reverse("wallet:shared", args=[token])),
        "image": request.build_absolute_uri(reverse("wallet:shared_file", args=[token, "png"])),
        "sections": sections(shown["record"], language_now()) if shown else [],
    }  # fmt: skip
    return _unlisted(render(request, "wallet/shared.html", shown | context))


@never_cache
@require_GET
def file(request: HttpRequest, token: str, ending: str) -> HttpResponse:
    """The record as JSON, PNG, SVG or PDF."""
    link = selectors.shared(token)
    if link is None:
        return _gone(request)
    url = request.build_absolute_uri(reverse("wallet:shared", args=[token]))
    return _unlisted(download(file_of(link.record, ending, language_now(), url), f"record.{ending}"))


def _gone(request: HttpRequest) -> HttpResponse:
    return _unlisted(render(request, "wallet/gone.html", status=410))


def _unlisted(answer: HttpResponse) -> HttpResponse:
    answer["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    # The address is the key: it is told to no page that somebody goes on to.
    answer["Referrer-Policy"] = "no-referrer"
    return answer
