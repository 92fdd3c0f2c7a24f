"""The map with its finding, its pictures, and what follows from it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from guildmark.documents.pictures import svg_to_pdf, svg_to_png
from guildmark.drawing.stakeholder_map import MOST, map_svg, plot_svg
from guildmark.toolkit.advice import Results, advise, section_words
from guildmark.toolkit.design.roles import proposed_roles
from guildmark.toolkit.stakeholders import StakeholderMap
from guildmark.vocabulary import questions, scenarios
from guildmark.web.look.lists import download
from guildmark.web.look.words import language_now
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.stakeholders.selectors import group_names, groups_of, map_of
from guildmark.web.stakeholders.views.lines import Named, as_file, line_of, parts_of

SHOWN = 3
"""So many of those who fit a role best are named; the rest are counted."""
LONG = 60
"""More rows than these stand in the register only, page by page."""


@room()
def index(request: HttpRequest, access: Access) -> HttpResponse:
    """The map, its table, gaps, strategies, roles and advice."""
    found = map_of(access, language=language_now())
    if file := as_file(request, found):
        return file
    names = {row: one.source.name for one in found.stakeholders for row in one.source.rows}
    language, named = language_now(), groups_of(access)

    def resting(rows: tuple[int | str, ...]) -> list[str]:
        if not access.may(Right.NAMES) or len(rows) > 12:
            return []
        return list(dict.fromkeys(names[row] for row in rows if isinstance(row, int) and row in names))

    own = {key: group.label(language) for key, group in named.items()}
    context = {
        "access": access,
        "map": found if found.stakeholders else None,
        "drawn": mark_safe(plot_svg(found, language, names=access.may(Right.NAMES), group_names=own)),  # noqa: S308 -- drawn and escaped by `drawing.svg`
        "parts": parts_of(access, found, named) if found.stakeholders else [],
        "crowded": len(found.stakeholders) > MOST,
        "long": len(found.stakeholders) > LONG,
        "gaps": [(gap.sentence, resting(gap.rests_on)) for gap in found.gaps],
        "strategies": _strategies(found, language),
        "roles": _roles(found, language, named),
        "advice": [
            (one.sentence, section_words(one.section), resting(one.rests_on))
            for one in (advise(Results(stakeholder_map=found)) if found.stakeholders else ())
        ],
    }
    return render(request, "stakeholders/index.html", context)


@room()
def picture(request: HttpRequest, access: Access, ending: str) -> HttpResponse:
    """The map as SVG, PNG, PDF; names only for those who may see them."""
    language = language_now()
    found = map_of(access, language=language)
    if not found.stakeholders or ending not in {"svg", "png", "pdf"}:
        raise Http404
    svg = map_svg(found, language, names=access.may(Right.NAMES), group_names=group_names(access))
    if ending == "pdf":
        return download(svg_to_pdf(svg, found.finding.text(language), language), "map.pdf")
    return download(svg_to_png(svg) if ending == "png" else svg, f"map.{ending}")


def _strategies(found: StakeholderMap, language: str) -> list[tuple[scenarios.Scenario, str, int]]:
    sizes = dict.fromkeys(range(1, 5), 0)
    for placed in found.stakeholders:
        if placed.scenario:
            sizes[placed.scenario.value] += 1
    return [(one, one.strategy.text(language), sizes[one.number]) for one in scenarios.all_scenarios()]


def _roles(found: StakeholderMap, language: str, named: Named) -> list[dict[str, object]]:
    shown = []
    for role, fits in proposed_roles(found.stakeholders).items():
        close = [one for one in fits if one.steps == fits[0].steps]
        asks = sorted({key for one in close[:SHOWN] for key in one.asks})
        shown.append(
            {
                "role": role,
                "description": role.description.text(language),
                "responsibilities": role.responsibilities.text(language),
                "engagement": role.engagement.text(language),
                "best": [line_of(one.stakeholder, named) for one in close[:SHOWN]],
                "steps": close[0].steps if close else None,
                "count": len(close),
                "more": max(0, len(close) - SHOWN),
                "asks": [_question(key) for key in asks],
            }
        )
    return shown


def _question(key: str) -> object:
    known = {one.key for one in questions.knowledge_questions()}
    return questions.knowledge(key) if key in known else questions.power(key)
