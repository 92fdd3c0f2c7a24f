"""Where recognition stands: each micro-credential, what to do next, what is noted for the next phase."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from guildmark.toolkit.advice import Results, advise, section_words
from guildmark.web.design import selectors as designs
from guildmark.web.look.lists import ListColumn, list_as_file
from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.door import room
from guildmark.web.recognition import selectors
from guildmark.web.recognition.kinds import Page, of_page
from guildmark.web.recognition.standing import Standing, standings
from guildmark.web.recognition.views.shelves import shelves_of
from guildmark.web.recognition.words import ROUTES
from guildmark.words import Sentence, say, say_count

COLUMNS: tuple[ListColumn[Standing], ...] = (
    ListColumn("micro_credential", say("Micro-credential"), lambda one: one.micro_credential.name),
    ListColumn("route", say("Route"), lambda one: one.route.key if one.route else ""),
    ListColumn("there", say("Pieces that are there"), lambda one: len(one.dossier.there)),
    ListColumn("missing", say("Pieces that are missing"), lambda one: ";".join(p.key for p in one.dossier.missing)),
    ListColumn("endorsed_on", say("Approval date"), lambda one: _day(one.endorsement and one.endorsement.on)),
    ListColumn("endorsed_by", say("Responsible entity"), lambda one: one.endorsement.who if one.endorsement else ""),
    ListColumn("valid_until", say("Valid until"), lambda one: _day(one.endorsement and one.endorsement.until)),
    ListColumn("next_review", say("Next review"), lambda one: _day(one.next_review and one.next_review.on)),
)


@room()
def index(request: HttpRequest, access: Access) -> HttpResponse:
    """Every micro-credential with its dossier drawn, ten a page."""
    mine, today = designs.micro_credentials(access), localdate()
    if request.GET.get("format") in {"csv", "xlsx"}:
        rows = standings(access, list(mine), today)
        if file := list_as_file(request, rows, COLUMNS, say("Recognition", context="room")):
            return file
    leaf = Paginator(mine, 10).get_page(request.GET.get("page"))
    stand = standings(access, list(leaf), today)
    outlook = of_page(Page.OUTLOOK)
    noted = shelves_of(request, outlook, selectors.filings(access).filter(kind__in=[one.key for one in outlook]))
    foremost = stand[0] if stand else None
    advice = advise(Results(recognition=foremost.state)) if foremost else ()
    context = {
        "access": access,
        "page": "index",
        "leaf": leaf,
        "rows": [(one, elements(one), ROUTES[one.route.kind] if one.route else None) for one in stand],
        "finding": finding(stand, leaf.paginator.count),
        "advice": [(one, section_words(one.section)) for one in advice],
        "foremost": foremost,
        "shelves": noted,
    }
    return render(request, "recognition/index.html", context)


def elements(standing: Standing) -> list[dict[str, object]]:
    """The pieces of the dossier as a row of squares."""
    return [{"element": one.piece.name, "present": one.there, "mandatory": True} for one in standing.dossier.entries]


def finding(stand: Sequence[Standing], count: int) -> Sentence | None:
    """What the page says first."""
    if not stand:
        return None
    if count > 1:
        endorsed = sum(one.endorsement is not None for one in stand)
        return say_count(
            "{endorsed} of {count} micro-credential is endorsed.",
            "{endorsed} of {count} micro-credentials are endorsed.",
            count,
            endorsed=endorsed,
        )
    return stand[0].sentence


def _day(value: object) -> str:
    return str(value) if value else ""
