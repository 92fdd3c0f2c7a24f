"""What a record points at with a digest must be what it was made with."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import base58
import pytest

from guildmark.credentials.linkeddata import published_bytes
from guildmark.credentials.verify import Verification, Verifier, verify
from tests.credentials import signed
from tests.credentials.presented import V2, credential
from tests.credentials.signed import NOW, as_bytes

DATA = published_bytes(V2)
SHA256, SHA384 = hashlib.sha256(DATA).digest(), hashlib.sha384(DATA).digest()


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def multibase(data: bytes) -> str:
    return "u" + base64.urlsafe_b64encode(data).decode().rstrip("=")


def found(*resources: Any) -> Verification:
    document = signed.ob3(credential(relatedResource=list(resources)))
    return verify(as_bytes(document), now=NOW)


@pytest.mark.parametrize(
    "digest",
    [
        {"digestSRI": f"sha256-{b64(SHA256)}"},
        {"digestSRI": f"sha384-{b64(SHA384)}"},
        {"digestSRI": f"sha256-{b64(SHA384)} sha384-{b64(SHA384)}?ct=application/ld+json"},
        {"digestMultibase": multibase(b"\x12\x20" + SHA256)},
        {"digestMultibase": "z" + base58.b58encode(b"\x20\x30" + SHA384).decode()},
        {"digestMultibase": multibase(SHA256)},
        {"digestSRI": f"sha384-{b64(SHA384)}", "digestMultibase": multibase(SHA256)},
    ],
)
def test_a_right_digest_passes(digest: dict[str, str]) -> None:
    assert found({"id": V2, "mediaType": "application/ld+json", **digest}).result("resources") == "pass"


@pytest.mark.parametrize(
    "digest",
    [
        {"digestSRI": f"sha384-{b64(SHA256)}"},
        {"digestSRI": f"sha256-{b64(SHA256)} sha384-{b64(SHA256)}"},
        {"digestSRI": f"md5-{b64(SHA256)}"},
        {"digestSRI": "sha384-*"},
        {"digestSRI": "sha384-é"},
        {"digestSRI": ""},
        {"digestMultibase": multibase(b"\x12\x20" + SHA256[::-1])},
        {"digestMultibase": multibase(SHA384)},
        {"digestMultibase": "uA"},
        {"digestMultibase": "z0"},
        {"digestMultibase": "m" + b64(SHA256)},
        {"digestSRI": f"sha384-{b64(SHA384)}", "digestMultibase": multibase(SHA384)},
    ],
)
def test_a_wrong_digest_fails(digest: dict[str, str]) -> None:
    verification = found({"id": V2, **digest})
    assert (verification.verdict, verification.result("resources")) == ("invalid", "fail")


def test_what_is_not_known_here_is_not_fetched() -> None:
    verification = found({"id": "https://example.org/picture.png", "digestSRI": "sha256-" + b64(SHA256)})
    assert (verification.verdict, verification.result("resources")) == ("valid", "not_checked")


@pytest.mark.parametrize(
    "resources",
    [
        [V2],
        [{"digestSRI": "sha256-x"}],
        [{"id": V2}],
        [{"id": V2, "digestSRI": f"sha384-{b64(SHA384)}"}, {"id": V2, "digestMultibase": multibase(SHA256)}],
    ],
)
def test_a_resource_has_an_address_of_its_own_and_a_digest(resources: list[Any]) -> None:
    document = {**signed.ob3_jcs(credential(relatedResource=resources))}
    assert verify(as_bytes(document), now=NOW).result("schema") == "fail"


def test_a_batch_compares_them_too() -> None:
    verifier = Verifier(now=NOW)
    for index in range(3):
        record = {
            **signed.small(),
            "id": f"urn:uuid:aaaaaaaa-0000-4000-8000-00000000000{index}",
            "relatedResource": {"id": V2, "digestMultibase": multibase(SHA256[::-1])},
        }
        assert verifier.verify(as_bytes(signed.ob3(record))).result("resources") == "fail"
