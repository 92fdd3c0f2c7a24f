"""What records of one template have in common, told apart quickly from what another record has there."""

from __future__ import annotations

from collections.abc import Sequence
from operator import is_

from guildmark.credentials.openbadges.shared import SharedArray, SharedObject
from guildmark.credentials.prepared.places import Taken, exactly

_UNCHANGING = frozenset({str, int, float, bool, type(None), SharedObject, SharedArray})


class Sameness:
    """Everything of a record but its places, as bytes that differ whenever it differs."""

    def __init__(self, exact: Sequence[bytes | None]) -> None:
        """`exact`: `exactly` of each fixed value."""
        self._exact = tuple(exact)
        self._seen: list[object] | None = None

    def fits(self, taken: Taken) -> bool:
        """Whether everything but the places is exactly the same, types and order included."""
        if self._seen is not None and all(map(is_, taken.fixed, self._seen)):
            return True
        if any(exactly(one) != known for one, known in zip(taken.fixed, self._exact, strict=True)):
            return False
        if all(one.__class__ in _UNCHANGING for one in taken.fixed):
            # What cannot change says the same for as long as it is the same object.
            self._seen = taken.fixed
        return True
