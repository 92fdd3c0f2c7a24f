"""What holds of every table: keys lead to items, words lead to the same items, unknown keys say so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.vocabulary.terms import Table, Term, Wording, fold
from guildmark.words import LANGUAGES
from tests.vocabulary.tables import FINDERS, GETTERS


@pytest.mark.parametrize("name", GETTERS)
def test_every_key_resolves_to_its_item(name: str) -> None:
    all_items, get, how_many = GETTERS[name]
    items = all_items()
    assert len(items) == how_many
    assert len({item.key for item in items}) == how_many
    assert all(get(item.key) is item or get(item.key) == item for item in items)
    assert all(item.label(language).strip() for item in items for language in LANGUAGES)
    assert len({hash(item) for item in items}) == how_many


@pytest.mark.parametrize("name", GETTERS)
def test_an_unknown_key_is_a_lookup_error(name: str) -> None:
    _, get, _ = GETTERS[name]
    with pytest.raises((LookupError, ValueError)):
        get("no such key")


@pytest.mark.parametrize("name", FINDERS)
def test_keys_and_labels_in_every_language_find_their_item_and_no_other(name: str) -> None:
    all_items, find = FINDERS[name]
    lost = [
        (item.key, words)
        for item in all_items()
        for words in (item.key, *(item.label(language) for language in LANGUAGES))
        if not (find(words) == find(words.upper()) == find(f"  {words} ") == item)
    ]
    assert lost == []


@pytest.mark.parametrize("name", FINDERS)
def test_other_words_find_nothing(name: str) -> None:
    _, find = FINDERS[name]
    assert find("") is find("   ") is find("something else altogether") is None


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=50))
def test_folding_forgets_case(text: str) -> None:
    assert fold(text.upper().casefold()) == fold(text.upper())


def test_a_very_long_text_is_looked_up_in_bounded_work() -> None:
    _, find = FINDERS["ratings"]
    assert find("established" * 1_000_000) is None


def test_words_that_two_items_claim_find_neither() -> None:
    same = Wording(en="same", de="gleich", nl="gelijk", it="uguale", cs="stejné")
    table = Table([Term("one", same), Term("two", same)])
    assert table.find("same") is None
    assert "same" in table.ambiguous
    assert table.find("ONE") == table.get("one")


def test_the_nearest_keys_are_offered_for_a_slip() -> None:
    all_items, _ = FINDERS["groups"]
    assert Table(all_items()).nearest("idustry") == ["industry"]
    assert Table(all_items()).nearest("zzzz") == []
