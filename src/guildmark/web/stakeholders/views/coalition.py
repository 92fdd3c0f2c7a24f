"""Who could carry the work, and who can decide, open or block what (R40a, R41)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guildmark.toolkit.stakeholders import PlacedStakeholder, coalition, key_influencers, leverage_gaps, who_decides
from guildmark.web.look.words import language_now
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.stakeholders import selectors
from guildmark.web.stakeholders.views.lines import Line, Named, line_of
from guildmark.words import Sentence, say


@dataclass(frozen=True, slots=True)
class Circle:
    """Some stakeholders: by name for those who may see names, else counted by group."""

    name: object
    about: Sentence | None
    count: int
    lines: tuple[Line, ...]
    crowds: tuple[tuple[int, Line], ...]


@room()
def index(request: HttpRequest, access: Access) -> HttpResponse:
    """The coalition that the map makes possible, and who decides what."""
    found = selectors.map_of(access, language=language_now())
    named = selectors.groups_of(access)
    possible = coalition(found.stakeholders)
    actors = selectors.leverage_of(access, found)

    def circle(name: object, people: Sequence[PlacedStakeholder], about: Sentence | None = None) -> Circle:
        return _circle(access, named, name, people, about)

    context = {
        "access": access,
        "map": found if found.stakeholders else None,
        "coalition": possible,
        "circles": [
            circle(say("Who can lead it"), possible.core, say("High influence and support, and they know enough.")),
            circle(say("Who is to be told more first"), possible.to_brief, say("The same power, little knowledge.")),
            circle(say("Who gives it a voice"), possible.voices, say("High support without influence.")),
            circle(say("Who is still to be won"), possible.to_win, say("High influence without support.")),
            circle(
                say("Key influencers"), key_influencers(found.stakeholders), say("High influence, the clearest first.")
            ),
        ],
        "missing": [named[group.value] for group in possible.groups_missing],
        "decisions": [
            (
                view.decision,
                circle(say("can decide", context="who"), view.decide),
                circle(say("can open the door", context="who"), view.open),
                circle(say("can block", context="who"), view.block),
            )
            for view in who_decides(actors)
        ],
        "gaps": [gap.sentence for gap in leverage_gaps(actors)],
        "noted": any(one.holds for one in actors),
    }
    return render(request, "stakeholders/coalition.html", context)


def _circle(
    access: Access, named: Named, name: object, people: Sequence[PlacedStakeholder], about: Sentence | None
) -> Circle:
    lines = tuple(line_of(one, named) for one in people)
    if access.may(Right.NAMES):
        return Circle(name, about, len(lines), lines, ())
    counted = Counter(one.group.key for one in lines)
    first = {one.group.key: replace(one, name="", organisation="") for one in reversed(lines)}
    return Circle(name, about, len(lines), (), tuple((count, first[key]) for key, count in counted.items()))
