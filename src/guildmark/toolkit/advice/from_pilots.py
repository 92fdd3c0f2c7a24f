"""What the pilots (Steps 4.4 and 4.5) ask for."""

from __future__ import annotations

from collections.abc import Iterator

from guildmark.toolkit.advice.model import Advice, PilotResult
from guildmark.words import Listing, say, say_count


def from_pilot(pilot: PilotResult) -> Iterator[Advice]:
    """Next actions from one pilot: collect, understand, decide, then report. Halves are our ruling."""
    missed = [outcome for outcome, (reached, assessed) in pilot.outcomes.items() if assessed and 2 * reached < assessed]
    open_ends = False
    if 2 * pilot.feedback.answered < pilot.feedback.eligible:
        open_ends = True
        sentence = say(
            "Only {responses} of {learners} learners answered the survey: ask again before you conclude anything.",
            responses=pilot.feedback.answered,
            learners=pilot.feedback.eligible,
        )
        yield Advice("advice.collect_feedback", sentence, "Step 4.4", (pilot.id,))
    if 2 * pilot.completed < pilot.learners:
        open_ends = True
        sentence = say(
            "Only {completed} of {learners} learners completed the pilot: ask the others what kept them.",
            completed=pilot.completed,
            learners=pilot.learners,
        )
        yield Advice("advice.understand_dropout", sentence, "Step 4.5", (pilot.id,))
    if missed:
        open_ends = True
        sentence = say(
            "Fewer than half reached these outcomes: {outcomes}. Revise content or assessment.",
            outcomes=Listing.of(missed),
        )
        yield Advice("advice.revise_outcomes", sentence, "Step 4.5", tuple(f"{pilot.id}.{one}" for one in missed))
    if pilot.open_decisions:
        open_ends = True
        sentence = say_count(
            "Carry {count} decision of the improvement workshop into the next version.",
            "Carry {count} decisions of the improvement workshop into the next version.",
            len(pilot.open_decisions),
        )
        yield Advice("advice.carry_decisions", sentence, "Step 4.5", pilot.open_decisions)
    if pilot.completed and not open_ends:
        sentence = say_count(
            "{count} learner completed the pilot and nothing is open: compile the evidence report.",
            "{count} learners completed the pilot and nothing is open: compile the evidence report.",
            pilot.completed,
        )
        yield Advice("advice.compile_evidence", sentence, "Step 5.1", (pilot.id,))
