"""The certificate: a poster and its back, correct for every name, the same every time, and never a program."""

from __future__ import annotations

import io
import unicodedata
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from guildmark.documents.certificate import Attachment, certificate_pdf
from guildmark.errors import GuildmarkError
from guildmark.vocabulary import elements
from tests.documents.records import RECORD

LEARNERS = ["Dora Nováková", "Jürgen Weißmüller-Straßer", "Niccolò D’Amicò", "Pieter-Jan van ’t Hoff", "Řehoř Žďárský"]
RIGHT_TO_LEFT = ["דורה נובק", "محمد الأنصاري"]
HOSTILE = [
    '#eval("1+1")',
    '#read("/etc/passwd")',
    "*bold* _it_ `raw` $x^2$ @ref <label> // no /* no */",
    '"]} #panic("x")',
    "\\u{1F600} \\ ~ -- ---",
    "= Heading",
    "]" * 40 + "[" * 40,
    "</text><script>",
    "\x00\x1b\u202e\ud800 Dora",
]


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def words(pdf: bytes, page: int) -> str:
    return " ".join(read(pdf).pages[page].extract_text().split())


def named(name: str) -> dict:
    return RECORD | {"learner_identification": {"name": name}}


def test_the_front_is_a_poster_and_the_back_holds_all_sixteen_elements():
    pdf = certificate_pdf(RECORD)
    assert len(read(pdf).pages) == 2
    front = words(pdf, 0)
    for said in ("MICRO-CREDENTIAL", "Dora Nováková", "has earned the micro-credential", "Sustainable Scenography"):
        assert said in front
    assert "Vltava Academy of Stagecraft Prague, Czechia, 18 December 2026" in front
    back = words(pdf, 1)
    assert all(
        element.label() in back.replace("- ", "") or element.label() in back for element in elements.all_elements()
    )


@pytest.mark.parametrize("name", LEARNERS)
def test_names_with_accents_are_whole(name):
    assert name in words(certificate_pdf(named(name)), 0)


@pytest.mark.parametrize("name", RIGHT_TO_LEFT)
def test_names_written_from_the_right_are_whole(name):
    # A reader of PDF may give the letters in the order of the eye and joined: what counts is that each is there.
    drawn = unicodedata.normalize("NFKC", words(certificate_pdf(named(name)), 0))
    assert set(name) <= set(drawn)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_write_is_never_markup(text):
    visible = "".join(letter for letter in text if letter.isprintable() and letter.isascii() and not letter.isspace())
    pdf = certificate_pdf(named(text) | {"title": text, "further_information": text, "awarding_body": {"name": text}})
    assert visible in words(pdf, 0).replace(" ", "")


def test_the_file_is_tagged_archivable_and_accessible_and_knows_its_language_and_title():
    document = read(certificate_pdf(RECORD, "de"))
    catalog = document.trailer["/Root"]
    assert catalog["/Lang"] == "de"
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = catalog["/Metadata"].get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "Nachhaltiges Bühnenbild" in document.metadata.title


def test_the_same_record_gives_the_same_bytes():
    assert certificate_pdf(RECORD, "cs") == certificate_pdf(RECORD, "cs")
    later = certificate_pdf(RECORD, "cs", made_at=datetime(2027, 1, 2, tzinfo=UTC))
    assert later != certificate_pdf(RECORD, "cs")


def test_a_code_stands_only_where_an_address_is_given():
    plain = certificate_pdf(RECORD)
    coded = certificate_pdf(RECORD, url="https://records.example.org/r/7Qm2X9")
    assert "records.example.org" not in words(plain, 0)
    assert "https://records.example.org/r/7Qm2X9" in words(coded, 0)
    links = [note.get_object()["/A"]["/URI"] for note in read(coded).pages[0]["/Annots"]]
    assert links == ["https://records.example.org/r/7Qm2X9"]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "records.example.org", "https://", "https://x/" + "y" * 2000, "http://[", "https://a/\nb"],
)
def test_an_address_that_is_none_is_refused(url):
    with pytest.raises(GuildmarkError) as refused:
        certificate_pdf(RECORD, url=url)
    assert [fault.code for fault in refused.value.faults] == ["certificate.url.invalid"]


def test_the_signed_record_can_travel_inside():
    pdf = certificate_pdf(RECORD, attachment=Attachment("record.json", "application/json", b'{"signed": true}'))
    assert read(pdf).attachments == {"record.json": [b'{"signed": true}']}


def test_a_name_in_letters_that_no_font_has_is_refused_instead_of_drawn_as_boxes():
    with pytest.raises(GuildmarkError) as refused:
        certificate_pdf(named("Dora \U00012000"))
    assert [fault.code for fault in refused.value.faults] == ["document.letters.missing"]
    assert refused.value.faults[0].found == "\U00012000"


def test_very_long_texts_run_on_to_a_third_page():
    pdf = certificate_pdf(RECORD | {"learning_outcomes": ["Explain how materials are reused. " * 8] * 20})
    assert len(read(pdf).pages) == 3


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"title": "T"},
        {"awarding_body": [], "date_of_issuing": "soon"},
        {"workload": {"hours": "many"}, "level": "x", "learner_identification": []},
    ],
)
def test_a_record_that_says_little_has_a_certificate_that_says_so(record):
    assert "Not stated" in words(certificate_pdf(record), 1)


def test_an_unknown_language_is_said_in_english():
    assert "has earned" in words(certificate_pdf(RECORD, "tlh-XX-bogus"), 0)
