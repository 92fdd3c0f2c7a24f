"""Records in SVG pictures."""

from __future__ import annotations

import json
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.credentials.baking import bake_svg, unbake
from guildmark.errors import GuildmarkError
from tests.credentials.baking.pictures import SVG

RECORD = {"name": 'Světlo 🎭 <&>" ]]> \u2028'}
TEXT = json.dumps(RECORD, ensure_ascii=False)


def code(picture: bytes) -> str:
    with pytest.raises(GuildmarkError) as error:
        unbake(picture)
    return error.value.faults[0].code


PICTURES = [
    SVG,
    b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    b'<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g/></s:svg>',
    b"\xef\xbb\xbf" + SVG,
    b'<?xml version="1.0" encoding="UTF-8"?>\n<!-- <svg> -->\n' + SVG,
    b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' + SVG,
    b"<svg xmlns='http://www.w3.org/2000/svg' aria-label='a > b'/>",
    b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"></svg>',
]


@pytest.mark.parametrize("picture", PICTURES)
def test_a_record_is_baked_and_found(picture: bytes) -> None:
    assert json.loads(unbake(bake_svg(picture, TEXT))) == RECORD
    assert unbake(bake_svg(picture, "a.b.c")) == "a.b.c"


def test_json_stands_in_cdata_and_a_token_in_verify() -> None:
    assert b"<openbadges:credential><![CDATA[{" in bake_svg(SVG, TEXT)
    assert b'<openbadges:credential verify="a.b.c"></openbadges:credential>' in bake_svg(SVG, "a.b.c")


def test_it_stands_directly_after_the_root_tag() -> None:
    root = fromstring(bake_svg(SVG, TEXT))
    assert root[0].tag == "{https://purl.imsglobal.org/ob/v3p0}credential"


def test_baking_again_takes_the_old_record_out() -> None:
    assert unbake(bake_svg(bake_svg(SVG, TEXT), "a.b.c")) == "a.b.c"
    assert json.loads(unbake(bake_svg(bake_svg(SVG, "a.b.c"), TEXT))) == RECORD


def test_entity_bombs_are_refused() -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">'
    for name, inner in zip("bcdefghij", "abcdefghi", strict=True):
        bomb += f'<!ENTITY {name} "{f"&{inner};" * 10}">'.encode()
    assert code(bomb + b']><svg xmlns="http://www.w3.org/2000/svg">&j;</svg>') == "picture.svg.entities"


@pytest.mark.parametrize(
    "entity", [b'<!ENTITY x SYSTEM "file:///etc/passwd">', b'<!ENTITY % x SYSTEM "http://10.0.0.1/x.dtd"> %x;']
)
def test_entities_from_elsewhere_are_refused(entity: bytes) -> None:
    picture = b"<!DOCTYPE svg [" + entity + b']><svg xmlns="http://www.w3.org/2000/svg"/>'
    assert code(picture) == "picture.svg.entities"


def test_a_document_type_elsewhere_is_never_fetched() -> None:
    assert code(b'<!DOCTYPE svg SYSTEM "file:///etc/passwd">' + SVG) == "picture.no_record"


@pytest.mark.parametrize(
    "picture",
    [
        b"<",
        b"<svg",
        b"<svg xmlns='http://www.w3.org/2000/svg'><g>",
        b"<!--" * 100_000,
        b"<svg xmlns='http://www.w3.org/2000/svg'>" + b"<g>" * 100_000,
        b'<?xml version="1.0" encoding="none"?>' + SVG,
        b"<svg xmlns='http://www.w3.org/2000/svg'>\xff</svg>",
    ],
)
def test_what_is_no_xml_is_said_so(picture: bytes) -> None:
    assert code(picture) == "picture.svg.unreadable"


def test_xml_that_is_no_svg_is_said_so() -> None:
    assert code(b"<html/>") == "picture.svg.root"
    assert code(b"<svg/>") == "picture.svg.root"


def test_a_picture_without_a_record_is_said_so() -> None:
    assert code(SVG) == "picture.no_record"


def test_a_picture_with_two_records_is_refused() -> None:
    credential = b'<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0" verify="a.b.c"/>'
    assert code(SVG.replace(b"<circle", credential * 2 + b"<circle")) == "picture.several_records"


def test_an_open_badges_2_picture_is_read() -> None:
    assertion = b'<o:assertion xmlns:o="http://openbadges.org" verify="https://example.org/1"/>'
    assert unbake(SVG.replace(b"<circle", assertion + b"<circle")) == "https://example.org/1"


def test_what_is_no_svg_cannot_be_baked() -> None:
    with pytest.raises(GuildmarkError):
        bake_svg(b"<html/>", TEXT)


@given(st.dictionaries(st.text(), st.text() | st.lists(st.lists(st.integers()))))
def test_any_json_comes_back(record: dict[str, Any]) -> None:
    assert json.loads(unbake(bake_svg(SVG, json.dumps(record)))) == record
