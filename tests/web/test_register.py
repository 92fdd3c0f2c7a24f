"""The public register: what is published is found by everyone, and nothing else is."""

from __future__ import annotations

import io
import json

import pytest
from django.http import Http404
from django.test import Client
from openpyxl import load_workbook

from guildmark.errors import GuildmarkError
from guildmark.toolkit.design import check
from guildmark.web.design.models import Approval, DesignVersion
from guildmark.web.journal.models import Entry
from guildmark.web.look.refusals import Refused
from guildmark.web.register import actions
from guildmark.web.register.models import Facet, Provider, Publication
from tests.web.cast import World
from tests.web.published import EXAMPLE, approved, drafted, published

EVE = Client()


def found(query: str = "") -> list[str]:
    """The titles that the list shows, as its file says them."""
    answer = EVE.get(f"/register/?format=csv&{query}")
    assert answer.status_code == 200
    return [line.split(",")[1] for line in answer.content.decode("utf-8-sig").splitlines()[1:]]


def test_an_empty_register_says_how_something_gets_into_it(world: World) -> None:
    page = EVE.get("/register/").content.decode()
    assert "No micro-credential is published yet." in page
    assert "publishes an approved version" in page


def test_a_published_version_is_found_by_everyone_and_its_publication_is_in_the_journal(world: World) -> None:
    one = published(world.alice)
    assert "1 micro-credential is published" in EVE.get("/register/").content.decode()
    page = EVE.get(f"/register/{one.public_id}/").content.decode()
    assert "Sustainable Scenography" in page
    assert "Filled in when it is issued: name and e-mail address." in page
    assert Entry.objects.filter(verb="register.version.published").count() == 1


def test_only_an_approved_version_can_be_published(world: World) -> None:
    with pytest.raises(GuildmarkError, match="Approve it first"):
        actions.publish(world.alice, drafted(world.alice))
    assert found() == []


def test_members_and_strangers_cannot_publish(world: World) -> None:
    version = approved(world.alice)
    with pytest.raises(Refused):
        actions.publish(world.access("bob"), version)
    with pytest.raises(Http404):
        actions.publish(world.charlie, version)


def test_publishing_twice_is_publishing_once(world: World) -> None:
    version = approved(world.alice)
    first = actions.publish(world.alice, version)
    assert actions.publish(world.alice, version).public_id == first.public_id
    assert Entry.objects.filter(verb="register.version.published").count() == 1


def test_a_newer_version_takes_the_place_of_the_older_one(world: World) -> None:
    older = published(world.alice)
    mc = older.micro_credential
    version = DesignVersion.objects.create(
        micro_credential=mc, number=2, document={**EXAMPLE, "title": "Scenery that stays"}, person=world.alice.person
    )
    Approval.objects.create(version=version, person=world.alice.person)
    newer = actions.publish(world.alice, version)
    assert found() == ["Scenery that stays"]
    answer = EVE.get(f"/register/{older.public_id}/")
    assert (answer.status_code, answer["Location"]) == (302, f"/register/{newer.public_id}/")


def test_what_is_withdrawn_is_gone_from_every_page_and_can_come_back(world: World) -> None:
    one = published(world.alice)
    provider = one.providers.all()[0]
    actions.withdraw(world.alice, one)
    for address in ("", "design.json", "credential.jsonld"):
        answer = EVE.get(f"/register/{one.public_id}/{address}")
        assert answer.status_code == 410
        assert "Scenography" not in answer.content.decode()
    assert EVE.get(f"/register/providers/{provider.public_id}/").status_code == 404
    assert found() == []
    assert "Scenography" not in EVE.get(f"/register/compare/?a={one.public_id}").content.decode()
    assert actions.publish(world.alice, one.version).public_id == one.public_id
    assert EVE.get(f"/register/{one.public_id}/").status_code == 200


def test_nothing_of_people_and_of_drafts_leaves(world: World) -> None:
    one = published(world.alice)
    drafted(world.alice, title="Secret draft")
    pages = ["/register/", "/register/?format=csv", "/register/providers/", f"/register/{one.public_id}/",
             f"/register/{one.public_id}/design.json", f"/register/{one.public_id}/credential.jsonld",
             f"/register/compare/?a={one.public_id}"]  # fmt: skip
    for page in pages:
        text = EVE.get(page).content.decode()
        for secret in ("Alice", "alice@", "Secret draft", "Name for the partnership alone"):
            assert secret not in text, page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=scenografie", ["Light", "Sustainable Scenography"]),
        ("q=Udržitelná", ["Light", "Sustainable Scenography"]),
        ("q=udrzitelna+SVRATKA", ["Light", "Sustainable Scenography"]),
        ("q=lights", ["Lights out"]),
        ("q=nothing-like-this", []),
        ("country=AT", ["Lights out"]),
        ("eqf=4", ["Lights out"]),
        ("mode=online", ["Lights out"]),
        ("language=de", ["Lights out", "Sustainable Scenography"]),
        ("language=cs", ["Sustainable Scenography"]),
        ("sector=digital", ["Lights out"]),
        ("hours_from=50", ["Sustainable Scenography"]),
        ("hours_to=50", ["Lights out"]),
        ("sort=shortest", ["Lights out", "Sustainable Scenography"]),
        ("sort=longest", ["Sustainable Scenography", "Lights out"]),
    ],
)
def test_it_is_searched_without_case_or_accents_and_filtered(world: World, query: str, expected: list[str]) -> None:
    published(world.alice)
    published(
        world.charlie, title={"en": "Lights out", "de": "Licht aus"}, issuer_country=["AT", "DE"], level={"eqf": 4},
        awarding_body={"name": "Lights of Graz"}, participation={"mode": "online"}, workload={"hours": 20},
        learning_outcomes=["Switch off what nobody needs."], focus={"sector": ["digital"]},
    )  # fmt: skip
    if "Light" in expected:
        expected = ["Sustainable Scenography"]
    titles = found(query)
    assert (titles if "sort" in query else sorted(titles)) == expected


def test_a_filter_that_cannot_be_read_is_named(world: World) -> None:
    published(world.alice)
    answer = EVE.get("/register/?eqf=9&hours_from=many")
    assert answer.status_code == 422
    assert "EQF level" in answer.content.decode()
    assert EVE.get("/register/?q=%25_&page=-4").status_code == 200


def test_the_list_is_a_workbook_too_and_a_formula_stays_text(world: World) -> None:
    published(world.alice, title="=1+1")
    assert found() == ["'=1+1"]
    sheet = load_workbook(io.BytesIO(EVE.get("/register/?format=xlsx").content)).active
    assert sheet is not None
    assert sheet.cell(2, 2).value == "=1+1"
    assert sheet.cell(2, 2).data_type == "s"


def test_the_design_comes_out_as_it_went_in(world: World) -> None:
    one = published(world.alice)
    document = json.loads(EVE.get(f"/register/{one.public_id}/design.json").content)
    assert document == EXAMPLE
    assert check(document).ok


def test_machines_read_it_in_the_words_of_schema_org(world: World) -> None:
    one = published(world.alice)
    answer = EVE.get(f"/register/{one.public_id}/credential.jsonld")
    assert answer["Content-Type"] == "application/ld+json"
    said = json.loads(answer.content)
    assert said["@type"] == "EducationalOccupationalCredential"
    assert {"@language": "de", "@value": "Nachhaltige Szenografie"} in said["name"]
    assert said["educationalLevel"]["@id"].endswith("/eqf/6")


def test_two_stand_side_by_side_and_what_differs_is_said(world: World) -> None:
    one = published(world.alice)
    other = published(world.alice, title="Other", workload={"hours": 20}, level={"eqf": 4})
    answer = EVE.get(f"/register/compare/?of={one.public_id}&of={other.public_id}", follow=True)
    assert answer.redirect_chain[0][0] == f"/register/compare/?a={one.public_id}&b={other.public_id}"
    assert "They differ in 2 elements" in answer.content.decode()


def test_three_are_compared_at_most_and_one_alone_is_answered_kindly(world: World) -> None:
    ids = [published(world.alice, title=f"Title {at}").public_id for at in range(4)]
    answer = EVE.get("/register/compare/?" + "&".join(f"of={one}" for one in ids), follow=True)
    assert "Three fit side by side" in answer.content.decode()
    assert "Title 3" not in answer.content.decode()
    assert "One alone has nothing beside it." in EVE.get(f"/register/compare/?a={ids[0]}").content.decode()
    assert "None is chosen" in EVE.get("/register/compare/?a=x&b=y").content.decode()


def test_a_provider_is_one_where_its_id_and_names_are_the_same_and_nobody_renames_it(world: World) -> None:
    published(world.alice)
    published(world.alice, title="Again")
    assert Provider.objects.count() == 2
    academy = EXAMPLE["awarding_body"][0]
    published(world.charlie, awarding_body={**academy, "name": "Impostor"})
    assert Provider.objects.count() == 3
    page = EVE.get("/register/providers/?q=vltava").content.decode()
    assert "1 provider awards what is published" in page
    assert "2 micro-credentials" in page
    assert "Impostor" not in page


def test_public_pages_set_no_cookie_and_may_be_kept_a_minute(world: World) -> None:
    one = published(world.alice)
    for address in ("", "providers/", "compare/", f"{one.public_id}/", f"{one.public_id}/design.json", "?format=csv"):
        answer = Client().get(f"/register/{address}")
        assert not answer.cookies, address
        assert "public" in answer["Cache-Control"]
        assert "max-age=60" in answer["Cache-Control"]
        assert "Cookie" in answer["Vary"]
    assert "private" in world.client("alice").get("/register/")["Cache-Control"]


def test_the_language_can_be_chosen_on_a_page_without_a_cookie() -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/language/", {"language": "de", "next": "/register/"})
    assert (answer.status_code, answer["Location"]) == (302, "/register/")


@pytest.mark.parametrize("language", ["en", "de", "nl", "it", "cs"])
def test_a_page_says_everything_in_the_language_of_its_reader(world: World, language: str) -> None:
    one = published(world.alice)
    titles: dict[str, str] = EXAMPLE["title"]
    for address in ("/register/", f"/register/{one.public_id}/"):
        assert titles[language] in Client(HTTP_ACCEPT_LANGUAGE=language).get(address).content.decode()


def test_a_button_publishes_and_another_withdraws(world: World) -> None:
    version = approved(world.alice)
    client = world.client("alice")
    mc = version.micro_credential.public_id
    answer = client.post(f"/register/p/stage/{mc}/1/publish/", follow=True)
    assert "It is published" in answer.content.decode()
    one = Publication.objects.get()
    client.post(f"/register/p/stage/{one.public_id}/withdraw/")
    assert found() == []
    draft = drafted(world.alice)
    answer = client.post(f"/register/p/stage/{draft.micro_credential.public_id}/1/publish/", follow=True)
    assert found() == []


def many(world: World, first: int, last: int) -> None:
    version = approved(world.alice)
    body, _ = Provider.objects.get_or_create(key="k", defaults={"name": "Body", "folded": "body"})
    from guildmark.web.design.models import MicroCredential

    mcs = MicroCredential.objects.bulk_create(
        MicroCredential(cycle=world.alice.cycle, name=f"MC {at}", public_id=f"mc{at}") for at in range(first, last)
    )
    versions = DesignVersion.objects.bulk_create(
        DesignVersion(micro_credential=mc, number=1, document=EXAMPLE, person=world.alice.person) for mc in mcs
    )
    rows = Publication.objects.bulk_create(
        Publication(
            version=one, number=1, micro_credential=one.micro_credential, person=world.alice.person,
            title=f"Title {at}", published_at=version.at, folded=f"title {at}", words=f"title {at}", eqf=6, hours=at,
            places=["CZ"], public_id=f"publication{at}",
        )
        for at, one in enumerate(versions, start=first)
    )  # fmt: skip
    Facet.objects.bulk_create(Facet(publication=one, kind="country", value="CZ") for one in rows)
    Publication.providers.through.objects.bulk_create(
        Publication.providers.through(publication=one, provider=body) for one in rows
    )
