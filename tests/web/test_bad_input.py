"""What goes wrong at forms and files: each time a clear sentence, and nothing lost."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from guildmark.toolkit.context import NeedKind
from guildmark.toolkit.stakeholders import Group, Stakeholder
from guildmark.vocabulary import countries
from guildmark.web.awareness.actions import Entry, log_occasion
from guildmark.web.awareness.words import Kind
from guildmark.web.context import actions as context
from guildmark.web.partnerships import actions as partnerships
from guildmark.web.stakeholders import actions as stakeholders
from tests.web.cast import PASSWORD, World

IMPORTS = ("/p/stage/context/import/", "/p/stage/stakeholders/import/")


def places(world: World) -> dict[str, dict[str, str]]:
    """Each form of these rooms that two people can have open, and what a second one sends."""
    country = context.add_country(world.alice, countries.get("CZ")).public_id
    context.save_answers(world.alice, country, {"country": "CZ", "answers": {"s1.q1": "national"}}, version=0)
    mona = stakeholders.add(world.alice, Stakeholder("Mona", Group.POLICY)).public_id
    stakeholders.change(world.alice, mona, Stakeholder("Mona", Group.POLICY), version=1)
    partnerships.state_need(world.alice, NeedKind.GREEN, "Need")
    bob = world.alice.partnership.memberships.get(person=world.people["bob"]).public_id
    occasion = log_occasion(world.alice, Entry(Kind.EVENT, "Meeting"))
    return {
        f"/p/stage/context/{country}/answers/accreditation/": {"version": "0", "a.s1.q2": "My own long text"},
        f"/p/stage/stakeholders/{mona}/": {"version": "1", "name": "My own long text", "group": "policy"},
        "/p/stage/need/": {"version": "0", "kind": "green", "statement": "My own long text"},
        f"/p/stage/awareness/occasions/{occasion.public_id}/": {
            "version": "0", "title": "My own long text", "kind": "event",
        },
        f"/p/stage/context/{country}/ratings/": {"version": "before", "governance-note": "My own long text"},
        "/p/stage/stakeholders/groups/": {"version": "before", "policy_name": "My own long text"},
        "/p/stage/about/": {"version": "before", "name": "My own long text"},
        f"/p/stage/members/{bob}/": {"version": "before", "role": "viewer"},
    }  # fmt: skip


def test_the_second_to_save_is_told_and_keeps_what_was_typed(world: World) -> None:
    for address, sent in places(world).items():
        answer = world.client("alice").post(address, sent)
        assert answer.status_code == 409, address
        assert "Somebody else saved this" in answer.content.decode(), address
        typed = "My own long text" if "My own long text" in sent.values() else 'value="viewer" selected'
        assert typed in answer.content.decode(), address


def test_a_form_sent_after_the_session_ended_comes_back_after_signing_in(world: World) -> None:
    client = Client()
    sent = {"kind": "green", "statement": "Typed for an hour", "version": "0"}
    away = client.post("/p/stage/need/", sent)
    assert away["Location"] == "/accounts/login/?next=/p/stage/need/"
    back = client.post(away["Location"], {"login": "alice@example.org", "password": PASSWORD})
    assert back["Location"] == "/p/stage/need/"
    page = client.get("/p/stage/need/")
    text = page.content.decode()
    assert "Typed for an hour" in text
    assert "<dt>statement</dt>" not in text
    assert "<dd>green</dd>" not in text
    assert client.post("/p/stage/need/", sent).status_code == 302
    assert "What you typed is here" not in client.get("/p/stage/need/").content.decode()


def test_an_old_form_comes_back_where_another_tab_has_signed_in(world: World) -> None:
    client = Client(enforce_csrf_checks=True, headers={"sec-fetch-site": "same-origin"})
    client.force_login(world.people["alice"])
    client.get("/p/stage/need/")
    sent = {"kind": "green", "statement": "Typed for an hour", "csrfmiddlewaretoken": "of an earlier sign-in" * 2}
    assert client.post("/p/stage/need/", sent)["Location"] == "/p/stage/need/"
    assert "Typed for an hour" in client.get("/p/stage/need/").content.decode()


def test_a_form_of_another_site_is_refused_and_not_held(world: World) -> None:
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://elsewhere.example"}, {}):
        client = Client(enforce_csrf_checks=True, headers=headers)
        client.force_login(world.people["alice"])
        answer = client.post("/p/stage/need/", {"kind": "green", "statement": "Not typed here"})
        assert answer.status_code == 403
        assert "Not typed here" not in client.get("/p/stage/need/").content.decode()


def test_two_forms_come_back_each_at_its_own_address(world: World) -> None:
    client = Client()
    client.post("/p/stage/need/", {"kind": "green", "statement": "Typed for an hour", "version": "0"})
    client.post("/p/stage/members/invite/", {"email": "new@example.org", "role": "member"},
                headers={"referer": "http://testserver/p/stage/members/"})  # fmt: skip
    client.post("/accounts/login/", {"login": "alice@example.org", "password": PASSWORD})
    invited = client.get("/p/stage/members/invite/").content.decode()
    assert "new@example.org" in invited
    assert "<dt>E-mail address</dt>" in invited
    assert 'href="/p/stage/members/"' in invited
    assert "Typed for an hour" in client.get("/p/stage/need/").content.decode()


def test_a_form_that_borrows_the_labels_of_a_page_leaves_the_form_held_there(world: World) -> None:
    client, page = Client(), {"referer": "http://testserver/p/stage/members/?format=csv"}
    client.post("/p/stage/members/", {"email": "first@example.org"})
    client.post("/p/stage/members/invite/", {"email": "new@example.org", "role": "member"}, headers=page)
    client.post("/p/stage/need/", {"kind": "green", "statement": "Typed for an hour", "version": "0"})
    evidence = {"kind": "labour_market", "says": "Nine of twelve"}
    client.post("/p/stage/need/evidence/", evidence, headers={"referer": "http://testserver/p/stage/need/"})
    client.post("/accounts/login/", {"login": "alice@example.org", "password": PASSWORD})
    assert "Nine of twelve" in client.get("/p/stage/need/evidence/").content.decode()
    assert "new@example.org" in client.get("/p/stage/members/invite/").content.decode()
    assert "Typed for an hour" in client.get("/p/stage/need/").content.decode()


def test_own_name_comes_back_after_signing_in(world: World) -> None:
    client = Client()
    away = client.post("/accounts/me/", {"name": "Alice of the Stage"})
    client.post(away["Location"], {"login": "alice@example.org", "password": PASSWORD})
    assert "Alice of the Stage" in client.get("/accounts/me/").content.decode()


def test_a_button_pressed_after_the_session_ended_leads_back_to_its_page(world: World) -> None:
    before = {"referer": "http://testserver/p/stage/members/?page=1"}
    member = world.alice.partnership.memberships.get(person=world.people["bob"]).public_id
    address = f"/p/stage/members/{member}/remove/"
    away = Client().post(address, {}, headers=before)
    assert away["Location"] == "/accounts/login/?next=/p/stage/members/%3Fpage%3D1"
    away = Client().post(address, {}, headers={"referer": "http://testserver//elsewhere.example/"})
    assert away["Location"] == f"/accounts/login/?next={address}"


def test_what_was_held_is_not_shown_to_who_may_not_come_in(world: World) -> None:
    client = Client()
    client.post("/p/stage/need/", {"kind": "green", "statement": "Typed for an hour"})
    client.post("/accounts/login/", {"login": "charlie@example.org", "password": PASSWORD})
    assert client.get("/p/stage/need/").status_code == 404


@pytest.mark.parametrize("address", IMPORTS)
def test_a_file_of_sixty_megabytes_is_refused_in_words(world: World, address: str) -> None:
    file = SimpleUploadedFile("big.csv", b"a" * 60_000_000)
    answer = world.client("alice").post(address, {"file": file})
    assert answer.status_code == 422
    assert "MB" in answer.content.decode()


@pytest.mark.parametrize("address", IMPORTS)
@pytest.mark.parametrize(
    ("name", "data"), [("map.pdf", b"%PDF-1.7"), ("map.xlsx", b"not a workbook"), ("map.csv", b"\xff\xfe\x00\x01")]
)
def test_a_file_of_a_wrong_kind_is_refused_in_words(world: World, address: str, name: str, data: bytes) -> None:
    answer = world.client("alice").post(address, {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


@pytest.mark.parametrize("address", IMPORTS)
@pytest.mark.parametrize("name", ["map.xlsm", "map.xlsx"])
def test_a_workbook_with_macros_is_refused(world: World, address: str, name: str) -> None:
    book = io.BytesIO(world.client("alice").get("/p/stage/stakeholders/?format=xlsx").content)
    with zipfile.ZipFile(book, "a") as parts:
        parts.writestr("xl/vbaProject.bin", b"macro")
    answer = world.client("alice").post(address, {"file": SimpleUploadedFile(name, book.getvalue())})
    assert answer.status_code == 422
    assert f"{name} has macros" in answer.content.decode()


@pytest.mark.parametrize("name", ["=cmd()", "=SUM(A1:A9)"])
def test_a_formula_typed_as_a_name_is_refused_in_words_and_kept_on_the_page(world: World, name: str) -> None:
    answer = world.client("alice").post("/p/stage/stakeholders/add/", {"name": name, "group": "policy"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "begins like a formula" in page
    assert f'value="{name}"' in page


def test_a_formula_in_a_name_stays_text_in_every_export(world: World) -> None:
    stakeholders.add(world.alice, Stakeholder("=1+1", Group.POLICY))
    log_occasion(world.alice, Entry(Kind.EVENT, "=HYPERLINK(0)"))
    client = world.client("alice")
    for address in ("/p/stage/stakeholders/register/?format=csv", "/p/stage/awareness/?format=csv"):
        rows = client.get(address).content.decode("utf-8-sig").splitlines()
        cells = [cell.strip('"') for row in rows[1:] for cell in row.split(",")]
        assert not any(cell.startswith("=") for cell in cells), address
    for address in ("/p/stage/stakeholders/?format=xlsx", "/p/stage/awareness/?format=xlsx"):
        with zipfile.ZipFile(io.BytesIO(client.get(address).content)) as book:
            sheets = [book.read(name) for name in book.namelist() if "worksheets/sheet" in name]
        assert not any(b"<f>" in sheet for sheet in sheets), address


def test_ids_of_another_partnership_are_not_there(world: World) -> None:
    theirs = stakeholders.add(world.charlie, Stakeholder("Theirs", Group.POLICY)).public_id
    country = context.add_country(world.charlie, countries.get("IT")).public_id
    occasion = log_occasion(world.charlie, Entry(Kind.EVENT, "Theirs")).public_id
    client = world.client("alice")
    for address in (f"stakeholders/{theirs}/", f"context/{country}/answers/policies/", f"context/{country}/ratings/",
                    f"awareness/occasions/{occasion}/"):  # fmt: skip
        assert client.get(f"/p/stage/{address}").status_code == 404, address
        assert client.post(f"/p/stage/{address}", {"version": "1"}).status_code == 404, address


def test_a_comment_on_a_definition_is_listed_and_exported_for_the_lsp(world: World) -> None:
    client = world.client("bob")
    assert client.post("/p/stage/comments/question/s1.q1/", {"text": "Ask regions, too"}).status_code == 302
    assert client.post("/p/stage/comments/question/s1.q1/", {"text": " "}).status_code == 422
    assert client.get("/p/stage/comments/question/none/").status_code == 404
    assert "Ask regions, too" in client.get("/p/stage/comments/").content.decode()
    assert b"Ask regions, too" in client.get("/p/stage/comments/?format=csv").content
    assert "Ask regions" not in world.client("charlie").get("/p/crafts/comments/").content.decode()
