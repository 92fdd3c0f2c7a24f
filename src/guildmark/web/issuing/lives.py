"""What became of each key of an issuer: made, retired, compromised, when and by whom. The journal tells by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from guildmark.web.issuing.models import IssuedRecord, Issuer, SigningKey
from guildmark.web.journal.models import Entry

_VERBS = ("issuing.issuer.created", "issuing.key.rotated", "issuing.key.compromised")


@dataclass(frozen=True, slots=True)
class Life:
    """A key, and the journal's entries on it; `records` were signed with it."""

    key: SigningKey
    records: int
    made: Entry | None
    retired: Entry | None
    compromised: Entry | None

    @property
    def reason(self) -> str:
        """Why it counts as compromised."""
        return str(self._said.get("reason") or "")

    @property
    def since(self) -> date | None:
        """When it got into wrong hands, as far as known."""
        day = self._said.get("since")
        return date.fromisoformat(day) if day else None

    @property
    def _said(self) -> Mapping[str, Any]:
        return (self.compromised.after if self.compromised else None) or {}


def lives_of_keys(issuer: Issuer) -> list[Life]:
    """Every key, the latest first."""
    made: dict[str, Entry] = {}
    retired: dict[str, Entry] = {}
    compromised: dict[str, Entry] = {}
    found = list(issuer.keys.order_by("-id"))
    for entry in _entries(issuer):
        before, after = (str((said or {}).get("key", "")) for said in (entry.before, entry.after))
        match entry.verb:
            case "issuing.key.compromised":
                compromised[after] = entry
            case "issuing.key.rotated":
                made[after], retired[before] = entry, entry
            case _ if found:
                made[found[-1].did_key] = entry
    counts = _records(issuer)
    return [
        Life(one, counts.get(one.pk, 0), *(kind.get(one.did_key) for kind in (made, retired, compromised)))
        for one in found
    ]


def _entries(issuer: Issuer) -> list[Entry]:
    return list(
        Entry.objects.filter(
            partnership=issuer.partnership, object_kind=issuer._meta.label, object_id=issuer.public_id, verb__in=_VERBS
        )
        .select_related("person")
        .order_by("id")
    )


def _records(issuer: Issuer) -> dict[int, int]:
    """How many records each key signed, as `selectors.signed_with` has it, in one query for all."""
    counts: dict[int, int] = {}
    rows = IssuedRecord.objects.filter(issuance__issuer=issuer).order_by()
    for listed, begun_with, count in rows.values_list("status_list__signing_key", "issuance__signing_key").annotate(
        Count("id")
    ):
        signer = listed or begun_with
        counts[signer] = counts.get(signer, 0) + count
    return counts
