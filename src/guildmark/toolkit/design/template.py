"""The design to start from: a complete example, and an empty one with guidance (`guildmark template design`)."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, cast

from guildmark.vocabulary import concepts, elements
from guildmark.words import Listing, say, show

GUIDANCE = "_guidance"
"""The key of the guidance; keys that begin with an underscore are notes and are never read."""


def example() -> dict[str, Any]:
    """“Sustainable Scenography”, an invented micro-credential with all 16 elements in five languages."""
    text = (files("guildmark.toolkit.design.data") / "example.json").read_text("utf-8")
    return cast(dict[str, Any], json.loads(text))


def empty(language: str = "en") -> dict[str, Any]:
    """A design with every element to fill in, and under `_guidance` what each one asks for.

    What is the same for nearly everybody (learner, date) is filled in. An optional element that stays
    empty counts as left out.
    """
    return {
        GUIDANCE: guidance(language),
        "language": language,
        "learner_identification": {"required": ["name", "email"]},
        "title": "",
        "issuer_country": "",
        "awarding_body": {"name": ""},
        "date_of_issuing": {"rule": "on_award"},
        "learning_outcomes": [{"id": "lo1", "text": "", "assessed_by": ["as1"]}],
        "workload": {"hours": None},
        "level": {"eqf": None},
        "assessment": [{"id": "as1", "type": "", "criteria": ""}],
        "participation": {"mode": ""},
        "quality_assurance": {"internal": [""], "external": [{"name": ""}]},
        "prerequisites": "",
        "supervision": "",
        "grade": {"scale": []},
        "stackability": {"kind": ""},
        "further_information": "",
        "skills_need": "",
        "validity": "",
    }


def guidance(language: str = "en") -> dict[str, str]:
    """What each key of the empty design asks for, in `language`."""
    shapes = {
        "issuer_country": say("Two capital letters such as “CZ”, or “CZ/Prague”; a list for a joint award."),
        "learning_outcomes": say(
            "One verb that one can observe, an object and a context for each: 3 to 6 for 1 to 5 ECTS credits."
            " “assessed_by” names the assessments that show it."
        ),
        "workload": say("Hours as a number; add “ects” wherever possible."),
        "level": say(
            "“eqf” from 1 to 8; add “nqf” with “country” and “level”. Or, where no level applies, {reason}.",
            reason='{"not_applicable": "…"}',
        ),
        "assessment": say(
            "“type” is one of {types}. Attendance alone never leads to the award.",
            types=Listing.of([concept.key for concept in concepts.all_concepts("assessment")], either=True),
        ),
        "participation": say(
            "“mode” is one of {modes}; add “weeks” and “pace”.",
            modes=Listing.of(("online", "onsite", "blended", "volunteering", "work_experience"), either=True),
        ),
        "supervision": say(
            "One of {kinds}.",
            kinds=Listing.of(("unsupervised_without_id", "supervised_without_id", "supervised_with_id"), either=True),
        ),
        "grade": say(
            "A list of grades, the best first, or a range such as {example}.",
            example='{"min": 0, "max": 100, "pass": 60}',
        ),
        "stackability": say("“kind” is standalone or integrated; if integrated, add “towards”."),
        "skills_need": say("Which need it answers, who it is for and what it is good for."),
        "validity": say("How long the content stays current, or that it does not date."),
    }
    told = {element.key: [element.explanation.text(language)] for element in elements.all_elements()}
    for key, sentence in shapes.items():
        told.setdefault(key, []).append(show(sentence, language))
    return {key: " ".join(texts) for key, texts in told.items()}
