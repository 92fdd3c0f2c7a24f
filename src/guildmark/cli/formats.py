"""The formats in which a record can be issued: what is signed, how, and how its file ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime

from guildmark.cli.later import not_yet
from guildmark.credentials import openbadges
from guildmark.credentials.keys import Signer
from guildmark.credentials.prepared import Jcs, Rdfc, RecordSigner
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.record import Record
from guildmark.credentials.verify import known_contexts
from guildmark.words import say

SUFFIXES = {"ob3": ".json", "ob3-jcs": ".json", "ob3-jwt": ".jwt"}
LATER = ("elm", "sd-jwt")
FORMATS = (*SUFFIXES, *LATER)


def signing(kind: str, signer: Signer, *, created: datetime) -> Callable[[Record], bytes]:
    """What makes the signed bytes of a record in this format."""

    def as_jwt(record: Record) -> bytes:
        return vcjwt.sign(openbadges.write(record), signer).encode("ascii")

    match kind:
        case "ob3":
            return RecordSigner(signer, created=created, suite=Rdfc(known_contexts()), serialise=_json).sign
        case "ob3-jcs":
            return RecordSigner(signer, created=created, suite=Jcs(), serialise=_json).sign
        case "ob3-jwt":
            return as_jwt
        case _:
            raise not_yet(say("issue records in the format {kind}", kind=kind))


def _json(document: dict[str, object]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"
