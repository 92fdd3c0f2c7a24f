"""The journey of a partnership (Annex 2): from what every room contributes, by the toolkit's rules."""

from __future__ import annotations

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
from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.contribution import ROOMS, Contribution
from guildmark.web.partnerships.models import StepNote
from guildmark.words import Sentence, say

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
    return Journey(tuple(steps), tuple(_next(one, access) for one in advise(results)))


def _next(advice: Advice, access: Access) -> NextAction:
    """The room that an advice names by its section: "Step 3.2" is followed under stakeholders."""
    number = next((letter for letter in advice.section.removeprefix("Step ") if letter.isdigit()), "4")
    step = list(Step)[int(number) - 1] if advice.section.startswith("Step ") else Step.DESIGN
    section = section_words(advice.section)
    return NextAction(advice, STEP_NAMES[step], reverse(f"{step.value}:index", args=[access.partnership.slug]), section)
