"""Any JSON value as nodes: for the keys of a design that are the authors' own to shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guildmark.credentials.openbadges.decimals import decimal_text, decimal_value
from guildmark.credentials.openbadges.kinds import Kind, position
from guildmark.credentials.openbadges.nodes import Nodes, only, text_of

DEEPEST = 24
"""Levels of nesting that a record carries: two levels of the document each, and a verifier stops at 64."""


class AnyJson(Kind):
    """Objects as nodes with named members, arrays as nodes with items in order, each value with its type.

    Null is a DataValue that has no value.
    """

    def write(self, value: Any, place: str) -> Any:
        """The node of a value, with the nodes of what it holds."""
        node: dict[str, Any] = {"id": place, "type": "DataValue"}
        match value:
            case dict():
                node["type"] = "DataObject"
                members = [
                    {**self.write(inner, f"{place}.{number}"), "dataName": name}
                    for number, (name, inner) in enumerate(sorted(value.items()), start=1)
                ]
                return {**node, "dataMember": members} if members else node
            case list():
                node["type"] = "DataArray"
                items = [
                    {**self.write(inner, f"{place}.{number}"), "listPosition": number}
                    for number, inner in enumerate(value, start=1)
                ]
                return {**node, "dataItem": items} if items else node
            case bool():
                return {**node, "dataBoolean": value}
            case str():
                return {**node, "dataText": value}
            case int() | float():
                return {**node, "dataNumber": decimal_text(value)}
            case _:
                return node

    def read(self, written: Any, nodes: Nodes) -> Any:
        """The value; what is nested deeper than a record carries reads as null."""
        node = nodes.take(written)
        return None if node is None else self._read_node(node, nodes, DEEPEST)

    def _read_node(self, node: Mapping[str, Any], nodes: Nodes, levels: int) -> Any:
        if levels == 0:
            return None
        match only(node.get("type")):
            case "DataObject":
                members = list(nodes.take_all(node.get("dataMember")))
                named = [(text_of(member.get("dataName")), member) for member in members]
                return {name: self._read_node(member, nodes, levels - 1) for name, member in named if name is not None}
            case "DataArray":
                items = sorted(nodes.take_all(node.get("dataItem")), key=position)
                return [self._read_node(item, nodes, levels - 1) for item in items]
            case _:
                return self._value(node)

    def _value(self, node: Mapping[str, Any]) -> Any:
        if "dataText" in node:
            return text_of(node["dataText"])
        if "dataNumber" in node:
            return decimal_value(only(node["dataNumber"]))
        truth = only(node.get("dataBoolean"))
        return truth if isinstance(truth, bool) else None


def depth(value: Any) -> int:
    """Levels of nesting: 1 for a text or a number, 2 for a list of texts."""
    levels, layer = 0, [value]
    while layer:
        levels += 1
        layer = [
            inner
            for outer in layer
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return levels
