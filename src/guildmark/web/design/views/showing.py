"""One micro-credential as a document: how complete it is, what is taught and assessed, what is to settle."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guildmark.documents.elements import element_rows
from guildmark.errors import Fault
from guildmark.toolkit.design import alignment_grid, hours_per_credit
from guildmark.vocabulary import concepts
from guildmark.web.design import selectors
from guildmark.web.design.models import DesignVersion
from guildmark.web.design.sheets.definitions import SHEETS
from guildmark.web.design.views.parts import found, goes_on, shares, sixteen, state_of
from guildmark.web.design.words import STAGES
from guildmark.web.look.words import language_now
from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.door import room
from guildmark.words import Sentence, say

MOST_BESIDE = 5
"""More columns than this need the whole width of the page."""
_STAGE_KEYS = (
    ("learning_outcomes", "learner_identification"),
    ("activities", "prerequisites", "assessment"),
    ("assessment", "supervision", "grade"),
    ("awarding_body", "quality_assurance", "date_of_issuing"),
)


@room()
def show(request: HttpRequest, access: Access, design: str) -> HttpResponse:
    """The newest version."""
    return page(request, access, selectors.latest(selectors.micro_credential(access, design)))


@room()
def version(request: HttpRequest, access: Access, design: str, number: int) -> HttpResponse:
    """An older version, as it stood."""
    return page(request, access, selectors.version(access, design, number))


def page(
    request: HttpRequest, access: Access, one: DesignVersion, faults: tuple[Fault, ...] = (), status: int = 200
) -> HttpResponse:
    """A version with everything that is known about it."""
    check = selectors.checked(one.document)
    newest = selectors.latest(one.micro_credential)
    grid = alignment_grid(check.design)
    columns = (*grid.activities, *grid.assessments)
    types = {method.id: method.type for method in check.design.assessment or ()}
    named = []
    for column in columns:
        # A column is headed by the short word of the type; the whole description stands beside it.
        concept = concepts.find("assessment", types.get(column.id, "")) if column.kind == "assessment" else None
        named.append((column, concept or column.name))
    rows = [row for row in element_rows(check.design.as_written(), language_now()) if row.lines]
    findings = found(check.findings, missing=check.elements.mandatory.missing)
    context = {
        "access": access, "design": one.micro_credential, "version": one, "newest": newest, "check": check,
        "state": state_of(one), "layout": "stacked" if len(columns) > MOST_BESIDE else "",
        "sixteen": sixteen(check), "shares": shares(check), "grid": grid, "columns": named,
        "cells": [(row, [(column, name, row.marks(column)) for column, name in named]) for row in grid.rows],
        "findings": findings, "goes_on": goes_on(findings), "rows": rows, "sheets": SHEETS, "faults": faults,
        "workload": _workload(check.design), "languages_written": _languages(one),
        "stages": [
            (name, about, any(key in one.document for key in keys))
            for (name, about), keys in zip(STAGES, _STAGE_KEYS, strict=True)
        ],
    }  # fmt: skip
    return render(request, "design/show.html", context, status=status)


def _languages(version: DesignVersion) -> list[str]:
    title = version.document.get("title")
    return list(title) if isinstance(title, dict) else []


def _workload(design: object) -> Sentence | None:
    work = getattr(design, "workload", None)
    country = getattr(design, "issuer_country", None)
    first = country[0] if isinstance(country, list) else country
    if work is None or work.ects is None or not first:
        return None
    try:
        rule = hours_per_credit(first.split("/")[0])
    except LookupError:
        return None
    if rule is None:
        return None
    return say(
        "{hours} hours = {credits} ECTS; {country} counts {fewest} to {most} hours a credit.",
        hours=f"{work.hours:g}", credits=f"{work.ects:g}", country=rule.country,
        fewest=f"{rule.fewest:g}", most=f"{rule.most:g}",
    )  # fmt: skip
