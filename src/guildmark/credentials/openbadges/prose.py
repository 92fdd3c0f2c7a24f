"""What a viewer shows who knows only Open Badges: a description and the criteria, as prose.

In addition to the elements, never instead of them: nothing here is read back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guildmark.vocabulary import concepts
from guildmark.words import LANGUAGES, Listing, Sentence, in_language, say


def spoken(language: str) -> str:
    """The language in which a record of this language says our own sentences: English where we do not speak it."""
    base = language.partition("-")[0].lower()
    return base if base in LANGUAGES else "en"


def describe(design: Mapping[str, Any], language: str) -> str:
    """What it is, how much work and who awards it, in two sentences."""
    bodies = design.get("awarding_body") or []
    names = [in_language(body["name"], language) for body in (bodies if isinstance(bodies, list) else [bodies])]
    sentences = [_size(design.get("workload") or {})]
    if names:
        sentences.append(say("It is awarded by {bodies}.", bodies=Listing.of(names)))
    return " ".join(sentence.text(spoken(language)) for sentence in sentences)


def _size(workload: Mapping[str, Any]) -> Sentence:
    hours, ects = workload.get("hours"), workload.get("ects")
    if hours is not None and ects is not None:
        return say("A micro-credential of {hours} hours of work and {ects} ECTS credits.", hours=hours, ects=ects)
    if hours is not None:
        return say("A micro-credential of {hours} hours of work.", hours=hours)
    return say("A micro-credential.")


def narrate(design: Mapping[str, Any], language: str) -> str:
    """What one has to show for it: the learning outcomes and how they are assessed, as Markdown lists."""
    paragraphs = []
    outcomes = [_outcome(outcome, language) for outcome in design.get("learning_outcomes") or ()]
    if outcomes:
        lead = say("The learner has shown what they know, understand and can do:").text(spoken(language))
        paragraphs.append("\n".join([lead, "", *(f"- {outcome}" for outcome in outcomes)]))
    methods = [_method(method, language) for method in design.get("assessment") or ()]
    if methods:
        paragraphs.append(
            "\n".join([say("Assessed by:").text(spoken(language)), "", *(f"- {method}" for method in methods)])
        )
    return "\n\n".join(paragraphs) or say("A micro-credential.").text(spoken(language))


def _outcome(outcome: Any, language: str) -> str:
    return in_language(outcome["text"] if isinstance(outcome, dict) and "text" in outcome else outcome, language)


def _method(method: Mapping[str, Any], language: str) -> str:
    concept = concepts.find("assessment", method["type"])
    name = concept.label(spoken(language)) if concept else method["type"]
    told = [in_language(method[key], language) for key in ("description", "criteria") if method.get(key) is not None]
    return f"{name}: {' '.join(told)}" if told else name
