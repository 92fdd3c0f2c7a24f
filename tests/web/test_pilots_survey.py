"""The survey: by a link, once a reading, apart from names, and told carefully."""

from __future__ import annotations

from django.core import serializers

from guildmark.toolkit.pilots import Phase
from guildmark.web.pilots import actions, delivery
from guildmark.web.pilots.models import Learner, SurveySheet
from guildmark.web.pilots.secret_links import token_of
from tests.web.cast import World
from tests.web.pilot_cohort import a_cohort, a_learner


def test_a_learner_answers_once_without_an_account(world: World) -> None:
    cohort = a_cohort(world.alice)
    learner = a_learner(world.alice, cohort)
    address = f"/p/stage/pilots/survey/{token_of(learner.public_id)}/"
    client = world.client("eve")
    assert "not open now" in client.get(address).content.decode()
    actions.open_survey(world.alice, cohort.public_id, Phase.BEFORE)
    assert client.post(address, {"can_do.lo1": "9"}).status_code == 422
    assert client.post(address, {"can_do.lo1": "3"}).status_code == 200
    assert client.post(address, {"can_do.lo1": "5"}).status_code == 409
    assert [one.answers for one in SurveySheet.objects.all()] == [{"can_do.lo1": 3}]


def test_nothing_stored_leads_from_answers_to_a_name(world: World) -> None:
    cohort = a_cohort(world.alice)
    learner = a_learner(world.alice, cohort)
    actions.open_survey(world.alice, cohort.public_id, Phase.AFTER)
    world.client("eve").post(f"/p/stage/pilots/survey/{token_of(learner.public_id)}/", {"content": "1"})
    (sheet,) = SurveySheet.objects.all()
    stored = serializers.serialize("json", Learner.objects.all())
    assert sheet.pair not in stored
    assert learner.survey_key not in serializers.serialize("json", [sheet])


def test_a_token_of_another_partnership_or_none_opens_nothing(world: World) -> None:
    learner = a_learner(world.alice, a_cohort(world.alice))
    token = token_of(learner.public_id)
    assert world.client("eve").get(f"/p/crafts/pilots/survey/{token}/").status_code == 404
    assert world.client("eve").get(f"/p/stage/pilots/survey/{learner.public_id}/").status_code == 404


def test_four_answers_are_told_to_nobody(world: World) -> None:
    cohort = a_cohort(world.alice)
    actions.open_survey(world.alice, cohort.public_id, Phase.AFTER)
    cohort.refresh_from_db()
    for number in range(4):
        learner = a_learner(world.alice, cohort, f"L{number}", f"l{number}@example.org")
        actions.answer(cohort, token_of(learner.public_id), Phase.AFTER, {"content": "5", "change": "My own words"})
    told = delivery.told(cohort)
    assert told.opinions[0].share.yes is None
    page = world.client("alice").get(f"/p/stage/pilots/{cohort.public_id}/survey/").content.decode()
    assert "My own words" not in page
