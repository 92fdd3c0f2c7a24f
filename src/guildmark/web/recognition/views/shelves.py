"""Lists of what is filed, a shelf a kind; each exports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page as Leaf
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from guildmark.drawing.pathway import pathway_svg
from guildmark.drawing.theme import PAGE
from guildmark.toolkit.awareness.value import Proof, value_indicators, value_sentence
from guildmark.web.look.lists import ListColumn, list_as_file
from guildmark.web.look.words import language_now, said
from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.door import room
from guildmark.web.recognition import selectors
from guildmark.web.recognition.kinds import KINDS, Kind, Page, Stage, of_page
from guildmark.web.recognition.models import Filing
from guildmark.words import Listing, Sentence, say, say_count

SHOWN = 12
"""So many of each kind stand on a page of several; one kind alone is shown in pages of fifty."""
SHAPES = {Stage.PLANNED: "triangle", Stage.UNDER_WAY: "square", Stage.DONE: "circle", Stage.REFUSED: "dashed"}

COLUMNS: tuple[ListColumn[Filing], ...] = (
    ListColumn("kind", say("Kind"), lambda one: one.kind),
    ListColumn("micro_credential", say("Micro-credential"), lambda one: one.micro_credential or ""),
    ListColumn("title", say("Title"), lambda one: one.title),
    ListColumn("state", say("State"), lambda one: one.stage),
    ListColumn("sort", say("Kind in detail"), lambda one: one.sort),
    ListColumn("who", say("Who"), lambda one: one.who),
    ListColumn("on", say("Date"), lambda one: one.on.isoformat() if one.on else ""),
    ListColumn("until", say("Until"), lambda one: one.until.isoformat() if one.until else ""),
    ListColumn("credits", say("ECTS credits"), lambda one: "" if one.credits is None else str(one.credits)),
    ListColumn("amount", say("Figure"), lambda one: "" if one.amount is None else str(one.amount)),
    ListColumn("towards", say("Towards"), lambda one: one.towards or ""),
    ListColumn("details", say("Details"), lambda one: ";".join(one.more.get("ticks", []))),
    ListColumn("text", say("Text"), lambda one: one.text),
    ListColumn("link", say("Web address"), lambda one: one.link),
    ListColumn("document", say("Document"), lambda one: one.document.filename if one.document else ""),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One filing as a list shows it."""

    one: Filing
    stage: Sentence
    shape: str
    sort: object
    ticks: Listing | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """A kind with its lines; `leaf` is the page of them, `more` how many stand elsewhere."""

    kind: Kind
    lines: tuple[Line, ...]
    leaf: Leaf[Any] | None
    more: int


def line(one: Filing) -> Line:
    """A filing in words."""
    kind = KINDS[one.kind]
    stage = Stage(one.stage)
    ticks = [kind.ticked[key] for key in one.more.get("ticks", []) if key in kind.ticked]
    return Line(
        one, kind.stages[stage], SHAPES[stage], kind.choices.get(one.sort, ""), Listing.of(ticks) if ticks else None
    )


def shelves_of(request: HttpRequest, kinds: Sequence[Kind], found: QuerySet[Filing]) -> list[Shelf]:
    """The shelves of a page: a few of each kind, or one kind in full where `?kind=` names it."""
    wanted = [kind for kind in kinds if kind.key == request.GET.get("kind")] or (kinds if len(kinds) == 1 else [])
    if wanted:
        leaf = Paginator(found.filter(kind=wanted[0].key), 50).get_page(request.GET.get("page"))
        return [Shelf(wanted[0], tuple(map(line, leaf)), leaf, 0)]
    counts = dict(found.order_by().values_list("kind").annotate(Count("id")))
    return [
        Shelf(
            kind,
            tuple(map(line, found.filter(kind=kind.key)[:SHOWN])),
            None,
            max(0, counts.get(kind.key, 0) - SHOWN),
        )
        for kind in kinds
    ]


@room()
def shelf(request: HttpRequest, access: Access, page: Page) -> HttpResponse:
    """The kinds of a page."""
    kinds = of_page(page)
    found = selectors.filings(access).filter(kind__in=[kind.key for kind in kinds])
    if file := list_as_file(request, found, COLUMNS, kinds[0].heading):
        return file
    shelves = shelves_of(request, kinds, found)
    context: dict[str, Any] = {"access": access, "page": page.value, "shelves": shelves}
    if page is Page.PATHWAYS:
        context["reaches"] = [
            (one, reach, mark_safe(pathway_svg(reach, language_now(), theme=PAGE, bare=True)))  # noqa: S308 -- escaped there
            for one, reach in selectors.reaches(access)[:SHOWN]
        ]
    if page is Page.STORIES:
        context["indicators"] = indicators = value_indicators(proofs(found))
        context["shown"] = value_sentence(indicators)
    context["finding"] = _finding(page, shelves, context)
    return render(request, "recognition/shelf.html", context)


@room()
def archive(request: HttpRequest, access: Access) -> HttpResponse:
    """What is finished and can be taken up by others."""
    found = selectors.archive(access)
    if file := list_as_file(request, found, COLUMNS, say("Archive")):
        return file
    leaf = Paginator(found, 50).get_page(request.GET.get("page"))
    lines = [(KINDS[one.kind], line(one)) for one in leaf]
    return render(
        request, "recognition/archive.html", {"access": access, "page": "archive", "leaf": leaf, "lines": lines}
    )


def proofs(found: QuerySet[Filing]) -> list[Proof]:
    """The proofs of value that are checked, as the rule reads them."""
    return [
        Proof(
            one.sort,
            one.who,
            float(one.amount) if one.amount is not None else None,
            one.title if one.amount is not None else None,
            one.text or None,
        )
        for one in found.filter(kind="value", stage=Stage.DONE)
        if one.sort in KINDS["value"].choices
    ]


def _finding(page: Page, shelves: Iterable[Shelf], context: dict[str, Any]) -> Sentence | str:
    done = {shelf.kind.key: [each for each in shelf.lines if each.one.stage == Stage.DONE] for shelf in shelves}
    match page:
        case Page.ENDORSEMENT if done.get("endorsement"):
            one = done["endorsement"][0].one
            return say("Endorsed by {who} on {day}.", who=one.who, day=one.on)
        case Page.ENDORSEMENT:
            return say("No endorsement yet: meet the authority, then ask for it.")
        case Page.AGREEMENTS if done.get("agreement"):
            return say_count("{count} agreement is signed.", "{count} agreements are signed.", len(done["agreement"]))
        case Page.AGREEMENTS:
            return say("No agreement is signed yet.")
        case Page.PATHWAYS if context["reaches"]:
            return str(said(context["reaches"][0][1].sentence))
        case Page.PATHWAYS:
            return say("It leads nowhere yet: name what it may count towards.")
        case Page.GROWTH if done.get("ownership") or done.get("resource"):
            return say(
                "Secured resources: {resources}. Tasks with an owner: {owners} of {tasks}.",
                resources=len(done.get("resource", [])),
                owners=len({each.one.sort for each in done.get("ownership", [])}),
                tasks=len(KINDS["ownership"].choices),
            )
        case Page.GROWTH:
            return say("Nobody has said yet who carries it on, and with what.")
        case Page.STORIES if any(one.proofs for one in context["indicators"]):
            return context["shown"]  # type: ignore[no-any-return]  # a Sentence
        case Page.STORIES:
            return say("Nothing has been told yet.")
        case _:
            lines = [each for shelf in shelves for each in shelf.lines]
            return lines[0].one.title if lines else say("Nobody has looked back yet.")
