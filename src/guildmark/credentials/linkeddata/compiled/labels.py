"""Labels for blank nodes and the order of statements, where first-degree hashes tell the nodes apart.

Source: RDF Dataset Canonicalization (RDFC-1.0), 4.4 to 4.6. Here each blank node is mentioned by one other node at
most. Where two look alike, the answer is None: only the full algorithm can tell them apart.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from guildmark.credentials.linkeddata.compiled.blocks import Blank, Block

_END = " .\n"
_HASHES = {"sha256": hashlib.sha256, "sha384": hashlib.sha384}


def canonical_lines(blocks: Sequence[Block], blanks: Sequence[Blank], hashing: str) -> str | None:
    """The canonical N-Quads of what the blocks say."""
    labels: dict[Blank, str] = {}
    blanks = [blank for blank in blanks if blank.parent or (blank.block and (blank.block.told or blank.block.links))]
    if len(blanks) == 1:
        labels[blanks[0]] = "_:c14n0"
    elif blanks:
        hashes = {_first_degree(blank, hashing): blank for blank in blanks}
        if len(hashes) < len(blanks):
            return None
        labels = {hashes[digest]: f"_:c14n{number}" for number, digest in enumerate(sorted(hashes))}
    said: dict[str, list[str]] = {}
    for block in blocks:
        told = block.told
        if block.links:
            told = told + [f"{predicate}{labels[blank]}" for predicate, blank in block.links]
        if not told:
            continue
        if block.graph is not None:
            told = [f"{one} {labels[block.graph]}" for one in told]
        subject = block.subject if isinstance(block.subject, str) else labels[block.subject]
        if subject in said:
            said[subject] = list({*said[subject], *told})
        else:
            said[subject] = told
    parts = []
    for subject in sorted(said):
        told = said[subject]
        told.sort()
        parts.append(f"{subject}{(_END + subject).join(told)}{_END}")
    return "".join(parts)


def _first_degree(blank: Blank, hashing: str) -> str:
    """Hash First Degree Quads: the node itself is `_:a`, every other blank node `_:z`."""
    block, parent = blank.block, blank.parent
    if block is not None and block.graph is None and parent is not None and isinstance(parent.subject, str):
        # The ordinary case: the mention by a named node comes first, "<" before "_".
        told = block.told + [f"{predicate}_:z" for predicate, _ in block.links] if block.links else block.told
        own = f"_:a{(_END + '_:a').join(sorted(told))}{_END}" if told else ""
        text = f"{parent.subject}{blank.predicate}_:a{_END}{own}"
        return _HASHES[hashing](text.encode("utf-8")).hexdigest()
    lines: list[str] = []
    if block is not None:
        lines += _lines(block, blank)
    if parent is not None:
        lines.append(_line(parent, f"{blank.predicate}_:a", blank))
    for member in blank.graph_of:
        lines += _lines(member, blank)
    lines.sort()
    return _HASHES[hashing]("".join(lines).encode("utf-8")).hexdigest()


def _lines(block: Block, blank: Blank) -> list[str]:
    told = [_line(block, one, blank) for one in block.told]
    return told + [_line(block, f"{predicate}_:z", blank) for predicate, _ in block.links]


def _line(block: Block, told: str, blank: Blank) -> str:
    subject = block.subject if isinstance(block.subject, str) else _seen(block.subject, blank)
    graph = "" if block.graph is None else f" {_seen(block.graph, blank)}"
    return f"{subject}{told}{graph}{_END}"


def _seen(other: Blank, blank: Blank) -> str:
    return "_:a" if other is blank else "_:z"
