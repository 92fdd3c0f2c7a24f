"""A new cycle begins with the need; what stood in the one before can still be read, and is no longer changed."""

from __future__ import annotations

from guildmark.toolkit.context import Dimension, NeedKind, Rating
from guildmark.vocabulary import countries
from guildmark.web.context import actions as context
from guildmark.web.partnerships import actions
from guildmark.web.partnerships.journey import journey
from tests.web.cast import World


def rated(world: World) -> None:
    file = context.add_country(world.alice, countries.get("IT"))
    for one in Dimension:
        context.rate(world.alice, file.public_id, one, Rating.NOT_INTEGRATED, note="", reason="")


def test_an_earlier_cycle_stays_readable_as_a_table(world: World) -> None:
    actions.state_need(world.alice, NeedKind.GREEN, "Lighting that needs less power")
    actions.open_cycle(world.alice)
    client = world.client("alice")
    assert "Lighting that needs" not in client.get("/p/stage/table/").content.decode()
    page = client.get("/p/stage/cycles/1/").content.decode()
    assert "Lighting that needs" in page
    assert "no longer changed" in page
    assert "/p/stage/cycles/1/" in client.get("/p/stage/").content.decode()
    assert client.get("/p/stage/cycles/2/")["Location"] == "/p/stage/table/"
    assert client.get("/p/stage/cycles/7/").status_code == 404
    assert b"key_actions" in client.get("/p/stage/cycles/1/?format=csv").content


def test_what_an_advice_rests_on_is_said_in_words_with_its_place(world: World) -> None:
    rated(world)
    grounds = [ground for one in journey(world.access("alice")).advice for ground in one.grounds]
    assert any(ground.address.endswith("/ratings/#governance") for ground in grounds)
    page = world.client("bob").get("/p/stage/").content.decode()
    assert "Italy: Governance" in page
    assert "IT.governance" not in page
