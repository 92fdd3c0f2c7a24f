"""What is signed is the graph of the record: no value of the document may be missing from it."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from guildmark.credentials import openbadges
from guildmark.credentials.linkeddata import Contexts, canonical
from guildmark.credentials.record import Record
from guildmark.errors import GuildmarkError
from tests.credentials import designs

CONTEXTS = Contexts(dict(openbadges.INLINE_CONTEXT))
Path = tuple[str | int, ...]


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    """The path to every string, number and truth value outside `@context`."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != "@context":
                yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))
    else:
        yield path


def changed(document: dict[str, Any], path: Path) -> dict[str, Any]:
    """The document with another value at one leaf."""
    other = copy.deepcopy(document)
    holder: Any = other
    for step in path[:-1]:
        holder = holder[step]
    value = holder[path[-1]]
    holder[path[-1]] = (
        (not value) if isinstance(value, bool) else value + (1 if isinstance(value, int | float) else "x")
    )
    return other


def without(document: dict[str, Any], path: Path) -> dict[str, Any]:
    """The document without one leaf."""
    other = copy.deepcopy(document)
    holder: Any = other
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]
    return other


def statements(document: dict[str, Any]) -> str:
    """What is signed; a document that linked data refuses says something else in any case."""
    try:
        return canonical(document, CONTEXTS)
    except GuildmarkError as error:
        return f"refused: {error}"


def written(record: Record) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json.dumps(openbadges.write(record)))
    return document


def test_any_one_value_changed_changes_what_is_signed() -> None:
    document = written(designs.record(designs.everything(), *designs.everyone()))
    signed = canonical(document, CONTEXTS)
    unnoticed = [path for path in leaves(document) if statements(changed(document, path)) == signed]
    assert unnoticed == []


def test_any_one_value_taken_out_changes_what_is_signed() -> None:
    document = written(designs.record(designs.everything(), *designs.everyone()))
    signed = canonical(document, CONTEXTS)
    every_third = list(leaves(document))[::3]  # enough: taking out is the weaker attack, and expansion is slow
    unnoticed = [path for path in every_third if statements(without(document, path)) == signed]
    assert unnoticed == []


@settings(max_examples=25)
@given(designs.records(), st.data())
def test_that_holds_for_designs_of_every_shape(drawn: tuple[dict[str, Any], Record], data: st.DataObject) -> None:
    document = written(drawn[1])
    path = data.draw(st.sampled_from(list(leaves(document))))
    signed = canonical(document, CONTEXTS)
    assert statements(changed(document, path)) != signed


def test_texts_in_two_places_of_a_list_changed_about_change_what_is_signed() -> None:
    one, other = designs.everything(), designs.everything()
    other["learning_outcomes"] = other["learning_outcomes"][::-1]
    signed = canonical(written(designs.record(one)), CONTEXTS)
    assert canonical(written(designs.record(other)), CONTEXTS) != signed


def test_only_facts_about_the_learner_have_no_name_in_the_graph() -> None:
    """Blank nodes cost time and can tie: with a range of grades only the identity objects are blank."""
    document = designs.everything() | {"grade": {"scale": {"min": 0, "max": 100}}}
    lines = canonical(written(designs.record(document)), CONTEXTS).splitlines()
    blank = set(re.findall(r"_:c14n\d+", "\n".join(lines)))
    kinds = [line for line in lines if line.startswith("_:") and "rdf-syntax-ns#type" in line]
    assert len(blank) == len(kinds) == 2
    assert all("#IdentityObject>" in line for line in kinds)
