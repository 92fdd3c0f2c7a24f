"""Designs of every shape that a design can have, and the record that each of them must come back as."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from guildmark.credentials.record import Issuer, Learner, Record, fill
from guildmark.toolkit.design.model import Design
from guildmark.vocabulary import concepts

DID = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)

HOSTILE = (
    'quote " backslash \\ end',
    "\x00\x01\x08\x0b\x0c\x1f\x7f",
    "line\nbreak\r\n\ttab",
    "\u202eright to left\u202c",
    "مرحبا بالعالم",
    "שלום",
    "emoji 🎭 and \ue000 and \uffff",
    "https://example.org/not-an-id",
    "_:b0",
    "@id",
    '{"json": ["not", "parsed"]}',
    "=HYPERLINK(1)",
    "true",
    "1.0",
    "long " * 400,
)
characters = st.characters(exclude_categories=("Cs",))
words = st.one_of(st.sampled_from(HOSTILE), st.text(characters, min_size=1, max_size=12)).filter(
    lambda t: bool(t.strip())
)
tags = st.sampled_from(("en", "cs", "id", "de-AT", "EN-gb", "zh-Hant-TW", "ar"))
texts = words | st.dictionaries(tags, words, min_size=1, max_size=3).filter(
    lambda t: len({k.lower() for k in t}) == len(t)
)
keys = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,7}", fullmatch=True)
countries = st.sampled_from(("CZ", "AT", "CZ/Prague", "IT/Valle d'Aosta / Vallée d'Aoste", "BE/Ελ"))
safe_integers = st.integers(-(2**53) + 1, 2**53 - 1)
numbers = safe_integers | st.floats(allow_nan=False, allow_infinity=False)
anything = st.recursive(
    st.none() | st.booleans() | numbers | st.text(characters, max_size=6) | st.sampled_from(HOSTILE),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(characters, max_size=6), inner, max_size=3),
    max_leaves=8,
)


def objects(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional=optional)


def one_or_many(item: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return item | st.lists(item, min_size=1, max_size=3)


def some(item: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[Any]:
    return st.lists(item, min_size=least, max_size=3)


bodies = objects({"name": texts}, {"id": words, "country": countries})
skills = objects({"name": texts, "uri": words | st.just("http://data.europa.eu/esco/skill/1b2a")}, {})
# An outcome that is an object with the key "id" is no text in Indonesian: the design model reads it so too.
plain_outcomes = texts.filter(lambda text: isinstance(text, str) or "id" not in text)
outcomes = plain_outcomes | objects(
    {"id": keys, "text": texts},
    {
        "kind": st.sampled_from(("knowledge", "skill", "responsibility")),
        "assessed_by": some(keys),
        "skills": some(skills),
    },
)
levels = objects({"not_applicable": texts}, {}) | objects(
    {},
    {
        "eqf": st.integers(1, 8),
        "nqf": objects({"country": st.sampled_from(("CZ", "IE", "XX")), "level": words | safe_integers}, {}),
        "qf_ehea": st.sampled_from(("short", "first", "second", "third")),
    },
)
assessment_types = keys | st.sampled_from(tuple(concept.key for concept in concepts.all_concepts("assessment")))
assessments = objects(
    {"id": keys, "type": assessment_types},
    {"criteria": texts, "weight": numbers.filter(lambda n: n >= 0), "description": texts},
)
participations = objects(
    {"mode": st.sampled_from(("online", "onsite", "blended", "volunteering", "work_experience"))},
    {"weeks": st.integers(1, 1000) | st.floats(0.5, 1000), "pace": st.sampled_from(("rapid", "gradual"))},
)
kinds = st.sampled_from(("unsupervised_without_id", "supervised_without_id", "supervised_with_id"))
scales = some(words, 1) | objects({"min": numbers, "max": numbers}, {"pass": numbers})
documents = objects(
    {"title": texts},
    {
        "learner_identification": st.just({"required": ["name", "email"]}),
        "date_of_issuing": st.just({"rule": "on_award"}),
        "issuer_country": one_or_many(countries),
        "awarding_body": one_or_many(bodies),
        "learning_outcomes": some(outcomes, 1),
        "workload": objects(
            {"hours": st.integers(1, 100_000) | st.floats(0.1, 100_000)},
            {"ects": st.integers(1, 10_000) | st.floats(0.1, 10_000)},
        ),
        "level": levels,
        "assessment": some(assessments, 1),
        "participation": participations,
        "quality_assurance": objects(
            {}, {"internal": some(texts), "external": some(objects({"name": texts}, {"url": words, "kind": words}))}
        ),
        "prerequisites": texts,
        "supervision": kinds | objects({"kind": kinds, "place": st.sampled_from(("online", "onsite"))}, {}),
        "grade": objects({"scale": scales}, {}),
        "stackability": objects(
            {"kind": st.sampled_from(("standalone", "integrated"))},
            {
                "towards": some(
                    objects({"title": texts}, {"model": st.sampled_from(("embedded", "prior_learning", "modular"))})
                )
            },
        ),
        "further_information": texts,
        "id": words,
        "version": words | safe_integers,
        "language": tags,
        "issuing_authority": one_or_many(bodies),
        "focus": anything,
        "skills_need": anything,
        "modules": anything,
        "activities": anything,
        "image": words | st.sampled_from(("https://example.org/badge.png", "data:image/svg+xml;base64,PHN2Zz4=")),
        "validity": anything | st.sampled_from(({"years": 3}, "P18M")),
        "additional_elements": some(objects({"name": texts, "value": texts}, {})),
    },
)
issuers = st.builds(
    Issuer,
    name=texts,
    country=countries,
    address=st.none() | st.dictionaries(words | st.just("addressLocality"), anything, min_size=1, max_size=3),
    legal_id=st.none() | words,
    url=st.none() | st.just("https://academy.example.org/"),
    email=st.none() | st.just("office@academy.example.org"),
    image=st.none() | st.just("https://academy.example.org/mark.svg"),
    id=st.just(DID),
)
identifiers = words | st.sampled_from(("did:example:123", "urn:isbn:9780141036144", "https://orcid.example.org/0000"))


def learners(scale: Any) -> st.SearchStrategy[Learner]:
    grades: st.SearchStrategy[Any] = st.none()
    if isinstance(scale, list):
        grades = st.none() | st.sampled_from(scale)
    elif scale is not None:
        grades = st.none() | numbers
    return st.builds(
        Learner,
        name=st.none() | words,
        email=st.none() | st.sampled_from(("Jana@Example.org", "o'hara+x@example.co.uk")),
        identifier=st.none() | identifiers,
        grade=grades,
        evidence_url=st.none() | st.just("https://portfolio.example.org/jana?set=1&cut=2#final"),
    )


@st.composite
def records(draw: Callable[[Any], Any]) -> tuple[dict[str, Any], Record]:
    """A design's JSON, and the record that is filled in from it."""
    document = draw(documents)
    # The same JSON that a file would hold: what no JSON can tell apart is not asked for.
    document = json.loads(json.dumps(document))
    scale = document.get("grade", {}).get("scale")
    return document, record(document, draw(issuers), draw(learners(scale)))


def record(document: dict[str, Any], issuer: Issuer | None = None, learner: Learner | None = None) -> Record:
    """The record of a design's JSON, with ids and salts that count upwards."""
    ids, salts = numbered_uuids(), (f"salt-{number}" for number in count())
    return fill(
        Design.model_validate(document),
        issuer or Issuer(name="Vltava Academy of Stagecraft", country="CZ", id=DID),
        learner or Learner(name="Jana Dvořáková", email="Jana@example.org"),
        valid_from=NOON,
        new_uuid=lambda: next(ids),
        new_salt=lambda: next(salts),
    )


def numbered_uuids() -> Iterator[UUID]:
    return (UUID(int=number, version=4) for number in count(1))


def everything() -> dict[str, Any]:
    """A design that says something under every key, in several shapes."""
    return {
        "learner_identification": {"required": ["name", "email"]},
        "title": {"en": "Light for small stages", "cs": "Světlo pro malé scény", "id": "Cahaya panggung"},
        "issuer_country": ["CZ/Prague", "AT"],
        "awarding_body": [
            {"name": "Vltava Academy of Stagecraft", "country": "CZ/Prague"},
            {"name": {"en": "Danube Stage School", "de": "Donau-Bühnenschule"}, "id": "https://dss.example.org"},
        ],
        "date_of_issuing": {"rule": "on_award"},
        "learning_outcomes": [
            {
                "id": "lo1",
                "text": {"en": "Design the light of a small stage", "cs": "Navrhnout světlo malé scény"},
                "kind": "skill",
                "assessed_by": ["as2", "as1"],
                "skills": [
                    {"name": "design lighting", "uri": "http://data.europa.eu/esco/skill/0d4a"},
                    {"name": {"en": "safety"}, "uri": "local:7"},
                ],
            },
            "Work safely at height",
            {"id": "lo2", "text": "Explain colour temperature", "skills": [], "assessed_by": []},
        ],
        "workload": {"hours": 100, "ects": 4.5},
        "level": {"eqf": 5, "nqf": {"country": "CZ", "level": 7}, "qf_ehea": "short"},
        "assessment": [
            {"id": "as1", "type": "portfolio", "weight": 0.25, "criteria": "Complete and traceable"},
            {"id": "as2", "type": "stage_walk", "weight": 0.75, "description": {"en": "A walk on the stage"}},
        ],
        "participation": {"mode": "blended", "weeks": 12, "pace": "gradual"},
        "quality_assurance": {
            "internal": ["Yearly review", "Yearly review"],
            "external": [{"name": "Stage Peers", "url": "https://peers.example.org", "kind": "peers"}],
        },
        "prerequisites": "One season on a crew",
        "supervision": {"kind": "supervised_with_id", "place": "onsite"},
        "grade": {"scale": ["distinction", "merit", "pass"]},
        "stackability": {"kind": "integrated", "towards": [{"title": "Stage Practice", "model": "modular"}]},
        "further_information": {"en": "Tools are provided."},
        "id": "https://academy.example.org/light",
        "version": 2,
        "language": "en",
        "issuing_authority": {"name": "Council of the Stage"},
        "focus": {
            "depth": "specialised",
            "skills": ["technical", "technical"],
            "open": None,
            "share": 0.5,
            "new": True,
        },
        "skills_need": ["green", []],
        "modules": [{"id": "m1", "hours": 25.0}],
        "activities": {},
        "image": "https://academy.example.org/light.png",
        "validity": {"years": 3},
        "additional_elements": [{"name": "Language of instruction", "value": {"en": "Czech"}}],
    }


def everyone() -> tuple[Issuer, Learner]:
    """An issuer and a learner who say all that they can."""
    issuer = Issuer(
        name={"en": "Vltava Academy of Stagecraft", "cs": "Vltavská akademie"},
        country="CZ/Prague",
        address={"streetAddress": "Nábřeží 1", "city": "Prague", "floors": [1, 2]},
        legal_id="00000001",
        url="https://academy.example.org/",
        email="office@academy.example.org",
        image="https://academy.example.org/mark.svg",
        id=DID,
    )
    learner = Learner(
        "Jana Dvořáková", "Jana@example.org", "S-17", grade="merit", evidence_url="https://p.example.org/j"
    )
    return issuer, learner
