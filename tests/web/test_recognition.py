"""Step 5: a dossier fills itself, coordinators decide, documents are kept safely, nothing typed is lost."""

from __future__ import annotations

import io
import zipfile
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.utils.timezone import localdate
from pypdf import PdfReader

from guildmark.errors import GuildmarkError
from guildmark.toolkit.design.template import example
from guildmark.web.design import actions as designs
from guildmark.web.journal.models import Entry as JournalEntry
from guildmark.web.journal.verbs import every_verb
from guildmark.web.look.refusals import Refused
from guildmark.web.pilots.models import Cohort, Learner
from guildmark.web.pilots.words import CohortState
from guildmark.web.recognition import actions, selectors
from guildmark.web.recognition.actions import Entry
from guildmark.web.recognition.journey import contribute
from guildmark.web.recognition.kinds import KINDS, Stage
from guildmark.web.recognition.models import Document, Filing
from guildmark.web.recognition.standing import standing
from tests.web.cast import World
from tests.web.pilot_cohort import a_cohort, a_learner

PDF = b"%PDF-1.7\n%%EOF\n"
TODAY = date(2026, 11, 20)
FILES = ("pilot_results", "adjustments", "learner_feedback")


@pytest.fixture
def mine(world: World) -> str:
    made = designs.create(world.alice, "Sustainable Scenography", example())
    designs.approve(world.alice, made.public_id, 1)
    return made.public_id


def office(index: str, *names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("[Content_Types].xml", index)
        for name in names:
            packed.writestr(name, "x")
    return out.getvalue()


DOCX = office("<x>application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml</x>")


def test_the_dossier_fills_itself_from_the_design_and_from_what_is_validated(world: World, mine: str) -> None:
    actions.choose_route(world.alice, mine, "CZ/institutional")
    before = standing(world.alice, mine, TODAY)
    assert {piece.key for piece in before.dossier.missing} == {*FILES, "review_plan"}
    for piece in FILES:
        entry = Entry(Stage.DONE, piece, more={"sort": piece}, micro_credential=mine)
        actions.file(world.access("bob"), "evidence", entry)
    actions.file(world.alice, "review", Entry(Stage.PLANNED, "Next", on=TODAY, micro_credential=mine))
    assert standing(world.alice, mine, TODAY).dossier.complete


def test_a_finished_pilot_is_evidence_by_itself(world: World) -> None:
    cohort = a_cohort(world.alice)
    mine = cohort.design_version.micro_credential.public_id
    learner = a_learner(world.alice, cohort)
    Learner.objects.filter(pk=learner.pk).update(passed=True)
    assert "pilot_results" not in standing(world.alice, mine, TODAY).on_file
    Cohort.objects.filter(pk=cohort.pk).update(state=CohortState.FINISHED)
    found = standing(world.alice, mine, TODAY)
    assert "pilot_results" in found.on_file
    told = "Autumn, version 1: 1 learner took part, 1 completed, 1 passed."
    assert [one.sentence.text("en") for one in found.pilots] == [told]
    for page in ("", "report/"):
        assert told in world.client("bob").get(f"/p/stage/recognition/{mine}/{page}").content.decode()


def test_a_draft_is_no_evidence_yet(world: World, mine: str) -> None:
    entry = Entry(Stage.UNDER_WAY, "Draft", more={"sort": "pilot_results"}, micro_credential=mine)
    actions.file(world.alice, "evidence", entry)
    assert "pilot_results" not in standing(world.alice, mine, TODAY).on_file


def test_members_edit_evidence_and_coordinators_decide(world: World, mine: str) -> None:
    bob = world.access("bob")
    with pytest.raises(Refused):
        actions.choose_route(bob, mine, "CZ/institutional")
    with pytest.raises(Refused):
        actions.file(bob, "endorsement", Entry(Stage.DONE, "Yes", "Board", TODAY, micro_credential=mine))


def test_an_endorsement_brings_its_reviews_and_one_that_is_held_settles_its_day(world: World, mine: str) -> None:
    granted = Entry(Stage.DONE, "Approval", "Board", date(2026, 1, 10), until=date(2029, 1, 10), micro_credential=mine)
    actions.file(world.alice, "endorsement", granted)
    stand = standing(world.alice, mine, TODAY)
    assert stand.next_review is not None
    assert stand.next_review.on == date(2027, 1, 10)
    actions.file(world.alice, "review", Entry(Stage.DONE, "First", on=date(2026, 12, 1), micro_credential=mine))
    after = standing(world.alice, mine, TODAY)
    assert after.next_review is not None
    assert after.next_review.on == date(2028, 1, 10)


def test_an_endorsement_that_has_ended_endorses_nothing(world: World, mine: str) -> None:
    ended = Entry(Stage.DONE, "Old", "Board", date(2023, 1, 1), until=date(2025, 1, 1), micro_credential=mine)
    actions.file(world.alice, "endorsement", ended)
    assert standing(world.alice, mine, TODAY).endorsement is None


@pytest.mark.parametrize(
    ("kind", "entry", "code"),
    [
        ("agreement", Entry(Stage.DONE, " ", more={"sort": "memorandum"}), "recognition.title"),
        ("agreement", Entry(Stage.DONE, "A", more={"sort": "treaty"}), "recognition.sort"),
        ("agreement", Entry(Stage.DONE, "A", on=TODAY, until=TODAY, more={"sort": "memorandum"}), "recognition.until"),
        ("story", Entry(Stage.DONE, "A", link="javascript:alert(1)", more={"sort": "brief"}), "recognition.link"),
        ("evidence", Entry(Stage.DONE, "A", more={"sort": "adjustments"}), "recognition.micro_credential"),
        ("counting", Entry(Stage.DONE, "A", more={"sort": "modular"}), "recognition.towards"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(world: World, kind: str, entry: Entry, code: str) -> None:
    with pytest.raises(GuildmarkError) as error:
        actions.file(world.alice, kind, entry)
    assert [fault.code for fault in error.value.faults] == [code]
    assert not Filing.objects.exists()


def test_a_granted_endorsement_names_its_day_and_who_is_responsible(world: World, mine: str) -> None:
    with pytest.raises(GuildmarkError, match="approval date and the responsible entity"):
        actions.file(world.alice, "endorsement", Entry(Stage.DONE, "Yes", micro_credential=mine))


def test_a_thing_of_another_partnership_cannot_be_named(world: World, mine: str) -> None:
    answer = world.client("charlie").post(
        "/p/crafts/recognition/add/?kind=agreement",
        {"title": "A", "stage": "done", "sort": "memorandum", "micro_credential": mine},
    )
    assert answer.status_code == 422
    with pytest.raises(Http404):
        actions.file(
            world.charlie, "agreement", Entry(Stage.DONE, "A", more={"sort": "memorandum"}, micro_credential=mine)
        )


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pdf", b"", "empty"),
        ("a.html", b"<script>alert(1)</script>", "kind"),
        ("a.pdf", b"MZ\x90", "kind"),
        ("a.pdf", DOCX, "kind"),
        ("a.exe", PDF, "kind"),
        ("a.zip", office("<x/>"), "kind"),
        ("a.docx", b"PK\x03\x04broken", "kind"),
        ("a.docx", office("wordprocessingml.document.main+xml", "word/vbaProject.bin"), "macros"),
        ("a.docx", office("application/vnd.ms-word.document.macroEnabled.main+xml"), "macros"),
        ("a.xlsx", office("spreadsheetml.sheet.main+xml", "xl/macrosheets/sheet1.xml"), "macros"),
        ("a.pdf", PDF + b"0" * 10_000_000, "too_large"),
    ],
)
def test_a_document_that_may_do_harm_is_refused_and_nothing_is_kept(
    world: World, name: str, data: bytes, code: str
) -> None:
    entry = Entry(Stage.DONE, "A", more={"sort": "memorandum"}, document=SimpleUploadedFile(name, data))
    with pytest.raises(GuildmarkError) as error:
        actions.file(world.alice, "agreement", entry)
    assert error.value.faults[0].code == f"recognition.document.{code}"
    assert not Filing.objects.exists()
    assert not Document.objects.exists()


@pytest.mark.parametrize(("name", "data"), [("Ujednání “A”.pdf", PDF), ("a.docx", DOCX), ("a.jpg", b"\xff\xd8\xffx")])
def test_a_document_comes_back_as_it_went_and_only_as_a_download(world: World, name: str, data: bytes) -> None:
    answer = world.client("bob").post(
        "/p/stage/recognition/add/?kind=agreement",
        {"title": "A", "stage": "done", "sort": "memorandum", "document": SimpleUploadedFile(name, data)},
    )
    assert answer.status_code == 302, answer.content.decode()
    filed = Filing.objects.get()
    served = world.client("bob").get(f"/p/stage/recognition/filed/{filed.public_id}/document/")
    assert served.content == data
    assert served["Content-Disposition"].startswith("attachment;")
    assert served["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in served["Content-Security-Policy"]


def test_a_new_document_takes_the_place_of_the_old_and_none_leaves_it(world: World) -> None:
    entry = {"title": "A", "stage": Stage.DONE, "more": {"sort": "memorandum"}}
    filed = actions.file(world.alice, "agreement", Entry(**entry, document=SimpleUploadedFile("a.pdf", PDF)))
    kept = actions.change(world.alice, filed.public_id, Entry(**entry), version=1)
    assert kept.document is not None
    actions.change(
        world.alice, filed.public_id, Entry(**entry, document=SimpleUploadedFile("b.pdf", PDF + b"2")), version=2
    )
    assert Document.objects.get().filename == "b.pdf"
    actions.remove(world.alice, filed.public_id)
    assert not Document.objects.exists()


def test_the_second_of_two_is_shown_what_they_typed(world: World) -> None:
    filed = actions.file(world.alice, "agreement", Entry(Stage.PLANNED, "First", more={"sort": "memorandum"}))
    address = f"/p/stage/recognition/filed/{filed.public_id}/"
    sent = {"title": "Alice", "stage": "done", "sort": "memorandum", "version": "1"}
    assert world.client("alice").post(address, sent).status_code == 302
    answer = world.client("bob").post(address, sent | {"title": "Bob's own words"})
    assert answer.status_code == 409
    assert "Bob&#x27;s own words" in answer.content.decode()
    assert world.client("bob").post(address, sent | {"title": "Bob", "version": "2"}).status_code == 302
    assert Filing.objects.get().title == "Bob"


def test_two_coordinators_do_not_choose_over_each_other(world: World, mine: str) -> None:
    actions.choose_route(world.alice, mine, "CZ/institutional")
    with pytest.raises(GuildmarkError, match="Somebody else saved this"):
        actions.choose_route(world.alice, mine, "CZ/sectoral", version=0)
    with pytest.raises(GuildmarkError, match="not open to the countries"):
        actions.choose_route(world.alice, mine, "FR/sectoral", version=1)


def test_what_the_receiver_granted_counts_and_a_title_comes_from_the_design(world: World, mine: str) -> None:
    whole = actions.file(world.alice, "qualification", Entry(Stage.DONE, "Certificate", "Academy", credits=Decimal(12)))
    part = Entry(
        Stage.DONE, "", credits=Decimal(4), more={"sort": "modular"}, towards=whole.public_id, micro_credential=mine
    )
    assert actions.file(world.alice, "counting", part).title == "Sustainable Scenography"
    ((_, reach),) = selectors.reaches(world.alice)
    assert (reach.granted, reach.missing) == (4, 8)
    drawn = world.client("bob").get(f"/p/stage/recognition/filed/{whole.public_id}/pathway.svg").content.decode()
    assert "<title>4 of 12 ECTS credits of Certificate are reached.</title>" in drawn


def test_exit_awards_are_read_line_by_line(world: World) -> None:
    sent = {"title": "Diploma", "stage": "done", "credits": "60", "exits": "Foundation; 20\nCertificate: 40,5"}
    assert world.client("bob").post("/p/stage/recognition/add/?kind=qualification", sent).status_code == 302
    exits = selectors.qualification(Filing.objects.get()).exits
    assert [(one.title, one.credits) for one in exits] == [("Foundation", 20), ("Certificate", 40.5)]
    answer = world.client("bob").post("/p/stage/recognition/add/?kind=qualification", sent | {"exits": "Foundation"})
    assert answer.status_code == 422
    assert "says no credits" in answer.content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_form_that_saves_and_a_verb_in_the_journal(world: World, mine: str, kind: str) -> None:
    whole = actions.file(world.alice, "qualification", Entry(Stage.DONE, "Certificate", "Academy"))
    address = f"/p/stage/recognition/add/?kind={kind}"
    assert world.client("alice").get(address).status_code == 200
    sent: dict[str, Any] = {
        "title": "A title", "stage": "done", "micro_credential": mine, "on": "2026-05-01", "who": "Somebody",
        "towards": whole.public_id, "sort": next(iter(KINDS[kind].choices), ""),
    }  # fmt: skip
    answer = world.client("alice").post(address, sent)
    assert answer.status_code == 302, answer.content.decode()
    assert world.client("bob").get(answer["Location"]).status_code == 200
    filed = Filing.objects.filter(kind=kind).latest("id")
    assert filed.title == "A title"
    assert filed.on == (date(2026, 5, 1) if "on" in KINDS[kind].fields else None)
    entry = JournalEntry.objects.latest("id")
    assert entry.verb == f"recognition.{kind}.filed"
    assert {f"recognition.{kind}.{done}" for done in ("filed", "changed", "removed")} <= every_verb().keys()
    assert "Somebody" not in str(entry.after)


def test_the_journey_knows_how_far_recognition_is(world: World, mine: str) -> None:
    assert contribute(world.alice).results == {}
    actions.choose_route(world.alice, mine, "CZ/institutional")
    state = contribute(world.alice).results["recognition"]
    assert state.route.key == "CZ/institutional"
    assert not state.endorsed
    day = localdate() - timedelta(days=30)
    actions.file(world.alice, "endorsement", Entry(Stage.DONE, "Yes", "Board", day, micro_credential=mine))
    assert contribute(world.alice).results["recognition"].endorsed


def test_the_report_is_a_tagged_pdf_with_what_is_missing(world: World, mine: str) -> None:
    answer = world.client("bob").get(f"/p/stage/recognition/{mine}/report.pdf")
    paper = PdfReader(io.BytesIO(answer.content))
    assert "/StructTreeRoot" in paper.trailer["/Root"]
    text = " ".join(page.extract_text() for page in paper.pages)
    assert "Sustainable Scenography" in text
    assert "Missing" in text
    page = world.client("bob").get(f"/p/stage/recognition/{mine}/report/").content.decode()
    assert "Pilot results" in page
