"""European Digital Credentials for tests: of any design, with everything that the example's design says."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from guildmark.credentials import elm
from guildmark.credentials.record import Issuer, Learner
from tests.credentials import designs, signed

EXAMPLES = Path(__file__).parents[3] / "examples"
PICTURE = b"\x89PNG\r\n\x1a\n"
DORA = Learner(
    name="Dora Nováková",
    email="dora@example.org",
    identifier="S-1",
    birth_date=date(1999, 1, 2),
    grade=87,
    evidence_url="https://portfolio.example/dora",
)


def issuer(**more: Any) -> Issuer:
    """An issuer with a number of its own, as the profile asks."""
    return Issuer(
        **{"name": "Vltava Academy", "country": "CZ/Prague", "legal_id": "CZ-00000000", "id": signed.KEY.did} | more
    )


def example_design() -> dict[str, Any]:
    """The design of examples/."""
    return json.loads((EXAMPLES / "design.json").read_text("utf-8"))


def document(design: dict[str, Any] | None = None, learner: Learner = DORA, **more: Any) -> dict[str, Any]:
    """The document of a learner's record, not yet sealed."""
    record = designs.record(design or example_design(), issuer(**more), learner)
    return elm.write(record, picture=PICTURE, issued=signed.NOW)


def sealed(document: dict[str, Any], key: Any = signed.KEY) -> bytes:
    """The document as its issuer seals it."""
    return elm.sealed(document, key, at=signed.NOW)
