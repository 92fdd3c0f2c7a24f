"""A small sound design, in which nothing is found, and what a case changes in it."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

SOUND: Mapping[str, Any] = {
    "language": "en",
    "learner_identification": {"required": ["name", "email"]},
    "title": "Stage Lighting with Less Power",
    "issuer_country": "CZ",
    "awarding_body": {"name": "Vltava Academy of Stagecraft", "id": "https://academy.example/"},
    "date_of_issuing": {"rule": "on_award"},
    "learning_outcomes": [
        {"id": "lo1", "text": "Explain how lamps, dimmers and cables use power on a stage", "assessed_by": ["as1"]},
        {"id": "lo2", "text": "Plan the lighting of a small touring show within a power limit", "assessed_by": ["as1"]},
        {"id": "lo3", "text": "Calculate the power of a rig from its plot", "assessed_by": ["as2"]},
    ],
    "workload": {"hours": 50, "ects": 2},
    "level": {"eqf": 5, "nqf": {"country": "CZ", "level": 5}, "qf_ehea": "short"},
    "assessment": [
        {"id": "as1", "type": "project_work", "criteria": "Complete, safe, within the limit"},
        {"id": "as2", "type": "practical_assessment", "criteria": "Right to one tenth"},
    ],
    "participation": {"mode": "onsite"},
    "quality_assurance": {"internal": ["Yearly review"], "external": [{"name": "Circle of Stage Craft Peers"}]},
    "prerequisites": "Some practice with stage lights",
    "supervision": "supervised_with_id",
    "grade": {"scale": ["passed", "failed"]},
    "stackability": {"kind": "standalone"},
    "further_information": "For technicians of small venues who tour.",
    "validity": "Does not date quickly.",
}


def design_with(changes: Mapping[str, Any] | None = None, without: Sequence[str] = ()) -> dict[str, Any]:
    """The sound design with values set at JSON Pointers and others taken out."""
    document: dict[str, Any] = copy.deepcopy(dict(SOUND))
    for path, value in (changes or {}).items():
        parent, key = _parent(document, path)
        if isinstance(parent, list):
            parent[int(key) :] = [value] if int(key) == len(parent) else [value, *parent[int(key) + 1 :]]
        else:
            parent[key] = copy.deepcopy(value)
    for path in without:
        parent, key = _parent(document, path)
        del parent[int(key) if isinstance(parent, list) else key]
    return document


def _parent(document: Any, path: str) -> tuple[Any, str]:
    *above, key = path.removeprefix("/").split("/")
    for part in above:
        document = document[int(part)] if isinstance(document, list) else document[part]
    return document, key
