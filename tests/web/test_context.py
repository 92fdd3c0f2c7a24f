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


def test_the_form_gives_back_the_document_that_it_shows(world: World) -> None:
    file = actions.add_country(world.alice, countries.get("IT"))
    sent = {
        "version": "0", "a.s1.q1": "other", "a.s4.q2": ["all"], "b.1.name": "ANVUR", "b.1.sector": "he",
        "b.1.level": "national", "s.1.title": "Annex 1", "s.1.questions": ["s1.q1", "s1.q2"],
    }  # fmt: skip
    answer = world.client("alice").post(f"/p/stage/context/{file.public_id}/answers/", sent)
    assert answer.status_code == 302
    assert selectors.document(file)["bodies"] == [{"name": "ANVUR", "sector": "he", "level": "national"}]
    assert selectors.document(file)["sources"] == [{"title": "Annex 1", "questions": ["s1.q1", "s1.q2"]}]
    assert world.client("alice").get(f"/p/stage/context/{file.public_id}/ratings/").status_code == 200
