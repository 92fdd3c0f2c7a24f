"""The value of micro-credentials in five statements (the guide, ch. 3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary.files import read_items
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class ValueStatement(Term):
    """A value: material for Step 2, and with `evidence` (what would show it) an indicator in Step 5."""

    statement: Wording
    evidence: Wording


def get(key: str) -> ValueStatement:
    """The statement with this key, such as employability."""
    return _table().get(key)


def all_statements() -> tuple[ValueStatement, ...]:
    """The five statements in the guide's order."""
    return _table().items


@lru_cache(maxsize=1)
def _table() -> Table[ValueStatement]:
    return Table(
        ValueStatement(item["key"], Wording.read(item), Wording.read(item["statement"]), Wording.read(item["evidence"]))
        for item in read_items("value_statements")
    )
