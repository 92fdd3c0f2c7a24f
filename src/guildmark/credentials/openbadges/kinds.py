"""How a value of the design stands in the document, and how it is read back: one small pair a kind.

A kind writes a value under a term and reads it again; `elements` says which term and kind belong to
which key. Every object becomes a node with an id, so that the signature covers its presence and its
order (`listPosition`), and the canonical form needs no blank nodes.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from guildmark.credentials.openbadges.concepts import concept_key, concept_uri
from guildmark.credentials.openbadges.decimals import decimal_text, decimal_value
from guildmark.credentials.openbadges.nodes import Nodes, listed, only, text_of
from guildmark.credentials.openbadges.terms import EMPTY_LIST


class Kind(ABC):
    """A way of writing a value, and of reading it back."""

    @abstractmethod
    def write(self, value: Any, place: str) -> Any:
        """The JSON-LD of a value; `place` is the id of the node that it becomes, where it becomes one."""

    @abstractmethod
    def read(self, written: Any, nodes: Nodes) -> Any:
        """The value that was written; None where what stands there cannot be one."""


class Item(Kind):
    """A kind whose values become nodes, and so can have a place in a list."""

    def read(self, written: Any, nodes: Nodes) -> Any:
        """The value of the node that stands there, or whose id stands there."""
        node = nodes.take(written)
        return None if node is None else self.read_node(node, nodes)

    @abstractmethod
    def read_node(self, node: Mapping[str, Any], nodes: Nodes) -> Any:
        """The value that a node says; None where it says none."""


class Plain(Kind):
    """A string, or a whole number, as it is."""

    def write(self, value: Any, place: str) -> Any:
        """The value itself."""
        return value

    def read(self, written: Any, nodes: Nodes) -> Any:
        """The value itself."""
        value = only(written)
        return value if isinstance(value, str | int) and not isinstance(value, bool) else None


class Words(Kind):
    """A text: a string, or a string per language."""

    def write(self, value: Any, place: str) -> Any:
        """The text itself: the term's container is a language map, and takes a bare string too."""
        return value

    def read(self, written: Any, nodes: Nodes) -> Any:
        """The string, or the strings per language."""
        value = only(written)
        if isinstance(value, Mapping):
            texts = {tag: text_of(text) for tag, text in value.items()}
            return {tag: text for tag, text in texts.items() if text is not None} or None
        return value if isinstance(value, str) else None


class Amount(Kind):
    """A number, exactly."""

    def write(self, value: Any, place: str) -> Any:
        """The number in decimal notation."""
        return decimal_text(value)

    def read(self, written: Any, nodes: Nodes) -> Any:
        """The number."""
        return decimal_value(only(written))


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """One of a closed group of keys, as the address of a concept."""

    group: str

    def write(self, value: Any, place: str) -> Any:
        """The concept's address."""
        return concept_uri(self.group, value)

    def read(self, written: Any, nodes: Nodes) -> Any:
        """The key behind the address, whether it stands alone or as a node."""
        value = only(written)
        uri = text_of(value.get("id") if isinstance(value, Mapping) else value)
        return concept_key(self.group, uri) if uri else None


@dataclass(frozen=True, slots=True)
class Field:
    """A key of an object, the term that it stands under, and how; an object without a required key is none."""

    key: str
    term: str
    kind: Kind
    required: bool = False


@dataclass(frozen=True, slots=True)
class Thing(Item):
    """An object, as a node of a class."""

    type: str
    fields: tuple[Field, ...]

    def write(self, value: Any, place: str) -> Any:
        """The node; ValueError for a key that has no term, since a record must not lose it."""
        unknown = value.keys() - {field.key for field in self.fields}
        if unknown:
            raise ValueError(f"{self.type} has no term for {sorted(unknown)}")
        node = {"id": place, "type": self.type}
        for field in self.fields:
            if value.get(field.key) is not None:
                node[field.term] = field.kind.write(value[field.key], f"{place}.{field.key}")
        return node

    def read_node(self, node: Mapping[str, Any], nodes: Nodes) -> Any:
        """The object, with the keys that the node has a good value for."""
        found = {}
        for field in self.fields:
            value = field.kind.read(node[field.term], nodes) if field.term in node else None
            if value is not None:
                found[field.key] = value
            elif field.required:
                return None
        return found


@dataclass(frozen=True, slots=True)
class Bare(Item):
    """A value that is no object, as a node with one term."""

    type: str
    term: str
    kind: Kind

    def write(self, value: Any, place: str) -> Any:
        """The node."""
        return {"id": place, "type": self.type, self.term: self.kind.write(value, place)}

    def read_node(self, node: Mapping[str, Any], nodes: Nodes) -> Any:
        """The value under the term."""
        return self.kind.read(node[self.term], nodes) if self.term in node else None


@dataclass(frozen=True, slots=True)
class Either(Item):
    """Two shapes of one element, told apart by a key and, in the document, by a term that only one of them has."""

    key: str
    term: str
    when: Thing
    otherwise: Thing | Bare

    def write(self, value: Any, place: str) -> Any:
        """The node of the shape that the value has."""
        chosen = self.when if isinstance(value, Mapping) and self.key in value else self.otherwise
        return chosen.write(value, place)

    def read_node(self, node: Mapping[str, Any], nodes: Nodes) -> Any:
        """The value, in the shape whose term the node has."""
        return (self.when if self.term in node else self.otherwise).read_node(node, nodes)


@dataclass(frozen=True, slots=True)
class Many(Kind):
    """A list, in its order."""

    item: Item

    def write(self, value: Any, place: str) -> Any:
        """The nodes with their places; an empty list by RDF's own name for it."""
        if not value:
            return EMPTY_LIST
        return [
            {**self.item.write(one, f"{place}.{number}"), "listPosition": number}
            for number, one in enumerate(value, start=1)
        ]

    def read(self, written: Any, nodes: Nodes) -> Any:
        """The values in the order of their places."""
        if any(text_of(item) == EMPTY_LIST for item in listed(written)):
            return []
        return self.read_nodes(nodes.take_all(written), nodes)

    def read_nodes(self, found: Iterable[Mapping[str, Any]], nodes: Nodes) -> Any:
        """The values of these nodes, in order; None where none has one."""
        values = [self.item.read_node(node, nodes) for node in sorted(found, key=position)]
        return [value for value in values if value is not None] or None


@dataclass(frozen=True, slots=True)
class OneOrMany(Kind):
    """One value, or a list of them: a list of one stays a list, since its node has a place."""

    item: Item

    def write(self, value: Any, place: str) -> Any:
        """One node, or nodes with their places."""
        return Many(self.item).write(value, place) if isinstance(value, list) else self.item.write(value, place)

    def read(self, written: Any, nodes: Nodes) -> Any:
        """One value, or the values in order."""
        found = list(nodes.take_all(written))
        if len(found) == 1 and "listPosition" not in found[0]:
            return self.item.read_node(found[0], nodes)
        return Many(self.item).read_nodes(found, nodes)


def position(node: Mapping[str, Any]) -> int:
    """The place of a node in its list; at the end where the node does not say."""
    number = only(node.get("listPosition"))
    return number if isinstance(number, int) and not isinstance(number, bool) else 2**53
