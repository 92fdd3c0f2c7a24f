"""Status lists that live as long as the door is open: one bit a credential, a list for each purpose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from guildmark.credentials.keys import Signer
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.securing import Mechanism, secure
from guildmark.credentials.status import TTL, Bitstring, encode, free_index

JsonObject = dict[str, Any]
PURPOSES = ("revocation", "suspension")


@dataclass(slots=True)
class StatusList:
    """One list: its address, who signs it and how, and which place belongs to which credential."""

    url: str
    purpose: str
    signer: Signer
    mechanism: Mechanism
    bits: Bitstring = field(default_factory=Bitstring.empty)
    places: dict[str, int] = field(default_factory=dict)

    def entry(self, credential_id: str, choose: Callable[[int], int]) -> JsonObject:
        """A place for this credential, as its `credentialStatus`; the same place each time."""
        if credential_id not in self.places:
            self.places[credential_id] = free_index(frozenset(self.places.values()), choose)
        place = self.places[credential_id]
        return {
            "id": f"{self.url}#{place}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": self.purpose,
            "statusListIndex": str(place),
            "statusListCredential": self.url,
        }

    def set(self, credential_id: str, value: bool) -> None:
        """Sets or clears the bit of this credential; KeyError where it has no place here."""
        self.bits.set_bit(self.places[credential_id], value)

    def published(self, now: datetime, contexts: Contexts) -> JsonObject:
        """The signed list as it stands now."""
        document = {
            "@context": ["https://www.w3.org/ns/credentials/v2"],
            "id": self.url,
            "type": ["VerifiableCredential", "BitstringStatusListCredential"],
            "issuer": self.signer.controller,
            "validFrom": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "credentialSubject": {
                "id": f"{self.url}#list",
                "type": "BitstringStatusList",
                "statusPurpose": self.purpose,
                "encodedList": encode(self.bits),
                "ttl": TTL * 1000,
            },
        }
        return secure(document, self.signer, self.mechanism, created=now, contexts=contexts)
