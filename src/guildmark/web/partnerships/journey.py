"""The journey of a partnership (Annex 2): from what every room contributes, by the toolkit's rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from django.urls import reverse

from guildmark.toolkit.advice import (
    Advice,
    Results,
    Status,
    Step,
    advise,
    proposed_statuses,
    section_words,
    transitions,
)
from guildmark.vocabulary import elements
from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.contribution import ROOMS, Contribution, Ground
from guildmark.web.partnerships.models import StepNote
from guildmark.words import Sentence, say, say_count

SHOWN = 4
"""So many of the things that an advice rests on are named; the rest are counted."""
STEP_NAMES: dict[Step, Sentence] = {
    Step.CONTEXT: say("Context", context="room"),
    Step.AWARENESS: say("Awareness", context="room"),
    Step.STAKEHOLDERS: say("Stakeholders", context="room"),
    Step.DESIGN: say("Design and pilots", context="room"),
    Step.RECOGNITION: say("Recognition", context="room"),
}


@dataclass(frozen=True, slots=True)
class StepView:
    """A step as the journey shows it; what a person wrote goes before what the rules propose."""

    step: Step
    name: Sentence
    status: Status
    proposed: Status
    proposal: Sentence
    actions: tuple[Sentence, ...]
    findings: Sentence | str | None
    why: Sentence | str | None
    address: str
    edit: str | None


@dataclass(frozen=True, slots=True)
class NextAction:
    """One advice, with the room where it is followed and the guide's section in words."""

    advice: Advice
    room: Sentence
    address: str
    section: Sentence
    grounds: tuple[Ground, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Journey:
    """Five steps and what to do next."""

    steps: tuple[StepView, ...]
    advice: tuple[NextAction, ...]

    @property
    def finding(self) -> Sentence:
        """How far the partnership has come, in a sentence."""
        completed = sum(step.status is Status.COMPLETED for step in self.steps)
        under_way = sum(step.status in {Status.ONGOING, Status.EMERGING} for step in self.steps)
        if not completed and not under_way:
            return say("Nothing has begun yet: the first step is to understand the context.")
        return say(
            "{completed} of five steps completed, {under_way} under way.", completed=completed, under_way=under_way
        )


def journey(access: Access) -> Journey:
    """The journey of the current cycle."""
    contributions: dict[Step, list[Contribution]] = {step: [] for step in Step}
    for name, step in ROOMS:
        contributions[step].append(import_module(f"guildmark.web.{name}.journey").contribute(access))
    results = Results(
        **{key: value for several in contributions.values() for one in several for key, value in one.results.items()}
    )
    grounds = {
        key: ground for several in contributions.values() for one in several for key, ground in one.grounds.items()
    }
    notes = {note.step: note for note in StepNote.objects.filter(cycle=access.cycle)}
    proposed = proposed_statuses(results)
    why = {transition.step: transition.sentence for transition in transitions(results)}
    steps = []
    for step in Step:
        note = notes.get(step.value)
        given = contributions[step]
        steps.append(
            StepView(
                step=step,
                name=STEP_NAMES[step],
                status=Status(note.status) if note and note.status else proposed[step].status,
                proposed=proposed[step].status,
                proposal=proposed[step].sentence,
                actions=tuple(action for one in given for action in one.actions),
                findings=(note.findings if note else "") or next((one.findings for one in given if one.findings), None),
                why=(note.why if note else "") or why.get(step),
                address=reverse(f"{step.value}:index", args=[access.partnership.slug]),
                edit=reverse("partnerships:step", args=[access.partnership.slug, step.value])
                if access.may_edit
                else None,
            )
        )
    return Journey(tuple(steps), tuple(_next(one, access, grounds) for one in advise(results)))


def _next(advice: Advice, access: Access, known: Mapping[int | str, Ground]) -> NextAction:
    """The room that an advice names by its section: "Step 3.2" is followed under stakeholders."""
    number = next((letter for letter in advice.section.removeprefix("Step ") if letter.isdigit()), "4")
    step = list(Step)[int(number) - 1] if advice.section.startswith("Step ") else Step.DESIGN
    section = section_words(advice.section)
    address = reverse(f"{step.value}:index", args=[access.partnership.slug])
    grounds, more = _grounds(advice, access, known)
    return NextAction(advice, STEP_NAMES[step], address, section, grounds, more)


def _grounds(advice: Advice, access: Access, known: Mapping[int | str, Ground]) -> tuple[tuple[Ground, ...], int]:
    """What an advice rests on in words: the first few, and how many more there are. Never a bare key."""
    slug = access.partnership.slug
    rows = [one for one in advice.rests_on if isinstance(one, int)]
    if rows and not all(row in known for row in rows):
        words = say_count("{count} row of the map", "{count} rows of the map", len(rows))
        return (Ground(words, reverse("stakeholders:index", args=[slug])),), 0
    found = {
        ground.address: ground
        for key in advice.rests_on
        for ground in [known.get(key) or _element(key, slug)]
        if ground
    }
    if not found:
        step = _rests_in(advice)
        return (Ground(STEP_NAMES[step], reverse(f"{step.value}:index", args=[slug])),), 0
    grounds = tuple(found.values())
    return grounds[:SHOWN], max(0, len(grounds) - SHOWN)


def _element(key: int | str, slug: str) -> Ground | None:
    """A place in the design ("/workload"), named by its element."""
    if not str(key).startswith("/"):
        return None
    name = str(key).split("/")[1]
    known = next((one for one in elements.all_elements() if one.key == name), None)
    words = known or say("The design")
    return Ground(words, reverse("design:index", args=[slug]) + (f"#{name}" if known else ""))


def _rests_in(advice: Advice) -> Step:
    """The step whose result an advice rests on, by the rule's own section."""
    return Step.RECOGNITION if advice.section.startswith("Step 5") else Step.DESIGN
