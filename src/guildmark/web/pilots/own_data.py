"""What pilots keep on a person: their places in cohorts, found by the addresses that are shown to be theirs."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from guildmark.web.accounts.models import Person
from guildmark.web.accounts.selectors import addresses_of
from guildmark.web.ids import new_id, new_token
from guildmark.web.pilots.models import Learner
from guildmark.web.pilots.secret_links import key_of


def own_data(person: Person) -> dict[str, Any]:
    """Cohorts, attendance and results. Answers to surveys stand apart from names and cannot be found again."""
    rows = (
        _places(person).select_related("cohort__cycle__partnership").prefetch_related("results", "attendance__session")
    )
    return {
        "cohorts": [
            {
                "partnership": one.cohort.cycle.partnership.slug,
                "cohort": one.cohort.name,
                "name": one.name,
                "email": one.email,
                "identifier": one.identifier,
                "birth_date": one.birth_date.isoformat() if one.birth_date else None,
                "language": one.language,
                "grade": one.grade,
                "evidence_url": one.evidence_url,
                "state": one.state,
                "passed": one.passed,
                "results": {row.outcome: {"reached": row.reached, "note": row.note} for row in one.results.all()},
                "sessions": [row.session.title for row in one.attendance.all()],
            }
            for one in rows
        ]
    }


def erase(person: Person) -> None:
    """Who it was goes; that somebody learnt here stays in the numbers. The survey link ends too."""
    for one in _places(person):
        one.name = one.name_key = one.email = one.email_key = one.identifier = one.language = one.evidence_url = ""
        one.birth_date = one.grade = None
        one.public_id, one.survey_key = new_id(), key_of(new_token())
        one.version += 1
        one.save()
        one.results.update(note="")


def _places(person: Person) -> QuerySet[Learner]:
    return Learner.objects.filter(email_key__in=addresses_of(person))
