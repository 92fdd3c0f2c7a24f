"""Step 5 of the demonstration: records of the finished cohort, and of the larger micro-credential it counts towards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils import timezone

from guildmark.credentials.record import Learner
from guildmark.credentials.status import status_for
from guildmark.web.accounts.models import Person
from guildmark.web.design import selectors as designs
from guildmark.web.design.models import DesignVersion
from guildmark.web.issuing import actions, selectors
from guildmark.web.issuing.identity import origin_of
from guildmark.web.issuing.models import Issuance, IssuedRecord, Issuer
from guildmark.web.jobs.actions import do_one
from guildmark.web.jobs.models import Chunk
from guildmark.web.partnerships.access import Access, access_to
from guildmark.web.pilots import selectors as pilots

PASSED = "Autumn 2026, Brno"
BOTH = ("dora@example.org", 4, 9)
"""Who went on to the larger one: Dora by her address, two by their place among those who passed."""
REVIEWED = 6


def load(people: Mapping[str, Person]) -> None:
    """An issuer under did:key, what the cohort earned, three records of the larger one, and one suspended."""
    green = access_to(people["alice"], "green-stage")
    cohort = pilots.cohorts(green).filter(name=PASSED).first()
    larger = designs.approved_versions(green).filter(micro_credential__name="Green Stage Practice").first()
    if cohort is None or larger is None:
        return
    issuer = actions.create_issuer(
        green, "green-stage-partnership",
        {
            "name": "Green Stage Partnership", "country": "CZ", "url": "https://green-stage.example.org/",
            "email": "records@green-stage.example.org",
            "address": {"streetAddress": "Malá 1", "postalCode": "602 00", "addressLocality": "Brno"},
        },
        origin=origin_of(),
    )  # fmt: skip
    learners = pilots.learners_to_issue(green, cohort.public_id)
    first = _issue(green, cohort.design_version, issuer, learners, str(cohort))
    dora = next(one for one in learners if one.email == BOTH[0])
    others = [one for one in learners if one is not dora]
    _issue(green, larger, issuer, [dora, *(others[at] for at in BOTH[1:] if isinstance(at, int))], "practice.xlsx")
    reviewed = list(selectors.records(green).filter(issuance=first))[REVIEWED]
    actions.set_state(
        green, [reviewed.public_id], status_for("suspended", "review"),
        "The portfolio names a production of another house; the adviser looks into it (invented).",
    )  # fmt: skip


def _issue(green: Access, version: DesignVersion, issuer: Issuer, learners: Sequence[Learner], source: str) -> Issuance:
    """Issues as a coordinator would, and does the worker's part at once.

    Nobody reads mail at these addresses, so none is sent: the mails count as gone before their job begins.
    """
    issuance = actions.issue(green, version, issuer, learners, source=source)
    while (waits := Chunk.objects.filter(job=issuance.job, done_at=None)).exists():
        if not do_one():
            raise RuntimeError(waits.values_list("fault", flat=True)[0])
    IssuedRecord.objects.filter(issuance=issuance).update(mailed_at=timezone.now())
    while do_one():
        pass
    return issuance
