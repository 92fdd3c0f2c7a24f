"""European concepts are found by vocabulary and key, and none ships unconfirmed."""

from __future__ import annotations

import re

import pytest

from guildmark.vocabulary import concepts, participation_modes, supervision

EVERY_CONCEPT = [concept for name in concepts.vocabularies() for concept in concepts.all_concepts(name)]


@pytest.mark.parametrize("key", ["portfolio", "practical_assessment", "peer_review", "level_of_attendance"])
def test_assessments_have_the_keys_of_the_contract(key: str) -> None:
    assert concepts.get("assessment", key).uri.startswith("http://data.europa.eu/snb/assessment/")


def test_keys_are_the_english_labels_in_snake_case() -> None:
    for concept in EVERY_CONCEPT:
        assert concept.key == re.sub(r"[\W_]+", "_", concept.label("en").lower()).strip("_")


def test_every_address_is_of_its_vocabulary_and_leads_back() -> None:
    assert len({concept.uri for concept in EVERY_CONCEPT}) == len(EVERY_CONCEPT)
    for concept in EVERY_CONCEPT:
        assert concept.uri.startswith(f"http://data.europa.eu/snb/{concept.vocabulary}/")
        assert concepts.by_uri(concept.uri) == concept
    assert concepts.by_uri("http://data.europa.eu/snb/assessment/0000000000") is None


def test_an_unknown_vocabulary_is_a_lookup_error() -> None:
    with pytest.raises(LookupError, match="no vocabulary"):
        concepts.get("colours", "green")


def test_the_unconfirmed_supervision_code_does_not_ship() -> None:
    assert not [concept for concept in EVERY_CONCEPT if "44314532f9" in concept.uri]
    assert supervision.get("supervised_without_id").concept is None
    assert supervision.get("supervised_with_id").concept is not None
    assert supervision.get("unsupervised_without_id").concept is not None


def test_every_form_of_participation_has_a_concept_of_its_own() -> None:
    modes = participation_modes.all_modes()
    assert len({mode.uri for mode in modes}) == len(modes)
    assert all(participation_modes.by_uri(mode.uri) == mode for mode in modes)
