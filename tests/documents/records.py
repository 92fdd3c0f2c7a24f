"""A record as a verification gives it back, with all 16 elements (docs/cli.md)."""

from __future__ import annotations

from typing import Any

RECORD: dict[str, Any] = {
    "id": "urn:uuid:6a0a1b9e-0b1e-4d0c-9a51-3f5b2e0b7c11",
    "language": "en",
    "learner_identification": {"name": "Dora Nováková", "hashed": ["emailAddress"]},
    "title": {"en": "Sustainable Scenography", "de": "Nachhaltiges Bühnenbild"},
    "issuer_country": "CZ/Prague",
    "awarding_body": {"name": "Vltava Academy of Stagecraft", "country": "CZ"},
    "date_of_issuing": "2026-12-18T10:00:00Z",
    "learning_outcomes": [
        {
            "id": "lo1",
            "text": "Calculate the carbon footprint of a stage set",
            "skills": [{"name": "life cycle assessment"}],
        },
        "Choose materials by reuse, cost and fire safety",
    ],
    "workload": {"hours": 100, "ects": 4},
    "level": {"eqf": 6, "nqf": {"country": "CZ", "level": 6}, "qf_ehea": "first"},
    "assessment": [
        {"id": "as1", "type": "portfolio", "weight": 60, "criteria": "Completeness, sources"},
        {"id": "as2", "type": "peer_review", "description": "Two peers read the portfolio"},
    ],
    "participation": {"mode": "blended", "weeks": 12, "pace": "gradual"},
    "quality_assurance": {
        "internal": ["The programme board reviews each run"],
        "external": [{"name": "National Accreditation Bureau", "url": "https://example.org/nab"}],
    },
    "prerequisites": "Two years of practice",
    "supervision": {"kind": "supervised_with_id", "place": "onsite"},
    "grade": {"scale": {"min": 0, "max": 100, "pass": 60}, "value": 87.5},
    "stackability": {"kind": "integrated", "towards": [{"title": "Green Stage Production", "model": "modular"}]},
    "further_information": "Taught in English and Czech",
    "additional_elements": [{"name": "Exhibition", "value": "Shown in Brno"}],
    "valid_until": "2031-12-18T10:00:00Z",
}
