"""R56: the value statements of ch. 3.2, material in Step 2 and, with a proof from own data, indicators in Step 5."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guildmark.vocabulary import value_statements
from guildmark.vocabulary.value_statements import ValueStatement
from guildmark.words import Sentence, Text, say


@dataclass(frozen=True, slots=True)
class Proof:
    """What shows a value: a figure with what it counts, or a quotation, and where it comes from.

    `value` is the key of the statement. A proof without a source shows nothing.
    """

    value: str
    source: Text
    figure: float | None = None
    counts: Text | None = None
    quotation: Text | None = None

    @property
    def shows(self) -> bool:
        """Whether there is a figure that says what it counts, or a quotation."""
        return bool(self.source) and bool((self.figure is not None and self.counts) or self.quotation)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A value statement with the proofs that show it, in the order given."""

    statement: ValueStatement
    proofs: tuple[Proof, ...]


def value_indicators(proofs: Sequence[Proof]) -> tuple[Indicator, ...]:
    """Every value statement of the guide with its proofs, in the guide's order; LookupError for an unknown value."""
    for proof in proofs:
        value_statements.get(proof.value)
    return tuple(
        Indicator(statement, tuple(proof for proof in proofs if proof.value == statement.key and proof.shows))
        for statement in value_statements.all_statements()
    )


def value_sentence(indicators: Sequence[Indicator]) -> Sentence:
    """How many of the values are shown by the partnership's own data."""
    shown = sum(bool(indicator.proofs) for indicator in indicators)
    return say("{shown} of {all} values are shown by your own figures or quotations.", shown=shown, all=len(indicators))
