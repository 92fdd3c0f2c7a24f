"""The canonical form of a document: RDFC-1.0, the quick way where that is sure of it, else the slow and obvious one.

PyLD's URDNA2015 is RDFC-1.0 (the W3C standardised it under a new name) but for two things that are
replaced here: its escaping of literals leaves control characters as they are, and nothing bounds its
work. The quick way (`compiled`) and what is prepared have this one as their oracle.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from typing import Any, Literal

from pyld.canon import URDNA2015
from pyld.identifier_issuer import IdentifierIssuer

from guildmark.credentials.linkeddata.compiled import quick_canonical
from guildmark.credentials.linkeddata.contexts import Contexts
from guildmark.credentials.linkeddata.literals import literal
from guildmark.credentials.linkeddata.statements import Dataset, to_dataset, too_much_work

Hashing = Literal["sha256", "sha384"]
"""Which hash tells blank nodes apart: SHA-256, or SHA-384 for proofs with P-384 keys (RDFC-1.0, 4.3)."""

MOST_PERMUTATIONS = 4_000
"""Orders of blank nodes that may be tried while telling alike ones apart; W3C's own tests need up to 3,000."""

MOST_NESTED_PATHS = 40
"""How many alike blank nodes may hang one below another."""


def canonical(document: Mapping[str, Any], contexts: Contexts, *, hashing: Hashing = "sha256") -> str:
    """The canonical N-Quads of a JSON-LD document; raises what `to_dataset` raises."""
    quick = quick_canonical(document, contexts, hashing=hashing)
    return general_canonical(document, contexts, hashing=hashing) if quick is None else quick


def general_canonical(document: Mapping[str, Any], contexts: Contexts, *, hashing: Hashing = "sha256") -> str:
    """As `canonical`, the slow and obvious way always: the oracle."""
    return canonical_dataset(to_dataset(document, contexts), hashing=hashing)


def canonical_dataset(dataset: Dataset, *, hashing: Hashing = "sha256") -> str:
    """The canonical N-Quads of an RDF dataset; raises GuildmarkError `linkeddata.too_much_work`."""
    return _Canonicaliser(hashing).canonical({name: _distinct(triples) for name, triples in dataset.items()})


def quad_line(quad: Mapping[str, Any]) -> str:
    """One statement as a line of canonical N-Quads."""
    terms = [quad["subject"], quad["predicate"], quad["object"], *([quad["name"]] if "name" in quad else [])]
    return " ".join([*map(_term, terms), ".\n"])


def _term(component: Mapping[str, Any]) -> str:
    match component["type"]:
        case "IRI":
            return f"<{component['value']}>"
        case "blank node":
            return str(component["value"])
    return literal(component)


def _distinct(triples: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A dataset is a set: PyLD leaves statements doubled that only JSON-LD wrote in two ways."""
    return list({quad_line(triple): triple for triple in triples}.values())


class _Canonicaliser(URDNA2015):  # type: ignore[misc]  # PyLD has no types
    """PyLD's algorithm with its own escaping and a budget."""

    def __init__(self, hashing: Hashing = "sha256") -> None:
        super().__init__()
        self._hashing = hashing
        self._permutations = 0
        self._nested = 0

    def create_hash(self) -> Any:
        return hashlib.new(self._hashing)

    def canonical(self, dataset: Dataset) -> str:
        # `main` leaves the canonical labels in `self.quads`; only the lines that it makes of them are wrong.
        self.main(dataset, {"format": "application/n-quads"})
        return "".join(sorted({quad_line(quad) for quad in self.quads}))

    def hash_first_degree_quads(self, id_: str) -> str:
        info = self.blank_node_info[id_]
        if "hash" not in info:
            lines = sorted(
                quad_line({k: self.modify_first_degree_component(id_, part, k) for k, part in quad.items()})
                for quad in info["quads"]
            )
            info["hash"] = self.hash_nquads(lines)
        return str(info["hash"])

    def hash_n_degree_quads(self, id_: str, issuer: IdentifierIssuer) -> dict[str, Any]:
        self._nested += 1
        if self._nested > MOST_NESTED_PATHS:
            raise too_much_work()
        result: dict[str, Any] = super().hash_n_degree_quads(id_, issuer)
        self._nested -= 1
        return result

    def create_hash_to_related(self, id_: str, issuer: IdentifierIssuer) -> dict[str, list[str]]:
        related: dict[str, list[str]] = super().create_hash_to_related(id_, issuer)
        # PyLD counts an order once per quad that two nodes share, and so must the budget.
        self._permutations += sum(math.factorial(min(len(nodes), 20)) for nodes in related.values())
        if self._permutations > MOST_PERMUTATIONS:
            raise too_much_work()
        return related
