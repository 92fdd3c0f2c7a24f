"""The quick way to canonical statements gives the bytes of the general one, or says that it does not know."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guildmark.credentials import openbadges
from guildmark.credentials.linkeddata import canonical, to_dataset
from guildmark.credentials.linkeddata.canonical import general_canonical
from guildmark.credentials.linkeddata.compiled import quick_canonical, quick_unsecured
from guildmark.credentials.proofs.data_integrity import unsecured
from guildmark.credentials.record import Record
from guildmark.errors import GuildmarkError
from tests.credentials import designs
from tests.credentials.linkeddata import corpus

Document = dict[str, Any]
CONTEXTS = corpus.CONTEXTS
ORDINARY = list(corpus.ordinary())
ALL = [*ORDINARY, *corpus.unusual()]
DIFFERENCES = 400
"""How many changed documents are tried."""


def generally(document: Document) -> str | None:
    try:
        return general_canonical(document, CONTEXTS)
    except GuildmarkError:
        return None


def never_differs(document: Document) -> None:
    before = copy.deepcopy(document)
    quick = quick_canonical(document, CONTEXTS)
    bare = quick_unsecured(document, CONTEXTS)
    assert document == before
    if quick is not None:
        assert quick == generally(document)
    if bare is not None:
        assert bare == generally(unsecured(document))
        to_dataset(document, CONTEXTS)


@pytest.mark.parametrize("document", ORDINARY)
def test_what_strangers_ordinarily_write_goes_the_quick_way(document: Document) -> None:
    never_differs(document)
    assert quick_canonical(document, CONTEXTS) is not None
    assert quick_unsecured(document, CONTEXTS) is not None


@pytest.mark.parametrize("document", ALL)
def test_whatever_is_written_means_the_same(document: Document) -> None:
    never_differs(document)


@given(designs.records())
def test_records_of_every_shape_go_the_quick_way(drawn: tuple[Document, Record]) -> None:
    document = openbadges.plain(openbadges.write(drawn[1]))
    never_differs(document)
    assert quick_canonical(document, CONTEXTS) is not None or _alike(document)


def _alike(document: Document) -> bool:
    """Whether blank nodes of a document look alike, so that only the full algorithm can tell them apart."""
    return general_canonical(document, CONTEXTS).count("_:c14n") > 2 or len(str(document)) > 20_000


def test_a_shape_that_is_met_again_is_read_again() -> None:
    for _ in range(2):
        for document in ALL:
            never_differs(document)


def test_documents_by_the_thousand_do_not_fill_the_memory() -> None:
    for number in range(4_200):
        quick_canonical(corpus.odd(type=["Thing", f"urn:{number}"], knows=f"urn:x:{number}"), CONTEXTS)
    never_differs(ORDINARY[0])


def test_the_general_way_is_taken_where_the_quick_one_does_not_know() -> None:
    alike = corpus.odd(knows=[{"name": "alike"}, {"name": "alike"}])
    assert quick_canonical(alike, CONTEXTS) is None
    assert canonical(alike, CONTEXTS) == general_canonical(alike, CONTEXTS)


WORDS = [
    "name", "knows", "inside", "chosen", "graph", "said", "type", "id", "proof", "credentialSubject", "achievement",
    "endorsement", "issuer", "double", "float", "alignment", "undefined", "@context", "@value", "@language", "@type",
    "hashed", "narrative", "criteria", "url", "value", "description", "none", "en", "validFrom", "also", "result",
]  # fmt: skip
TEXTS = [
    "", " ", "x", "urn:a", "urn:b", "https://example.org/", "relative", "_:b0", "pre:x", "name", "en", "@id", "@type",
    "did:example:a", "a b", "urn:with space", "urn:<", "Profile", "Achievement", "Thing", "Passing",
    "VerifiableCredential", "DataIntegrityProof", 'quote "', "back\\slash", "new\nline", "\x7f", "\uffff", "🎭",
    "http://www.w3.org/2001/XMLSchema#double", "http://www.w3.org/2001/XMLSchema#string", corpus.EXAMPLES_V2, "https://www.w3.org/ns/credentials/v2",
    "http://example.edu/credentials/3732",
]  # fmt: skip
scalars = st.sampled_from(TEXTS) | st.sampled_from([None, True, False, 0, 1, -1, 1.5, 1.0, 1e21, 10**21, 2**60, 1e-9])
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(WORDS), inner, max_size=3)
        | st.fixed_dictionaries({"@value": inner}, optional={"@language": inner, "@type": inner})
    ),
    max_leaves=6,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path]
    if isinstance(value, dict):
        for key, item in value.items():
            found += places(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            found += places(item, (*path, index))
    return found


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


@st.composite
def changed(draw: Callable[[Any], Any]) -> Document:
    """A document of the corpus, changed in one to three places."""
    document = copy.deepcopy(draw(st.sampled_from(ALL)))
    for _ in range(draw(st.integers(1, 3))):
        # Copies of the contexts themselves are left alone: one that was changed is not known.
        paths = [path for path in places(document) if path and ("@context" not in path[:-1])]
        if not paths:
            break
        path = draw(st.sampled_from(paths))
        parent, step = at(document, path[:-1]), path[-1]
        match draw(st.sampled_from(("put", "other", "drop", "wrap", "double", "rename", "add"))):
            case "put":
                parent[step] = draw(values)
            case "other":
                parent[step] = copy.deepcopy(at(document, draw(st.sampled_from(paths))))
            case "drop":
                del parent[step]
            case "wrap":
                parent[step] = [parent[step]]
            case "double":
                parent[step] = [parent[step], copy.deepcopy(parent[step])]
            case "rename" if isinstance(parent, dict):
                parent[draw(st.sampled_from(WORDS))] = parent.pop(step)
            case "add" if isinstance(parent, dict):
                parent[draw(st.sampled_from(WORDS))] = draw(values)
    return document


@given(changed())
@settings(max_examples=DIFFERENCES)
@example(corpus.odd(name="x", knows={"id": "urn:a"}))
def test_a_document_that_was_changed_means_the_same(document: Document) -> None:
    never_differs(document)
