"""Step 3.1.1: stakeholders belong to one of five groups, each with its colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guildmark.toolkit.stakeholders.model import Group, PlacedStakeholder
from guildmark.vocabulary import groups as vocabulary


def group_word(group: Group) -> vocabulary.Group:
    """The group as a word for people, with its colour and letter (R36)."""
    return vocabulary.get(group.value)


def members(group: Group, stakeholders: Iterable[PlacedStakeholder]) -> tuple[PlacedStakeholder, ...]:
    """The stakeholders of one group, in the order given."""
    return tuple(one for one in stakeholders if one.source.group is group)


def rows_of(stakeholders: Sequence[PlacedStakeholder]) -> tuple[int, ...]:
    """The rows of the spreadsheet that these stakeholders were read from, in order."""
    return tuple(row for one in stakeholders for row in one.source.rows)
