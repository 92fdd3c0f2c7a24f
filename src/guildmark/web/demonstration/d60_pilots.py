"""Step 4 of the demonstration: an invented cohort of 25 that has finished, and one of 12 that is under way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files

from guildmark.credentials.record.learner import Learner
from guildmark.spreadsheets.learners import read_learners
from guildmark.toolkit.design.model import Grade
from guildmark.toolkit.pilots import Phase
from guildmark.web.accounts.models import Person
from guildmark.web.design import selectors as designs
from guildmark.web.partnerships.access import Access, access_to
from guildmark.web.pilots import actions, delivery, selectors
from guildmark.web.pilots.models import Cohort
from guildmark.web.pilots.secret_links import token_of
from guildmark.web.pilots.words import Changes, CohortState, LearnerState, NoteKind, SharingKind, Voice

SESSIONS = (
    "Footprint of a set", "Materials library", "Design for reuse", "Workshop visit", "Production meeting",
    "Presentation",
)  # fmt: skip
OUTCOMES = ("lo1", "lo2", "lo3", "lo4", "lo5")
SECOND = (
    "Tereza Malá", "Jakub Horák", "Lotte Visser", "Emma Bakker", "Paul Steiner", "Greta Huber", "Chiara Fontana",
    "Luca Moretti", "Eliška Dvořáková", "Tomáš Beneš", "Noor Jansen", "Klára Pokorná",
)  # fmt: skip


def load(people: Mapping[str, Person]) -> None:
    """Both cohorts, from enrolling to what was decided."""
    green = access_to(people["alice"], "green-stage")
    version = designs.approved_versions(green).filter(micro_credential__name="Sustainable Scenography").first()
    if version is None:
        return
    plan = actions.Plan(
        "Autumn 2026, Brno", version, CohortState.RUNNING, date(2026, 9, 7), date(2026, 11, 13), "Brno",
        launch="Twelve weeks, five outcomes, one set of your own. You show what you can in a portfolio, a design and "
        "a production meeting.",
    )  # fmt: skip
    first = actions.make_cohort(green, plan)
    _first(green, first)
    finished = selectors.cohort(green, first.public_id)
    actions.change_cohort(
        green, first.public_id,
        replace(plan, state=CohortState.FINISHED), version=finished.version,
    )  # fmt: skip
    second = actions.make_cohort(
        green,
        actions.Plan("Winter 2026, online", version, CohortState.RUNNING, date(2026, 11, 2), date(2027, 1, 29),
                     "Online", "online"),
    )  # fmt: skip
    _second(green, second)


def _first(green: Access, cohort: Cohort) -> None:
    design = selectors.design(cohort)
    actions.take_over(green, cohort.public_id, _twenty_five(design.grade))
    everybody = list(selectors.learners(green, cohort))
    ids = [one.public_id for one in everybody]
    # Two did not pass: one left after the second session, one has yet to show two outcomes.
    left, not_yet = ids[13], ids[17]
    sessions = [
        actions.add_session(green, cohort.public_id, title, date(2026, 9, 7) + timedelta(weeks=2 * at)).public_id
        for at, title in enumerate(SESSIONS)
    ]
    there = {
        learner: {
            session: (at < 2 if learner == left else (5 * number + 3 * at) % (13, 9, 7, 4, 5, 11)[at] > 0)
            for at, session in enumerate(sessions)
        }
        for number, learner in enumerate(ids)
    }
    actions.save_attendance(green, cohort.public_id, there, stamp=delivery.stamp({one: {} for one in ids}))
    for phase in Phase:
        actions.open_survey(green, cohort.public_id, phase)
        for number, learner in enumerate(ids):
            if learner != left or phase is Phase.BEFORE:
                _answer(green, cohort, learner, phase, number)
    actions.open_survey(green, cohort.public_id, None)
    reached: dict[str, dict[str, bool | None]] = {
        learner: {key: not (learner == not_yet and key in {"lo3", "lo4"}) for key in OUTCOMES}
        for learner in ids if learner != left
    }  # fmt: skip
    actions.save_results(green, cohort.public_id, reached, stamp=delivery.stamp({one: {} for one in reached}))
    gone = next(one for one in everybody if one.public_id == left)
    actions.change_learner(
        green, cohort.public_id, left, selectors.row_of(gone), LearnerState.WITHDRAWN, version=gone.version
    )
    _learnt(green, cohort)


def _twenty_five(grade: Grade | None) -> list[Learner]:
    """The shipped example's learners; the first is Dora, who has an account."""
    data = (files("guildmark.spreadsheets") / "examples" / "learners.csv").read_bytes()
    rows = list(read_learners(data, "learners.csv", grade))
    rows[0] = Learner(
        name="Dora Nováková", email="dora@example.org", identifier="VAS-2026-001", grade=rows[0].grade,
        evidence_url="https://portfolio.example.org/dora-novakova", language="cs",
    )  # fmt: skip
    return rows


def _answer(green: Access, cohort: Cohort, learner: str, phase: Phase, number: int) -> None:
    """Invented answers that rise most where the learning was longest; who was busy did not answer."""
    if (phase is Phase.BEFORE and number % 12 == 5) or (phase is Phase.AFTER and number % 8 == 3):
        return
    found = selectors.cohort(green, cohort.public_id)
    rise = {"lo1": 2, "lo2": 2, "lo3": 2, "lo4": 1, "lo5": 0}
    given: dict[str, object] = {}
    for at, key in enumerate(OUTCOMES):
        start = 2 + ((number + 2 * at) % 3 == 0) + (at == 4) - ((number + at) % 5 == 0)
        risen = start + rise[key] + ((number + at) % 4 == 0) * (1 if at != 4 else 0)
        given[f"can_do.{key}"] = start if phase is Phase.BEFORE else max(1, min(5, risen))
    given["understands"] = 1 + number % 3 if phase is Phase.BEFORE else 4 + (number % 2)
    if phase is Phase.AFTER:
        low = {"content": 9, "delivery": 4, "workload": 3, "assessment": 9, "support": 20, "recommend": 20}
        given |= {key: 3 if number % every == 1 else 4 + (number + len(key)) % 2 for key, every in low.items()}
        given["keep"] = KEEP[number % len(KEEP)] if number % 3 == 0 else ""
        given["change"] = CHANGE[number % len(CHANGE)] if number % 3 == 1 else ""
    actions.answer(found, token_of(learner), phase, given)


KEEP = (
    "The visits to the workshops.", "That we calculated a real production.", "Small groups.", "The production meeting.",
)  # fmt: skip
CHANGE = (
    "More time for the calculation.", "Evening sessions: by day we are at work.",
    "Say earlier what the portfolio needs.",
    "A template for the inventory of parts.",
)  # fmt: skip


def _learnt(green: Access, cohort: Cohort) -> None:
    one = cohort.public_id
    for kind, voice, text, day in (
        (NoteKind.OBSERVATION, Voice.ADVISERS, "The calculation took twice the time that was planned; the group "
         "helped itself with a shared sheet.", date(2026, 9, 21)),
        (NoteKind.OBSERVATION, Voice.TRAINERS, "In the workshop the questions were better than in the room.",
         date(2026, 10, 19)),
        (NoteKind.REFLECTION, Voice.LEARNERS, "Sessions by day cost freelancers a working day.", date(2026, 11, 13)),
    ):  # fmt: skip
        actions.add_note(green, one, kind=kind.value, voice=voice.value, text=text, day=day)
    day = date(2026, 11, 16)
    actions.decide(
        green, one, text="Give the calculation two sessions", changes=Changes.CONTENT.value, day=day, done=False,
        because="It took twice the time, and most remarks are about it.",
    )  # fmt: skip
    actions.decide(
        green, one, text="Move every second session to the evening", changes=Changes.DELIVERY.value, day=day,
        done=True, because="Freelancers lose a working day.",
    )  # fmt: skip
    actions.decide(
        green, one, text="Hand out the portfolio’s criteria on the first day", changes=Changes.ASSESSMENT.value,
        day=day, done=False, because="Learners asked what the portfolio needs.",
    )  # fmt: skip
    actions.log_sharing(
        green, one, title="Evening with seven theatres", kind=SharingKind.MEETING.value, day=date(2026, 11, 19),
        audience="Technical directors (invented)", outcome="Two theatres want places in the next cohort.",
    )  # fmt: skip


def _second(green: Access, cohort: Cohort) -> None:
    rows = [
        Learner(name=name, email=f"learner{at}@winter.example.org", language=("cs", "nl", "de", "it")[at % 4])
        for at, name in enumerate(SECOND, start=1)
    ]
    actions.take_over(green, cohort.public_id, rows)
    ids = [one.public_id for one in selectors.learners(green, cohort)]
    sessions = [
        actions.add_session(green, cohort.public_id, title, date(2026, 11, 2) + timedelta(weeks=2 * at)).public_id
        for at, title in enumerate(SESSIONS)
    ]
    there = {one: {sessions[0]: True, sessions[1]: at % 2 == 0 or at < 2} for at, one in enumerate(ids)}
    actions.save_attendance(green, cohort.public_id, there, stamp=delivery.stamp({one: {} for one in ids}))
    reached: dict[str, dict[str, bool | None]] = {
        one: {"lo1": at % 12 < 7, "lo2": None if at > 9 else at % 2 == 0} for at, one in enumerate(ids)
    }
    actions.save_results(green, cohort.public_id, reached, stamp=delivery.stamp({one: {} for one in ids}))
    actions.open_survey(green, cohort.public_id, Phase.BEFORE)
    for number, learner in enumerate(ids[:9]):
        _answer(green, cohort, learner, Phase.BEFORE, number)
