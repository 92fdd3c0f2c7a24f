"""The status lists of issuers: a place for each record, and the signed list that everybody may fetch."""

from __future__ import annotations

import secrets

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from guildmark.credentials.record import Record
from guildmark.credentials.status import STATUSES, StatusEntry, capacity, decoys, free_index, signed_list
from guildmark.credentials.verify import known_contexts
from guildmark.web.issuing.identity import WEB, did_of, signer
from guildmark.web.issuing.models import Issuer, SigningKey, StatusList
from guildmark.web.issuing.selectors import current_key

DRAWN = 128
"""Places that are drawn at once."""
NAMING = tuple(status.code for status in STATUSES if status.may_be_corrected)
"""The codes of records of which the list says which one followed."""


class Places:
    """Gives records of one key their places, each at random; a list that is full is followed by another.

    Places are drawn a part at a time and asked for in the table, so that a full list costs no more than an empty one.
    """

    def __init__(self, key: SigningKey) -> None:
        self._key = key
        self._list: StatusList | None = None
        self._taken: set[int] = set()
        self._free: list[int] = []
        self._records = 0

    def next(self) -> tuple[StatusList, int]:
        """A list and a place in it that no record has had."""
        found = self._open_list()
        while not self._free:
            self._draw(found)
        self._records += 1
        return found, self._free.pop()

    def _open_list(self) -> StatusList:
        found = self._list or StatusList.objects.filter(signing_key=self._key).order_by("-number").first()
        if found is not None and found is not self._list:
            self._load(found)
        if found is None or self._records >= capacity():
            found = _begun(self._key)
            self._load(found)
        return found

    def _load(self, found: StatusList) -> None:
        self._list, self._free = found, []
        self._records = found.records.count()
        self._taken = {int(place) for place in found.decoys}

    def _draw(self, found: StatusList) -> None:
        """Draw some places, and keep those that no record has, in the order in which they were drawn."""
        drawn = []
        for _ in range(DRAWN):
            drawn.append(free_index(self._taken, secrets.randbelow))
            self._taken.add(drawn[-1])
        # Without an order the index of the places answers alone; in order of issuing, whole records would be read.
        given = set(found.records.filter(status_index__in=drawn).order_by().values_list("status_index", flat=True))
        self._free = [place for place in drawn if place not in given]


class Placed:
    """Gives each record that is being signed its place, and keeps by record id which one it was."""

    def __init__(self, key: SigningKey) -> None:
        self._places = Places(key)
        self.places: dict[str, tuple[StatusList, int]] = {}

    def __call__(self, record: Record) -> StatusEntry:
        """The place of a record."""
        self.places[record.id] = self._places.next()
        return entry_of(*self.places[record.id])


def address_of(found: StatusList) -> str:
    """Where the list is published; it stands in every record of the list."""
    return found.issuer.origin + reverse("issuers:status", args=[found.issuer.slug, found.number])


def entry_of(found: StatusList, index: int) -> StatusEntry:
    """What a record says of its place."""
    return StatusEntry(address_of(found), index)


def sign_anew(found: StatusList) -> None:
    """Signs the list as the records stand now, with the key of its records: that one is the issuer's to them.

    Whoever changes another of its records at the same time waits, and then signs what both changed.
    """
    alone(found.issuer)
    # Read again: whoever held the issuer until now may have marked the key as compromised.
    found.signing_key.refresh_from_db(fields=["compromised_at"])
    key = _signs(found)
    codes = {int(place): code for place, code in found.decoys.items()}
    changed = found.records.exclude(status_code=0).order_by().values_list("status_index", "status_code")
    codes |= {place: code for place, code in changed if place is not None}
    followed = (
        found.records.filter(status_code__in=NAMING)
        .exclude(replaced_by=None)
        .order_by()
        .values_list("record_id", "replaced_by__record_id")
    )
    now = timezone.now()
    found.signed = signed_list(
        address_of(found),
        did_of(found.issuer, key),
        codes,
        signer(key),
        created=now,
        contexts=known_contexts(),
        replacements=dict(followed),
    )
    found.signed_at = now
    found.save(update_fields=["signed", "signed_at"])


def _signs(found: StatusList) -> SigningKey:
    """The key of its records; under did:web the current one where that was compromised and may sign no more.

    Under did:key the key is the issuer: what another one signed would be a stranger's list.
    """
    if found.signing_key.compromised_at is None or found.issuer.identity != WEB:
        return found.signing_key
    return current_key(found.issuer) or found.signing_key


def alone(issuer: Issuer) -> None:
    """Until the transaction ends, nobody else gives places, signs lists or changes keys of the issuer.

    SQLite has one writer anyhow; under PostgreSQL two workers could take one place, and one of two revocations
    made at the same moment would be missing in the list.
    """
    Issuer.objects.select_for_update(no_key=True).values_list("pk").get(pk=issuer.pk)


def _begun(key: SigningKey) -> StatusList:
    last = StatusList.objects.filter(issuer=key.issuer).aggregate(last=Max("number"))["last"] or 0
    found = StatusList.objects.create(
        issuer=key.issuer, signing_key=key, number=last + 1,
        decoys={str(place): code for place, code in decoys(secrets.randbelow).items()},
    )  # fmt: skip
    sign_anew(found)
    return found
