"""The one fixed record that everything is measured on: name, e-mail and all 16 elements.

It stands in `ordinary.json` and does not change with the examples, so that runs can be compared.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from guildmark.credentials.keys import SigningKey
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.openbadges import INLINE_CONTEXT, SharedParts, write
from guildmark.credentials.record import Issuer, Learner, fill
from guildmark.toolkit.design import Design, read_design

DESIGN = Path(__file__).with_name("ordinary.json")
MOMENT = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Ordinary:
    """The unsigned document, its key and the contexts it needs; the same in every run.

    `shared` is the same document with the parts that records share as issuing writes them, read only.
    """

    document: dict[str, Any]
    key: SigningKey
    private: Ed25519PrivateKey
    contexts: Contexts
    design: Design
    shared: dict[str, Any]


def ordinary() -> Ordinary:
    """The fixed design, in an invented issuer's name, for one learner with a grade."""
    private = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    return signed_by(SigningKey.of(private), private)


def signed_by(key: SigningKey, private: Ed25519PrivateKey) -> Ordinary:
    """The same record, for an issuer who signs with this key; `private` is what the raw signature is measured with."""
    design = read_design(json.loads(DESIGN.read_text("utf-8"))).design
    issuer = Issuer(name="Vltava Academy of Stagecraft", country="CZ", url="https://academy.vltava-stagecraft.example/")
    signing = issuer.signing_with(key.did)
    learner = Learner(name="Dora Nováková", email="dora@example.org", grade=86)
    numbers = iter(range(1, 100))
    record = fill(
        design,
        signing,
        learner,
        valid_from=MOMENT,
        new_uuid=lambda: UUID(int=next(numbers)),
        new_salt=lambda: "0123456789abcdef",
    )
    return Ordinary(
        write(record), key, private, Contexts(INLINE_CONTEXT), design, write(record, SharedParts.of(design, signing))
    )
