"""Planning a cohort, changing and removing it, opening its survey (Step 4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.toolkit.pilots import Phase
from guildmark.toolkit.pilots.survey import LATEST
from guildmark.web.design.models import DesignVersion
from guildmark.web.journal.actions import record
from guildmark.web.look.saving import saved_meanwhile
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.pilots import selectors
from guildmark.web.pilots.actions.learners import judge
from guildmark.web.pilots.models import Cohort
from guildmark.web.pilots.words import CohortState
from guildmark.words import say


@dataclass(frozen=True, slots=True)
class Plan:
    """What somebody says of a cohort; `launch` is what the learners are told at the start (Step 4.4)."""

    name: str
    design_version: DesignVersion
    state: CohortState = CohortState.PLANNED
    starts_on: date | None = None
    ends_on: date | None = None
    place: str = ""
    mode: str = ""
    launch: str = ""

    def fields(self) -> dict[str, Any]:
        """The columns of the table."""
        return {
            "name": self.name.strip(), "design_version": self.design_version, "state": self.state.value,
            "starts_on": self.starts_on, "ends_on": self.ends_on, "place": self.place.strip(), "mode": self.mode,
            "launch": self.launch.strip(),
        }  # fmt: skip


@transaction.atomic
def make_cohort(access: Access, plan: Plan) -> Cohort:
    """A new cohort of an approved version."""
    access.require(Right.EDIT)
    _check(access, plan)
    made = Cohort.objects.create(cycle=access.cycle, survey_edition=LATEST, **plan.fields())
    record(
        access.person, "pilots.cohort.made", made,
        partnership=access.partnership, label=made.name, after=_kept(made),
    )  # fmt: skip
    return made


@transaction.atomic
def change_cohort(access: Access, public_id: str, plan: Plan, *, version: int) -> Cohort:
    """Changes a cohort; `version` is the one that was read. Another design judges the learners anew."""
    access.require(Right.EDIT)
    found = selectors.cohort(access, public_id)
    _check(access, plan)
    before, old = _kept(found), found.design_version_id
    if not Cohort.objects.filter(pk=found.pk, version=version).update(**plan.fields(), version=version + 1):
        raise saved_meanwhile()
    found = selectors.cohort(access, public_id)
    if found.design_version_id != old:
        judge(found, found.learners.all())
    record(
        access.person, "pilots.cohort.changed", found,
        partnership=access.partnership, label=found.name, before=before, after=_kept(found),
    )  # fmt: skip
    return found


@transaction.atomic
def open_survey(access: Access, public_id: str, phase: Phase | None) -> None:
    """Lets the links ask one reading, or none."""
    access.require(Right.EDIT)
    found = selectors.cohort(access, public_id)
    before, found.survey_phase = found.survey_phase, phase.value if phase else ""
    if before == found.survey_phase:
        return
    found.save(update_fields=["survey_phase"])
    record(
        access.person, "pilots.survey.opened", found, partnership=access.partnership, label=found.name,
        before={"phase": before}, after={"phase": found.survey_phase},
    )  # fmt: skip


@transaction.atomic
def remove_cohort(access: Access, public_id: str) -> None:
    """Removes a cohort with everybody and everything in it; the journal keeps its numbers."""
    access.require(Right.COORDINATE)
    found = selectors.cohort(access, public_id)
    numbers = selectors.attainment(found)
    kept = _kept(found) | {"learners": numbers.learners, "passed": numbers.passed}
    record(access.person, "pilots.cohort.removed", found, partnership=access.partnership, label=found.name, before=kept)
    found.delete()


def _check(access: Access, plan: Plan) -> None:
    faults = []
    if not selectors.approved(access).filter(pk=plan.design_version.pk).exists():
        sentence = say("Only an approved version of a design can be piloted. Approve it under design first.")
        faults.append(Fault("pilots.cohort.design", sentence, Place(path="/design_version")))
    if plan.starts_on and plan.ends_on and plan.ends_on < plan.starts_on:
        sentence = say("The cohort would end before it begins. Correct one of the two dates.")
        faults.append(Fault("pilots.cohort.dates", sentence, Place(path="/ends_on")))
    if faults:
        raise GuildmarkError(faults)


def _kept(found: Cohort) -> dict[str, Any]:
    return {
        "design": str(found.design_version), "state": found.state, "place": found.place, "mode": found.mode,
        "starts_on": found.starts_on.isoformat() if found.starts_on else None,
        "ends_on": found.ends_on.isoformat() if found.ends_on else None,
    }  # fmt: skip
