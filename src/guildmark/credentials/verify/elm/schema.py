"""schema: does the document have what the application profile of European Digital Credentials asks for?"""

from __future__ import annotations

from collections.abc import Sequence

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.verify.model import Check
from guildmark.credentials.verify.schema import SHOWN
from guildmark.words import Listing, say

STANDARD = say("the profile of European Digital Credentials")
REQUIRED = (
    "id", "issuer/id", "issuer/legalName", "issuer/eIDASIdentifier", "issued", "validFrom", "credentialSchema",
    "credentialProfiles", "displayParameter/title", "displayParameter/primaryLanguage",
    "displayParameter/individualDisplay", "credentialSubject/hasClaim/title", "credentialSubject/hasClaim/awardedBy",
)  # fmt: skip
"""What the application profile asks of every credential (EDC-generic-no-cv), as far as JSON shows it."""


def check_schema(document: JsonObject) -> Check:
    """Whether all that the profile asks for is there, wherever it is asked for."""
    missing = [path for path in REQUIRED if not _all_have(document, path.split("/"))]
    if missing:
        found = Listing.of(say("{path} is missing", path=f"/{path}") for path in missing[:SHOWN])
        sentence = say("The record is not built as {standard} asks: {found}.", standard=STANDARD, found=found)
        return Check("schema", "fail", sentence)
    return Check("schema", "pass", say("The record is built as {standard} asks.", standard=STANDARD))


def _all_have(value: object, steps: Sequence[str]) -> bool:
    """Whether every node that the steps lead to is there and holds something; members may stand in lists."""
    if not steps:
        return value not in (None, "", [], {})
    nodes = value if isinstance(value, list) else [value]
    return bool(nodes) and all(isinstance(node, dict) and _all_have(node.get(steps[0]), steps[1:]) for node in nodes)
