"""Next actions, the transition logic and the status of each step."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.toolkit.advice import (
    PilotResult,
    RecognitionState,
    Results,
    Status,
    Step,
    advice_json,
    advise,
    proposed_statuses,
    status,
    transitions,
)
from guildmark.toolkit.awareness import Occasion, Perspective, outreach_summary
from guildmark.toolkit.context import CountryRatings, Dimension, Rating, matrix
from guildmark.toolkit.design.checking import check
from guildmark.toolkit.design.model import Design
from guildmark.toolkit.pilots import response_rate
from guildmark.toolkit.recognition import Dossier, Entry, get_piece, routes
from guildmark.toolkit.stakeholders import Stakeholder, stakeholder_map
from guildmark.vocabulary import countries
from guildmark.words import LANGUAGES, say
from tests.cases import cases
from tests.toolkit.people import STAKEHOLDERS, people


def results(case: dict[str, Any]) -> Results:
    """The results that a case describes; what it does not name is not there."""
    rows = [
        CountryRatings(countries.get(place), None, dict(zip(Dimension, map(Rating, ratings), strict=True)))
        for place, *ratings in case.get("matrix", [])
    ]
    log = [Occasion("Meeting", date(2025, 3, 1), case["outreach"])] if "outreach" in case else None
    return Results(
        matrix=matrix(rows) if rows else None,
        outreach=outreach_summary(log) if log else None,
        stakeholder_map=stakeholder_map(people(case["stakeholders"])) if "stakeholders" in case else None,
        pilots=[pilot(one) for one in case.get("pilots", [])],
        recognition=recognition(case["recognition"]) if "recognition" in case else None,
    )


def pilot(case: dict[str, Any]) -> PilotResult:
    return PilotResult(
        id=case["id"],
        learners=case["learners"],
        completed=case["completed"],
        feedback=response_rate(invited=case["learners"], complete=case["responses"]),
        outcomes={key: (reached, assessed) for key, (reached, assessed) in case.get("outcomes", {}).items()},
        open_decisions=tuple(case.get("open_decisions", ())),
    )


def recognition(case: dict[str, Any]) -> RecognitionState:
    there, missing = ([get_piece(key) for key in case.get(kind, [])] for kind in ("there", "missing"))
    entries = (*(Entry(piece, True) for piece in there), *(Entry(piece, False) for piece in missing))
    found = next((one for one in routes(Design(issuer_country="CZ")) if one.kind == case.get("route")), None)
    return RecognitionState(
        found, Dossier(entries, say("…")), case.get("consulted", False), case.get("endorsed", False)
    )


@pytest.mark.parametrize("case", cases("advice"))
def test_the_advice_names_its_rule_its_section_and_what_it_rests_on(case: dict[str, Any]) -> None:
    found = advise(results(case))
    told = [[one.rule, one.section, list(one.rests_on)] for one in found if one.rule != "advice.fill_role"]
    assert told == case["advice"]


def test_a_changed_answer_changes_the_advice() -> None:
    sceptic = {"group": "policy", "knows": [4, 4, 1, 3], "influence": "yyyy", "support": "nnnnn"}
    convinced = {**sceptic, "support": "yyyyy"}
    before = advise(Results(stakeholder_map=stakeholder_map(people([sceptic]))))
    after = advise(Results(stakeholder_map=stakeholder_map(people([convinced]))))
    assert ("advice.meet_sceptics", (2,)) in [(one.rule, one.rests_on) for one in before]
    assert "advice.meet_sceptics" not in [one.rule for one in after]
    assert ("advice.form_core_group", (2,)) in [(one.rule, one.rests_on) for one in after]


def test_a_changed_rating_changes_the_advice() -> None:
    def told(rating: Rating) -> list[str]:
        ratings = {**dict.fromkeys(Dimension, Rating.ESTABLISHED), Dimension.FRAMEWORK: rating}
        return [
            one.rule for one in advise(Results(matrix=matrix([CountryRatings(countries.get("IT"), None, ratings)])))
        ]

    assert told(Rating.ESTABLISHED) == []
    assert told(Rating.DEVELOPING) == ["advice.inform_revision"]
    assert told(Rating.NOT_INTEGRATED) == ["advice.other_routes"]


def test_a_design_is_completed_before_it_goes_to_a_pilot() -> None:
    empty = advise(Results(check=check({})))
    assert empty[0].rule == "advice.complete_design"
    assert "/title" in empty[0].rests_on
    assert "advice.prepare_pilot" not in [one.rule for one in empty]


def test_a_missing_dimension_is_asked_for() -> None:
    found = advise(Results(matrix=matrix([CountryRatings(countries.get("IT"), "Basilicata")])))
    assert found[0].rule == "advice.rate_dimensions"
    assert found[0].rests_on == tuple(f"IT/Basilicata.{dimension.value}" for dimension in Dimension)


@given(STAKEHOLDERS)
def test_all_advice_from_a_map_rests_on_its_rows_and_is_said_in_every_language(
    register: tuple[Stakeholder, ...],
) -> None:
    found = advise(Results(stakeholder_map=stakeholder_map(register)))
    rows = {row for one in register for row in one.rows}
    assert all(set(one.rests_on) <= rows and (one.rests_on or not register) for one in found)
    for language in LANGUAGES:
        assert all(one["text"] and "{" not in one["text"] for one in advice_json(found, language))


def test_no_name_stands_in_advice() -> None:
    register = people([{"name": "Ada Lovelace", "group": group} for group in ("policy", "learners")])
    told = advice_json(advise(Results(stakeholder_map=stakeholder_map(register))))
    assert all("Lovelace" not in one["text"] for one in told)


def test_nothing_asks_for_nothing() -> None:
    assert advise(Results()) == ()


@pytest.mark.parametrize("case", cases("transitions"))
def test_each_step_follows_from_the_one_before(case: dict[str, Any]) -> None:
    found = transitions(results(case))
    assert {one.step.value: one.sentence.text("en") for one in found} == case["sentences"]
    order = list(Step)
    assert all(order.index(one.rests_on) == max(order.index(one.step) - 1, 0) for one in found)


@pytest.mark.parametrize("case", cases("status"))
def test_the_status_follows_from_the_parts(case: dict[str, Any]) -> None:
    assert status(case["done"], case["parts"]) is Status(case["status"])


@given(st.integers(0, 20), st.integers(0, 20))
def test_more_done_never_lowers_the_status(done: int, more: int) -> None:
    order = [Status.NOT_STARTED, Status.EMERGING, Status.ONGOING, Status.COMPLETED]
    parts = done + more
    reached = [order.index(status(number, parts)) for number in range(parts + 1)]
    assert reached == sorted(reached)


@pytest.mark.parametrize(("done", "parts"), [(3, 2), (-1, 2)])
def test_more_than_all_cannot_be_done(done: int, parts: int) -> None:
    with pytest.raises(ValueError, match="cannot be done"):
        status(done, parts)


def test_a_journey_gets_a_status_for_each_step() -> None:
    nothing = proposed_statuses(Results())
    assert {one.status for one in nothing.values()} == {Status.NOT_STARTED}
    ratings = dict.fromkeys(Dimension, Rating.ESTABLISHED)
    heard = [Occasion("Meeting", date(2025, 3, 1), 30, frozenset(Perspective))]
    found = proposed_statuses(
        Results(
            matrix=matrix([CountryRatings(countries.get("AT"), None, ratings)]),
            outreach=outreach_summary(heard),
            stakeholder_map=stakeholder_map(people([{"knows": [4, 4, 1, 3], "influence": "yyyy", "support": "yyyyy"}])),
            check=check({}),
            pilots=[pilot({"id": "pilot-1", "learners": 9, "completed": 5, "responses": 9, "open_decisions": ["d1"]})],
            recognition=recognition({"there": ["outcomes"], "missing": ["criteria", "workload"]}),
        )
    )
    assert [one.status for one in found.values()] == [
        Status.COMPLETED,
        Status.ONGOING,
        Status.COMPLETED,
        Status.ONGOING,
        Status.EMERGING,
    ]
    assert all(one.sentence.text("de") and one.status.label("nl") for one in found.values())
