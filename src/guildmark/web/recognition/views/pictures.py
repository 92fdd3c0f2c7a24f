"""The drawn pathway, and the reviews on a line of time."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate

from guildmark.drawing.pathway import pathway_svg
from guildmark.drawing.timeline import Moment, timeline_svg
from guildmark.web.look.lists import download
from guildmark.web.look.words import language_now
from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.door import room
from guildmark.web.recognition import selectors
from guildmark.web.recognition.kinds import Stage
from guildmark.web.recognition.standing import Standing, standing
from guildmark.words import say


@room()
def pathway(request: HttpRequest, access: Access, filing: str) -> HttpResponse:
    """How far the partnership's micro-credentials lead towards one qualification."""
    return download(pathway_svg(selectors.reach_of(access, filing), language_now()), "pathway.svg")


@room()
def reviews(request: HttpRequest, access: Access, credential: str) -> HttpResponse:
    """The endorsement, what was reviewed, and what is still to come."""
    stand = standing(access, credential, localdate())
    line = moments(stand)
    if not line:
        raise Http404
    due = stand.next_review
    finding = say("The next review is due on {day}.", day=due.on) if due else say("No review is due any more.")
    return download(timeline_svg(line, say("Step 5 · Reviews"), finding, language_now()), "reviews.svg")


def moments(stand: Standing) -> list[Moment]:
    """The line of time of an endorsed micro-credential; empty without an endorsement."""
    endorsed = stand.endorsement
    if endorsed is None or endorsed.on is None:
        return []
    line = [Moment(endorsed.on, say("Endorsed by {who}", who=endorsed.who), "done")]
    held = [one for one in stand.of("review") if one.stage == Stage.DONE and one.on and one.on >= endorsed.on]
    line += [Moment(one.on, one.title, "done") for one in held if one.on]
    if stand.next_review is None:
        return line
    ahead = stand.schedule[stand.schedule.index(stand.next_review) :]
    return line + [Moment(one.on, one.sentence, "next" if at == 0 else "planned") for at, one in enumerate(ahead)]
