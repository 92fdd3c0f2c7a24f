"""Lines of text: as wide as they may be, complete, and cut only where they must be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.drawing.lettering import block, line_of, wrapped
from guildmark.drawing.theme import Size
from guildmark.drawing.typefaces import FALLBACKS, HEADING, TEXT, font_folder, missing_letters, runs, width

LETTERS = st.characters(min_codepoint=0x21, max_codepoint=0x17F)


@given(st.text(LETTERS | st.just(" "), max_size=120))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text):
    lines = list(wrapped(text, TEXT, 16, 120))
    assert all(width(line, TEXT, 16) <= 120 for line in lines)
    kept = "".join(lines).replace("-", "").replace(" ", "")
    assert kept == text.replace("-", "").replace(" ", "").replace("\x85", "").replace("\xa0", "")


def test_a_compound_is_parted_at_its_hyphen():
    assert list(wrapped("Mecklenburg-Vorpommern", HEADING, 20, 168)) == ["Mecklenburg-", "Vorpommern"]


def test_a_word_that_is_too_long_is_parted_with_a_hyphen():
    lines = list(wrapped("Qualitätssicherungsrahmenrichtlinienkommission", TEXT, 16, 150))
    assert len(lines) > 1
    assert all(line.endswith("-") for line in lines[:-1])


def test_accents_stay_on_their_letters():
    decomposed = "e\u0301" * 60
    assert all(not line.startswith("\u0301") for line in wrapped(decomposed, TEXT, 16, 100))


def test_too_many_lines_give_way_to_an_ellipsis():
    cut = block("one two three four five six seven", TEXT, Size.BODY, 60, most=2)
    assert len(cut.lines) == 2
    assert cut.lines[-1].endswith("…")
    assert cut.width <= 60


@pytest.mark.parametrize(
    "name",
    [
        "Nováková",
        "Ştefănescu",
        "Łukasz",
        "Γεωργίου",
        "Шевченко",
        "דורה",
        "محمد",
        "ქეთევან",
        "Արամ",
        "王小明",
        "한지민",
        "さくら",
    ],
)
def test_every_script_of_a_learner_has_letters(name):
    assert missing_letters(name) == ""
    assert width(name, TEXT, 16) > 0


def test_a_script_without_a_font_is_found():
    assert missing_letters("ሰላም Dora") == "ሰላም"


def test_letters_of_another_font_name_it_themselves():
    assert runs("Dora (דורה)", TEXT)[1][0] == "Noto Sans Hebrew"
    drawn = line_of("Dora (דורה)", 0, 0, TEXT, size=16, fill="#000").render()
    assert "'Noto Sans Hebrew'" in drawn


def test_latin_after_another_script_returns_to_its_own_face():
    assert [family for family, _ in runs("Ωμέγα Dora", TEXT)][-1] == "Atkinson Hyperlegible Next"


def test_each_typeface_ships_with_its_licence():
    licences = {path.name for path in font_folder().glob("OFL-*.txt")}
    assert {f"OFL-{stem}.txt" for _, stem in FALLBACKS} <= licences
    assert {"OFL-jost.txt", "OFL-atkinson-hyperlegible-next.txt"} <= licences


def test_the_fonts_weigh_a_few_megabytes():
    assert sum(path.stat().st_size for path in font_folder().iterdir()) < 6_500_000
