"""What words mean in a place of a document: asked of the general processor once, and kept.

A `Scope` is an active context of JSON-LD; a `Plan` says for one kind of node (its keys and types in a scope) what each
key becomes. Source: JSON-LD 1.1 API, 5.1 ("Expansion Algorithm") and 4.1 ("Context Processing").
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pyld.jsonld import JsonLdError, JsonLdProcessor

from guildmark.credentials.linkeddata.compiled.scalars import ending
from guildmark.credentials.linkeddata.contexts import Contexts
from guildmark.credentials.linkeddata.statements import (
    IRI,
    LANGUAGE,
    LONGEST_WORD,
    NOWHERE,
    STUMBLES,
    processor_options,
)

MOST_PLANS = 4_000
"""Kinds of nodes that are kept; then what was learnt is forgotten, so that no stranger can fill the memory."""
SCOPE_WEIGHS = 10
LETTERS_WEIGH = 500
"""A scope counts as many kinds of nodes; and of a long key, so many letters count as one."""
MOST_ADDRESSES = 4_000
LONGEST_ADDRESS = 200
"""Addresses that are kept: most records of a batch share theirs."""
MOST_CONTEXTS = 16

_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_CONTAINERS: tuple[set[str], ...] = (
    set(),
    {"@set"},
    {"@list"},
    {"@language"},
    {"@language", "@set"},
    {"@graph"},
    {"@graph", "@set"},
)


class DontKnowError(Exception):
    """Only the general way can say what this means."""


@dataclass(slots=True)
class Term:
    """What a key means. `before` is the predicate with a space on both sides.

    `after` is what ends the literal of a text, None where a text is none, or not for certain; `is_address` where it is
    an address, or a word for one where `of_words`; `is_single_address` where it is nothing else.
    `scope` is what texts are read in, `entering` what a node is, and `referring` what a node that has nothing but an
    `id` is.
    """

    before: str
    datatype: str | None
    after: str | None
    is_address: bool
    is_single_address: bool
    of_words: bool
    is_language_map: bool
    is_graph: bool
    is_list: bool
    scope: Scope
    entering: Scope
    referring: Scope
    languages: dict[str, str] = field(default_factory=dict)

    def in_language(self, tag: str) -> str:
        """What ends a literal that stands under a tag of a language map."""
        after = self.languages.get(tag)
        if after is None:
            if self.scope.expanded(tag) == "@none":
                after = '"'
            elif LANGUAGE.fullmatch(tag):
                after = f'"@{tag.lower()}'
            else:
                raise DontKnowError
            if len(self.languages) < MOST_CONTEXTS and len(tag) <= LONGEST_ADDRESS:
                self.languages[tag] = after
        return after


@dataclass(frozen=True, slots=True)
class Plan:
    """What a kind of node becomes: the statements of its types, and the meaning of each of its other keys.

    The order is that of the predicates; `doubled` where one predicate stands behind two keys.
    """

    types: tuple[str, ...]
    terms: tuple[tuple[str, Term], ...]
    doubled: bool


class Scope:
    """An active context, and what was asked of it so far."""

    def __init__(self, active: Mapping[str, Any], meanings: Meanings) -> None:
        self.active = active
        self._meanings = meanings
        self._plans: dict[object, Plan | None] = {}
        self.typed: dict[tuple[str, ...], Scope] = {}
        self._within: dict[object, Scope | None] = {}
        self.addresses: dict[str, str] = {}

    def plan(self, keys: tuple[str, ...], types: object) -> Plan:
        """The plan of a node with these keys and types (a text, a tuple or None); raises DontKnowError."""
        try:
            plan = self._plans[keys, types]
        except KeyError:
            plan = self._meanings.plan(self, keys, types)
            self._meanings.keep(self._plans, (keys, types), plan)
        except TypeError:
            raise DontKnowError from None
        if plan is None:
            raise DontKnowError
        return plan

    def within(self, context: object) -> Scope:
        """The scope of a node that brings a context of its own; raises DontKnowError."""
        key = context_key(context)
        try:
            scope = self._within[key]
        except KeyError:
            scope = self._meanings.within(self, context)
            self._meanings.keep(self._within, key, scope, SCOPE_WEIGHS)
        if scope is None:
            raise DontKnowError
        return scope

    def known_address(self, text: Any) -> str:
        """As `address`, for one that may have been looked at before."""
        if text.__class__ is not str:
            raise DontKnowError
        return self.addresses.get(text) or self.address(text)

    def address(self, text: str) -> str:
        """An address in angle brackets, once it is known to mean itself; raises DontKnowError."""
        address = whole_address(text)
        if address.partition(":")[0] in self.active["mappings"]:
            raise DontKnowError
        found = f"<{address}>"
        if len(address) <= LONGEST_ADDRESS:
            self._meanings.keep_address(self, address, found)
        return found

    def expanded(self, word: str) -> object:
        """What a word of the vocabulary means: a full address, a keyword or nothing."""
        return self._meanings.expanded(self, word)


class Meanings:
    """Everything that is known about some contexts."""

    def __init__(self, contexts: Contexts) -> None:
        self._contexts = contexts
        self._processor = JsonLdProcessor()
        self._kept = self._addresses = 0
        self._scopes: dict[int, Scope] = {}
        self.root = self._begin()

    def _begin(self) -> Scope:
        return self._scope(self._processor._get_initial_context(self._options()))

    def _options(self) -> dict[str, Any]:
        return processor_options(self._contexts)

    def keep(self, kept: dict[Any, Any], key: object, value: object, weight: int = 1) -> None:
        """Remember an answer; when there are too many, forget them all, the oldest with the newest."""
        self._kept += weight + _letters(key) // LETTERS_WEIGH
        if self._kept > MOST_PLANS:
            self._kept = 0
            self._scopes = {}
            self.root = self._begin()
        kept[key] = value

    def keep_address(self, scope: Scope, text: str, written: str) -> None:
        """Remember an address that was looked at in a scope."""
        self._addresses += 1
        if self._addresses > MOST_ADDRESSES:
            self._addresses = 0
            for known in self._scopes.values():
                known.addresses.clear()
        scope.addresses[text] = written

    def within(self, scope: Scope, context: object) -> Scope | None:
        """The scope that a local context makes, where all of it is known."""
        entries = context if isinstance(context, list) else [context]
        if not entries or len(entries) > MOST_CONTEXTS or not all(map(self._contexts.knows, entries)):
            return None
        try:
            return self._scope(self._processor._process_context(scope.active, context, self._options()))
        except (JsonLdError, *STUMBLES):
            return None

    def expanded(self, scope: Scope, word: str) -> object:
        """As `Scope.expanded`."""
        return self._processor._expand_iri(scope.active, word, vocab=True, base=f"{NOWHERE}//document/")

    def plan(self, scope: Scope, keys: tuple[str, ...], types: object) -> Plan | None:
        """The plan for a kind of node; None where only the general way can say."""
        try:
            return self._plan(scope, keys, types)
        except (DontKnowError, JsonLdError, *STUMBLES):
            return None

    def _plan(self, scope: Scope, keys: tuple[str, ...], types: Any) -> Plan:
        named = list(types) if isinstance(types, tuple) else [types] if "type" in keys else []
        if not all(named) or ("type" in keys and not named) or not all(isinstance(name, str) for name in named):
            raise DontKnowError
        if any(len(word) > LONGEST_WORD for word in (*keys, *named)):
            raise DontKnowError
        typed = self._typed(scope, tuple(sorted(named)))
        terms: list[tuple[str, Term]] = []
        for key in keys:
            if key == "@context":
                continue
            if ":" in key or "@" in key:
                raise DontKnowError
            found = typed.expanded(key)
            # A word for `@type` decides what the others mean, so it must mean that before and after.
            if key in {"id", "type"} or "@type" in {found, scope.expanded(key)}:
                if found != f"@{key}" or scope.expanded(key) != found:
                    raise DontKnowError
            else:
                terms.append((key, self._term(typed, key, whole_address(found))))
        said = {f" {_TYPE} <{whole_address(scope.expanded(name))}>" for name in named}
        terms.sort(key=lambda pair: pair[1].before)
        predicates = [f" {_TYPE} ", *(term.before for _, term in terms)]
        return Plan(tuple(sorted(said)), tuple(terms), len(set(predicates)) < len(predicates))

    def _typed(self, scope: Scope, types: tuple[str, ...]) -> Scope:
        """What the keys of a node with these types are read in."""
        found = scope.typed.get(types)
        if found is None:
            active = scope.active
            for name in types:
                context = JsonLdProcessor.get_context_value(scope.active, name, "@context")
                if context is not None and context is not False:
                    active = self._processor._process_context(active, context, self._options(), propagate=False)
            found = self._scope(active)
            self.keep(scope.typed, types, found, SCOPE_WEIGHS)
        return found

    def _term(self, typed: Scope, key: str, predicate: str) -> Term:
        value_of = JsonLdProcessor.get_context_value
        active = typed.active
        scoped = value_of(active, key, "@context")
        if scoped is not None:
            active = self._processor._process_context(active, scoped, self._options(), override_protected=True)
        container = value_of(typed.active, key, "@container") or []
        container = {container} if isinstance(container, str) else set(container)
        mapping = active["mappings"].get(key)
        if container not in _CONTAINERS or (mapping and mapping["reverse"]):
            raise DontKnowError
        kind = value_of(active, key, "@type")
        if value_of(typed.active, key, "@type") == "@json" or value_of(active, key, "@direction") is not None:
            raise DontKnowError
        is_address = kind in {"@id", "@vocab"}
        datatype = None if is_address or kind in {None, "@none"} else whole_address(kind)
        if datatype is None and not is_address and value_of(active, key, "@language") is not None:
            raise DontKnowError
        is_literal = not is_address and not container & {"@graph", "@list"}
        before = self._processor._revert_to_previous_context(active)
        return Term(
            f" <{predicate}> ",
            datatype,
            ending(datatype) if is_literal else None,
            is_address,
            kind == "@id" and not container & {"@graph", "@list"},
            kind == "@vocab",
            "@language" in container,
            "@graph" in container,
            "@list" in container,
            self._scope(active),
            self._scope(self._with_property(before, active, key)),
            self._scope(self._with_property(active, active, key)),
        )

    def _with_property(self, active: Any, told_by: Any, key: str) -> Any:
        """What a node below a key is read in: the key's own context comes last."""
        scoped = JsonLdProcessor.get_context_value(told_by, key, "@context")
        if scoped is None:
            return active
        return self._processor._process_context(active, scoped, self._options(), override_protected=True)

    def _scope(self, active: Any) -> Scope:
        """The one scope of an active context, which holds it, so that its identity is not given away."""
        return self._scopes.setdefault(id(active), Scope(active, self))


def _letters(key: object) -> int:
    """How long a key is, all of its texts together."""
    if isinstance(key, tuple):
        return sum(map(_letters, key))
    return len(key) if isinstance(key, str | bytes) else 0


def context_key(context: Any) -> object:
    """What tells one `@context` from every other, types and order included; raises DontKnowError."""
    try:
        return context if isinstance(context, str) else marshal.dumps(context, 2)
    except ValueError:
        raise DontKnowError from None


def whole_address(found: object) -> str:
    """An address that a statement can hold; raises DontKnowError for anything else."""
    if not isinstance(found, str) or found.startswith(NOWHERE) or not IRI.fullmatch(found):
        raise DontKnowError
    return found
