"""Annex 2: how far each step has come: completed, ongoing, emerging, or not started. A person sets it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from guildmark.toolkit.advice.model import Results, Step
from guildmark.toolkit.awareness.outreach import Perspective
from guildmark.toolkit.context.model import Dimension
from guildmark.words import Sentence, say


class Status(StrEnum):
    """The status of a step; "not started" is ours (R53)."""

    COMPLETED = "completed"
    ONGOING = "ongoing"
    EMERGING = "emerging"
    NOT_STARTED = "not_started"

    def label(self, language: str) -> str:
        """The status as a word for people."""
        return _word(self).text(language)


@dataclass(frozen=True, slots=True)
class StatusProposal:
    """What the results propose: `done` of `parts` parts, and the sentence that says which."""

    step: Step
    status: Status
    done: int
    parts: int
    sentence: Sentence


def status(done: int, parts: int) -> Status:
    """The status of a step by its parts: none is not started, all completed, half ongoing, fewer emerging."""
    if not 0 <= done <= parts:
        raise ValueError(f"{done} of {parts} parts cannot be done")
    if done == 0:
        return Status.NOT_STARTED
    if done == parts:
        return Status.COMPLETED
    return Status.ONGOING if 2 * done >= parts else Status.EMERGING


def proposed_statuses(results: Results) -> Mapping[Step, StatusProposal]:
    """A status for each step from what there is; the person who coordinates decides."""
    return {
        Step.CONTEXT: _context(results),
        Step.AWARENESS: _awareness(results),
        Step.STAKEHOLDERS: _stakeholders(results),
        Step.DESIGN: _design(results),
        Step.RECOGNITION: _recognition(results),
    }


def _context(results: Results) -> StatusProposal:
    rows = results.matrix.rows if results.matrix else ()
    parts = len(Dimension) * len(rows)
    done = parts - sum(len(row.missing) for row in rows)
    sentence = say("{done} of {parts} dimensions are rated.", done=done, parts=parts)
    return StatusProposal(Step.CONTEXT, status(done, parts), done, parts, sentence)


def _awareness(results: Results) -> StatusProposal:
    parts = len(Perspective) + 1
    heard = len(Perspective) - len(results.outreach.missing) if results.outreach else 0
    measured = 1 if results.change and results.change.before is not None else 0
    sentence = say(
        "{heard} of {perspectives} perspectives are heard; {measured} of 1 change of understanding is measured.",
        heard=heard,
        perspectives=len(Perspective),
        measured=measured,
    )
    return StatusProposal(Step.AWARENESS, status(heard + measured, parts), heard + measured, parts, sentence)


def _stakeholders(results: Results) -> StatusProposal:
    placed = results.stakeholder_map.stakeholders if results.stakeholder_map else ()
    done = sum(one.understanding is not None and one.scenario is not None for one in placed)
    sentence = say("{done} of {parts} stakeholders are placed on the map.", done=done, parts=len(placed))
    return StatusProposal(Step.STAKEHOLDERS, status(done, len(placed)), done, len(placed), sentence)


def _design(results: Results) -> StatusProposal:
    reached = (
        results.check is not None,
        results.check is not None and results.check.ok,
        bool(results.pilots),
        any(pilot.completed for pilot in results.pilots),
        any(pilot.completed for pilot in results.pilots) and not any(pilot.open_decisions for pilot in results.pilots),
    )
    sentence = say(
        "{done} of {parts} are reached: a design, one without errors, a pilot, learners who completed it, "
        "decisions carried out.",
        done=sum(reached),
        parts=len(reached),
    )
    return StatusProposal(Step.DESIGN, status(sum(reached), len(reached)), sum(reached), len(reached), sentence)


def _recognition(results: Results) -> StatusProposal:
    state = results.recognition
    if state is None:
        return StatusProposal(
            Step.RECOGNITION, Status.NOT_STARTED, 0, 0, say("Nothing is prepared for recognition yet.")
        )
    entries = state.dossier.entries if state.dossier else ()
    parts = len(entries) + 3
    done = sum(entry.there for entry in entries) + (state.route is not None) + state.consulted + state.endorsed
    sentence = say(
        "{done} of {parts} are ready: route, pieces of the dossier, consultation, endorsement.", done=done, parts=parts
    )
    return StatusProposal(Step.RECOGNITION, status(done, parts), done, parts, sentence)


def _word(state: Status) -> Sentence:
    match state:
        case Status.COMPLETED:
            return say("Completed", context="status of a step")
        case Status.ONGOING:
            return say("Ongoing", context="status of a step")
        case Status.EMERGING:
            return say("Emerging", context="status of a step")
        case Status.NOT_STARTED:
            return say("Not started", context="status of a step")
