"""Fuzzing what strangers hand in: `python -m tools.fuzz FOLDER [seconds]` (needs `pip install atheris`).

Every byte string is a record that somebody wants checked. It may be valid, not valid, undetermined or no record at all
(a GuildmarkError with a sentence); anything else that comes out is a fault of ours, and the input that showed it is
kept in the folder. The corpus begins with one record of each kind and grows with what reaches new code.
"""

from __future__ import annotations

import contextlib
import copy
import json
import random
import sys
from pathlib import Path
from typing import Any

import atheris

with atheris.instrument_imports(include=["guildmark.credentials"]):
    from guildmark.credentials import baking, base64url
    from guildmark.credentials.verify import Verifier, verify

from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say
from tests.credentials import designs, signed
from tests.credentials.baking import pictures
from tests.credentials.elm import made
from tests.credentials.sdjwt import made as sdjwt_records
from tests.credentials.status import lists


def beginnings() -> dict[str, bytes]:
    """One record of each kind, by the name of its file."""
    small = signed.small()
    jwt = signed.ob3_jwt(small).encode()
    return {
        "ob3": signed.as_bytes(signed.ob3(small)),
        "example": signed.as_bytes(signed.ob3(signed.example())),
        "jcs": signed.as_bytes(signed.ob3_jcs(small)),
        "jwt": jwt,
        "elm": made.sealed(made.document({"title": "Light"}, designs.Learner(name="Dora"))),
        "status": signed.as_bytes(lists.record()),
        "list": lists.status_list(),
        "sd-jwt": sdjwt_records.issued(),
        "presentation": json.dumps(
            {
                "@context": ["https://www.w3.org/ns/credentials/v2"],
                "type": ["VerifiablePresentation"],
                "verifiableCredential": [signed.ob3(small)],
            }
        ).encode(),
        "badge2": json.dumps(
            {
                "@context": "https://w3id.org/openbadges/v2",
                "type": "Assertion",
                "id": "https://a.example/1",
                "recipient": {"type": "email", "hashed": False, "identity": "d@example.org"},
                "badge": "https://a.example/badge",
                "verification": {"type": "hosted"},
                "issuedOn": "2026-01-01T00:00:00Z",
            }
        ).encode(),
        "png": baking.bake_png(pictures.png(), jwt.decode()),
        "svg": baking.bake_svg(pictures.SVG, json.dumps(signed.ob3(small))),
    }


def fetch(address: str) -> bytes:
    """A web on which one list stands and nothing else answers."""
    if address == lists.URL:
        return lists.status_list()
    raise GuildmarkError(Fault("fetch.unreachable", say("{url} could not be reached.", url=address)))


def try_one(data: bytes) -> None:
    """Check what stands in `data`, alone and as one of a batch, and say it in words."""
    answers = []
    for check in (
        lambda: verify(data, now=signed.NOW, fetch=fetch),
        lambda: Verifier(now=signed.NOW, fetch=fetch).verify(data),
    ):
        try:
            answers.append(check().as_json("de"))
        except GuildmarkError as error:
            answers.append({"refused": [fault.code for fault in error.faults]})
    if answers[0] != answers[1]:
        raise AssertionError("alone and in a batch, the answers differ")


ODD = (
    None, True, 0, -1, 1e300, "", " ", "x" * 5_000, [], {}, [[]], [None], {"": ""}, {"@id": "_:b0"}, {"@value": "x"},
    {"id": "x"}, "did:key:z6Mk", "did:web:127.0.0.1", "urn:uuid:0", "https://[::1]/", "2026-13-45T99:99:99Z",
    "9999-12-31T23:59:59Z", "\u202e", "\x00", "@type", "@graph", "_:b0", signed.KEY.did, lists.URL,
)  # fmt: skip


def mutate(data: bytes, max_size: int, seed: int) -> bytes:
    """Half of the time bytes, half of the time a value somewhere in the JSON, often signed again."""
    chance = random.Random(seed)  # noqa: S311 - the fuzzer's seed, so that a run can be repeated
    try:
        document = json.loads(data) if chance.random() < 0.6 else None
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or not document:
        token = resigned(data, chance) if chance.random() < 0.5 else None
        return token[:max_size] if token else bytes(atheris.Mutate(data, max_size))
    for _ in range(chance.randint(1, 3)):
        if document:
            change(document, chance)
    if "proof" in document and chance.random() < 0.6:
        with contextlib.suppress(Exception):  # what cannot be signed is tried unsigned
            document = signed.ob3_jcs(document)
    return json.dumps(document).encode("utf-8", "surrogatepass")[:max_size]


def resigned(data: bytes, chance: random.Random) -> bytes | None:
    """A token with something else in its header or payload, signed again; None where `data` is none."""
    head, tilde, rest = data.partition(b"~")
    parts = head.split(b".")
    if len(parts) != 3:
        return None
    try:
        header, payload = (json.loads(base64url.decode(part.decode()) or b"") for part in parts[:2])
        change(chance.choice((header, payload)), chance)
        text = ".".join(base64url.encode(json.dumps(part).encode()) for part in (header, payload)).encode()
    except (ValueError, TypeError, AttributeError, IndexError, RecursionError):
        return None
    return text + b"." + base64url.encode(signed.KEY.sign(text)).encode() + tilde + rest


def change(document: dict[str, Any], chance: random.Random) -> None:
    """Put, take away or move one value of a document."""
    places = [(document, key) for key in document]
    for holder, key in places:
        inner = holder[key]
        if isinstance(inner, dict):
            places.extend((inner, name) for name in inner)
        elif isinstance(inner, list):
            places.extend((inner, index) for index in range(len(inner)))
        if len(places) > 2_000:
            break
    holder, key = chance.choice(places)
    other_holder, other_key = chance.choice(places)
    match chance.randrange(5):
        case 0 if isinstance(holder, dict):
            del holder[key]
        case 1:
            holder[key] = copy.deepcopy(other_holder[other_key])
        case 2:
            holder[key] = [holder[key]]
        case 3 if isinstance(holder, dict):
            holder[str(other_key)] = chance.choice(ODD)
        case _:
            holder[key] = copy.deepcopy(chance.choice(ODD))


def main() -> None:
    """Runs for the seconds given, 60 unless told."""
    folder, seconds = Path(sys.argv[1]), (sys.argv[2] if len(sys.argv) > 2 else "60")
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for name, data in beginnings().items():
        (corpus / name).write_bytes(data)
    options = [
        f"-max_total_time={seconds}",
        f"-artifact_prefix={folder}/",
        "-timeout=20",
        "-max_len=100000",
        "-rss_limit_mb=4000",
    ]
    atheris.Setup([sys.argv[0], str(corpus), *options], try_one, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
