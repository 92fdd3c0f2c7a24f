"""Records in PNG pictures."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.credentials.baking import PNG_SIGNATURE, bake_png, unbake
from guildmark.errors import GuildmarkError
from tests.credentials.baking.pictures import bomb, chunk, png

TEXT = '{"name": "Světlo 🎭"}'


def code(picture: bytes) -> str:
    with pytest.raises(GuildmarkError) as error:
        unbake(picture)
    return error.value.faults[0].code


def itxt(text: bytes, keyword: bytes = b"openbadgecredential", compressed: int = 0) -> bytes:
    return chunk(b"iTXt", keyword + b"\0" + bytes([compressed, 0]) + b"\0\0" + text)


def test_a_record_is_baked_and_found() -> None:
    assert unbake(bake_png(png(), TEXT)) == TEXT


def test_it_is_one_uncompressed_itxt_chunk_after_the_head() -> None:
    baked = bake_png(png(), "a.b.c")
    assert itxt(b"a.b.c") in baked
    assert baked.index(b"IHDR") < baked.index(b"iTXt") < baked.index(b"IDAT")


def test_baking_again_takes_the_old_record_out() -> None:
    twice = bake_png(bake_png(png(), TEXT), "a.b.c")
    assert unbake(twice) == "a.b.c"
    assert twice == bake_png(png(), "a.b.c")


def test_the_picture_stays_as_it_was() -> None:
    assert bake_png(png(), TEXT).replace(itxt(TEXT.encode()), b"") == png()


def test_a_picture_without_a_record_is_said_so() -> None:
    assert code(png()) == "picture.no_record"


def test_a_picture_with_two_records_is_refused() -> None:
    assert code(png(itxt(b"one"), itxt(b"two"))) == "picture.several_records"


def test_an_open_badges_2_picture_is_read() -> None:
    assert unbake(png(itxt(b"{}", keyword=b"openbadges"))) == "{}"
    assert unbake(png(chunk(b"tEXt", b"openbadges\0https://example.org/1"))) == "https://example.org/1"
    assert unbake(png(itxt(b"old", keyword=b"openbadges"), itxt(b"new"))) == "new"


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG", b"%PDF-1.7"])
def test_a_png_that_is_not_one_is_refused(data: bytes) -> None:
    assert code(data) == "picture.unknown"


def test_a_chunk_that_lies_about_its_length_is_refused() -> None:
    lying = PNG_SIGNATURE + struct.pack(">I", 2**31 - 1) + b"IHDR" + b"\0" * 100
    assert code(lying) == "picture.png.length"


@pytest.mark.parametrize("length", [8, 9, 20, 40, -1, -12])
def test_a_png_that_is_cut_off_is_refused(length: int) -> None:
    assert code(bake_png(png(), TEXT)[:length]) == "picture.png.length"


def test_one_changed_byte_is_found_by_the_checksum() -> None:
    baked = bake_png(png(), TEXT)
    assert code(baked.replace(b"name", b"nomo")) == "picture.png.checksum"


def test_a_png_that_unpacks_to_300_mb_is_never_unpacked() -> None:
    picture = png(itxt(TEXT.encode()), chunk(b"IDAT", bomb()), width=100_000, height=1_000)
    assert unbake(picture) == TEXT


def test_a_compressed_record_is_refused_unread() -> None:
    assert code(png(itxt(bomb(), compressed=1))) == "picture.png.compressed"
    assert code(png(chunk(b"zTXt", b"openbadgecredential\0\0" + bomb()))) == "picture.png.compressed"


def test_chunks_without_end_are_refused() -> None:
    assert code(png(*[chunk(b"tEXt", b"a\0b")] * 20_000)) == "picture.png.chunks"


def test_chunks_out_of_order_are_refused() -> None:
    assert code(PNG_SIGNATURE + chunk(b"IEND", b"")) == "picture.png.chunks"


def test_a_record_that_is_no_text_is_refused() -> None:
    assert code(png(itxt(b"\xff"))) == "picture.png.text"
    assert code(png(chunk(b"iTXt", b"openbadgecredential\0\0\0"))) == "picture.png.text"


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_any_text_comes_back(text: str) -> None:
    assert unbake(bake_png(png(), text)) == text
