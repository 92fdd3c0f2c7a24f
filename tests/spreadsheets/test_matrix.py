"""Countries and ratings are understood as people write them."""

from __future__ import annotations

import pytest

from guildmark.errors import GuildmarkError
from guildmark.spreadsheets.matrix import read_matrix
from tests.spreadsheets.workbooks import codes_of, faults_of

HEAD = "country,governance,policies,framework,activities\n"


def read_country(text: str) -> tuple[str, str | None]:
    (rated,) = read_matrix(f"{HEAD}{text},,,,\n".encode(), "matrix.csv")
    return rated.country.code, rated.region


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("cz", "CZ"),
        ("Czechia", "CZ"),
        ("Czech Republic", "CZ"),
        ("Česko", "CZ"),
        ("UK", "GB"),
        ("EL", "GR"),
        ("Österreich", "AT"),
        ("osterreich", "AT"),
        ("Paesi Bassi", "NL"),
        ("Japan", "JP"),
    ],
)
def test_a_country_is_known_by_code_and_by_name(text: str, code: str) -> None:
    assert read_country(text) == (code, None)


def test_a_region_follows_after_a_slash() -> None:
    assert read_country("Italy / Basilicata") == ("IT", "Basilicata")


@pytest.mark.parametrize("word", ["established", "green", "Grün", "groen", "verde", "zelená", "GREEN"])
def test_a_rating_is_known_by_key_and_colour_in_five_languages(word: str) -> None:
    (rated,) = read_matrix(f"{HEAD}IT,{word},,,\n".encode(), "matrix.csv")
    assert [rating and rating.value for rating in rated.ratings.values()] == ["established", None, None, None]


def test_an_unknown_country_is_named_with_the_nearest() -> None:
    with pytest.raises(GuildmarkError) as caught:
        read_matrix(f"{HEAD}Itlay,,,,\n".encode(), "matrix.csv")
    (fault,) = faults_of(caught.value)
    assert (fault.code, fault.found, fault.accepted) == ("matrix.country.unknown", "Itlay", ("IT",))


def test_the_nearest_country_is_named_in_the_language_of_the_reader() -> None:
    with pytest.raises(GuildmarkError) as caught:
        read_matrix(f"{HEAD}Austrai,,,,\n".encode(), "matrix.csv")
    (fault,) = faults_of(caught.value)
    assert fault.accepted == ("AU", "AT")
    assert "Did you mean Australia or Austria?" in fault.sentence.text("en")
    assert "Österreich" in fault.sentence.text("de")


def test_the_same_region_in_two_ways_of_writing_its_accent_is_a_fault() -> None:
    with pytest.raises(GuildmarkError) as caught:
        read_matrix(f"{HEAD}PL/\u015al\u0105sk,,,,\nPL/S\u0301la\u0328sk,,,,\n".encode(), "matrix.csv")
    assert [fault.code for fault in faults_of(caught.value)] == ["matrix.country.doubled"]


def test_a_rating_outside_the_three_names_what_is_accepted() -> None:
    with pytest.raises(GuildmarkError) as caught:
        read_matrix(f"{HEAD}IT,excellent,,,\n".encode(), "matrix.csv")
    (fault,) = faults_of(caught.value)
    assert (fault.code, fault.place.row, fault.place.column) == ("matrix.rating.unknown", 2, "governance")
    assert fault.accepted == ("established", "developing", "not_integrated")


def test_the_same_country_twice_is_a_fault_that_names_both_rows() -> None:
    with pytest.raises(GuildmarkError) as caught:
        read_matrix(f"{HEAD}Czechia,,,,\nIT,,,,\nCzech Republic,,,,\n".encode(), "matrix.csv")
    (fault,) = faults_of(caught.value)
    assert fault.code == "matrix.country.doubled"
    assert "row 2" in str(fault.sentence)
    assert "row 4" in str(fault.sentence)


def test_two_regions_of_one_country_are_two_rows() -> None:
    rated = read_matrix(f"{HEAD}IT,,,,\nIT/Basilicata,,,,\nIT/Puglia,,,,\n".encode(), "matrix.csv")
    assert [one.region for one in rated] == [None, "Basilicata", "Puglia"]
    with pytest.raises(GuildmarkError) as caught:
        read_matrix(f"{HEAD}IT/Puglia,,,,\nItaly / puglia,,,,\n".encode(), "matrix.csv")
    assert codes_of(caught.value) == ["matrix.country.doubled"]


def test_a_row_without_a_country_is_a_fault() -> None:
    with pytest.raises(GuildmarkError) as caught:
        read_matrix(f"{HEAD},green,,,\n".encode(), "matrix.csv")
    assert codes_of(caught.value) == ["spreadsheet.cell.blank"]
