"""The pages of Step 4: what is typed is kept, what goes out the command line reads, and long lists stay quick."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from django.core.files.uploadedfile import SimpleUploadedFile

from guildmark.cli.program import program
from guildmark.errors import GuildmarkError
from guildmark.toolkit.design import check
from guildmark.toolkit.design.template import example
from guildmark.web.design import actions, own_data, selectors
from guildmark.web.design.models import MicroCredential
from guildmark.web.journal.models import Entry
from guildmark.web.journal.verbs import every_verb
from tests.web.cast import World


def test_what_the_page_exports_the_command_line_checks_with_the_same_result(world: World, tmp_path: Path) -> None:
    document = example() | {"workload": {"hours": 1000, "ects": 4}}
    made = actions.create(world.alice, "Sets", document)
    answer = world.client("bob").get(f"/p/stage/design/{made.public_id}/versions/1.json")
    (tmp_path / "design.json").write_bytes(answer.content)
    run = CliRunner().invoke(program, ["check", str(tmp_path / "design.json"), "--json"])
    assert run.exit_code == 1
    assert json.loads(run.stdout) == check(document).as_json()
    assert json.loads(answer.content) == document


def test_the_command_line_issues_from_a_downloaded_version(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = actions.create(world.alice, "Sets", example())
    answer = world.client("bob").get(f"/p/stage/design/{made.public_id}/versions/1.json")
    monkeypatch.chdir(tmp_path)
    Path("design-v1.json").write_bytes(answer.content)
    Path("learners.csv").write_text("name,email\nDora,dora@example.org\n", "utf-8")

    def guildmark(words: str) -> Result:
        return CliRunner().invoke(program, words.split())

    assert guildmark("template issuer --example -o issuer.json").exit_code == 0
    assert guildmark("keygen -o key.pem").exit_code == 0
    issued = guildmark(
        "issue design-v1.json --learners learners.csv --issuer issuer.json --key key.pem --out out --json"
    )
    assert issued.exit_code == 0, issued.output
    (name,) = (one["file"] for one in json.loads(issued.stdout)["issued"])
    verified = json.loads(guildmark(f"verify out/{name} --offline --json").stdout)
    assert verified["verdict"] == "valid"
    assert verified["record"]["title"] == example()["title"]


def test_long_entries_fold_and_the_one_to_mend_stands_open(world: World) -> None:
    outcomes = [{"id": f"lo{number}", "text": f"Build set {number} from reused wood."} for number in range(1, 5)]
    outcomes[2]["text"] = "Understand sets."
    made = actions.create(world.alice, "Sets", example() | {"learning_outcomes": outcomes})
    page = world.client("bob").get(f"/p/stage/design/{made.public_id}/edit/outcomes/").content.decode()
    folded = re.findall(r"<summary><b>(\d)</b> <span>([^<]*)</span>", page)
    assert "Understand sets." not in [text for _, text in folded]
    assert "Understand sets." in page


def test_equal_elements_stand_once_side_by_side(world: World) -> None:
    for name, hours in (("Sets", 50), ("Props", 75)):
        actions.create(world.alice, name, example() | {"workload": {"hours": hours, "ects": hours / 25}})
    page = world.client("bob").get("/p/stage/design/beside/").content.decode()
    level, workload = (
        re.search(rf"<tr><th scope=\"row\">{one}.*?</tr>", page, re.DOTALL) for one in ("Level", "Notional")
    )
    assert level
    assert level[0].count("<td") == 1
    assert workload
    assert workload[0].count("<td") == 2


def test_publishing_is_offered_on_an_approved_version_and_to_coordinators_only(world: World) -> None:
    made = actions.create(world.alice, "Sets", example())
    address = f"/p/stage/design/{made.public_id}/versions/1/"
    offer = "Publish version 1 in the register"
    assert offer not in world.client("alice").get(address).content.decode()
    actions.approve(world.alice, made.public_id, 1)
    assert offer in world.client("alice").get(address).content.decode()
    assert offer not in world.client("bob").get(address).content.decode()


def test_a_late_save_keeps_what_was_typed_and_the_other_subjects_stay(world: World) -> None:
    made = actions.create(world.alice, "Sets", example())
    address = f"/p/stage/design/{made.public_id}/edit/title/"
    actions.save_version(world.alice, made.public_id, example() | {"workload": {"hours": 110, "ects": 4}}, version=1)
    late = world.client("bob").post(address, {"version": "1", "title": "Sets without waste"})
    assert late.status_code == 409
    assert 'value="Sets without waste"' in late.content.decode()
    draft = late.context["draft"]
    again = {"version": "2", "title": "Sets without waste", "draft": draft}
    assert world.client("bob").post(address, again).status_code == 302
    newest = selectors.latest(made).document
    assert newest["title"] == example()["title"] | {"en": "Sets without waste"}
    assert newest["workload"]["hours"] == 110


def test_add_another_and_check_without_saving_save_nothing(world: World) -> None:
    made = actions.create(world.alice, "Sets")
    client, address = world.client("alice"), f"/p/stage/design/{made.public_id}/"
    sent = {"version": "1", "learning_outcomes.count": "1", "learning_outcomes.0.text": "Build a set."}
    more = client.post(address + "edit/outcomes/", sent | {"more": "learning_outcomes"})
    assert more.content.decode().count("learning_outcomes.3.text") >= 1
    assert "Build a set." in more.content.decode()
    looked = client.post(address + "check/outcomes/", sent)
    assert 'href="#f-learning_outcomes' in looked.content.decode()
    assert selectors.latest(made).number == 1


def test_a_version_with_errors_is_refused_on_the_page_too(world: World) -> None:
    made = actions.create(world.alice, "Sets")
    answer = world.client("alice").post(f"/p/stage/design/{made.public_id}/versions/1/approve/")
    assert answer.status_code == 422
    assert "Mend them, then approve" in answer.content.decode()


def test_a_file_becomes_a_new_micro_credential_or_the_next_version(world: World) -> None:
    client, data = world.client("alice"), json.dumps(example()).encode()
    address = client.post("/p/stage/design/import/", {"file": SimpleUploadedFile("d.json", data)})["Location"]
    shown = client.post(address)["Location"]
    made = MicroCredential.objects.get()
    assert shown.endswith(f"/design/{made.public_id}/")
    assert (made.name, selectors.latest(made).document) == ("Sustainable Scenography", example())
    for bad in (b"[]", b"{", b'{"a": 1, "a": 2}', b"\xff"):
        assert client.post("/p/stage/design/import/", {"file": SimpleUploadedFile("d.json", bad)}).status_code == 422


def test_two_who_judge_at_once_are_told(world: World) -> None:
    made = actions.create(world.alice, "Sets")
    address = f"/p/stage/design/{made.public_id}/principles/"
    sent = {"version": "0", "principle.quality.mark": "yes", "principle.quality.evidence": "Minutes"}
    assert world.client("alice").post(address, sent).status_code == 302
    assert world.client("bob").post(address, sent).status_code == 409
    with pytest.raises(ValueError, match="does not exist"):
        actions.judge(world.alice, made.public_id, {"principle.none": {"mark": "yes"}}, version=1)


def test_a_workshop_changed_by_two_is_saved_once(world: World) -> None:
    given = actions.PieceOfWork("kick_off", "Kick-off")
    made = actions.add_piece(world.alice, given)
    actions.change_piece(world.alice, made.public_id, given, version=1)
    with pytest.raises(GuildmarkError, match="Somebody else saved this"):
        actions.change_piece(world.alice, made.public_id, given, version=1)


def test_the_journal_has_a_sentence_for_everything_done_here(world: World) -> None:
    made = actions.create(world.alice, "Sets", example())
    actions.approve(world.alice, made.public_id, 1)
    verbs = set(Entry.objects.filter(verb__startswith="design.").values_list("verb", flat=True))
    assert verbs == {"design.micro_credential.begun", "design.version.approved"}
    assert verbs <= set(every_verb())
    assert len(own_data.own_data(world.people["alice"])["approvals"]) == 1


def test_saving_leads_on_to_what_is_still_to_be_written(world: World) -> None:
    made = actions.create(world.alice, "Guiding")
    address = f"/p/stage/design/{made.public_id}/"
    client = world.client("bob")
    assert "Save, go on: Assessment" in client.get(address + "edit/title/").content.decode()
    sent = {"version": "1", "title": "Guiding", "awarding_body.count": "1", "awarding_body.0.name": "Guild"}
    assert client.post(address + "edit/title/", sent | {"on": "1"})["Location"] == address + "edit/assessment/"
    assert client.post(address + "edit/title/", sent | {"version": "2"})["Location"] == address
    page = client.get(address).content.decode()
    assert "still to be written" in page
    assert page.index(">Assessment</a>") < page.index(">Learning outcomes</a>")
