"""The drawn pathway, and the reviews on a line of time."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate

from guildmark.drawing.pathway import pathway_svg
from guildmark.drawing.theme import LIGHT, Theme
from guildmark.drawing.timeline import Moment, timeline_svg
from guildmark.web.look.lists import download
from guildmark.web.look.words import language_now
from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.door import room
from guildmark.web.recognition import selectors
from guildmark.web.recognition.kinds import Stage
from guildmark.web.recognition.standing import Standing, standing
from guildmark.words import Sentence, say


@room()
def pathway(request: HttpRequest, access: Access, filing: str) -> HttpResponse:
    """How far the partnership's micro-credentials lead towards one qualification."""
    return download(pathway_svg(selectors.reach_of(access, filing), language_now()), "pathway.svg")


@room()
def reviews(request: HttpRequest, access: Access, credential: str) -> HttpResponse:
    """The endorsement, what was reviewed, and what is still to come."""
    stand = standing(access, credential, localdate())
    if stand.endorsement is None:
        raise Http404
    return download(drawn_reviews(stand, LIGHT), "reviews.svg")


def drawn_reviews(stand: Standing, theme: Theme, *, bare: bool = False) -> str:
    """The line of time in the language of the page."""
    subject = say("Step 5 · Reviews")
    return timeline_svg(moments(stand), subject, reviews_said(stand), language_now(), theme=theme, bare=bare)


def reviews_said(stand: Standing) -> Sentence:
    """When something is due."""
    if stand.endorsement is None:
        return say("Reviews begin with the endorsement.")
    if stand.next_review is None:
        return say("No review is due any more.")
    if stand.next_review.on < localdate():
        return say("A review was due on {day}.", day=stand.next_review.on)
    return say("The next review is due on {day}.", day=stand.next_review.on)


def moments(stand: Standing) -> list[Moment]:
    """The line of time of an endorsed micro-credential; empty without an endorsement."""
    endorsed = stand.endorsement
    if endorsed is None or endorsed.on is None:
        return []
    line = [Moment(endorsed.on, say("Endorsed by {who}", who=endorsed.who), "done")]
    held = [one for one in stand.of("review") if one.stage == Stage.DONE and one.on]
    line += [Moment(one.on, one.title, "done") for one in held if one.on]
    if stand.next_review is None:
        return line
    ahead = stand.schedule[stand.schedule.index(stand.next_review) :]
    return line + [Moment(one.on, one.sentence, "next" if at == 0 else "planned") for at, one in enumerate(ahead)]
