"""The forms of a design: what they show, and that nothing is lost by them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.http import QueryDict

from guildmark.toolkit.design.template import example
from guildmark.web.design.actions import create
from guildmark.web.design.sheets.definitions import SHEETS, sheet_of
from guildmark.web.design.sheets.model import Sheet
from guildmark.web.design.sheets.showing import Shown, shown
from guildmark.web.design.sheets.taking import taken
from tests.web.cast import World


def sent(parts: list[Shown]) -> QueryDict:
    """What a browser would send for a sheet as it is shown."""
    data = QueryDict(mutable=True)
    for one in parts:
        if one.kind == "rows":
            data[f"{one.name}.count"] = one.value
        if one.kind in {"rows", "group"}:
            if one.origin:
                data[f"{one.name}.origin"] = one.origin
            data.update(sent(one.parts))
        elif one.kind == "checks":
            data.setlist(one.name, [key for key, _, chosen in one.options if chosen])
        else:
            data[one.name] = one.value
    return data


def sheet(key: str) -> Sheet:
    found = sheet_of(key)
    assert found
    return found


@pytest.mark.parametrize("language", ["en", "cs", "fr"])
@pytest.mark.parametrize("one", SHEETS, ids=lambda one: one.key)
def test_a_form_sent_as_it_is_shown_changes_nothing(one: Sheet, language: str) -> None:
    document = example()
    assert taken(one, document, sent(shown(one, document, language)), language) == document


@pytest.mark.django_db
@pytest.mark.parametrize("one", SHEETS, ids=lambda one: one.key)
def test_no_two_things_of_a_form_have_one_id_so_that_every_label_finds_its_field(one: Sheet, world: World) -> None:
    for document in ({"title": "Sets That Last"}, example()):
        made = create(world.alice, "Sets That Last", document)
        page = world.client("alice").get(f"/p/stage/design/{made.public_id}/edit/{one.key}/").content.decode()
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert sorted(ids) == sorted(set(ids))
        assert set(re.findall(r'<label for="([^"]+)"', page)) <= set(ids)


def test_every_key_of_a_design_stands_in_one_form() -> None:
    keys = [key for one in SHEETS for key in one.keys]
    assert sorted(keys) == sorted(example().keys() | {"image"})


def test_a_text_in_one_language_leaves_the_others_alone() -> None:
    document = example()
    data = sent(shown(sheet("title"), document, "de"))
    data["title"] = "Szenografie ohne Rest"
    made = taken(sheet("title"), document, data, "de")
    assert made["title"] == example()["title"] | {"de": "Szenografie ohne Rest"}
    data["title"] = ""
    assert "de" not in taken(sheet("title"), document, data, "de")["title"]


@pytest.mark.parametrize(
    ("key", "document", "changed", "expected"),
    [
        ("title", {"title": "Sets"}, {"title": "Bühnen"}, {"title": {"en": "Sets", "de": "Bühnen"}}),
        ("workload", {"workload": {"hours": 100}}, {"workload.ects": "4,5"}, {"workload": {"hours": 100, "ects": 4.5}}),
        ("workload", {}, {"workload.hours": "many"}, {"workload": {"hours": "many"}}),
        ("workload", {"level": {"eqf": 6}}, {"level.eqf": "5"}, {"level": {"eqf": 5}}),
        ("optional", {}, {"supervision.kind": "supervised_with_id"}, {"supervision": "supervised_with_id"}),
        ("optional", {}, {"grade.scale.words": "good\nfair"}, {"grade": {"scale": ["good", "fair"]}}),
        ("optional", {"grade": {"scale": ["A"]}}, {"grade.scale.words": ""}, {}),
        ("purpose", {"skills_need": "Green sets"}, {}, {"skills_need": "Green sets"}),
        ("title", {}, {"issuer_country": "CZ; AT"}, {"issuer_country": ["CZ", "AT"]}),
    ],
)
def test_what_is_typed_takes_the_shape_of_the_design(
    key: str, document: dict[str, Any], changed: dict[str, str], expected: dict[str, Any]
) -> None:
    language = "de" if "Bühnen" in changed.values() else "en"
    data = sent(shown(sheet(key), document, language))
    for name, value in changed.items():
        data[name] = value
    assert taken(sheet(key), document, data, language) == expected


def test_rows_are_added_with_an_id_of_their_own_and_taken_out() -> None:
    document = {"learning_outcomes": ["Sketch a set.", {"id": "lo2", "text": {"cs": "Navrhnout"}, "note": 1}]}
    data = sent(shown(sheet("outcomes"), document, "en"))
    data["learning_outcomes.2.text"] = "Build a set."
    made = taken(sheet("outcomes"), document, data, "en")
    assert made["learning_outcomes"] == [*document["learning_outcomes"], {"id": "lo1", "text": "Build a set."}]
    data["learning_outcomes.0.out"] = "on"
    assert taken(sheet("outcomes"), document, data, "en")["learning_outcomes"][0] == document["learning_outcomes"][1]


def test_add_another_gives_two_more_empty_rows() -> None:
    (rows,) = shown(sheet("assessment"), example(), "en", more="assessment")
    assert [one.filled for one in rows.parts] == [True] * 3 + [False] * 3
