"""The shipped example and template: complete, sound, and the same everywhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from guildmark.toolkit.design import alignment_grid, check, read_design, template
from guildmark.vocabulary import elements
from guildmark.words import LANGUAGES

EXAMPLES = Path(__file__).parents[3] / "examples"


def test_nothing_is_found_in_the_example() -> None:
    result = check(template.example())
    assert result.ok
    assert result.findings == ()
    assert result.elements.mandatory.missing == result.elements.optional.missing == ()


def test_the_example_on_the_shelf_is_the_one_that_ships() -> None:
    assert json.loads((EXAMPLES / "design.json").read_text("utf-8")) == template.example()


def test_every_text_of_the_example_stands_in_five_languages() -> None:
    def texts(value: Any) -> list[dict[str, str]]:
        if isinstance(value, dict):
            inside = [text for item in value.values() for text in texts(item)]
            return [value, *inside] if "en" in value else inside
        return [text for item in value for text in texts(item)] if isinstance(value, list) else []

    found = texts(template.example())
    assert len(found) > 30
    assert all(tuple(text) == LANGUAGES for text in found)


def test_every_outcome_of_the_example_is_practised_and_assessed() -> None:
    assert alignment_grid(read_design(template.example()).design).gaps == ()


def test_the_modules_of_the_example_add_up_to_its_workload() -> None:
    document = template.example()
    assert sum(module["hours"] for module in document["modules"]) == document["workload"]["hours"]
    assert sum(method["weight"] for method in document["assessment"]) == 100


def test_the_empty_design_asks_for_every_element_in_every_language() -> None:
    for language in LANGUAGES:
        empty = template.empty(language)
        assert set(empty) >= {element.key for element in elements.all_elements()}
        assert set(empty[template.GUIDANCE]) >= {element.key for element in elements.all_elements()}
        result = check(empty)
        assert not result.ok
        assert result.elements.optional.present == ()
        assert not [finding for finding in result.findings if finding.rule == "document.key.unknown"]
