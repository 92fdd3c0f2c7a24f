"""Killed at any moment and run again, it ends with one whole record for each learner."""

from __future__ import annotations

import pytest

from tests.credentials.issuing.runs import CLASS, Fragile, Killed, Shelf, names, run

CHANGES = 2 * len(CLASS)


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
@pytest.mark.parametrize("change", range(1, CHANGES + 1))
def test_in_memory(change: int, before: bool) -> None:
    shelf = Shelf()
    with pytest.raises(Killed):
        run(Fragile(shelf, change, before=before))
    run(shelf)
    assert names(shelf.records.values()) == ["Dora", "Emil", "Fatima"]
    assert len({entry.key for entry in shelf.journal}) == len(shelf.journal) == 3
