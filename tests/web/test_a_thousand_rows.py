"""Every list page asks the database as often for a thousand rows as for ten.

Awareness: `discover/`, `explore/`, `explore/practices/`, `glossary/` and `inspired/` list shipped facts, not rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.utils import timezone

from guildmark.credentials.record import Learner
from guildmark.toolkit.context import Dimension, EvidenceKind, NeedKind, Rating
from guildmark.toolkit.stakeholders.model import Group, Stakeholder
from guildmark.vocabulary import roles
from guildmark.web.accounts.models import Person
from guildmark.web.awareness.models import LoggedOccasion
from guildmark.web.context.models import AnswersVersion, CountryFile, CountryRating
from guildmark.web.design.models import Assignment, DesignVersion, MicroCredential, Piece
from guildmark.web.design.words import KINDS as PIECES
from guildmark.web.issuing.models import DidVersion, IssuedRecord, Issuer
from guildmark.web.jobs.models import Job
from guildmark.web.journal.models import Entry
from guildmark.web.partnerships.models import (
    Cycle,
    DefinitionComment,
    Invitation,
    Membership,
    NeedEvidence,
    Partnership,
    SkillsNeed,
)
from guildmark.web.pilots import actions as piloting
from guildmark.web.pilots import models as pilots
from guildmark.web.recognition.kinds import KINDS
from guildmark.web.recognition.models import Filing
from guildmark.web.register.models import Provider
from guildmark.web.stakeholders import actions as mapping
from guildmark.web.stakeholders.models import Stakeholder as Registered
from guildmark.web.wallet.models import ShareLink
from tests.web.cast import World
from tests.web.issued import approved, issued, issuer
from tests.web.pilot_cohort import OUTCOMES, a_cohort
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


@lists("/p/stage/need/", "/p/stage/table/")
def evidence_of_the_need(world: World, first: int, last: int) -> None:
    need, _ = SkillsNeed.objects.get_or_create(cycle=world.alice.cycle, kind=NeedKind.GREEN, statement="Sets that last")
    NeedEvidence.objects.bulk_create(
        NeedEvidence(need=need, kind=EvidenceKind.INDUSTRY, says=f"E {at}") for at in range(first, last)
    )


@lists("/p/stage/context/", "/p/stage/context/matrix.svg", "/p/stage/awareness/brief/")
def countries(world: World, first: int, last: int) -> None:
    made = CountryFile.objects.bulk_create(
        CountryFile(cycle=world.alice.cycle, country="CZ", region=f"R {at}") for at in range(first, last)
    )
    AnswersVersion.objects.bulk_create(
        AnswersVersion(file=one, number=1, document={}, person=world.people["alice"]) for one in made
    )
    CountryRating.objects.bulk_create(
        CountryRating(file=one, dimension=dimension, rating=next(iter(Rating)), person=world.people["alice"])
        for one in made
        for dimension in Dimension
    )


@lists("/p/stage/context/{country}/versions/", "/p/stage/context/{country}/answers/")
def versions_of_answers(world: World, first: int, last: int) -> None:
    file, _ = CountryFile.objects.get_or_create(cycle=world.alice.cycle, country="CZ")
    world.made["country"] = file.public_id
    AnswersVersion.objects.bulk_create(
        AnswersVersion(file=file, number=at + 1, document={}, person=world.people["alice"]) for at in range(first, last)
    )


@lists("/p/stage/design/workshops/", "/p/stage/design/insights/")
def workshops(world: World, first: int, last: int) -> None:
    led = roles.all_roles()[0].key
    Piece.objects.bulk_create(
        Piece(cycle=world.alice.cycle, kind=next(iter(PIECES)), title=f"W {at}", state="planned", led_by=led)
        for at in range(first, last)
    )


@lists("/p/stage/design/roles/")
def roles_given(world: World, first: int, last: int) -> None:
    given = roles.all_roles()
    people = Registered.objects.bulk_create(
        Registered(cycle=world.alice.cycle, name=f"R {at}", name_key=f"r {at}", group=Group.LEARNERS)
        for at in range(first, last)
    )
    Assignment.objects.bulk_create(
        Assignment(cycle=world.alice.cycle, role=given[at % len(given)].key, stakeholder=one)
        for at, one in enumerate(people)
    )


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
    "/p/stage/stakeholders/groups/",
    "/p/stage/stakeholders/map.svg",
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
    cohort = cohort_of(world)
    session, _ = pilots.Session.objects.get_or_create(cohort=cohort, title="One")
    rows = [Learner(name=f"Learner {at}", email=f"l{at}@example.org") for at in range(first, last)]
    piloting.take_over(world.alice, world.made["cohort"], rows)
    new = list(pilots.Learner.objects.filter(cohort=cohort).order_by("id")[first:last])
    pilots.Attendance.objects.bulk_create(pilots.Attendance(session=session, learner=one) for one in new)
    pilots.OutcomeResult.objects.bulk_create(
        pilots.OutcomeResult(learner=one, outcome=outcome, reached=True, assessor=world.people["alice"])
        for one in new
        for outcome in OUTCOMES
    )


def cohort_of(world: World) -> pilots.Cohort:
    """The one cohort whose pages are counted."""
    if "cohort" not in world.made:
        world.made["cohort"] = a_cohort(world.alice).public_id
    return pilots.Cohort.objects.get(public_id=world.made["cohort"])


@lists("/p/stage/pilots/{cohort}/sessions/", "/p/stage/pilots/{cohort}/attendance/")
def sessions(world: World, first: int, last: int) -> None:
    cohort = cohort_of(world)
    if first == 0:
        piloting.take_over(world.alice, cohort.public_id, [Learner(name="Dora", email="dora@example.org")])
    made = pilots.Session.objects.bulk_create(
        pilots.Session(cohort=cohort, title=f"S {at}", day=date(2026, 1, 1) + timedelta(days=at), hours=2)
        for at in range(first, last)
    )
    learner = cohort.learners.get()
    pilots.Attendance.objects.bulk_create(pilots.Attendance(session=one, learner=learner) for one in made)


@lists("/p/stage/pilots/{cohort}/survey/", "/p/stage/pilots/{cohort}/survey/?format=csv")
def survey_sheets(world: World, first: int, last: int) -> None:
    cohort = cohort_of(world)
    pilots.SurveySheet.objects.bulk_create(
        pilots.SurveySheet(
            cohort=cohort, phase=phase, edition="1", pair=f"{at:064}", answers={"content": 5, "change": f"C {at}"}
        )
        for phase in ("before", "after")
        for at in range(first, last)
    )  # fmt: skip


@lists(
    "/p/stage/pilots/{cohort}/decisions/",
    "/p/stage/pilots/{cohort}/notes/",
    "/p/stage/pilots/{cohort}/telling/",
    "/p/stage/design/insights/",
)
def improvements(world: World, first: int, last: int) -> None:
    cohort, alice = cohort_of(world), world.people["alice"]
    pilots.Cohort.objects.filter(pk=cohort.pk).update(state="finished")
    pilots.Note.objects.bulk_create(
        pilots.Note(cohort=cohort, kind="interview", voice="learners", text=f"N {at}", person=alice)
        for at in range(first, last)
    )
    pilots.Decision.objects.bulk_create(
        pilots.Decision(cohort=cohort, text=f"D {at}", changes="content", carried_out_in=cohort.design_version)
        for at in range(first, last)
    )
    pilots.Sharing.objects.bulk_create(
        pilots.Sharing(cohort=cohort, title=f"T {at}", kind="meeting") for at in range(first, last)
    )


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


@lists(*(f"/p/stage/recognition/{{design}}/{page}" for page in (
    "", "evidence/", "evidence/?format=csv", "reviews/", "reviews.svg", "report/", "routes/",
)))  # fmt: skip
def filings_of_one(world: World, first: int, last: int) -> None:
    credential = approved(world).micro_credential
    world.made["design"] = credential.public_id
    Filing.objects.bulk_create(
        Filing(
            cycle=world.alice.cycle, kind=key, micro_credential=credential, title=f"{key} {at}", stage="done",
            on=date(2026, 1, 1), more={"sort": next(iter(kind.choices))} if kind.choices else {},
        )
        for key, kind in KINDS.items()
        for at in range(first, last)
    )  # fmt: skip


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


@lists("/p/stage/issuing/", "/p/stage/issuing/new/")
def issuers(world: World, first: int, last: int) -> None:
    approved(world)
    made = Issuer.objects.bulk_create(
        Issuer(partnership=world.alice.partnership, slug=f"i{at}", document={"name": f"I {at}", "country": "CZ"})
        for at in range(first, last)
    )
    keys = Issuer._meta.get_field("keys").related_model
    keys.objects.bulk_create(keys(issuer=one, did_key=f"did:key:{one.slug}", pem="") for one in made)


@lists("/issuers/stage-web/did/", "/p/stage/issuing/issuers/{signer}/")
def versions_of_a_did(world: World, first: int, last: int) -> None:
    signer = issuer(world, "web")
    world.made["signer"] = signer.public_id
    DidVersion.objects.bulk_create(
        DidVersion(issuer=signer, number=at + 2, document=b"{}") for at in range(first, last)
    )


@lists("/p/stage/issuing/issuers/{signer}/")
def keys_of_an_issuer(world: World, first: int, last: int) -> None:
    signer = issuer(world)
    world.made["signer"] = signer.public_id
    kinds = type(signer.keys.all()[0])
    kinds.objects.bulk_create(
        kinds(issuer=signer, did_key=f"did:key:k{at}", pem="", retired_at=timezone.now()) for at in range(first, last)
    )


@lists("/me/", "/accounts/me/", "/accounts/me/data.json", who="dora")
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
    "/register/providers/{provider}/",
    "/register/providers/{provider}/?format=csv",
    "/register/publication7/",
    "/api/v1/register",
    "/api/v1/register?q=title",
    who="eve",
)
def publications(world: World, first: int, last: int) -> None:
    publish_many(world, first, last)
    world.made["provider"] = Provider.objects.get(key="k").public_id


@pytest.mark.parametrize("name", LISTS)
def test_a_thousand_rows_ask_as_often_as_ten(world: World, name: str) -> None:
    fill, addresses, who = LISTS[name]
    client, counts = world.client(who), []
    for first, last in ((0, 10), (10, 1000)):
        fill(world, first, last)
        asked: dict[str, int] = {}
        for pattern in addresses:
            address = pattern.format(**world.made)
            client.get(address)  # what is remembered for all pages is remembered now
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200, address
            asked[pattern] = len(queries)
        counts.append(asked)
    assert counts[0] == counts[1]
    assert max(counts[0].values()) <= 40


NOT_LISTS = {
    # Forms alone, and doors that only take one.
    "accounts:erase", "api:verify", "awareness:add", "awareness:edit", "awareness:remove", "context:add",
    "context:import", "context:remove", "context:section", "context:ratings", "design:approve", "design:assign",
    "design:begin", "design:check", "design:edit", "design:import", "design:piece", "design:principles",
    "design:release", "design:remove_piece", "issuing:add_issuer", "issuing:compromised", "issuing:erase",
    "issuing:link", "issuing:remind", "issuing:resend", "issuing:rotate", "issuing:state", "jobs:retry",
    "look:language", "partnerships:about",
    "partnerships:accept", "partnerships:comment", "partnerships:add_evidence", "partnerships:change_member",
    "partnerships:cycles",
    "partnerships:invite", "partnerships:new", "partnerships:remove_comment", "partnerships:remove_evidence",
    "partnerships:remove_member", "partnerships:withdraw", "pilots:add_learner", "pilots:answer", "pilots:change",
    "pilots:decision", "pilots:import", "pilots:learner", "pilots:learner_results", "pilots:new",
    "pilots:open_survey", "pilots:remove", "pilots:remove_learner", "pilots:remove_note", "pilots:remove_session",
    "pilots:remove_sharing", "recognition:add", "recognition:edit", "recognition:remove", "register:publish",
    "register:withdraw", "stakeholders:add", "stakeholders:edit", "stakeholders:import", "stakeholders:remove",
    "verify:index", "wallet:claim", "wallet:share", "wallet:withdraw",
    # One file handed in: its rows are read from the file, not from tables.
    "context:preview", "design:preview", "issuing:preview", "pilots:preview", "stakeholders:preview",
    # One thing, its file or its picture.
    "api:entry", "context:document", "design:document", "design:version", "issuers:did", "issuers:did_version",
    "issuers:status",
    "issuing:document", "issuing:follow", "issuing:record", "jobs:show", "partnerships:cycle", "partnerships:step",
    "pilots:picture", "recognition:document", "recognition:paper", "recognition:pathway", "register:document",
    "register:linked", "wallet:file", "wallet:shared", "wallet:shared_file",
    # A few that the reader chose.
    "design:beside", "register:compare",
    # What is shipped: facts, templates, the pages of the application itself.
    "api:index", "api:nothing", "api:openapi", "awareness:discover", "awareness:explore", "awareness:glossary",
    "awareness:inspired", "awareness:practices", "context:template", "design:standard", "look:design_system",
    "look:healthz", "look:home", "pilots:template", "stakeholders:template",
}  # fmt: skip
"""The names of the addresses without rows that grow; django-allauth's are not ours."""


def names(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """The names of all addresses, with their spaces."""
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from names(one.url_patterns, f"{before}{one.namespace}:" if one.namespace else before)
        else:
            yield f"{before}{one.name}"


def test_every_address_is_counted_or_said_to_list_nothing() -> None:
    addresses = {address.partition("?")[0] for _, several, _ in LISTS.values() for address in several}
    counted = {resolve(re.sub(r"{.*?}", "x", address)).view_name for address in addresses}
    ours = {name for name in names(get_resolver().url_patterns) if not name.startswith("account_")}
    assert ours - counted - NOT_LISTS == set()
    assert NOT_LISTS - ours == set()
    assert NOT_LISTS & counted == set()
