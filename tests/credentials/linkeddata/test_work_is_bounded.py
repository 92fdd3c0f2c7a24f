"""A document that is built to cost much is given up on; work is counted, not timed."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest

from guildmark.credentials.linkeddata import Contexts, TooMuchWorkError, canonical
from guildmark.credentials.linkeddata.canonical import general_canonical
from guildmark.credentials.linkeddata.compiled.meaning import DontKnowError, Meanings, Scope
from guildmark.credentials.linkeddata.compiled.scalars import _kept, scalar
from guildmark.credentials.linkeddata.compiled.walk import Walk

CONTEXT = {"id": "@id", "says": "urn:says", "knows": {"@id": "urn:knows", "@type": "@id"}}
CONTEXTS = Contexts(CONTEXT)


def work(knows: Any) -> str:
    return canonical({"@context": CONTEXT, "id": "urn:a", "knows": knows}, CONTEXTS)


def clique(size: int) -> list[dict[str, Any]]:
    return [{"id": f"_:n{n}", "knows": [f"_:n{m}" for m in range(size) if m != n]} for n in range(size)]


def chain(length: int) -> dict[str, Any]:
    node: dict[str, Any] = {"says": "end"}
    for _ in range(length):
        node = {"knows": node}
    return node


def test_a_few_alike_nodes_are_told_apart() -> None:
    assert work(clique(3))
    assert work([{"says": "x"} for _ in range(200)])


@pytest.mark.parametrize("size", [6, 8, 12, 30])
def test_many_that_all_know_each_other_are_given_up_on(size: int) -> None:
    with pytest.raises(TooMuchWorkError):
        work(clique(size))


def test_two_alike_families_with_many_alike_children_are_given_up_on() -> None:
    with pytest.raises(TooMuchWorkError):
        work([{"knows": [{"says": "x"} for _ in range(12)]} for _ in range(2)])


def test_alike_nodes_in_long_chains_are_given_up_on() -> None:
    with pytest.raises(TooMuchWorkError):
        work([chain(55), chain(55)])


def test_thousands_of_values_of_one_property_are_given_up_on() -> None:
    with pytest.raises(TooMuchWorkError):
        canonical({"@context": CONTEXT, "id": "urn:a", "says": list(range(3_000))}, CONTEXTS)


def test_values_that_are_spread_over_one_node_are_counted_together() -> None:
    with pytest.raises(TooMuchWorkError):
        work([{"id": "urn:b", "says": number} for number in range(3_000)])


def test_contexts_that_stand_in_every_node_are_given_up_on() -> None:
    with pytest.raises(TooMuchWorkError):
        canonical_generally([{"@context": [CONTEXT] * 15, "id": f"urn:{number}"} for number in range(100)])
    assert canonical_generally([{"@context": CONTEXT, "says": "x", "id": f"urn:{number}"} for number in range(100)])


def canonical_generally(knows: Any) -> str:
    return general_canonical({"@context": CONTEXT, "id": "urn:a", "knows": knows}, CONTEXTS)


def test_what_strangers_write_at_length_is_not_kept() -> None:
    """Of a thousand megabytes that they could send, hardly anything stays."""
    meanings = Meanings(CONTEXTS)
    _kept.cache_clear()
    for number in range(40):
        long = f"k{number}" * 100_000
        for node in ({long: "x"}, {"type": long}, {"type": [long, "x"]}, {"@context": {long: "urn:x"}}):
            with suppress(DontKnowError):
                Walk({"@context": CONTEXT, "id": "urn:a", "knows": node}, meanings)
        assert scalar(1.5, f"urn:{long}")
    assert _kept.cache_info().currsize == 0
    assert weight(meanings.root) < 3_000_000


def weight(scope: Scope, seen: set[int] | None = None) -> int:
    """The letters of everything that a scope and the ones below it keep."""
    seen = set() if seen is None else seen
    if id(scope) in seen:
        return 0
    seen.add(id(scope))
    kept = (scope._plans, scope.typed, scope._within, scope.addresses)
    below = [*scope.typed.values(), *(one for one in scope._within.values() if one)]
    return sum(len(repr(key)) for one in kept for key in one) + sum(weight(one, seen) for one in below)
