"""Pilots: who may see names, what is judged, what goes out and comes in, and two people at one grid."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from guildmark.credentials.record.learner import Learner as LearnerRow
from guildmark.errors import GuildmarkError
from guildmark.spreadsheets.learners import read_learners
from guildmark.web.design import actions as designs
from guildmark.web.design.models import DesignVersion
from guildmark.web.journal.models import Entry
from guildmark.web.look.refusals import Refused
from guildmark.web.pilots import actions, delivery, own_data, selectors
from guildmark.web.pilots.models import Cohort
from guildmark.web.pilots.words import LearnerState
from tests.web.cast import World
from tests.web.pilot_cohort import OUTCOMES, a_cohort, a_learner


def reach(world: World, cohort: Cohort, learner: str, keys: tuple[str, ...] = OUTCOMES) -> None:
    stamp = delivery.stamp({learner: {}})
    actions.save_results(world.alice, cohort.public_id, {learner: dict.fromkeys(keys, True)}, stamp=stamp)


def test_only_an_approved_version_is_piloted(world: World) -> None:
    draft = designs.create(world.alice, "Draft", {"title": "Draft"})
    plan = actions.Plan("Autumn", DesignVersion.objects.get(micro_credential=draft))
    with pytest.raises(GuildmarkError, match="Only an approved version"):
        actions.make_cohort(world.alice, plan)


def test_who_reaches_everything_has_passed_and_is_handed_to_issuing(world: World) -> None:
    cohort = a_cohort(world.alice)
    dora = a_learner(world.alice, cohort)
    a_learner(world.alice, cohort, "Mona", "mona@example.org")
    reach(world, cohort, dora.public_id, OUTCOMES[:4])
    assert selectors.learners_to_issue(world.alice, cohort.public_id) == ()
    stamp = delivery.stamp(delivery.reached([dora]))
    actions.save_results(world.alice, cohort.public_id, {dora.public_id: {"lo5": True}}, stamp=stamp)
    assert [one.name for one in selectors.learners_to_issue(world.alice, cohort.public_id)] == ["Dora"]
    dora.refresh_from_db()
    actions.change_learner(
        world.alice, cohort.public_id, dora.public_id, selectors.row_of(dora), LearnerState.WITHDRAWN, version=1
    )
    assert selectors.learners_to_issue(world.alice, cohort.public_id) == ()


def test_viewers_see_numbers_and_no_names(world: World) -> None:
    cohort = a_cohort(world.alice)
    a_learner(world.alice, cohort, "Dora Nováková")
    viewer = world.access("viewer")
    with pytest.raises(Refused):
        selectors.learners_to_issue(viewer, cohort.public_id)
    for page in ("", "sessions/", "survey/", "decisions/", "telling/", "brief/"):
        answer = world.client("viewer").get(f"/p/stage/pilots/{cohort.public_id}/{page}")
        assert answer.status_code == 200
        assert "Nováková" not in answer.content.decode()


def test_two_people_at_one_grid_lose_nothing(world: World) -> None:
    cohort = a_cohort(world.alice)
    learner = a_learner(world.alice, cohort).public_id
    session = actions.add_session(world.alice, cohort.public_id, "One").public_id
    stamp = delivery.stamp({learner: {}})
    actions.save_attendance(world.alice, cohort.public_id, {learner: {session: True}}, stamp=stamp)
    address = f"/p/stage/pilots/{cohort.public_id}/attendance/"
    answer = world.client("bob").post(address, {"stamp": stamp})
    assert answer.status_code == 409
    assert "Somebody else saved this" in answer.content.decode()
    assert delivery.attendance(cohort.learners.all()) == {learner: {session: True}}


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_the_page_exports_the_command_line_reads(world: World, ending: str) -> None:
    cohort = a_cohort(world.alice)
    row = LearnerRow(name="Šárka Ž.", email="s@example.org", identifier="007", grade=84.5, language="cs")
    actions.add_learner(world.alice, cohort.public_id, row)
    answer = world.client("bob").get(f"/p/stage/pilots/{cohort.public_id}/learners/?format={ending}")
    (read,) = read_learners(answer.content, f"learners.{ending}", selectors.design(cohort).grade)
    assert (read.name, read.email, read.identifier, read.grade) == ("Šárka Ž.", "s@example.org", "007", 84.5)


def test_an_import_names_faults_by_row_and_then_takes_over(world: World) -> None:
    cohort = a_cohort(world.alice)
    a_learner(world.alice, cohort)
    client, address = world.client("alice"), f"/p/stage/pilots/{cohort.public_id}/learners/import/"
    bad = SimpleUploadedFile("l.csv", b"name,email,grade\nMona,mona,500\n")
    answer = client.post(address, {"file": bad})
    assert answer.status_code == 422
    assert "Row 2, email" in answer.content.decode()
    good = SimpleUploadedFile("l.csv", b"name,email,grade\nMona,mona@example.org,0\nDora N.,DORA@example.org,\n")
    preview = client.post(address, {"file": good})["Location"]
    assert "2 learners, 1 of them new" in client.get(preview).content.decode()
    assert cohort.learners.count() == 1
    client.post(preview)
    assert list(cohort.learners.values_list("name", "grade", "passed")) == [("Dora N.", None, None), ("Mona", 0, False)]


def test_the_journal_names_no_learner(world: World) -> None:
    cohort = a_cohort(world.alice)
    dora = a_learner(world.alice, cohort, "Dora Nováková")
    reach(world, cohort, dora.public_id)
    actions.remove_learner(world.alice, cohort.public_id, dora.public_id)
    told = [f"{one.object_label}{one.before}{one.after}" for one in Entry.objects.all()]
    assert not [text for text in told if "Nováková" in text or "dora@" in text]


def test_a_person_takes_their_data_along_and_is_erased(world: World) -> None:
    cohort = a_cohort(world.alice)
    learner = a_learner(world.alice, cohort)
    reach(world, cohort, learner.public_id)
    (place,) = own_data.own_data(world.people["dora"])["cohorts"]
    assert (place["cohort"], place["passed"], place["results"]["lo1"]["reached"]) == ("Autumn", True, True)
    own_data.erase(world.people["dora"])
    learner.refresh_from_db()
    assert (learner.name, learner.email, learner.passed) == ("", "", True)
    assert own_data.own_data(world.people["dora"]) == {"cohorts": []}
