"""W3C's tests of RDFC-1.0 through the path that signs and checks (W3C_DIR holds a checkout of w3c/rdf-canon)."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Literal

import pyoxigraph
import pytest

from guildmark.credentials.linkeddata import TooMuchWorkError, canonical_dataset

FOLDER = Path(os.environ["W3C_DIR"]) / "rdf-canon" / "tests"
ENTRIES = json.loads((FOLDER / "manifest.jsonld").read_text("utf-8"))["entries"]


def of_type(name: str) -> list[Any]:
    return [pytest.param(entry, id=entry["id"][1:]) for entry in ENTRIES if entry["type"] == f"rdfc:{name}"]


def dataset(entry: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    made: dict[str, list[dict[str, Any]]] = {}
    text = (FOLDER / entry["action"]).read_bytes()
    for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_QUADS):
        default = isinstance(quad.graph_name, pyoxigraph.DefaultGraph)
        name = "@default" if default else component(quad.graph_name)["value"]
        triple = {"subject": quad.subject, "predicate": quad.predicate, "object": quad.object}
        made.setdefault(name, []).append({part: component(term) for part, term in triple.items()})
    return made


def component(term: Any) -> dict[str, Any]:
    match term:
        case pyoxigraph.NamedNode():
            return {"type": "IRI", "value": term.value}
        case pyoxigraph.BlankNode():
            return {"type": "blank node", "value": f"_:z{term.value}"}
        case _:
            literal = {"type": "literal", "value": term.value, "datatype": term.datatype.value}
            return literal | ({"language": term.language} if term.language else {})


def hashing(entry: dict[str, Any]) -> Literal["sha256", "sha384"]:
    return "sha384" if entry.get("hashAlgorithm") == "SHA384" else "sha256"


@pytest.mark.parametrize("entry", of_type("RDFC10EvalTest"))
def test_the_canonical_form_is_that_of_the_suite(entry: dict[str, Any]) -> None:
    expected = (FOLDER / entry["result"]).read_text("utf-8")
    assert canonical_dataset(dataset(entry), hashing=hashing(entry)) == expected


@pytest.mark.parametrize("entry", of_type("RDFC10NegativeEvalTest"))
def test_a_graph_that_is_built_to_cost_work_is_given_up_on(entry: dict[str, Any]) -> None:
    with pytest.raises(TooMuchWorkError):
        canonical_dataset(dataset(entry), hashing=hashing(entry))
