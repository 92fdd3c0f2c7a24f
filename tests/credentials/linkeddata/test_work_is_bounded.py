"""A document that is built to cost much is given up on; work is counted, not timed."""

from __future__ import annotations

from typing import Any

import pytest

from guildmark.credentials.linkeddata import Contexts, TooMuchWorkError, canonical

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
