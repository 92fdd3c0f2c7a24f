"""Every table of keyed terms, so that one test can say the same of all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from guildmark.vocabulary import (
    activities,
    award_classes,
    cases,
    colours,
    concepts,
    dimensions,
    elements,
    eqf,
    frameworks,
    glossary,
    groups,
    participation_modes,
    principles,
    publications,
    questions,
    ratings,
    readiness,
    roles,
    scenarios,
    sectors,
    stackability,
    supervision,
    understanding_levels,
    value_statements,
)

Find = Callable[[str], Any]

GETTERS: dict[str, tuple[Callable[[], tuple[Any, ...]], Callable[[Any], Any], int]] = {
    "activities": (activities.all_activities, activities.get, 9),
    "award classes": (award_classes.all_classes, award_classes.get, 6),
    "cases": (cases.all_cases, cases.get, 6),
    "colours": (colours.all_colours, colours.get, 5),
    "cycles": (frameworks.cycles, frameworks.qf_ehea, 4),
    "creative fields": (sectors.creative_fields, sectors.creative_field, 18),
    "dimensions": (dimensions.all_dimensions, dimensions.get, 4),
    "elements": (elements.all_elements, elements.get, 16),
    "eqf": (eqf.all_levels, eqf.get, 8),
    "glossary": (glossary.all_terms, glossary.get, 21),
    "groups": (groups.all_groups, groups.get, 5),
    "integration models": (stackability.models, stackability.model, 3),
    "knowledge questions": (questions.knowledge_questions, questions.knowledge, 4),
    "participation modes": (participation_modes.all_modes, participation_modes.get, 5),
    "power questions": (questions.power_questions, questions.power, 9),
    "principles": (principles.all_principles, principles.get, 10),
    "publications": (publications.all_publications, publications.get, 59),
    "ratings": (ratings.all_ratings, ratings.get, 3),
    "readiness": (readiness.all_readiness, readiness.get, 4),
    "roles": (roles.all_roles, roles.get, 6),
    "scenarios": (scenarios.all_scenarios, scenarios.get, 4),
    "sectors": (sectors.all_sectors, sectors.get, 16),
    "stackability": (stackability.all_kinds, stackability.get, 2),
    "supervision": (supervision.all_kinds, supervision.get, 3),
    "understanding levels": (understanding_levels.all_levels, understanding_levels.get, 3),
    "value statements": (value_statements.all_statements, value_statements.get, 5),
}
"""Name → everything, one by key, how many the guide has."""

FINDERS: dict[str, tuple[Callable[[], tuple[Any, ...]], Find]] = {
    "cycles": (frameworks.cycles, frameworks.find_cycle),
    "dimensions": (dimensions.all_dimensions, dimensions.find),
    "elements": (elements.all_elements, elements.find),
    "glossary": (glossary.all_terms, glossary.find),
    "groups": (groups.all_groups, groups.find),
    "integration models": (stackability.models, stackability.find_model),
    "participation modes": (participation_modes.all_modes, participation_modes.find),
    "principles": (principles.all_principles, principles.find),
    "ratings": (ratings.all_ratings, ratings.find),
    "readiness": (readiness.all_readiness, readiness.find),
    "roles": (roles.all_roles, roles.find),
    "scenarios": (scenarios.all_scenarios, scenarios.find),
    "sectors": (sectors.all_sectors, sectors.find),
    "stackability": (stackability.all_kinds, stackability.find),
    "supervision": (supervision.all_kinds, supervision.find),
    "understanding levels": (understanding_levels.all_levels, understanding_levels.find),
    **{
        f"concepts of {name}": (
            lambda name=name: concepts.all_concepts(name),
            lambda text, name=name: concepts.find(name, text),
        )
        for name in concepts.vocabularies()
    },
}
"""Name → everything, and what a person's words find."""
