"""Our European Digital Credentials against the Commission's own shapes and sample (STANDARDS_DIR)."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pyshacl
import pytest
import rdflib
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from pyld import jsonld

from guildmark.credentials import elm
from guildmark.credentials.record import Learner
from tests.credentials import designs
from tests.credentials.elm import made

STANDARDS = Path(os.environ["STANDARDS_DIR"])
CONTEXTS = {elm.CONTEXT[0]: "w3c/credentials-v1.json", elm.CONTEXT[1]: "elm/edc-ap-context.jsonld"}
# pyshacl asks rdflib in words that rdflib has replaced.
pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")
SAMPLE = "elm/Sample-MC-Annex1-signed.jsonld"


def _json(file: str) -> Any:
    return json.loads((STANDARDS / file).read_text("utf-8"))


@cache
def _shapes() -> rdflib.Graph:
    shapes = rdflib.Graph()
    for file in ("EDC-generic-no-cv.ttl", "EDC-generic-full.ttl"):
        shapes.parse(STANDARDS / "elm" / file)
    shapes.remove((None, rdflib.OWL.imports, None))
    return shapes


def _load(address: str, _options: object) -> dict[str, Any]:
    return {"contextUrl": None, "documentUrl": address, "document": _json(CONTEXTS[address])}


def _judge(document: dict[str, Any]) -> tuple[bool, str]:
    quads = jsonld.to_rdf(document, {"documentLoader": _load, "format": "application/n-quads"})
    graph = rdflib.Graph().parse(data=quads, format="nquads")
    conforms, _, report = pyshacl.validate(graph, shacl_graph=_shapes(), inference="none")
    return conforms, report


def _whole() -> dict[str, Any]:
    return made.document(designs.everything())


def _small() -> dict[str, Any]:
    return made.document({"title": "Light"}, Learner(name="Dora"))


@pytest.mark.parametrize("document", [made.document, _whole, _small])
def test_our_documents_conform_to_the_shapes_of_european_digital_credentials(document: Any) -> None:
    assert _judge(document()) == (True, "Validation Report\nConforms: True\n")


def test_the_shapes_notice_what_is_missing() -> None:
    document = made.document()
    del document["credentialSubject"]["hasClaim"]["awardedBy"]
    assert not _judge(document)[0]


def test_our_list_of_words_is_the_context_s_own() -> None:
    context = _json(CONTEXTS[elm.CONTEXT[1]])["@context"]
    prefixes = {key for key, value in context.items() if isinstance(value, str) and value.endswith(("#", "/"))}
    defined = {key for key in context if key[:1].islower()} - prefixes
    assert {word for word in defined if word not in elm.terms.WORDS} <= {
        "clv"
    }  # a prefix whose address lacks its slash


def test_the_commissions_sample_is_read() -> None:
    record = elm.read(elm.read_seal(_json(SAMPLE)).document)
    assert record["title"] == "Digital micro-credential creation"
    assert record["workload"] == {"hours": 60, "ects": 2}
    assert record["level"] == {"eqf": 6}


def test_the_seal_of_the_commissions_sample_is_taken_apart_rightly() -> None:
    (seal,) = elm.read_seal(_json(SAMPLE)).seals
    key = x509.load_der_x509_certificate(seal.certificates[0]).public_key()
    assert isinstance(key, RSAPublicKey)
    key.verify(seal.signature, seal.signed, PKCS1v15(), SHA256())
    assert seal.certificate_fits
