"""Step 3: names stay with assessors, what goes out comes in, two assessors are both heard."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from guildmark.cli.map import map_document
from guildmark.errors import GuildmarkError
from guildmark.spreadsheets.stakeholders import read_stakeholders
from guildmark.toolkit.stakeholders import Group, PowerAnswers, Stakeholder, map_json, stakeholder_map
from guildmark.web.journal.models import Entry
from guildmark.web.partnerships.models import Membership, Role
from guildmark.web.stakeholders import actions, own_data, selectors
from tests.web.cast import World

EXAMPLE = (files("guildmark.spreadsheets") / "examples" / "map.csv").read_bytes()
YES = PowerAnswers((True,) * 4, (True,) * 5)
NO = PowerAnswers((False,) * 4, (False,) * 5)


def assessing(world: World) -> None:
    Membership.objects.filter(person=world.people["bob"]).update(role=Role.ASSESSOR)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_the_page_exports_the_command_line_reads_with_the_same_result(world: World, ending: str) -> None:
    rows = read_stakeholders(EXAMPLE, "map.csv")
    actions.take_over(world.alice, rows)
    answer = world.client("alice").get(f"/p/stage/stakeholders/?format={ending}")
    back = stakeholder_map(read_stakeholders(answer.content, f"map.{ending}"))
    assert map_document(back, "en") == map_document(stakeholder_map(rows), "en")


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_whatever_somebody_is_called_is_read_back_from_the_exported_file(world: World, ending: str) -> None:
    names = {
        "+1 Guild",
        "-x",
        "@home",
        "'quoted'",
        "'+ our own",
        "''@",
        "'=1",
        'Käthe “Q”; "x", y',
        "🎭 مسرح",
        "x" * 180,
    }
    for name in names:
        actions.add(world.alice, Stakeholder(name, Group.POLICY))
    answer = world.client("alice").get(f"/p/stage/stakeholders/?format={ending}")
    assert {one.name for one in read_stakeholders(answer.content, f"map.{ending}")} == names


def test_a_member_reads_the_map_and_finds_no_name_anywhere(world: World) -> None:
    rows = read_stakeholders(EXAMPLE, "map.csv")
    actions.take_over(world.alice, rows)
    bob = world.client("bob")
    words = {text for row in rows for text in (row.name, row.organisation) if text}
    for address in ("", "register/", "register/?q=Ludmila", "?format=csv", "register/?format=csv&sort=name", "map.svg"):
        text = bob.get(f"/p/stage/stakeholders/{address}").content.decode()
        assert [word for word in words if word in text] == [], address
    counted = map_json(
        stakeholder_map(read_stakeholders(bob.get("/p/stage/stakeholders/?format=xlsx").content, "m.xlsx"))
    )
    assert counted["counts"] == map_json(stakeholder_map(rows))["counts"]
    assert "Ludmila" not in json.dumps(counted)
    assert "Ludmila" not in json.dumps(list(Entry.objects.values("object_label", "before", "after")))
    assert len(selectors.chosen(world.access("bob"), {"q": "Ludmila"})) == len(rows)


def test_two_assessors_are_both_heard_and_neither_writes_over_the_other(world: World) -> None:
    assessing(world)
    mona = actions.add(world.alice, Stakeholder("Mona", Group.POLICY, power=(YES,)))
    with pytest.raises(GuildmarkError, match="Somebody else saved this"):
        actions.change(world.access("bob"), mona.public_id, Stakeholder("Mona", Group.POLICY, power=(NO,)), version=0)
    actions.change(world.access("bob"), mona.public_id, Stakeholder("Mona", Group.POLICY, power=(NO,)), version=1)
    (placed,) = selectors.map_of(world.alice).stakeholders
    assert (placed.influence.level, placed.influence.answered) == ("undecided", 8)
    own_data.erase(world.people["bob"])
    assert "Bob" not in world.client("alice").get("/p/stage/stakeholders/?format=csv").content.decode()


def test_the_form_gives_back_what_it_shows(world: World) -> None:
    sent = {"name": "Mona", "organisation": "Ministry", "group": "policy", "heard_of": "2", "support_5": "no"}
    client = world.client("alice")
    address = client.post("/p/stage/stakeholders/add/", sent)["Location"]
    assert client.post("/p/stage/stakeholders/add/", sent).status_code == 409
    form = client.get(address).context["form"]
    assert {key: str(form.initial[key]) for key in sent} == sent
    late = client.post(address, sent | {"version": "0", "name": "Mona B."})
    assert late.status_code == 409
    assert "Mona B." in late.content.decode()
    assert client.post(address + "remove/").status_code == 302
    assert client.get(address).status_code == 404


def test_a_spreadsheet_with_faults_names_their_rows_and_takes_nothing_over(world: World) -> None:
    bad = EXAMPLE.replace(b"policy,4,4,4,3", b"nobles,4,4,9,3", 1)
    answer = world.client("alice").post("/p/stage/stakeholders/import/", {"file": SimpleUploadedFile("m.csv", bad)})
    assert answer.status_code == 422
    assert answer.content.decode().count("Row 2") == 2
    assert not selectors.stakeholders(world.alice).exists()


def test_the_example_that_ships_is_the_one_on_show() -> None:
    assert Path("examples/map.csv").read_bytes() == EXAMPLE


def test_leverage_is_noted_and_shows_who_can_decide_what(world: World) -> None:
    client = world.client("alice")
    sent = {"name": "Mona", "group": "policy", "holds_accreditation": ["decide", "block"], "value_chain": "support"}
    address = client.post("/p/stage/stakeholders/add/", sent | {"lsp_member": "yes"})["Location"]
    form = client.get(address).context["form"]
    assert sorted(form.initial["holds_accreditation"]) == ["block", "decide"]
    assert (form.initial["value_chain"], form.initial["lsp_member"]) == ("support", "yes")
    page = client.get("/p/stage/stakeholders/coalition/").content.decode()
    assert "Mona" in page
    assert "It is not known who decides on funding" in page
    assert "Mona" not in world.client("bob").get("/p/stage/stakeholders/coalition/").content.decode()


def test_a_partnership_names_its_groups_and_map_and_register_follow(world: World) -> None:
    actions.add(world.alice, Stakeholder("Mona", Group.POLICY))
    client = world.client("bob")
    assert client.post("/p/stage/stakeholders/groups/", {"policy_name": "Ministries"}).status_code == 302
    for address in ("", "register/", "map.svg"):
        assert "Ministries" in client.get(f"/p/stage/stakeholders/{address}").content.decode(), address
    client.post("/p/stage/stakeholders/groups/", {"policy_name": ""})
    assert "Ministries" not in client.get("/p/stage/stakeholders/").content.decode()
