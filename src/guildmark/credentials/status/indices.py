"""Which place in the list a record gets: drawn at random, so that a place tells neither when nor to whom.

Readers that know entries of one bit only look at bit `index`, where ours stand at `index * SIZE`. So places in
the first third are never given away: there, bit `index` repeats whether the record is anything but active, and
such a reader refuses a revoked or suspended record too.
"""

from __future__ import annotations

from collections.abc import Callable, Container

from guildmark.credentials.status.bitstring import LENGTH
from guildmark.credentials.status.statuses import SIZE, STATUSES
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say

FEWEST_DECOYS, MOST_DECOYS = 256, 1024

Choose = Callable[[int], int]
"""A number below the one that is given, drawn at random (the randbelow of Python's safe generator)."""


def first_place(entries: int = LENGTH) -> int:
    """The first place that may be given to a record."""
    return -(-entries // SIZE)


def capacity(entries: int = LENGTH) -> int:
    """How many records a list takes before a new one is due: three quarters of its places.

    Of so many each can be replaced, and the list still is what verifiers fetch (5 MB).
    """
    return (entries - first_place(entries)) * 3 // 4 - MOST_DECOYS


def free_index(taken: Container[int], choose: Choose, entries: int = LENGTH) -> int:
    """A place that nobody has. Raises GuildmarkError `status.list.full` where hardly any is left."""
    start = first_place(entries)
    for _attempt in range(200):
        index = start + choose(entries - start)
        if index not in taken:
            return index
    raise list_is_full()


def list_is_full() -> GuildmarkError:
    """What to raise where a list takes no more records."""
    sentence = say("The status list is full. Start another list, with an address of its own.")
    return GuildmarkError(Fault("status.list.full", sentence))


def decoys(choose: Choose, entries: int = LENGTH) -> dict[int, int]:
    """Places that look revoked or suspended and belong to nobody, with their codes: they hide how many records are.

    Made once with the list and kept for ever; ones that came and went would give themselves away.
    """
    made: dict[int, int] = {}
    for _number in range(FEWEST_DECOYS + choose(MOST_DECOYS - FEWEST_DECOYS)):
        made[free_index(made, choose, entries)] = 1 + choose(len(STATUSES) - 1)
    return made
