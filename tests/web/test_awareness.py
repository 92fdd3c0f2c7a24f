"""Step 2: a log that sums itself up, and a path to read."""

from __future__ import annotations

import csv
import io

import pytest

from guildmark.errors import GuildmarkError
from guildmark.toolkit.awareness import Perspective
from guildmark.toolkit.context import Dimension, NeedKind, Rating
from guildmark.vocabulary import countries
from guildmark.web.awareness import actions, selectors
from guildmark.web.awareness.actions import Entry
from guildmark.web.awareness.journey import contribute
from guildmark.web.awareness.words import Kind
from guildmark.web.context.actions import add_country, rate, save_answers
from guildmark.web.journal.models import Entry as Journal
from guildmark.web.partnerships.actions import state_need
from tests.web.cast import World

AT = "/p/stage/awareness/"
TYPED = {
    "title": "=Meeting", "kind": "event", "day": "2025", "participants": "30", "who": "Jana from the ministry",
    "perspectives": ["providers"], "outcomes": "A mention\nA promise",
}  # fmt: skip


def test_what_is_logged_is_found_on_the_page_in_the_file_and_on_the_journey(world: World) -> None:
    bob = world.client("bob")
    assert bob.post(AT + "occasions/", TYPED).status_code == 302
    page = bob.get(AT).content.decode()
    assert "<h1>What came of it: A mention</h1>" in page
    assert "Not heard yet: the labour market and professionals." in page
    (row,) = csv.DictReader(io.StringIO(bob.get(AT + "?format=csv").content.decode("utf-8-sig")))
    assert (row["title"], row["date"], row["participants"]) == ("'=Meeting", "2025", "30")
    assert contribute(world.alice).results["outreach"].participants == 30
    assert "Jana" not in str(Journal.objects.latest("id").after)


def test_a_date_may_be_as_vague_as_it_is_known_but_must_be_one(world: World) -> None:
    for day in ("", "2025", "2025-05", "2025-05-20"):
        assert actions.log_occasion(world.alice, Entry(Kind.EVENT, "Meeting", day=day)).as_occasion
    answer = world.client("alice").post(AT + "occasions/", TYPED | {"day": "2025-13"})
    assert answer.status_code == 422
    assert "“2025-13” is no date." in answer.content.decode()
    assert "Jana from the ministry" in answer.content.decode()


def test_the_second_to_save_loses_nothing_and_overwrites_nothing(world: World) -> None:
    made = actions.log_occasion(world.alice, Entry(Kind.EVENT, "Meeting"))
    actions.change_occasion(world.alice, made.public_id, Entry(Kind.EVENT, "First"), version=1)
    address = f"{AT}occasions/{made.public_id}/"
    answer = world.client("bob").post(address, TYPED | {"title": "Second", "version": "1"})
    assert answer.status_code == 409
    assert 'value="Second"' in answer.content.decode()
    assert 'name="version" value="2"' in answer.content.decode()
    assert selectors.occasion(world.alice, made.public_id).title == "First"


def test_what_is_taken_out_is_gone_and_stands_in_the_journal(world: World) -> None:
    entry = Entry(Kind.OUTREACH, "Fair", perspectives=(Perspective.PROVIDERS,), outcomes="A mention")
    made = actions.log_occasion(world.alice, entry)
    actions.remove_occasion(world.alice, made.public_id)
    assert selectors.summary(world.alice) is None
    assert Journal.objects.latest("id").before["outcomes"] == "A mention"  # type: ignore[index]  # there is one
    with pytest.raises(GuildmarkError, match="is no date"):
        actions.log_occasion(world.alice, Entry(Kind.EVENT, "Meeting", day="soon"))


def test_the_knowledge_base_is_filtered_by_what_the_address_says(world: World) -> None:
    alice = world.client("alice")
    everything = alice.get(AT + "explore/").content.decode()
    found = alice.get(AT + "explore/?topic=data_protection&year_from=x").content.decode()
    assert everything.count('<li id="p') > found.count('<li id="p') > 0
    assert "Loosen the search" in alice.get(AT + "explore/?words=zzzz").content.decode()
    beyond = alice.get(AT + "explore/practices/?where=beyond").content.decode()
    assert "Edubadges" in beyond
    assert "Gamebadges" not in beyond


def test_discover_shows_the_elements_and_principles(world: World) -> None:
    page = world.client("alice").get(AT + "discover/").content.decode()
    assert page.count("<dt>") >= 16 + 20
    assert "10. " in page


def test_the_brief_says_why_we_come_what_was_found_and_asks_for_what_people_confirmed_is_missing(world: World) -> None:
    alice = world.client("alice")
    assert "The brief writes itself from Step 1." in alice.get(AT + "brief/").content.decode()
    state_need(world.alice, NeedKind.GREEN, "Theatres must halve their footprint.")
    file = add_country(world.alice, countries.get("CZ"))
    answers = {"country": "CZ", "answers": {"s3.q1": "yes", "s3.q2.year": 2022}}
    save_answers(world.alice, file.public_id, answers, version=0)
    page = alice.get(AT + "brief/").content.decode()
    assert "Theatres must halve their footprint." in page
    assert "Czechia" in page
    assert "We ask you to open the qualifications framework" not in page
    missing, why = Rating.NOT_INTEGRATED, "It was withdrawn"
    rate(world.alice, file.public_id, Dimension.FRAMEWORK, missing, note="None yet", reason=why)
    assert "We ask you to open the qualifications framework" in alice.get(AT + "brief/").content.decode()


def test_terms_are_explained_where_they_are_used(world: World) -> None:
    alice = world.client("alice")
    for at in ("design/", "pilots/", "recognition/", "issuing/", "stakeholders/", "context/", "awareness/", "need/"):
        page = alice.get(f"/p/stage/{at}").content.decode()
        assert "Words used here:" in page, at
        assert "A record of what a learner acquired and showed" in page, at
