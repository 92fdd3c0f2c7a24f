"""Known contexts compiled: from the JSON of a record to its canonical statements without a general JSON-LD processor.

What a word means is still the general processor's answer, asked once for each word and kept (`meaning`); what is left
to do for a record is one walk over its JSON (`walk`) and the labels of its blank nodes (`labels`). Whatever is unusual
(another keyword, container or shape, a word that is not defined, blank nodes that look alike) is not decided here:
the answer is then None, and the general way (`linkeddata.canonical`) is asked. It is the oracle of the tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

from guildmark.credentials.linkeddata.compiled.labels import canonical_lines
from guildmark.credentials.linkeddata.compiled.meaning import DontKnowError, Meanings
from guildmark.credentials.linkeddata.compiled.walk import Walk
from guildmark.credentials.linkeddata.contexts import Contexts

_meanings: WeakKeyDictionary[Contexts, Meanings] = WeakKeyDictionary()


def quick_canonical(document: Mapping[str, Any], contexts: Contexts, *, hashing: str = "sha256") -> str | None:
    """The canonical N-Quads of a document, equal to those of the general way; None where only that can say."""
    return _canonical(document, contexts, hashing, None)


def quick_unsecured(document: Mapping[str, Any], contexts: Contexts, *, hashing: str = "sha256") -> str | None:
    """The canonical N-Quads of a document without its `proof`; None where only the general way can say.

    Where they are found, every word of the whole document is defined, those of the proof too.
    """
    return _canonical(document, contexts, hashing, "proof")


def quick_defined(document: Mapping[str, Any], contexts: Contexts) -> bool:
    """Whether every word of a document is surely defined; where not, only the general way can say."""
    return _walk(document, contexts, None) is not None


def _canonical(document: Mapping[str, Any], contexts: Contexts, hashing: str, apart: str | None) -> str | None:
    walk = _walk(document, contexts, apart)
    return None if walk is None else canonical_lines(walk.blocks, walk.blanks, hashing)


def _walk(document: Mapping[str, Any], contexts: Contexts, apart: str | None) -> Walk | None:
    meanings = _meanings.get(contexts)
    if meanings is None:
        meanings = _meanings[contexts] = Meanings(contexts)
    try:
        return Walk(document, meanings, apart)
    except DontKnowError:
        return None
