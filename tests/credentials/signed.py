"""Signed records for tests: a key of its own, a time that stands still."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from guildmark.credentials import openbadges
from guildmark.credentials.keys import SigningKey
from guildmark.credentials.proofs import eddsa_jcs, eddsa_rdfc, vcjwt
from guildmark.credentials.record import Issuer, Learner
from guildmark.credentials.verify import known_contexts
from tests.credentials import designs

EXAMPLES = Path(__file__).parents[2] / "examples"
NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)
KEY = SigningKey.of(Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
STRANGERS_KEY = SigningKey.of(Ed25519PrivateKey.from_private_bytes(bytes(32)))


def full() -> dict[str, Any]:
    """A record that says something under every key, not yet signed."""
    issuer, learner = designs.everyone()
    return openbadges.write(designs.record(designs.everything(), issuer.model_copy(update={"id": KEY.did}), learner))


def example() -> dict[str, Any]:
    """The design of examples/, filled in for one learner, not yet signed."""
    design = json.loads((EXAMPLES / "design.json").read_text("utf-8"))
    issuer = Issuer(name="Vltava Academy of Stagecraft", country="CZ", id=KEY.did)
    return openbadges.write(designs.record(design, issuer, Learner(name="Dora Nováková", email="dora@example.org")))


def small() -> dict[str, Any]:
    """A record that says hardly anything, not yet signed."""
    issuer = Issuer(name="A", country="CZ", id=KEY.did)
    return openbadges.write(designs.record({"title": "Light"}, issuer, Learner(name="Dora")))


def ob3(document: dict[str, Any], key: SigningKey = KEY) -> dict[str, Any]:
    """The record with an eddsa-rdfc-2022 proof."""
    return eddsa_rdfc.sign(document, key, created=NOW, contexts=known_contexts())


def ob3_jcs(document: dict[str, Any], key: SigningKey = KEY) -> dict[str, Any]:
    """The record with an eddsa-jcs-2022 proof."""
    return eddsa_jcs.sign(document, key, created=NOW)


def ob3_jwt(document: dict[str, Any], key: SigningKey = KEY) -> str:
    """The record as a JWT."""
    return vcjwt.sign(document, key)


def as_bytes(document: dict[str, Any] | str) -> bytes:
    """A document as a file holds it."""
    return document.encode() if isinstance(document, str) else json.dumps(document, ensure_ascii=False).encode()
