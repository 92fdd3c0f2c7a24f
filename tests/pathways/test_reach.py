"""How far micro-credentials lead towards a larger one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.pathways import Counted, Decision, Exit, Qualification, reach
from tests.cases import cases


@pytest.mark.parametrize("case", cases("reach"))
def test_reach(case: dict[str, Any]) -> None:
    whole = Qualification(
        "The whole",
        "Receiver",
        case.get("credits"),
        tuple(Exit(one["title"], one["credits"]) for one in case.get("exits", [])),
    )
    offered = [
        Counted(one["key"], one["key"], one.get("credits"), "modular", Decision(one["decision"]))
        for one in case["offered"]
    ]
    found = reach(whole, offered)
    assert (found.granted, found.asked, found.missing) == (case["granted"], case["asked"], case.get("missing"))
    assert [one.title for one in found.exits] == case.get("reached", [])
    assert [one.key for one in found.unsized] == case.get("unsized", [])
    assert case.get("says", "") in found.sentence.text("en")


counted = st.builds(
    Counted,
    key=st.sampled_from("abcd"),
    title=st.just("x"),
    credits=st.none() | st.integers(0, 20),
    model=st.just("modular"),
    decision=st.sampled_from(Decision),
)


@given(st.lists(counted), st.integers(1, 60))
def test_it_never_reaches_beyond_the_whole_nor_counts_a_wish(offered: list[Counted], credits: int) -> None:
    found = reach(Qualification("Q", "R", credits), offered)
    assert 0 <= found.granted <= credits
    assert found.granted + found.asked <= credits
    if not any(one.decision is Decision.GRANTED for one in offered):
        assert found.granted == 0


@given(st.lists(counted))
def test_one_more_grant_never_takes_away(offered: list[Counted]) -> None:
    whole = Qualification("Q", "R", 60)
    more = [*offered, Counted("new", "x", 5, "modular", Decision.GRANTED)]
    assert reach(whole, more).granted >= reach(whole, offered).granted
