"""The nodes of a document by their id, put together from wherever their parts stand.

JSON-LD lets the same statements be written in many ways: a node may stand in another place, in two halves, or twice,
and a value may be repeated, without a change to the signed graph. So reading looks nodes up instead of trusting the
place, and takes what is said twice for said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from guildmark.credentials.openbadges.terms import TEXTS

_NOT_NODES = frozenset({"@context", "proof", *TEXTS})


class Nodes:
    """All nodes of one document that have an id.

    Each node is handed out once: our records never share one, and a stranger's document whose nodes point
    at each other in circles must not make the work grow beyond the size of the document.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._by_id: dict[str, dict[str, Any]] = {}
        self._taken: set[str] = set()
        repeated: dict[tuple[str, str], list[Any]] = {}
        waiting: list[Any] = [document]
        while waiting:
            value = waiting.pop()
            if isinstance(value, Mapping):
                self._keep(value, repeated)
                waiting.extend(inner for key, inner in value.items() if key not in _NOT_NODES)
            elif isinstance(value, list):
                waiting.extend(value)
        for (name, key), values in repeated.items():
            self._by_id[name][key] = only(list({_said_by(value): value for value in values}.values()))

    def _keep(self, node: Mapping[str, Any], repeated: dict[tuple[str, str], list[Any]]) -> None:
        name = node.get("id")
        if not isinstance(name, str):
            return
        kept = self._by_id.setdefault(name, {"id": name})
        for key, value in node.items():
            if key == "id":
                continue
            if key in kept:
                repeated.setdefault((name, key), [*listed(kept[key])]).extend(listed(value))
            else:
                kept[key] = value

    def take(self, value: Any) -> Mapping[str, Any] | None:
        """The node that a value is, or whose id it is; None where it is neither, or was taken before."""
        value = only(value)
        name = value.get("id") if isinstance(value, Mapping) else value
        if not isinstance(name, str):
            return value if isinstance(value, Mapping) else None
        if name in self._taken or name not in self._by_id:
            return None
        self._taken.add(name)
        return self._by_id[name]

    def take_all(self, value: Any) -> Iterator[Mapping[str, Any]]:
        """The nodes of an array, or the one node of a value that is none; what is no node is passed over."""
        for item in listed(value):
            node = self.take(item)
            if node is not None:
                yield node

    def whole(self, value: Any) -> Mapping[str, Any]:
        """All that the document says of a node, without taking it; empty where the value is none."""
        value = only(value)
        name = value.get("id") if isinstance(value, Mapping) else value
        if isinstance(name, str) and name in self._by_id:
            return self._by_id[name]
        return value if isinstance(value, Mapping) else {}


def listed(value: Any) -> list[Any]:
    """A value as a list: JSON-LD makes no difference between one value and an array of one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def only(value: Any) -> Any:
    """The value, or the one value of an array that holds no other: in linked data an array is a set."""
    if not isinstance(value, list) or not value:
        return value
    if len(value) == 1:
        return value[0]
    first = _said_by(value[0])
    return value[0] if all(_said_by(one) == first for one in value) else value


def _said_by(value: Any) -> tuple[type, object]:
    """What a value says in an array, told apart from every other: a node says its id, and 1 is not true."""
    name = value.get("id") if isinstance(value, Mapping) else value
    if isinstance(name, str):
        return str, name
    return type(value), repr(value)


def text_of(value: Any) -> str | None:
    """A string, or None."""
    value = only(value)
    return value if isinstance(value, str) else None
