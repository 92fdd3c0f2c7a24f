"""Our terms are ours alone: none is a word of a published context, and what they say never changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import rfc8785

from guildmark.credentials.linkeddata import CREDENTIALS_V2, DATA_INTEGRITY_V2, OPEN_BADGES, published_bytes
from guildmark.credentials.openbadges import INLINE_CONTEXT, NAMESPACE
from guildmark.credentials.openbadges.anything import AnyJson
from guildmark.credentials.openbadges.elements import OWN
from guildmark.credentials.openbadges.kinds import (
    Amount,
    Bare,
    Choice,
    Either,
    Kind,
    Many,
    OneOrMany,
    Plain,
    Thing,
    Words,
)
from guildmark.credentials.openbadges.terms import CLASSES, DECIMALS, LINKS, PLAIN, TEXTS
from guildmark.toolkit.design.model import Design


def defined(context: Any) -> Iterator[str]:
    """Every term that a context defines, at any depth of scoped contexts."""
    if isinstance(context, list):
        for entry in context:
            yield from defined(entry)
    elif isinstance(context, dict):
        for term, definition in context.items():
            if not term.startswith("@"):
                yield term
            if isinstance(definition, dict):
                yield from defined(definition.get("@context"))


def published_terms() -> set[str]:
    contexts = [json.loads(published_bytes(address)) for address in (CREDENTIALS_V2, OPEN_BADGES, DATA_INTEGRITY_V2)]
    shipped = files("openbadgeslib.ob3.contexts").iterdir()
    contexts += [json.loads(path.read_text("utf-8")) for path in shipped if path.name.endswith(".json")]
    return {term for context in contexts for term in defined(context["@context"])}


def test_no_published_context_defines_one_of_them() -> None:
    assert published_terms() > {"achievementType", "proofValue", "credentialSubject"}
    assert published_terms() & set(INLINE_CONTEXT) == set()


def test_each_is_an_address_in_our_namespace() -> None:
    for term, definition in INLINE_CONTEXT.items():
        if term != "@protected":
            address = definition["@id"] if isinstance(definition, dict) else definition
            assert address == NAMESPACE + term


def test_none_hides_the_beginning_of_an_address() -> None:
    """A term called "urn" would make every urn: a word of ours."""
    assert {"urn", "did", "http", "https", "data", "mailto"} & set(INLINE_CONTEXT) == set()


def test_records_of_yesterday_carry_this_context_byte_for_byte() -> None:
    digest = hashlib.sha256(rfc8785.dumps(dict(INLINE_CONTEXT))).hexdigest()
    assert digest == "3087b93cf4ae5259065ee16914df429cd47485ff582faa7a30914811678267aa"


def used(kind: Kind, term: str | None = None) -> Iterator[tuple[str, type[Kind]]]:
    """The terms that a kind writes, each with the kind that stands under it."""
    if term is not None:
        yield term, type(kind)
    match kind:
        case Thing(_, fields):
            for field in fields:
                yield from used(field.kind, field.term)
        case Bare(_, inner, value):
            yield from used(value, inner)
        case Either(_, _, when, otherwise):
            yield from used(when)
            yield from used(otherwise)
        case Many(item) | OneOrMany(item):
            yield from used(item)


def test_each_term_is_defined_as_the_kind_that_writes_it() -> None:
    groups: dict[type[Kind], tuple[str, ...]] = {Plain: PLAIN, Words: TEXTS, Amount: DECIMALS, Choice: LINKS}
    pairs = {pair for field in OWN for pair in used(field.kind, field.term)}
    wrong = [(term, kind.__name__) for term, kind in pairs if term not in groups.get(kind, LINKS)]
    assert wrong == []
    assert {("designFocus", AnyJson), ("workloadHours", Amount)} <= pairs


def test_every_class_and_term_stands_once() -> None:
    names = [*CLASSES, *PLAIN, *TEXTS, *DECIMALS, *LINKS]
    assert len(names) == len(set(names))


def test_every_key_of_the_design_has_its_place_in_the_record() -> None:
    """A key that the design model gains must not be lost on the way into the record."""
    native = {"title", "grade", "language", "image", "version", "id"}
    filled_at_issue = {"learner_identification", "date_of_issuing"}
    assert {field.key for field in OWN} | native | filled_at_issue == set(Design.model_fields)
