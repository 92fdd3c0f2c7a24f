"""The table of records as the store of `credentials.issuing`: journal and record are one row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guildmark.credentials.issuing import Entry, Issued
from guildmark.web.issuing.models import Issuance, IssuedRecord, StatusList


class Table:
    """What is there under these keys. What is new is kept until `written` puts it into the table in one go.

    A row holds the journal's entry and the record, so a transaction keeps both promises of a store. `places`
    has, by record id, where in which status list a new record stands.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        self.places: dict[str, tuple[StatusList, int]] = {}
        self._there: dict[str, Entry] = {}
        for some in _parts(keys, 500):
            for row in IssuedRecord.objects.filter(key__in=some).values_list("key", "fingerprint", "row", "record_id"):
                key, fingerprint, number, record_id = row
                self._there[key] = Entry(key, fingerprint, "", number, record_id, record_id)
        self._files = {entry.file for entry in self._there.values()}
        self._new: dict[str, bytes] = {}

    def entries(self) -> Iterable[Entry]:
        """The records under these keys."""
        return self._there.values()

    def note(self, *entries: Entry) -> None:
        """Nothing yet: entry and record are written together."""

    def holds(self, file: str) -> bool:
        """Whether the record is there."""
        return file in self._files

    def keep(self, file: str, data: bytes) -> None:
        """Keeps the signed bytes for `written`."""
        self._new[file] = data

    def written(self, issuance: Issuance, issued: Sequence[Issued]) -> list[IssuedRecord]:
        """Puts what was issued into the table; the unique key refuses what came in between from elsewhere."""
        return IssuedRecord.objects.bulk_create(
            IssuedRecord(
                issuance=issuance,
                key=one.entry.key,
                fingerprint=one.entry.fingerprint,
                record_id=one.entry.record_id,
                signed=self._new[one.entry.file],
                status_list=self.places[one.entry.record_id][0],
                status_index=self.places[one.entry.record_id][1],
                row=one.learner.row,
                learner_name=(one.learner.name or "")[:300],
                learner_email=(one.learner.email or "")[:320],
                language=(one.learner.language or "")[:10],
            )
            for one in issued
        )


def _parts(keys: Sequence[str], size: int) -> Iterable[Sequence[str]]:
    return (keys[start : start + size] for start in range(0, len(keys), size))
