"""The guide's three-step path: discover, explore, get inspired."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guildmark.toolkit.awareness import (
    Stage,
    filter_cases,
    filter_publications,
    purpose,
    topic_counts,
    topics,
)
from guildmark.vocabulary import cases, elements, glossary, principles, publications, value_statements
from guildmark.vocabulary.cases import CaseStudy
from guildmark.vocabulary.publications import Publication
from guildmark.web.awareness.forms import CasesForm, SearchForm
from guildmark.web.look.lists import ListColumn, list_as_file
from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.door import room
from guildmark.words import Sentence, say

COLUMNS: tuple[ListColumn[Publication], ...] = (
    ListColumn("title", say("Title"), lambda one: one.title),
    ListColumn("authors", say("Authors"), lambda one: one.authors),
    ListColumn("publisher", say("Publisher"), lambda one: one.publisher),
    ListColumn("year", say("Year"), lambda one: one.year or ""),
    ListColumn("topics", say("Topics"), lambda one: ";".join(topic.key for topic in one.topics)),
    ListColumn("url", say("Address"), lambda one: one.url),
)
A_PAGE = 15
_SECTIONS: tuple[tuple[str, Sentence], ...] = (
    ("introduction", say("Introduction", context="case study")),
    ("context", say("Context", context="case study")),
    ("objectives", say("Objectives", context="case study")),
    ("methodology", say("Methodology", context="case study")),
    ("result", say("Result", context="case study")),
    ("learnings", say("Learnings", context="case study")),
    ("future", say("Future", context="case study")),
)


@room()
def discover(request: HttpRequest, access: Access) -> HttpResponse:
    """Definition, the 16 elements, the ten principles, the value, the words."""
    context = {
        "access": access,
        "purpose": purpose(Stage.DISCOVER),
        "definition": glossary.get("mc"),
        "elements": elements.all_elements(),
        "principles": principles.all_principles(),
        "values": value_statements.all_statements(),
        "glossary": glossary.all_terms(),
        "topics": topics(Stage.DISCOVER),
    }
    return render(request, "awareness/discover.html", context)


@room()
def explore(request: HttpRequest, access: Access) -> HttpResponse:
    """The knowledge base's publications, with facets and search."""
    form = SearchForm(request.GET)
    everything = publications.all_publications()
    found = filter_publications(everything, form.wanted())
    if file := list_as_file(request, found, COLUMNS, say("Publications")):
        return file
    context = {
        "access": access,
        "purpose": purpose(Stage.EXPLORE),
        "form": form,
        "found": found,
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "searched": _without_page(request),
        "filtered": any(value for key, value in request.GET.items() if key != "page"),
        "counts": topic_counts(everything, publications.topics()),
    }
    return render(request, "awareness/explore.html", context)


@room()
def practices(request: HttpRequest, access: Access) -> HttpResponse:
    """The knowledge base's second tab: best practices."""
    form = CasesForm(request.GET)
    found = filter_cases(cases.all_cases(), within_creative=form.within())
    context = {
        "access": access,
        "purpose": purpose(Stage.EXPLORE),
        "form": form,
        "cases": [_told(one) for one in found],
    }
    return render(request, "awareness/practices.html", context)


@room()
def inspired(request: HttpRequest, access: Access) -> HttpResponse:
    """Case studies from the creative industries."""
    found = [_told(one) for one in filter_cases(cases.all_cases(), within_creative=True)]
    context = {"access": access, "purpose": purpose(Stage.GET_INSPIRED), "cases": found}
    return render(request, "awareness/inspired.html", context)


def _without_page(request: HttpRequest) -> str:
    wanted = request.GET.copy()
    wanted.pop("page", None)
    return wanted.urlencode()


def _told(case: CaseStudy) -> tuple[CaseStudy, list[tuple[Sentence, object]]]:
    return case, [(word, case.section(name)) for name, word in _SECTIONS] if case.told else []
