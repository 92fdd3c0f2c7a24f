"""Contexts are known by exact digest, or byte for byte."""

from __future__ import annotations

import threading

import pytest
from pyld.jsonld import JsonLdError

from guildmark.credentials.linkeddata import CREDENTIALS_V2, OPEN_BADGES, Contexts, canonical, published_bytes
from guildmark.credentials.linkeddata.contexts import PUBLISHED
from guildmark.credentials.openbadges import INLINE_CONTEXT
from guildmark.credentials.verify import known_contexts
from tests.credentials import signed


@pytest.mark.parametrize("address", PUBLISHED)
def test_every_published_context_has_its_digest(address: str) -> None:
    assert published_bytes(address)


def test_a_context_with_another_digest_stops_everything() -> None:
    with pytest.raises(RuntimeError):
        type(PUBLISHED[OPEN_BADGES])("openbadgeslib.ob3.contexts", "credentials-v2.json", "0" * 64).read()


def test_ours_is_known_byte_for_byte() -> None:
    ours = dict(INLINE_CONTEXT)
    assert known_contexts().knows(ours)
    assert known_contexts().knows(dict(reversed(ours.items())))
    assert not known_contexts().knows({**ours, "more": "urn:more"})
    assert not known_contexts().knows(dict(list(ours.items())[1:]))
    assert not Contexts().knows(ours)


def test_an_inline_object_that_no_json_could_hold_is_not_known() -> None:
    assert not known_contexts().knows({"a": 2**60})
    assert not known_contexts().knows({"a": "\ud800"})


def test_the_loader_loads_nothing_else() -> None:
    with pytest.raises(JsonLdError):
        Contexts().load("https://example.org/context")


def test_contexts_of_one_caller_are_not_those_of_another() -> None:
    further = Contexts(further={"https://example.org/c": b'{"@context": {"id": "@id", "says": "urn:says"}}'})
    document = {"@context": "https://example.org/c", "id": "urn:a", "says": "x"}
    assert canonical(document, further) == '<urn:a> <urn:says> "x" .\n'
    other = Contexts(further={"https://example.org/c": b'{"@context": {"id": "@id", "says": "urn:other"}}'})
    assert canonical(document, other) == '<urn:a> <urn:other> "x" .\n'


def test_threads_can_share_them() -> None:
    contexts, found = Contexts(INLINE_CONTEXT), []
    threads = [threading.Thread(target=lambda: found.append(canonical(signed.full(), contexts))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert len(set(found)) == 1


def test_the_second_version_of_the_data_model_is_the_one_of_the_recommendation() -> None:
    assert PUBLISHED[CREDENTIALS_V2].sha256 == "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734"
