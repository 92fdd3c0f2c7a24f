"""Every way of changing one value of a document: what a forger would try first."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value that holds no other, outside `@context`, with the way to it."""
    match value:
        case dict():
            for key, item in value.items():
                if key != "@context":
                    yield from leaves(item, (*path, key))
        case list():
            for index, item in enumerate(value):
                yield from leaves(item, (*path, index))
        case _:
            yield path, value


def others(value: Any) -> list[Any]:
    """Values of the same kind that are not this one."""
    match value:
        case bool():
            return [not value]
        case int() | float():
            return [value + 1, -value - 1]
        case str():
            return [f"{value}x", ""] if value else ["x"]
        case _:
            return ["x"]


def every_change(document: dict[str, Any], every: int = 1) -> Iterator[tuple[Path, Any, dict[str, Any]]]:
    """The document with one value changed: where, to what, and the whole; or every so-manyth of these."""
    changes = [(path, other) for path, value in leaves(document) for other in others(value)]
    for path, other in changes[::every]:
        changed = copy.deepcopy(document)
        place: Any = changed
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = other
        yield path, other, changed
