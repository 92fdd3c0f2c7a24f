"""The one fixed record that everything is measured on: name, e-mail and all 16 elements."""

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
from guildmark.credentials.openbadges import INLINE_CONTEXT, write
from guildmark.credentials.record import Issuer, Learner, fill
from guildmark.toolkit.design import read_design

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
MOMENT = datetime(2026, 12, 18, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Ordinary:
    """The unsigned document, its key and the contexts it needs; the same in every run."""

    document: dict[str, Any]
    key: SigningKey
    private: Ed25519PrivateKey
    contexts: Contexts


def ordinary() -> Ordinary:
    """The example's design, in the example's issuer's name, for one learner."""
    private = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    key = SigningKey.of(private)
    design = read_design(json.loads((EXAMPLES / "design.json").read_text("utf-8"))).design
    issuer = Issuer.model_validate(json.loads((EXAMPLES / "issuer.json").read_text("utf-8")))
    learner = Learner(name="Dora Nováková", email="dora@example.org", grade=None)
    numbers = iter(range(1, 100))
    record = fill(
        design,
        issuer.signing_with(key.did),
        learner,
        valid_from=MOMENT,
        new_uuid=lambda: UUID(int=next(numbers)),
        new_salt=lambda: "0123456789abcdef",
    )
    return Ordinary(write(record), key, private, Contexts(INLINE_CONTEXT))
