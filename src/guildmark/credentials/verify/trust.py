"""trust: is the issuer one that the reader trusts?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guildmark.credentials.bounded import JsonObject, read_object
from guildmark.credentials.verify.issuer import issuer_id
from guildmark.credentials.verify.model import Check
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.words import say


@dataclass(frozen=True, slots=True)
class TrustList:
    """The issuers that a reader trusts: name by identifier."""

    issuers: Mapping[str, str]


def read_trust(data: bytes) -> TrustList:
    """A trust file, `{"issuers": [{"id": "did:…", "name"}]}`; raises GuildmarkError with every fault.

    Issuers of Open Badges 2.0 are named by the https address of their profile.
    """
    listed = read_object(data).get("issuers")
    if not isinstance(listed, list):
        sentence = say("A trust file lists its issuers under “issuers”.")
        raise GuildmarkError(Fault("trust.issuers.missing", sentence, Place(path="/issuers")))
    faults = [
        Fault(
            "trust.issuer.id",
            say("Issuer {number} has no “id” that begins with “did:” or “https:”.", number=number),
            Place(path=f"/issuers/{number - 1}/id"),
        )
        for number, item in enumerate(listed, start=1)
        if not isinstance(item, dict) or not str(item.get("id")).startswith(("did:", "https://"))
    ]
    if faults:
        raise GuildmarkError(faults)
    return TrustList({item["id"]: str(item.get("name") or item["id"]) for item in listed})


def check_trust(document: JsonObject, trust: TrustList | None) -> Check:
    """Whether the issuer stands in the reader's list; without a list nobody can say."""
    if trust is None:
        return Check("trust", "not_checked", say("No list of trusted issuers was given."))
    issuer = issuer_id(document)
    if issuer is not None and issuer in trust.issuers:
        return Check("trust", "pass", say("You trust {name}, the issuer.", name=trust.issuers[issuer]))
    sentence = say("The issuer, {issuer}, is not in your list of trusted issuers.", issuer=issuer or "?")
    return Check("trust", "fail", sentence)
