"""Very many stakeholders, gathered: a mark for all of a group and an understanding in one part of the map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from guildmark.drawing.stakeholder_map.numbering import Numbered, Sorted
from guildmark.toolkit.stakeholders.model import PlacedStakeholder, PowerResult

MOST = 150
"""So many marks can be told apart on one map; of more, each mark counts."""


def is_crowded(people: Sorted) -> bool:
    """Whether a mark stands for several."""
    return sum(map(len, people.parts.values())) + len(people.beside) > MOST


def gathered(people: Sorted) -> Sorted:
    """A mark for each group and understanding in each part: its number says how many, its place is their middle."""
    return Sorted({part: _crowds(ones) for part, ones in people.parts.items()}, _crowds(people.beside))


def _crowds(people: Sequence[Numbered]) -> tuple[Numbered, ...]:
    kinds: dict[tuple[object, object], list[PlacedStakeholder]] = defaultdict(list)
    for one in people:
        kinds[one.stakeholder.source.group, one.stakeholder.understanding].append(one.stakeholder)
    crowds = (Numbered(len(members), _middle(members)) for members in kinds.values())
    return tuple(sorted(crowds, key=lambda crowd: -crowd.number))


def _middle(members: Sequence[PlacedStakeholder]) -> PlacedStakeholder:
    """One that stands where all of them stand on the average: their answers pooled."""
    return replace(
        members[0],
        influence=_pooled([one.influence for one in members]),
        support=_pooled([one.support for one in members]),
    )


def _pooled(results: Sequence[PowerResult]) -> PowerResult:
    return replace(results[0], yes=sum(one.yes for one in results), answered=sum(one.answered for one in results))
