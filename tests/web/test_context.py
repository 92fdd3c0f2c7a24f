"""Step 1: answers are versions, ratings are a person's, what goes out comes in."""

from __future__ import annotations

import pytest

from guildmark.errors import GuildmarkError
from guildmark.spreadsheets.matrix import read_matrix
from guildmark.toolkit.context import Dimension, Rating
from guildmark.vocabulary import countries
from guildmark.web.context import actions, selectors
from guildmark.web.journal.models import Entry
from tests.web.cast import World

NONE = {"country": "CZ", "answers": {"s3.q1": "yes", "s3.q2.year": 2022}}


def test_a_second_person_does_not_write_over_the_first(world: World) -> None:
    file = actions.add_country(world.alice, countries.get("CZ"))
    actions.save_answers(world.alice, file.public_id, NONE, version=0)
    with pytest.raises(GuildmarkError, match="Somebody else saved this"):
        actions.save_answers(world.access("bob"), file.public_id, NONE | {"bodies": []}, version=0)
    assert selectors.latest(file).number == 1  # type: ignore[union-attr]  # there is one


def test_what_differs_from_the_proposal_needs_a_reason(world: World) -> None:
    file = actions.add_country(world.alice, countries.get("CZ"))
    actions.save_answers(world.alice, file.public_id, NONE, version=0)
    with pytest.raises(GuildmarkError, match="Say why"):
        actions.rate(world.alice, file.public_id, Dimension.FRAMEWORK, Rating.DEVELOPING, note="", reason="")
    actions.rate(world.alice, file.public_id, Dimension.FRAMEWORK, Rating.DEVELOPING, note="", reason="Only a draft.")
    entry = Entry.objects.latest("id")
    assert (entry.verb, entry.after["proposed"], entry.person) == (
        "context.rating.overruled",
        "established",
        world.people["alice"],
    )


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_the_page_exports_the_command_line_reads(world: World, ending: str) -> None:
    file = actions.add_country(world.alice, countries.get("IT"), "Basilicata")
    actions.rate(world.alice, file.public_id, Dimension.POLICIES, Rating.DEVELOPING, note="Under way", reason="")
    answer = world.client("bob").get(f"/p/stage/context/?format={ending}")
    (row,) = read_matrix(answer.content, f"matrix.{ending}")
    assert (row.country.code, row.region, row.ratings[Dimension.POLICIES]) == ("IT", "Basilicata", Rating.DEVELOPING)
    assert row.notes == {Dimension.POLICIES: "Under way"}


def test_each_page_of_the_questionnaire_changes_its_own_part_only(world: World) -> None:
    file = actions.add_country(world.alice, countries.get("IT"))
    at = f"/p/stage/context/{file.public_id}/answers/"
    first = {"version": "0", "a.s1.q1": "other", "b.1.name": "ANVUR", "b.1.sector": "he", "b.1.level": "national"}
    saved = world.client("alice").post(f"{at}accreditation/", first)
    assert saved["Location"] == f"{at}policies/"
    last = {"version": "1", "a.s4.q2": ["all"]}
    world.client("alice").post(f"{at}practice/", last)
    sources = {"version": "2", "s.1.title": "Annex 1", "s.1.questions": ["s1.q1", "s1.q2"]}
    saved = world.client("alice").post(f"{at}sources/", sources)
    assert saved["Location"] == f"/p/stage/context/{file.public_id}/ratings/"
    document = selectors.document(file)
    assert document["answers"] == {"s1.q1": "other", "s4.q2": ["all"]}
    assert document["bodies"] == [{"name": "ANVUR", "sector": "he", "level": "national"}]
    assert document["sources"] == [{"title": "Annex 1", "questions": ["s1.q1", "s1.q2"]}]
    assert world.client("alice").get(f"/p/stage/context/{file.public_id}/ratings/").status_code == 200


def test_two_people_on_two_pages_are_not_in_each_others_way(world: World) -> None:
    file = actions.add_country(world.alice, countries.get("IT"))
    at = f"/p/stage/context/{file.public_id}/answers/"
    assert world.client("alice").post(f"{at}policies/", {"version": "0", "a.s2.q2": "Hers"}).status_code == 302
    assert world.client("bob").post(f"{at}framework/", {"version": "0", "a.s3.q1": "yes"}).status_code == 302
    late = world.client("bob").post(f"{at}policies/", {"version": "0", "a.s2.q2": "His"})
    assert (late.status_code, "His" in late.content.decode()) == (409, True)
    assert selectors.document(file)["answers"] == {"s2.q2": "Hers", "s3.q1": "yes"}


def test_a_text_in_several_languages_stays_whole_where_nobody_changed_it(world: World) -> None:
    file = actions.add_country(world.alice, countries.get("IT"))
    texts = {"en": "A law", "it": "Una legge"}
    actions.save_answers(world.alice, file.public_id, {"country": "IT", "answers": {"s2.q2": texts}}, version=0)
    at = f"/p/stage/context/{file.public_id}/answers/policies/"
    world.client("alice").post(at, {"version": "1", "a.s2.q2": "A law", "a.s2.q3": ""})
    assert selectors.document(file)["answers"] == {"s2.q2": texts}


def test_the_versions_say_in_words_what_changed(world: World) -> None:
    file = actions.add_country(world.alice, countries.get("CZ"))
    at = f"/p/stage/context/{file.public_id}/versions/"
    assert world.client("bob").get(at).status_code == 200
    actions.save_answers(world.alice, file.public_id, NONE, version=0)
    changed = {"country": "CZ", "answers": {"s3.q1": "yes", "s3.q2.year": 2023}, "sources": [{"title": "A law"}]}
    actions.save_answers(world.access("bob"), file.public_id, changed, version=1)
    page = world.client("bob").get(at).content.decode()
    assert "2 changes from version 1 to version 2" in page
    assert "2022 became 2023." in page
    assert "“A law” is added." in page


def test_the_template_of_the_page_is_that_of_the_command_line(world: World) -> None:
    answer = world.client("alice").get("/p/stage/context/template.xlsx")
    assert answer.content[:2] == b"PK"
    assert (
        'href="/p/stage/context/template.xlsx"'
        in world.client("alice").get("/p/stage/context/import/").content.decode()
    )


def test_who_takes_part_in_an_initiative_is_typed_and_kept() -> None:
    from urllib.parse import urlencode

    from django.http import QueryDict

    from guildmark.web.context import sheet

    old = {"initiatives": [{"title": "A", "institutions": [{"en": "AMU", "cs": "AMU v Praze"}, "DAMU"]}]}
    assert sheet.lists(old)["initiatives"][0]["together"] == "AMU; DAMU"
    part = sheet.questionnaire().sections[-1].key
    given = {"i.1.title": "A", "i.1.institutions": "AMU; JAMU"}
    sent = sheet.sent(QueryDict(urlencode(given)), old, part)
    assert sent["initiatives"][0]["institutions"] == [{"en": "AMU", "cs": "AMU v Praze"}, "JAMU"]
