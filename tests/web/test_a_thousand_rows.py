"""Every list page asks the database as often for a thousand rows as for ten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from guildmark.credentials.record import Learner
from guildmark.toolkit.stakeholders.model import Group, Stakeholder
from guildmark.web.accounts.models import Person
from guildmark.web.awareness.models import LoggedOccasion
from guildmark.web.design.models import DesignVersion, MicroCredential
from guildmark.web.issuing.models import IssuedRecord
from guildmark.web.jobs.models import Job
from guildmark.web.journal.models import Entry
from guildmark.web.partnerships.models import Cycle, DefinitionComment, Invitation, Membership, Partnership
from guildmark.web.pilots import actions as piloting
from guildmark.web.recognition.kinds import KINDS
from guildmark.web.recognition.models import Filing
from guildmark.web.stakeholders import actions as mapping
from guildmark.web.wallet.models import ShareLink
from tests.web.cast import World
from tests.web.issued import approved, issued, issuer
from tests.web.pilot_cohort import a_cohort
from tests.web.test_register import many as publish_many

pytestmark = pytest.mark.django_db

Fill = Callable[[World, int, int], None]
"""Adds the rows from the first number to the second."""
LISTS: dict[str, tuple[Fill, tuple[str, ...], str]] = {}


def lists(*addresses: str, who: str = "alice") -> Callable[[Fill], Fill]:
    """The pages that show what a function adds, as this person."""

    def named(fill: Fill) -> Fill:
        LISTS[fill.__name__] = (fill, addresses, who)
        return fill

    return named


@lists("/p/")
def partnerships(world: World, first: int, last: int) -> None:
    made = Partnership.objects.bulk_create(Partnership(slug=f"p{at}", name=f"P {at}") for at in range(first, last))
    Cycle.objects.bulk_create(Cycle(partnership=one) for one in made)
    Membership.objects.bulk_create(
        Membership(partnership=one, person=world.people["alice"], role="coordinator") for one in made
    )


@lists("/p/stage/members/", "/p/stage/members/?format=csv")
def members(world: World, first: int, last: int) -> None:
    people = Person.objects.bulk_create(Person(email=f"m{at}@example.org", name=f"M {at}") for at in range(first, last))
    Membership.objects.bulk_create(Membership(partnership=world.alice.partnership, person=one) for one in people)
    Invitation.objects.bulk_create(
        Invitation(
            partnership=world.alice.partnership, email=f"i{at}@example.org", role="member", token_digest=f"{at:064}",
            invited_by=world.people["alice"], expires_at=timezone.now() + timedelta(days=9),
        )
        for at in range(first, last)
    )  # fmt: skip


@lists("/p/stage/")
def cycles(world: World, first: int, last: int) -> None:
    now = timezone.now()
    Cycle.objects.bulk_create(
        Cycle(partnership=world.alice.partnership, number=at + 2, closed_at=now) for at in range(first, last)
    )


@lists("/p/stage/comments/", "/p/stage/comments/?format=csv")
def comments(world: World, first: int, last: int) -> None:
    DefinitionComment.objects.bulk_create(
        DefinitionComment(
            partnership=world.alice.partnership, kind="term", key="micro_credential", text=f"C {at}",
            person=world.people["alice"],
        )
        for at in range(first, last)
    )  # fmt: skip


@lists("/p/stage/journal/", "/p/stage/journal/?format=csv")
def journal(world: World, first: int, last: int) -> None:
    Entry.objects.bulk_create(
        Entry(
            partnership=world.alice.partnership, person=world.people["alice"], verb="design.version.approved",
            object_kind="x", object_id=str(at),
        )
        for at in range(first, last)
    )  # fmt: skip


@lists("/p/stage/jobs/")
def jobs(world: World, first: int, last: int) -> None:
    Job.objects.bulk_create(
        Job(partnership=world.alice.partnership, person=world.people["alice"], kind="issuing.sign", key=f"k{at}")
        for at in range(first, last)
    )


@lists("/p/stage/awareness/", "/p/stage/awareness/?format=csv")
def occasions(world: World, first: int, last: int) -> None:
    LoggedOccasion.objects.bulk_create(
        LoggedOccasion(cycle=world.alice.cycle, kind="event", title=f"O {at}", day="2026-01-01", participants=3)
        for at in range(first, last)
    )


@lists(
    "/p/stage/stakeholders/register/",
    "/p/stage/stakeholders/register/?q=person&sort=name&group=learners",
    "/p/stage/stakeholders/",
    "/p/stage/stakeholders/coalition/",
    "/p/stage/stakeholders/register/?format=csv",
)
def stakeholders(world: World, first: int, last: int) -> None:
    rows = [Stakeholder(f"Person {number}", Group.LEARNERS) for number in range(first, last)]
    mapping.take_over(world.alice, rows)


@lists("/p/stage/design/", "/p/stage/recognition/")
def designs(world: World, first: int, last: int) -> None:
    made = MicroCredential.objects.bulk_create(
        MicroCredential(cycle=world.alice.cycle, name=f"Sets {at}") for at in range(first, last)
    )
    DesignVersion.objects.bulk_create(
        DesignVersion(micro_credential=one, number=1, document={"title": one.name}, person=world.people["alice"])
        for one in made
    )


@lists("/p/stage/design/{design}/versions/", "/p/stage/design/{design}/")
def versions(world: World, first: int, last: int) -> None:
    version = approved(world)
    world.made["design"] = version.micro_credential.public_id
    DesignVersion.objects.bulk_create(
        DesignVersion(
            micro_credential=version.micro_credential, number=at + 2, document=version.document,
            person=world.people["alice"],
        )
        for at in range(first, last)
    )  # fmt: skip


@lists(
    "/p/stage/pilots/{cohort}/",
    "/p/stage/pilots/{cohort}/learners/",
    "/p/stage/pilots/{cohort}/learners/?format=csv",
    "/p/stage/pilots/{cohort}/attendance/",
    "/p/stage/pilots/{cohort}/results/",
    "/p/stage/pilots/{cohort}/survey/links/",
    "/p/stage/pilots/{cohort}/brief/",
)
def pilot_learners(world: World, first: int, last: int) -> None:
    if "cohort" not in world.made:
        cohort = a_cohort(world.alice)
        piloting.add_session(world.alice, cohort.public_id, "One")
        world.made["cohort"] = cohort.public_id
    rows = [Learner(name=f"Learner {at}", email=f"l{at}@example.org") for at in range(first, last)]
    piloting.take_over(world.alice, world.made["cohort"], rows)


@lists("/p/stage/pilots/")
def cohorts(world: World, first: int, last: int) -> None:
    if "cohort" not in world.made:
        world.made["cohort"] = a_cohort(world.alice)
    kept = world.made["cohort"]
    kinds = type(kept)
    kinds.objects.bulk_create(
        kinds(cycle=kept.cycle, design_version=kept.design_version, name=f"Cohort {at}") for at in range(first, last)
    )


@lists(*(f"/p/stage/recognition/{page}/" for page in (
    "endorsement", "agreements", "pathways", "growth", "stories", "outlook", "archive",
)), "/p/stage/recognition/agreements/?format=csv", "/p/stage/recognition/archive/?format=csv")  # fmt: skip
def filings(world: World, first: int, last: int) -> None:
    Filing.objects.bulk_create(
        Filing(cycle=world.alice.cycle, kind=kind, title=f"{kind} {at}", stage="done", link="https://x.example/")
        for kind in KINDS
        for at in range(first, last)
    )


def more_records(world: World, first: int, last: int, **more: object) -> None:
    if "issuance" not in world.made:
        world.made["issuance"] = issued(world, (Learner(name="First", email="first@example.org"),))
    IssuedRecord.objects.bulk_create(
        IssuedRecord(
            issuance=world.made["issuance"], key=f"{at:064}", fingerprint=f"{at:064}", record_id=f"urn:uuid:{at}",
            learner_name=f"L {at}", learner_email=f"l{at}@example.org",
            signed=IssuedRecord.objects.order_by("id").values_list("signed", flat=True)[0], **more,
        )
        for at in range(first, last)
    )  # fmt: skip


@lists(
    "/p/stage/issuing/",
    "/p/stage/issuing/records/",
    "/p/stage/issuing/records/?q=l&claimed=no&sort=name",
    "/p/stage/issuing/records/?format=csv",
    "/p/stage/issuing/issuances/{issuance.public_id}/",
)
def records(world: World, first: int, last: int) -> None:
    more_records(world, first, last)


@lists("/p/stage/issuing/", "/p/stage/issuing/?format=csv")
def issuances(world: World, first: int, last: int) -> None:
    version, signer = approved(world), issuer(world)
    kinds = IssuedRecord._meta.get_field("issuance").related_model
    kinds.objects.bulk_create(
        kinds(
            partnership=world.alice.partnership, design_version=version, issuer=signer,
            signing_key=signer.keys.get(), source=f"list {at}", valid_from=timezone.now(), person=world.people["alice"],
        )
        for at in range(first, last)
    )  # fmt: skip


@lists("/me/", who="dora")
def held_records(world: World, first: int, last: int) -> None:
    more_records(world, first, last, holder=world.people["dora"], claimed_at=timezone.now())


@lists("/me/records/{held}/", who="dora")
def share_links(world: World, first: int, last: int) -> None:
    if "held" not in world.made:
        more_records(world, 0, 1, holder=world.people["dora"], claimed_at=timezone.now())
        world.made["record"] = IssuedRecord.objects.get(holder=world.people["dora"])
        world.made["held"] = world.made["record"].public_id
    ShareLink.objects.bulk_create(
        ShareLink(
            record=world.made["record"], person=world.people["dora"], label=f"S {at}", withdrawn_at=timezone.now()
        )
        for at in range(first, last)
    )


@lists(
    "/register/",
    "/register/?q=title&country=CZ&eqf=6&sort=title",
    "/register/?format=csv",
    "/register/providers/",
    "/register/publication7/",
    "/api/v1/register",
    "/api/v1/register?q=title",
    who="eve",
)
def publications(world: World, first: int, last: int) -> None:
    publish_many(world, first, last)


@pytest.mark.parametrize("name", LISTS)
def test_a_thousand_rows_ask_as_often_as_ten(world: World, name: str) -> None:
    fill, addresses, who = LISTS[name]
    client, counts = world.client(who), []
    for first, last in ((0, 10), (10, 1000)):
        fill(world, first, last)
        asked = {}
        for pattern in addresses:
            address = pattern.format(**world.made)
            client.get(address)  # what is remembered for all pages is remembered now
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200, address
            asked[pattern] = len(queries)
        counts.append(asked)
    assert counts[0] == counts[1]
    assert max(counts[0].values()) <= 40
