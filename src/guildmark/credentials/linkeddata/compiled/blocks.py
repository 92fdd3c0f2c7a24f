"""Blocks of statements: what is said of one node in one graph, with blank nodes not yet named."""

from __future__ import annotations


class Blank:
    """A blank node: what is said of it, the one place where it is mentioned, and what it is the graph of."""

    __slots__ = ("block", "graph_of", "parent", "predicate")

    def __init__(self) -> None:
        self.block: Block | None = None
        self.parent: Block | None = None
        self.predicate = ""
        self.graph_of: list[Block] = []


class Block:
    """What is said of one node in one graph; `told` are predicates and objects, `links` those whose object is blank.

    `many` where one key had several values, which may say the same twice.
    """

    __slots__ = ("graph", "links", "many", "subject", "told")

    def __init__(self, subject: str | Blank, graph: Blank | None, told: list[str]) -> None:
        self.subject = subject
        self.graph = graph
        self.told = told
        self.links: list[tuple[str, Blank]] = []
        self.many = False
