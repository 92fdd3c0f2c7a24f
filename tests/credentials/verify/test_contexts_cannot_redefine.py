"""A context that a record brings cannot give its words another meaning.

To people such a record is undetermined: nobody can say what its words mean. Where every inline context is known, as
behind the door for test suites, JSON-LD refuses to redefine what a published context protects, and what it lets pass
leaves what the record says as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from guildmark.cli.vc_api.contexts import AnyInline
from guildmark.credentials.linkeddata import canonical
from guildmark.credentials.verify import Verification, verify
from tests.credentials import signed
from tests.credentials.signed import KEY, NOW, as_bytes

EVIL = "https://evil.example/"
V2 = "https://www.w3.org/ns/credentials/v2"

Place = str | None
"""The node in which a context stands, or None for the end of the record's own."""

REDEFINING: dict[str, tuple[Any, Place]] = {
    "a term of Open Badges": ({"name": f"{EVIL}name"}, None),
    "a type of Open Badges": ({"Achievement": f"{EVIL}Achievement"}, None),
    "a protected term, as protected": ({"issuer": {"@id": f"{EVIL}issuer", "@protected": True}}, None),
    "a term away": ({"name": None}, None),
    "a term as a keyword": ({"name": "@id"}, None),
    "a term for a node alone": ({"@propagate": False, "name": f"{EVIL}name"}, None),
    "a term in the learner": ({"name": f"{EVIL}name"}, "credentialSubject"),
    "a term in the issuer": ({"name": f"{EVIL}name"}, "issuer"),
    "a type's own words": ({"AchievementCredential": {"@id": f"{EVIL}A", "@context": {"name": f"{EVIL}n"}}}, None),
    "words under a type of its own": ({"Evil": {"@id": f"{EVIL}E", "@context": {"name": f"{EVIL}n"}}}, "type"),
    "the issuer under a type that comes last": ({"Z": {"@id": f"{EVIL}Z", "@context": {"issuer": f"{EVIL}i"}}}, "type"),
    "all words away, under a type": ({"Evil": {"@id": f"{EVIL}E", "@context": [None, {"@vocab": EVIL}]}}, "type"),
    "undefined words away": ({"@vocab": None}, None),
}
"""What a context does, and the record whose meaning it would change."""

TOO_LATE: dict[str, tuple[Any, Place]] = {
    "a protected term": ({"issuer": f"{EVIL}issuer"}, None),
    "a term that a type defines again": ({"achievement": f"{EVIL}achievement"}, None),
    "the same, in the learner": ({"achievement": f"{EVIL}achievement"}, "credentialSubject"),
    "@vocab": ({"@vocab": EVIL}, None),
    "@vocab in the learner": ({"@vocab": EVIL}, "credentialSubject"),
    "@base": ({"@base": EVIL}, None),
    "@base in the learner": ({"@base": EVIL}, "credentialSubject"),
}
"""Contexts whose words are taken before they could mean anything else."""

SEALED: dict[str, tuple[Any, Place]] = {
    "everything away, in the learner": (None, "credentialSubject"),
    "an import": ({"@import": V2, "name": f"{EVIL}name"}, None),
    "an import under a term": ({"x": {"@id": f"{EVIL}x", "@context": {"@import": V2}}}, None),
}
"""What is not known even where every inline context is."""

EVERY = {**REDEFINING, **TOO_LATE, **SEALED}


def with_context(document: dict[str, Any], context: Any, place: Place) -> dict[str, Any]:
    if place in (None, "type"):
        types = [*document["type"], next(iter(context))] if place else document["type"]
        return {**document, "@context": [*document["@context"], context], "type": types}
    return {**document, place: {"@context": context, **document[place]}}


def changed_after(context: Any, place: Place) -> bytes:
    """A record that was signed as linked data, and the context put in afterwards."""
    return as_bytes(with_context(signed.ob3(signed.full()), context, place))


def signed_as_json(context: Any, place: Place) -> bytes:
    """A record whose own issuer signed the context with it, as JSON."""
    return as_bytes(signed.ob3_jcs(with_context(signed.full(), context, place)))


def signed_as_token(context: Any, place: Place) -> bytes:
    """The same as a token."""
    return signed.ob3_jwt(with_context(signed.full(), context, place)).encode()


MADE = [changed_after, signed_as_json, signed_as_token]
Make = Callable[[Any, Place], bytes]


def said(found: Verification, name: str) -> str:
    return next(str(check.sentence) for check in found.checks if check.check == name)


@pytest.mark.parametrize("make", MADE)
@pytest.mark.parametrize(("context", "place"), EVERY.values(), ids=EVERY)
def test_to_people_it_is_never_valid(make: Make, context: Any, place: Place) -> None:
    found = verify(make(context, place), now=NOW)
    assert (found.verdict, found.result("context")) == ("undetermined", "not_checked")
    assert said(found, "context") == "The record brings a context of its own that is not one we know."
    if make is changed_after:
        assert found.result("proof") == "not_checked"
        assert "no certain meaning" in said(found, "proof")


@pytest.mark.parametrize("make", MADE)
@pytest.mark.parametrize(("context", "place"), REDEFINING.values(), ids=REDEFINING)
def test_where_every_context_is_known_it_is_invalid(make: Make, context: Any, place: Place) -> None:
    found = verify(make(context, place), now=NOW, contexts=AnyInline())
    assert (found.verdict, found.result("context")) == ("invalid", "fail")
    assert "cannot be read as linked data" in said(found, "context")
    assert found.result("proof") == ("fail" if make is changed_after else "pass")


@pytest.mark.parametrize("make", MADE)
@pytest.mark.parametrize(("context", "place"), SEALED.values(), ids=SEALED)
def test_what_is_not_known_there_either_leaves_the_verdict_open(make: Make, context: Any, place: Place) -> None:
    found = verify(make(context, place), now=NOW, contexts=AnyInline())
    assert (found.verdict, found.result("context")) == ("undetermined", "not_checked")


@pytest.mark.parametrize(("context", "place"), TOO_LATE.values(), ids=TOO_LATE)
def test_what_is_let_pass_there_changes_no_meaning(context: Any, place: Place) -> None:
    contexts, record = AnyInline(), signed.full()
    assert canonical(with_context(record, context, place), contexts) == canonical(record, contexts)


def test_the_language_of_texts_is_no_context_to_be_changed_after_signing() -> None:
    found = verify(changed_after({"@language": "de"}, None), now=NOW, contexts=AnyInline())
    assert (found.verdict, found.result("proof")) == ("invalid", "fail")


def test_one_record_does_not_change_what_the_words_of_the_next_mean() -> None:
    contexts = AnyInline()
    good = {
        "@context": [V2],
        "type": ["VerifiableCredential"],
        "issuer": KEY.did,
        "credentialSubject": {"id": "did:example:dora"},
    }
    evil = {"@import": V2, "VerifiableCredential": {"@id": f"{EVIL}VC"}}
    for inline in (evil, {"x": {"@id": f"{EVIL}x", "@context": evil}}):
        bad = {**good, "@context": [inline]}
        assert verify(as_bytes(signed.ob3_jcs(bad)), now=NOW, contexts=contexts).verdict != "valid"
        assert verify(as_bytes(signed.ob3_jcs(good)), now=NOW, contexts=contexts).verdict == "valid"


@pytest.mark.parametrize("base", ["http://[", "//[", "", 4, ["x"], {}, "_:b"])
@pytest.mark.parametrize("keyword", ["@base", "@vocab", "@language", "@version", "@protected", "@propagate"])
def test_keywords_with_odd_values_are_answered(keyword: str, base: Any) -> None:
    for make in MADE:
        for contexts in (None, AnyInline()):
            found = verify(make({keyword: base}, None), now=NOW, contexts=contexts)
            assert contexts or found.verdict == "undetermined"
