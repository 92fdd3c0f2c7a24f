"""Our records against 1EdTech's own schema, and our contexts against reference copies (STANDARDS_DIR)."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pyoxigraph
import pytest

from guildmark.credentials.linkeddata import canonical_dataset, published_bytes
from tests.credentials import signed

STANDARDS = Path(os.environ["STANDARDS_DIR"])

VECTORS = ["document", "proof"]
CONTEXTS = {
    "https://www.w3.org/ns/credentials/v2": "w3c/credentials-v2.json",
    "https://www.w3.org/2018/credentials/v1": "w3c/credentials-v1.json",
    "https://w3id.org/security/data-integrity/v2": "w3c/data-integrity-v2.json",
    "https://w3id.org/security/multikey/v1": "w3c/multikey-v1.json",
    "https://www.w3.org/ns/did/v1": "w3c/did-v1.json",
    "https://w3id.org/security/suites/ed25519-2020/v1": "w3c/ed25519-2020-v1.json",
    "https://www.w3.org/ns/credentials/status/v1": "w3c/status-v1.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json": "ob3/context-3.0.1.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json": "ob3/context-3.0.2.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "ob3/context-3.0.3.json",
}


@pytest.mark.parametrize("record", [signed.full, signed.example, signed.small])
@pytest.mark.parametrize("sign", [signed.ob3, signed.ob3_jcs])
def test_our_records_are_built_as_1edtechs_schema_asks(record: Any, sign: Any) -> None:
    schema = json.loads((STANDARDS / "ob3" / "achievementcredential-schema.json").read_text("utf-8"))
    validator = jsonschema.Draft201909Validator(schema)
    assert [error.message for error in validator.iter_errors(sign(record()))] == []


@pytest.mark.parametrize(("address", "file"), CONTEXTS.items())
def test_our_contexts_say_what_the_reference_copies_say(address: str, file: str) -> None:
    assert json.loads(published_bytes(address)) == json.loads((STANDARDS / file).read_text("utf-8"))


@pytest.mark.parametrize("vector", VECTORS)
def test_1edtechs_vector_is_in_our_canonical_form(vector: str) -> None:
    text = (STANDARDS / "ob3" / f"test-vector-{vector}-canon.txt").read_text("utf-8")
    dataset: dict[str, list[dict[str, Any]]] = {}
    for quad in pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.N_QUADS):
        default = isinstance(quad.graph_name, pyoxigraph.DefaultGraph)
        name = "@default" if default else component(quad.graph_name)["value"]
        triple = {"subject": quad.subject, "predicate": quad.predicate, "object": quad.object}
        dataset.setdefault(name, []).append({part: component(term) for part, term in triple.items()})
    assert canonical_dataset(dataset).strip() == text.strip()


def component(term: Any) -> dict[str, Any]:
    """A term of another engine's in ours; blank nodes lose their names, which would tell the answer."""
    match term:
        case pyoxigraph.NamedNode():
            return {"type": "IRI", "value": term.value}
        case pyoxigraph.BlankNode():
            return {"type": "blank node", "value": f"_:z{hash(term.value) % 10_007}"}
        case _:
            literal = {"type": "literal", "value": term.value, "datatype": term.datatype.value}
            return literal | ({"language": term.language} if term.language else {})
