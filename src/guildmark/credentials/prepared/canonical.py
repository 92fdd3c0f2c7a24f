"""The canonical form of a record, prepared: fixed statements once, the others filled per learner.

RDFC-1.0 sorts statements and numbers blank nodes by hashes of what is said of them. What learners differ in
changes those hashes, so labels are never frozen: they are found anew for each learner, step by step as the
recommendation says. Where two blank nodes tie, the full algorithm is needed and `digest` says None.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.linkeddata.canonical import quad_line
from guildmark.credentials.linkeddata.literals import escape
from guildmark.credentials.linkeddata.statements import to_dataset
from guildmark.credentials.prepared.places import ADDRESS, is_safe_address

_DEFAULT = "@default"


class CannotPrepareError(Exception):
    """The document is of a kind that the slow path alone can do."""


class CanonicalTemplate:
    """What all documents of one shape have in common in their canonical form."""

    def __init__(self, marked: Mapping[str, Any], marks: Sequence[str], kinds: Sequence[str], contexts: Contexts):
        """`marked`: a document with a mark, found nowhere else, at each place; `kinds`: TEXT or ADDRESS for each.

        Raises CannotPrepareError, and what `to_dataset` raises.
        """
        dataset = to_dataset(marked, contexts)
        if set(dataset) - {_DEFAULT}:
            raise CannotPrepareError("blank nodes inside named graphs")
        self._kinds = tuple(kinds)
        self._addresses = tuple(place for place, kind in enumerate(kinds) if kind == ADDRESS)
        quads = list({quad_line(quad): quad for quad in dataset[_DEFAULT]}.values())
        blank = sorted({part for quad in quads for part in _blank_nodes(quad)})
        fixed, variable = [], []
        for quad in quads:
            line = quad_line(quad)
            touched = _blank_nodes(quad) or any(mark in line for mark in marks)
            if not touched:
                fixed.append(line)
            else:
                variable.append(quad)
        self._fixed = sorted(line.encode("utf-8") for line in fixed)
        self._text = memoryview(b"".join(self._fixed))
        self._offsets = [0, *accumulate(map(len, self._fixed))]
        self._all_fixed = hashlib.sha256(self._text)
        self._fixed_subjects = frozenset(quad["subject"]["value"] for quad in quads if quad["subject"]["type"] == "IRI")
        labels = {name: f"\0{len(kinds) + number}\0" for number, name in enumerate(blank)}
        self._variable = _Lines([_named(quad, labels) for quad in variable], marks)
        self._nodes = [
            _Lines([_named(quad, _seen_from(name, blank)) for quad in quads if name in _blank_nodes(quad)], marks)
            for name in blank
        ]

    def lines(self, values: Sequence[str]) -> bytes | None:
        """The whole canonical form for these values; None where only the full algorithm can say."""
        filled = self._filled(values)
        return None if filled is None else b"".join(sorted({*self._fixed, *filled}))

    def digest(self, values: Sequence[str]) -> bytes | None:
        """The SHA-256 of the canonical form for these values; None where only the full algorithm can say."""
        filled = self._filled(values)
        if filled is None:
            return None
        fixed, text, offsets = self._fixed, self._text, self._offsets
        first = bisect_left(fixed, filled[0])
        if first == len(fixed):
            # Every statement that differs comes after those that do not: their hash is continued.
            hashed = self._all_fixed.copy()
            hashed.update(b"".join(filled))
            return hashed.digest()
        parts, done = [text[: offsets[first]]], first
        for line in filled:
            if done < len(fixed) and line > fixed[done]:
                place = bisect_left(fixed, line, done)
                parts.append(text[offsets[done] : offsets[place]])
                done = place
            parts.append(line)  # type: ignore[arg-type]  # bytes join either
        parts.append(text[offsets[done] :])
        return hashlib.sha256(b"".join(parts)).digest()

    def accepts(self, values: Sequence[str]) -> bool:
        """Whether these values leave the document what it is: whole addresses, and no node that is named twice."""
        named = {values[place] for place in self._addresses}
        return len(named) == len(self._addresses) and all(
            is_safe_address(value) and value not in self._fixed_subjects for value in named
        )

    def _filled(self, values: Sequence[str]) -> list[bytes] | None:
        """The statements that differ, labelled and sorted."""
        parts: list[bytes] = []
        for kind, value in zip(self._kinds, values, strict=True):
            if kind == ADDRESS:
                # A node that is named twice has the statements of both, in an order of its own.
                if not is_safe_address(value) or value in self._fixed_subjects:
                    return None
                parts.append(value.encode("ascii"))
            else:
                parts.append(escape(value).encode("utf-8"))
        if len({parts[place] for place in self._addresses}) != len(self._addresses):
            return None
        if self._nodes:
            found = [node.digest(parts) for node in self._nodes]
            if len(set(found)) != len(found):
                return None
            order = sorted(found)
            parts += [b"_:c14n%d" % order.index(one) for one in found]
        return self._variable.filled(parts)


class _Lines:
    """Statements with places in them, filled all at once."""

    def __init__(self, lines: Sequence[str], marks: Sequence[str]) -> None:
        for place, mark in enumerate(marks):
            lines = [line.replace(mark, f"\0{place}\0") for line in lines]
        lines = sorted(lines)
        pieces = "".join(lines).split("\0")
        self._template = "%s".join(piece.replace("%", "%%") for piece in pieces[::2]).encode("utf-8")
        self._places = [int(place) for place in pieces[1::2]]
        self._in_order = all(map(_told_apart_before_any_place, lines, lines[1:]))

    def filled(self, parts: Sequence[bytes]) -> list[bytes]:
        """The statements with `parts` at their places, in canonical order."""
        said = self._text(parts).splitlines(keepends=True)
        said.sort()
        return said

    def digest(self, parts: Sequence[bytes]) -> bytes:
        """The SHA-256 of the statements in canonical order."""
        text = self._text(parts) if self._in_order else b"".join(self.filled(parts))
        return hashlib.sha256(text).digest()

    def _text(self, parts: Sequence[bytes]) -> bytes:
        return self._template % tuple([parts[place] for place in self._places])


def _told_apart_before_any_place(one: str, other: str) -> bool:
    first, second = one.partition("\0")[0], other.partition("\0")[0]
    return not first.startswith(second) and not second.startswith(first)


def _blank_nodes(quad: Mapping[str, Any]) -> set[str]:
    return {str(part["value"]) for part in quad.values() if isinstance(part, dict) and part["type"] == "blank node"}


def _seen_from(name: str, blank: Sequence[str]) -> dict[str, str]:
    """RDFC-1.0, Hash First Degree Quads: the node itself is `_:a`, every other `_:z`."""
    return {other: "_:a" if other == name else "_:z" for other in blank}


def _named(quad: Mapping[str, Any], names: Mapping[str, str]) -> str:
    renamed = {
        position: {**part, "value": names[part["value"]]} if part["type"] == "blank node" else part
        for position, part in quad.items()
    }
    return quad_line(renamed)
