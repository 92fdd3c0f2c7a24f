"""The canonical form is that of RDFC-1.0."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.credentials import openbadges
from guildmark.credentials.bounded import read_object
from guildmark.credentials.linkeddata import Contexts, canonical
from guildmark.credentials.linkeddata.literals import escape
from guildmark.credentials.record import Record
from guildmark.credentials.verify import known_contexts
from tests.credentials import designs

VECTORS = Path(__file__).parents[1] / "vectors"
EXAMPLES = {
    "https://www.w3.org/ns/credentials/examples/v2": (
        b'{"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}'
    )
}
CONTEXT = {"id": "@id", "type": "@type", "says": "urn:says", "knows": {"@id": "urn:knows", "@type": "@id"}}
SMALL = Contexts(CONTEXT)


def statements(**members: Any) -> str:
    return canonical({"@context": CONTEXT, **members}, SMALL)


def test_it_is_the_w3cs_own() -> None:
    signed = read_object((VECTORS / "eddsa-rdfc-2022-signed.json").read_bytes())
    document = {key: value for key, value in signed.items() if key != "proof"}
    options = {key: value for key, value in signed["proof"].items() if key != "proofValue"}
    contexts = Contexts(further=EXAMPLES)
    assert canonical(document, contexts) == (VECTORS / "canonical-document.txt").read_text("utf-8")
    in_context = {**options, "@context": signed["@context"]}
    assert canonical(in_context, contexts) == (VECTORS / "canonical-proof.txt").read_text("utf-8")


def test_control_characters_are_escaped() -> None:
    text = '\x00\x07\b\t\n\x0b\f\r\x1f"\\\x7f\ufffe'
    assert statements(id="urn:a", says=text) == (
        r'<urn:a> <urn:says> "\u0000\u0007\b\t\n\u000B\f\r\u001F\"\\\u007F\uFFFE" .' + "\n"
    )


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_escaped_texts_are_read_back_by_another_engine(text: str) -> None:
    line = f'<urn:a> <urn:says> "{escape(text)}" .'
    (quad,) = pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_QUADS)
    assert quad.object.value == text


def test_lines_stand_in_the_order_of_code_points_and_not_of_utf16() -> None:
    lines = statements(id="urn:a", says=["🎭", "\ue000", "z"]).splitlines()
    assert [line.split('"')[1] for line in lines] == ["z", "\ue000", "🎭"]


def test_a_statement_that_is_made_twice_stands_once() -> None:
    assert statements(id="urn:a", says=["x", "x"]).count("\n") == 1
    assert statements(
        id="urn:a", says=[True, {"@value": "true", "@type": "http://www.w3.org/2001/XMLSchema#boolean"}]
    ) == ('<urn:a> <urn:says> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .\n')


def test_numbers_are_written_as_javascript_writes_them() -> None:
    assert statements(id="urn:a", says=[4, 4.5, 1e-7]).splitlines() == [
        '<urn:a> <urn:says> "1.0E-7"^^<http://www.w3.org/2001/XMLSchema#double> .',
        '<urn:a> <urn:says> "4"^^<http://www.w3.org/2001/XMLSchema#integer> .',
        '<urn:a> <urn:says> "4.5E0"^^<http://www.w3.org/2001/XMLSchema#double> .',
    ]


def test_names_of_blank_nodes_and_the_order_of_keys_say_nothing() -> None:
    one = statements(id="_:x", says="a", knows=[{"id": "_:y", "says": "b"}, {"id": "_:z", "says": "c"}])
    other = statements(knows=[{"says": "c"}, {"says": "b", "id": "_:x"}], says="a")
    assert one == other


def test_alike_blank_nodes_are_told_apart_by_what_surrounds_them() -> None:
    ring = [{"id": f"_:n{n}", "knows": f"_:n{(n + 1) % 3}"} for n in range(3)]
    turned = [{"id": f"_:n{(n + 1) % 3}", "knows": f"_:n{(n + 2) % 3}"} for n in range(3)]
    assert statements(id="urn:a", knows=ring) == statements(id="urn:a", knows=turned)


@given(designs.records())
def test_another_engine_agrees_on_records_of_every_shape(drawn: tuple[dict[str, Any], Record]) -> None:
    text = canonical(openbadges.write(drawn[1]), known_contexts())
    dataset = pyoxigraph.Dataset(pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.N_QUADS))
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    theirs = pyoxigraph.serialize(dataset, format=pyoxigraph.RdfFormat.N_QUADS).decode()
    assert sorted(theirs.splitlines()) == sorted(text.splitlines())


@pytest.mark.parametrize("document", [{}, {"id": "urn:a"}])
def test_a_document_that_says_nothing_is_empty(document: dict[str, Any]) -> None:
    assert statements(**document) == ""
