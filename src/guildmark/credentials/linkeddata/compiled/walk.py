"""One walk over the JSON of a document, which leaves its statements in blocks: one for each node and graph.

Source: JSON-LD 1.1 API, 5.1 ("Expansion"), 7.1 ("Node Map Generation") and 8.1 ("Deserialize JSON-LD to RDF").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from guildmark.credentials.linkeddata.compiled.blocks import Blank, Block
from guildmark.credentials.linkeddata.compiled.meaning import DontKnowError, Meanings, Plan, Scope, Term, whole_address
from guildmark.credentials.linkeddata.compiled.scalars import scalar
from guildmark.credentials.linkeddata.literals import escape
from guildmark.credentials.linkeddata.statements import LANGUAGE, MOST_COMPARISONS

FEW_STATEMENTS = 900
"""With this many statements and nodes even the worst order needs fewer comparisons than the general way takes."""
MOST_LEVELS = 64

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_FIRST, _REST = f" <{_RDF}first> ", f" <{_RDF}rest> "
_VALUE_KEYS = frozenset({"@value", "@language", "@type"})


class Walk:
    """A document's statements; raises DontKnowError. `apart` is a key whose statements are read and left out."""

    def __init__(self, document: Mapping[str, Any], meanings: Meanings, apart: str | None = None) -> None:
        self.blocks: list[Block] = []
        self.blanks: list[Blank] = []
        self._document_id = document.get("id")
        self._apart = apart
        self._statements = self._squares = 0
        self._forgotten: list[Block] = []
        if apart is not None and isinstance(document.get(apart), str):
            raise DontKnowError
        block = self._node(document, meanings.root, None, 0)
        if not block.told and not block.links and "id" in document:
            # What is only named is dropped where nothing mentions it.
            raise DontKnowError
        if self._statements > FEW_STATEMENTS and self._comparisons() > MOST_COMPARISONS:
            raise DontKnowError

    def _comparisons(self) -> int:
        """At least as many comparisons of values as the general way may need; it refuses a document for too many."""
        blocks = self.blocks + self._forgotten
        named = Counter(block.subject for block in blocks if isinstance(block.subject, str))
        # What is said of one thing in several places is counted together.
        together = max(named.values(), default=1)
        mentions = named + Counter(one.rpartition(" ")[2] for block in blocks for one in block.told)
        return 4 * together * (self._squares + 3 * self._statements) + sum(n * n for n in mentions.values())

    def _node(self, node: Mapping[str, Any], scope: Scope, graph: Blank | None, depth: int) -> Block:
        block, plan = self._begin(node, scope, graph, depth)
        told = block.told
        for key, term in plan.terms:
            item = node[key]
            # Texts are most of any record, so they are written here and now.
            if item.__class__ is str and term.after is not None:
                if not item.isprintable() or '"' in item or "\\" in item:
                    item = escape(item)
                told.append(f'{term.before}"{item}{term.after}')
            elif item.__class__ is str and term.is_single_address:
                scope = term.scope
                told.append(term.before + (scope.addresses.get(item) or scope.address(item)))
            elif key == self._apart and not depth:
                self._read_apart(item, term, block)
            elif item.__class__ is list and not term.is_list:
                if len(item) > 1:
                    block.many = True
                    self._squares += len(item) ** 2
                for one in item:
                    if one.__class__ is str and term.after is not None:
                        told.append(f'{term.before}"{escape(one)}{term.after}')
                    else:
                        self._value(one, term, block, depth)
            else:
                self._values(item, term, block, depth)
        if block.many or plan.doubled:
            block.told = list(dict.fromkeys(told))
        self._statements += len(told) + len(block.links) + 1
        return block

    def _begin(self, node: Mapping[str, Any], scope: Scope, graph: Blank | None, depth: int) -> tuple[Block, Plan]:
        """The block of a node with its types, and how to read the rest."""
        if depth > MOST_LEVELS:
            raise DontKnowError
        if "@context" in node:
            scope = scope.within(node["@context"])
        types = node.get("type")
        if types.__class__ is list:
            types = tuple(types)
            self._squares += len(types) ** 2
        plan = scope.plan(tuple(node), types)
        if "id" in node:
            name = node["id"]
            # The record is described in one place.
            if depth and len(node) > 1 and name == self._document_id:
                raise DontKnowError
            block = Block(scope.known_address(name), graph, list(plan.types))
        else:
            blank = Blank()
            self.blanks.append(blank)
            block = blank.block = Block(blank, graph, list(plan.types))
        self._keep(block)
        return block, plan

    def _keep(self, block: Block) -> None:
        self.blocks.append(block)
        if block.graph is not None:
            block.graph.graph_of.append(block)

    def _values(self, item: Any, term: Term, block: Block, depth: int) -> None:
        if isinstance(item, list):
            block.many = block.many or len(item) > 1
            self._squares += len(item) ** 2
            if term.is_list:
                self._list(item, term, block, depth)
                return
            for one in item:
                self._value(one, term, block, depth)
        elif term.is_list:
            raise DontKnowError
        elif term.is_language_map and isinstance(item, dict):
            block.many = True
            self._language_map(item, term, block.told)
        else:
            self._value(item, term, block, depth)

    def _text(self, text: str, term: Term, told: list[str]) -> None:
        if term.is_graph:
            raise DontKnowError
        if not term.is_address:
            told.append(term.before + scalar(text, term.datatype))
        elif term.of_words and text in term.scope.active["mappings"]:
            told.append(f"{term.before}<{whole_address(term.scope.expanded(text))}>")
        else:
            told.append(term.before + term.scope.known_address(text))

    def _value(self, item: Any, term: Term, block: Block, depth: int) -> None:
        if isinstance(item, dict):
            if "@value" in item:
                block.told.append(self._value_object(item, term))
            else:
                self._child(item, term, block, depth)
        elif isinstance(item, str):
            self._text(item, term, block.told)
        elif isinstance(item, int | float) and not term.is_graph:
            block.told.append(term.before + scalar(item, term.datatype))
        else:
            raise DontKnowError

    def _value_object(self, item: Mapping[str, Any], term: Term) -> str:
        value, language, datatype = item["@value"], item.get("@language"), item.get("@type")
        if len(item) > 2 or not item.keys() <= _VALUE_KEYS or term.is_graph:
            raise DontKnowError
        if "@language" in item:
            if not isinstance(value, str) or not isinstance(language, str) or not LANGUAGE.fullmatch(language):
                raise DontKnowError
            return f'{term.before}"{escape(value)}"@{language.lower()}'
        if "@type" in item and "://" not in whole_address(datatype):
            raise DontKnowError
        if not isinstance(value, str | bool | int | float):
            raise DontKnowError
        return term.before + scalar(value, datatype)

    def _language_map(self, item: Mapping[str, Any], term: Term, told: list[str]) -> None:
        if "id" in item and item["id"] == self._document_id:
            raise DontKnowError
        for tag, texts in item.items():
            after = term.in_language(tag)
            for text in texts if isinstance(texts, list) else [texts]:
                if not isinstance(text, str):
                    raise DontKnowError
                told.append(f'{term.before}"{escape(text)}{after}')
        self._squares += len(told) ** 2

    def _list(self, items: Sequence[Any], term: Term, block: Block, depth: int) -> None:
        """A list is a chain of blank nodes, each with its item and the rest."""
        before, predicate = term.before, replace(term, before=_FIRST, is_list=False, after=None)
        for item in items:
            cell = Blank()
            self.blanks.append(cell)
            block.links.append((before, cell))
            cell.parent, cell.predicate = block, before
            block = cell.block = Block(cell, block.graph, [])
            self._keep(block)
            self._value(item, predicate, block, depth)
            self._statements += 3
            before = _REST
        block.told.append(f"{before}<{_RDF}nil>")

    def _child(self, item: Mapping[str, Any], term: Term, block: Block, depth: int) -> None:
        graph = block.graph
        if len(item) == 1 and "id" in item:
            if term.is_graph:
                raise DontKnowError
            term.referring.plan(("id",), None)
            block.told.append(term.before + term.referring.known_address(item["id"]))
            return
        if term.is_graph:
            graph = Blank()
            self.blanks.append(graph)
            self._link(block, term, graph)
        child = self._node(item, term.entering, graph, depth + 1)
        if not term.is_graph:
            if isinstance(child.subject, Blank):
                self._link(block, term, child.subject)
            else:
                block.told.append(f"{term.before}{child.subject}")

    def _link(self, block: Block, term: Term, blank: Blank) -> None:
        blank.parent, blank.predicate = block, term.before
        block.links.append((term.before, blank))

    def _read_apart(self, item: Any, term: Term, block: Block) -> None:
        """Read what stands under the key, and forget it: it must be known, and is not part of the statements."""
        if not isinstance(item, dict | list):
            raise DontKnowError
        kept = self.blocks, self.blanks, block.told, block.links
        self.blocks, self.blanks, block.told, block.links = [], [], [], []
        for one in item if isinstance(item, list) else [item]:
            self._value(one, term, block, 0)
        self._forgotten = self.blocks
        self.blocks, self.blanks, block.told, block.links = kept
