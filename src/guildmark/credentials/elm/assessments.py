"""Assessment and grade: what proved the achievement (elements 9, 13 and 14 of the guide's Table 1).

The profile asks every assessment for a grade. Where several methods made one grade, an assessment of the whole holds
it, and each method is a part that was passed.
"""

from __future__ import annotations

from typing import Any

from guildmark.credentials.elm.nodes import Nodes, concept, own_concept
from guildmark.credentials.openbadges.decimals import decimal_text
from guildmark.credentials.record import Record
from guildmark.toolkit.design.model import Assessment, Design, GradeRange
from guildmark.vocabulary import concepts, supervision
from guildmark.words import LANGUAGES, say


def write(record: Record, awarded: dict[str, Any], nodes: Nodes) -> dict[str, Any] | None:
    """The assessment behind the achievement; None where the design names none."""
    design = record.design
    methods = list(design.assessment or ())
    if not methods:
        return None
    passed = say("Passed", context="a grade")
    labels = {language: passed.text(language) for language in LANGUAGES}
    grade = nodes.note(labels if record.learner.grade is None else _grade(record.learner.grade))
    parts = [_method(method, nodes) for method in methods]
    verified = _supervision(design)
    scheme = _scheme(design, nodes)
    if len(parts) == 1:
        specification = parts[0] if scheme is None else {**parts[0], "gradingScheme": scheme}
        return nodes.node(
            "LearningAssessment",
            title=parts[0]["title"],
            grade=grade,
            awardedBy=awarded,
            idVerification=verified,
            specifiedBy=specification,
        )
    whole = nodes.node("LearningAssessmentSpecification", title=nodes.text(design.title or "–"), gradingScheme=scheme)
    return nodes.node(
        "LearningAssessment",
        title=nodes.text(design.title or "–"),
        grade=grade,
        awardedBy=awarded,
        idVerification=verified,
        specifiedBy=whole,
        hasPart=[
            nodes.node(
                "LearningAssessment",
                title=part["title"],
                grade=nodes.note(labels),
                awardedBy=awarded,
                specifiedBy=part,
            )
            for part in parts
        ],
    )


def _method(method: Assessment, nodes: Nodes) -> dict[str, Any]:
    try:
        known = concepts.get("assessment", method.type)
    except LookupError:
        kind = own_concept(f"assessment.{method.type}", {"en": method.type.replace("_", " ")})
        title = dict(kind["prefLabel"])
    else:
        kind, title = concept(known), {language: known.label(language) for language in LANGUAGES}
    notes = [] if method.criteria is None else [nodes.note(method.criteria, "assessment.criteria")]
    if method.weight is not None:
        notes.append(nodes.note(decimal_text(method.weight), "assessment.weight"))
    return nodes.node(
        "LearningAssessmentSpecification",
        identifier=nodes.node("Identifier", notation=method.id),
        title=title,
        description=None if method.description is None else nodes.text(method.description),
        additionalNote=notes,
        dcType=kind,
    )


def _supervision(design: Design) -> dict[str, Any] | None:
    if design.supervision is None:
        return None
    key = design.supervision if isinstance(design.supervision, str) else design.supervision.kind
    kind = supervision.get(key)
    if kind.concept is not None:
        return concept(kind.concept)
    return own_concept(f"supervision.{key}", {language: kind.label(language) for language in LANGUAGES})


def _scheme(design: Design, nodes: Nodes) -> dict[str, Any] | None:
    if design.grade is None:
        return None
    scale = design.grade.scale
    if isinstance(scale, GradeRange):
        title = f"{decimal_text(scale.min)}–{decimal_text(scale.max)}"
        passing = None if scale.passing is None else decimal_text(scale.passing)
        return nodes.node(
            "GradingScheme",
            title=nodes.text(title),
            identifier=[
                nodes.node("Identifier", schemeName=name, notation=value)
                for name, value in (
                    ("min", decimal_text(scale.min)),
                    ("max", decimal_text(scale.max)),
                    ("pass", passing),
                )
                if value is not None
            ],
        )
    words = [nodes.node("Identifier", schemeName="grade", notation=word) for word in scale]
    return nodes.node("GradingScheme", title=nodes.text(" / ".join(scale)), identifier=words)


def _grade(grade: str | int | float) -> str:
    return grade if isinstance(grade, str) else decimal_text(grade)
