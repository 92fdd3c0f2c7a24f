"""In linked data an array is a set: what stands twice under one signature is said once, and nothing is lost."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from guildmark.credentials import openbadges
from guildmark.credentials.verify import verify
from tests.credentials import signed
from tests.credentials.verify.test_whatever_stands_there import places

RECORD = signed.ob3(signed.full())


def doubled(path: tuple[str | int, ...]) -> dict[str, Any]:
    """The record in which a value stands twice."""
    made: Any = copy.deepcopy(RECORD)
    holder = made
    for step in path[:-1]:
        holder = holder[step]
    value = holder[path[-1]]
    if isinstance(holder, list):
        holder.append(copy.deepcopy(value))
    else:
        holder[path[-1]] = [value, copy.deepcopy(value)]
    return made


def ways() -> Iterator[dict[str, Any]]:
    for path in places(RECORD):
        if "@context" not in path and path[0] != "proof":
            yield doubled(path)


def test_a_value_that_stands_twice_hides_nothing() -> None:
    whole = dict(verify(signed.as_bytes(RECORD), now=signed.NOW).record)
    found = [verify(signed.as_bytes(document), now=signed.NOW) for document in list(ways())[::3]]
    valid = [dict(one.record) for one in found if one.verdict == "valid"]
    assert len(valid) > 20
    assert [record for record in valid if record != whole] == []


@pytest.mark.parametrize("key", ["learningOutcome", "designModules", "designActivities", "name"])
def test_reading_alone_takes_it_for_said_once_too(key: str) -> None:
    document = copy.deepcopy(RECORD)
    achievement = document["credentialSubject"]["achievement"]
    value = achievement[key]
    achievement[key] = [*value, *value] if isinstance(value, list) else [value, value]
    assert openbadges.read(document) == openbadges.read(RECORD)
