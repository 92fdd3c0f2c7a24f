"""JSON-LD to RDF statements with PyLD, and every way refused in which a word could be lost on the way.

What RDF does not hold, no signature covers. JSON-LD drops what no context defines and resolves what
looks relative against an invented address; it also lets one statement be written in several ways,
of which a program that reads plain JSON sees only one. So a record must be written in the terms of
its contexts, each word must be defined, and each address absolute.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from pyld.jsonld import JsonLdError, JsonLdProcessor

from guildmark.credentials.bounded import pointer_token
from guildmark.credentials.linkeddata.contexts import Contexts, context_entries
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.words import Sentence, say

Dataset = dict[str, list[dict[str, Any]]]
"""PyLD's shape: graph name (`@default` for the default graph) → triples."""

MOST_CONTEXTS = 500
"""Contexts that a document may name, all its nodes together: each is worked out anew for each node."""
MOST_COMPARISONS = 1_000_000
"""PyLD compares every value of a property with every other; more comparisons than this are refused."""

NOWHERE = "undefined-in-json-ld:"
"""Nothing else resolves to this scheme, so what carries it was relative or undefined."""
IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]*')
"""A whole address, as a statement can hold it."""
_BLANK = re.compile(r"_:[A-Za-z0-9]+")
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
"""The tag of a language, as a statement can hold it."""
_VALUE_KEYS = frozenset({"@value", "@language", "@type"})
STUMBLES = (AttributeError, KeyError, TypeError, ValueError)
"""What PyLD raises over contexts that are built oddly enough, before it can say what is wrong with them."""


class UnknownContextError(GuildmarkError):
    """A context is not known, so nobody can say what the document's words mean."""


class TooMuchWorkError(GuildmarkError):
    """The document is built so that its canonical form would cost more than a record is worth."""


def to_dataset(document: Mapping[str, Any], contexts: Contexts) -> Dataset:
    """The RDF dataset that a document states.

    Raises UnknownContextError for a context that is not known, GuildmarkError with the codes
    `linkeddata.*` for words that would be lost.
    """
    if len(list(islice(context_entries(document), MOST_CONTEXTS + 1))) > MOST_CONTEXTS:
        raise too_much_work()
    unknown = [_unknown(entry) for entry in contexts.unknown(document)]
    if unknown:
        raise UnknownContextError(unknown)
    if faults := list(_ambiguous(document, document.get("id"))):
        raise GuildmarkError(faults)
    dropped: list[str | None] = []
    processor = JsonLdProcessor(on_property_dropped=dropped.append)
    options = processor_options(contexts)
    try:
        expanded = processor.expand(dict(document), dict(options))
        if dropped:
            raise GuildmarkError([_undefined_term(name) for name in dict.fromkeys(dropped)])
        if lost := {(fault.code, fault.found): fault for fault in _lost(expanded)}:
            raise GuildmarkError(lost.values())
        _check_comparisons(expanded)
        dataset: Dataset = processor.to_rdf(expanded, dict(options))
    except JsonLdError as error:
        sentence = say("The document cannot be read as linked data ({reason}).", reason=error.code or error.type)
        raise GuildmarkError(Fault("linkeddata.unreadable", sentence, found=str(error.code or error.type))) from error
    except STUMBLES as error:
        sentence = say("The document cannot be read as linked data ({reason}).", reason="invalid context")
        raise GuildmarkError(Fault("linkeddata.unreadable", sentence, found="invalid context")) from error
    return dataset


def processor_options(contexts: Contexts) -> dict[str, Any]:
    """How PyLD is asked: with the known contexts alone, and a base that shows what was not a whole address."""
    return {
        "base": f"{NOWHERE}//document/",
        "contextResolver": contexts.resolver(),
        "documentLoader": contexts.load,
        "processingMode": "json-ld-1.1",
    }


def _ambiguous(value: object, document_id: object, path: str = "", depth: int = 0) -> Iterator[Fault]:
    """Ways of writing that linked data and plain JSON read differently."""
    match value:
        case dict() if _VALUE_KEYS & value.keys():
            if not value.keys() <= _VALUE_KEYS or isinstance(value.get("@value"), dict | list | None):
                yield _not_plain(path)
        case dict():
            if depth and document_id is not None and value.get("id") == document_id and len(value) > 1:
                yield _not_plain(f"{path}/id")
            for key, item in value.items():
                here = f"{path}/{pointer_token(key)}"
                if key == "@context":
                    continue
                if ":" in key or (key.startswith("@") and key != "@none"):
                    yield _not_plain(here)
                yield from _ambiguous(item, document_id, here, depth + 1)
        case list():
            for index, item in enumerate(value):
                if isinstance(item, list):
                    yield _not_plain(f"{path}/{index}")
                yield from _ambiguous(item, document_id, f"{path}/{index}", depth + 1)


def _check_comparisons(expanded: object) -> None:
    sizes: Counter[tuple[object, str]] = Counter()
    stack: list[object] = [expanded]
    while stack:
        value = stack.pop()
        if isinstance(value, list):
            stack.extend(value)
        elif isinstance(value, dict):
            for key, item in value.items():
                sizes[value.get("@id", id(value)), key] += len(item) if isinstance(item, list) else 1
                stack.append(item)
    if sum(size * size for size in sizes.values()) > MOST_COMPARISONS:
        raise too_much_work()


def _lost(value: object) -> Iterator[Fault]:
    """Words and addresses in an expanded document that RDF would silently leave out."""
    match value:
        case dict() if "@value" in value:
            yield from _lost_in_literal(value)
        case dict():
            for key, item in value.items():
                if key == "@id":
                    yield from _lost_address(item)
                elif key == "@type":
                    for name in item:
                        yield from _lost_address(name)
                elif not key.startswith("@"):
                    yield from _lost_address(key, blank=False)
                yield from _lost(item)
        case list():
            for item in value:
                yield from _lost(item)


def _lost_in_literal(value: Mapping[str, Any]) -> Iterator[Fault]:
    datatype, language = value.get("@type"), value.get("@language")
    if datatype is not None and datatype != "@json":
        yield from _lost_address(datatype, blank=False)
    if language is not None and not LANGUAGE.fullmatch(language):
        sentence = say("“{found}” is not the tag of a language.", found=language)
        yield Fault("linkeddata.language", sentence, found=language)


def _lost_address(value: object, *, blank: bool = True) -> Iterator[Fault]:
    if not isinstance(value, str):
        yield _not_absolute(str(value))
    elif value.startswith(NOWHERE):
        name = value.removeprefix(NOWHERE).removeprefix("//document/")
        sentence = say("No context of this record defines “{name}”, or it is not a whole address.", name=name)
        yield Fault("linkeddata.undefined", sentence, found=name)
    elif not (IRI.fullmatch(value) or (blank and _BLANK.fullmatch(value))):
        yield _not_absolute(value)


def _unknown(entry: object) -> Fault:
    if isinstance(entry, str):
        sentence = say("The context {address} is not known here, and contexts are never fetched.", address=entry)
        return Fault("linkeddata.context.unknown", sentence, found=entry)
    sentence = say("The record brings a context of its own that is not one we know.")
    return Fault("linkeddata.context.unknown", sentence, Place(path="/@context"))


def _undefined_term(name: str | None) -> Fault:
    sentence = say("No context of this record defines the word “{name}”.", name=name or "null")
    return Fault("linkeddata.undefined", sentence, found=name)


def _not_plain(path: str) -> Fault:
    sentence: Sentence = say(
        "{path} is written so that plain JSON and linked data would be read differently. "
        "Use the terms of the contexts as keys.",
        path=path,
    )
    return Fault("linkeddata.ambiguous", sentence, Place(path=path))


def _not_absolute(value: str) -> Fault:
    sentence = say("“{found}” is not an address that a signature can cover.", found=value[:200])
    return Fault("linkeddata.address", sentence, found=value[:200])


def too_much_work() -> TooMuchWorkError:
    """The fault of a document that was given up on; nothing is known about it."""
    sentence = say("The record is built so that checking it would take too much work; it was not checked.")
    return TooMuchWorkError(Fault("linkeddata.too_much_work", sentence))
