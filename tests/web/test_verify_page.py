"""Anybody checks a file, a text or an address; what is no record gets a sentence."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from guildmark.web.issuing.models import IssuedRecord
from guildmark.web.wallet import actions
from tests.web.cast import World
from tests.web.issued import LEARNERS, issued


def signed(world: World) -> bytes:
    issued(world, LEARNERS[:1])
    return bytes(IssuedRecord.objects.get().signed)


def test_a_file_and_a_pasted_text_are_found_valid(world: World) -> None:
    data, client = signed(world), world.client("eve")
    for given in ({"file": SimpleUploadedFile("r.json", data)}, {"text": data.decode()}):
        page = client.post("/verify/", given).content.decode()
        assert "<title>Genuine and valid" in page
        assert "not checked" in page


def test_a_changed_word_is_found(world: World) -> None:
    changed = signed(world).decode().replace("Sustainable", "Unsustainable")
    assert "<title>Not valid" in world.client("eve").post("/verify/", {"text": changed}).content.decode()


def test_an_address_of_ours_is_read_here_until_it_is_withdrawn(world: World) -> None:
    signed(world)
    dora, client = world.people["dora"], world.client("eve")
    record = actions.claim(dora, actions.offer(IssuedRecord.objects.get()))
    link = actions.share(dora, record)
    address = {"text": f"http://testserver/r/{link.token}/"}
    assert "<title>Genuine and valid" in client.post("/verify/", address).content.decode()
    actions.withdraw(dora, link)
    gone = client.post("/verify/", address)
    assert gone.status_code == 422
    assert "shows this record no longer" in gone.content.decode()


@pytest.mark.parametrize(
    ("address", "words"), [("https://127.0.0.1/x", "inner address"), ("http://example.org/x", "is not https")]
)
def test_no_other_address_is_fetched_than_a_public_one_over_https(world: World, address: str, words: str) -> None:
    answer = world.client("eve").post("/verify/", {"text": address})
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_a_list_of_trusted_issuers_is_compared(world: World) -> None:
    data, client = signed(world), world.client("eve")
    issuer = json.loads(data)["issuer"]["id"]
    for who, word in ((issuer, "You trust Us"), ("did:web:other.example", "is not in your list")):
        trust = SimpleUploadedFile("t.json", json.dumps({"issuers": [{"id": who, "name": "Us"}]}).encode())
        assert word in client.post("/verify/", {"text": data.decode(), "trust": trust}).content.decode()
    wrong = SimpleUploadedFile("t.json", b'{"issuers": "none"}')
    assert client.post("/verify/", {"text": data.decode(), "trust": wrong}).status_code == 422


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 ...", "save the attachment"),
        (b"PK\x03\x04word/vbaProject.bin", "Office document or an archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Office document"),
        (b"\x00\xff\xfe" * 50, ""),
        (b"name,email\n=cmd(),x", ""),
        (b"", ""),
    ],
)
def test_what_is_no_record_gets_a_sentence(world: World, data: bytes, words: str) -> None:
    answer = world.client("eve").post("/verify/", {"file": SimpleUploadedFile("x.bin", data)})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert words in answer.content.decode()


def test_sixty_megabytes_are_refused_before_they_are_read(world: World) -> None:
    answer = world.client("eve").generic("POST", "/verify/", b"x", CONTENT_LENGTH=str(60_000_000))
    assert answer.status_code == 413
    large = SimpleUploadedFile("x.json", b" " * 5_000_001)
    answer = world.client("eve").post("/verify/", {"file": large})
    assert answer.status_code == 413
    assert "at most 5 MB" in answer.content.decode()


def test_neither_checking_nor_looking_at_a_link_sets_a_cookie(world: World) -> None:
    data, client = signed(world), world.client("eve")
    client.cookies.clear()
    link = actions.share(
        world.people["dora"], actions.claim(world.people["dora"], actions.offer(IssuedRecord.objects.get()))
    )
    for answer in (
        client.get("/verify/"), client.post("/verify/", {"text": data.decode()}), client.get(f"/r/{link.token}/"),
        client.get("/r/nothing/"), client.get("/register/"),
    ):  # fmt: skip
        assert not answer.cookies
