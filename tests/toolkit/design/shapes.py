"""Designs of every shape that docs/cli.md allows, for property tests."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from guildmark.vocabulary import concepts

words = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20).filter(
    lambda text: text.strip()
)
tags = st.sampled_from(["en", "de", "nl", "it", "cs", "pt-BR", "zh-Hant", "de-x-stage"])
texts = words | st.dictionaries(tags, words, min_size=1, max_size=3)
numbers = st.integers(1, 1000) | st.floats(0.5, 1000, allow_nan=False)
places = st.sampled_from(["CZ", "AT", "NL/Utrecht", "IT/Trentino-Alto Adige", "GB", "NZ", "BE/Vlaanderen"])
free = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
addresses = st.sampled_from(["https://example.org/a", "did:web:example.org", "urn:example:b"])


def part(
    required: dict[str, st.SearchStrategy[Any]], optional: dict[str, st.SearchStrategy[Any]]
) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(required, optional=optional)


bodies = part({"name": texts}, {"id": addresses, "country": places})
one_or_several_bodies = bodies | st.lists(bodies, min_size=1, max_size=3)
ids = st.lists(st.sampled_from(["as1", "as2", "as3"]), min_size=1, max_size=3, unique=True)
levels = part(
    {},
    {
        "eqf": st.integers(1, 8),
        "nqf": part({"country": st.sampled_from(["CZ", "IE"]), "level": words | st.integers(1, 10)}, {}),
        "qf_ehea": st.sampled_from(["short", "first", "second", "third"]),
    },
).filter(bool)
outcome_parts = part(
    {"text": texts},
    {
        "kind": st.sampled_from(["knowledge", "skill", "responsibility"]),
        "assessed_by": ids,
        "skills": st.lists(part({"name": texts, "uri": addresses}, {}), min_size=1, max_size=2),
    },
)


@st.composite
def outcomes(draw: st.DrawFn) -> list[Any]:
    drawn = draw(st.lists(texts | outcome_parts, min_size=1, max_size=4))
    return [
        {"id": f"lo{number}", **outcome} if isinstance(outcome, dict) and "text" in outcome else outcome
        for number, outcome in enumerate(drawn, start=1)
    ]


@st.composite
def assessments(draw: st.DrawFn) -> list[Any]:
    types = st.sampled_from([concept.key for concept in concepts.all_concepts("assessment")])
    drawn = draw(
        st.lists(
            part({"type": types}, {"criteria": texts, "weight": numbers, "description": texts}), min_size=1, max_size=3
        )
    )
    return [{"id": f"as{number}", **method} for number, method in enumerate(drawn, start=1)]


kinds = st.sampled_from(["unsupervised_without_id", "supervised_without_id", "supervised_with_id"])
designs = part(
    {
        "learner_identification": st.fixed_dictionaries(
            {
                "required": st.lists(
                    st.sampled_from(["name", "email", "identifier", "birth_date"]), min_size=1, unique=True
                )
            }
        ),
        "title": texts,
        "issuer_country": places | st.lists(places, min_size=1, max_size=3),
        "awarding_body": one_or_several_bodies,
        "date_of_issuing": st.just({"rule": "on_award"}),
        "learning_outcomes": outcomes(),
        "workload": part({"hours": numbers}, {"ects": numbers}),
        "level": levels | st.fixed_dictionaries({"not_applicable": texts}),
        "assessment": assessments(),
        "participation": part(
            {"mode": st.sampled_from(["online", "onsite", "blended", "volunteering", "work_experience"])},
            {"weeks": numbers, "pace": st.sampled_from(["rapid", "gradual"])},
        ),
        "quality_assurance": part(
            {"internal": st.lists(texts, min_size=1, max_size=2)},
            {"external": st.lists(part({"name": texts}, {"url": addresses, "kind": words}), min_size=1, max_size=2)},
        ),
    },
    {
        "prerequisites": texts,
        "supervision": kinds | st.fixed_dictionaries({"kind": kinds, "place": st.sampled_from(["online", "onsite"])}),
        "grade": st.fixed_dictionaries(
            {
                "scale": st.lists(words, min_size=1, max_size=5)
                | st.sampled_from([{"min": 0, "max": 100, "pass": 60}, {"min": 1.0, "max": 5}, {"min": -2, "max": 3.5}])
            }
        ),
        "stackability": part(
            {"kind": st.sampled_from(["standalone", "integrated"])},
            {
                "towards": st.lists(
                    part({"title": texts}, {"model": st.sampled_from(["embedded", "prior_learning", "modular"])}),
                    min_size=1,
                    max_size=2,
                )
            },
        ),
        "further_information": texts,
        "id": words,
        "version": words | st.integers(0, 99),
        "language": tags,
        "issuing_authority": one_or_several_bodies,
        "focus": words | st.dictionaries(words, words, min_size=1, max_size=2),
        "skills_need": texts,
        "modules": st.lists(free, max_size=2).map(lambda several: ["m", *several]),
        "activities": st.lists(free, max_size=2).map(lambda several: ["a", *several]),
        "image": addresses,
        "validity": texts,
        "additional_elements": st.lists(part({"name": texts, "value": texts}, {}), min_size=1, max_size=2),
    },
)
"""Complete designs of right shape; their outcomes need not be assessed, nor their hours agree."""
