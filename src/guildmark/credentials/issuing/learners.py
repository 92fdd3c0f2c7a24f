"""Whether a micro-credential can be issued to these learners: every fault, with its row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from guildmark.credentials.openbadges.decimals import decimal_text, decimal_value
from guildmark.credentials.record import Learner
from guildmark.credentials.record.addresses import is_email_address, is_web_address
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.toolkit.design.model import Design, GradeRange
from guildmark.words import say

REQUIRED = ("name", "email", "identifier", "birth_date")


def check_learners(learners: Sequence[Learner], design: Design, file: str | None = None) -> tuple[Learner, ...]:
    """The learners as they will be issued to: a grade that is a number in words has become a number.

    Raises GuildmarkError with every fault: what the design's `learner_identification` requires and a row
    lacks, a grade that is not on the scale, an address that is none, the same learner twice.
    """
    graded = tuple(_with_grade(learner, design) for learner in learners)
    faults = [fault for learner in graded for fault in _faults(learner, design, file)]
    faults.extend(_twice(graded, file))
    if faults:
        raise GuildmarkError(sorted(faults, key=lambda fault: fault.place.row or 0))
    return graded


def _with_grade(learner: Learner, design: Design) -> Learner:
    if design.grade is None or not isinstance(design.grade.scale, GradeRange) or not isinstance(learner.grade, str):
        return learner
    number = decimal_value(learner.grade.strip().replace(",", "."))
    return learner if number is None else replace(learner, grade=number)


def _faults(learner: Learner, design: Design, file: str | None) -> Iterator[Fault]:
    required = design.learner_identification.required if design.learner_identification else []
    for column in REQUIRED:
        if column in required and not getattr(learner, column):
            sentence = say("The learner has no {column}, and the micro-credential requires it.", column=column)
            yield Fault("issuing.learner.incomplete", sentence, _place(learner, column, file))
    if learner.key is None:
        sentence = say("The learner has neither an e-mail address nor an identifier. Give one, to tell learners apart.")
        yield Fault("issuing.learner.unnamed", sentence, _place(learner, "email", file))
    if learner.email is not None and not is_email_address(learner.email):
        sentence = say("“{found}” is not an e-mail address.", found=learner.email)
        yield Fault("issuing.learner.email", sentence, _place(learner, "email", file), found=learner.email)
    if learner.evidence_url is not None and not is_web_address(learner.evidence_url):
        sentence = say(
            "“{found}” is not a web address. It starts with https:// or http://, and a space in it is written %20.",
            found=learner.evidence_url,
        )
        yield Fault("issuing.learner.evidence", sentence, _place(learner, "evidence_url", file), learner.evidence_url)
    yield from _grade_faults(learner, design, file)


def _grade_faults(learner: Learner, design: Design, file: str | None) -> Iterator[Fault]:
    if learner.grade is None:
        return
    place, found = _place(learner, "grade", file), str(learner.grade)
    if design.grade is None:
        sentence = say("The micro-credential has no grades. Leave the column empty, or give the design a scale.")
        yield Fault("issuing.learner.grade", sentence, place, found)
        return
    scale = design.grade.scale
    if not isinstance(scale, GradeRange):
        if learner.grade not in scale:
            sentence = say("“{found}” is not a grade of this micro-credential.", found=found)
            yield Fault("issuing.learner.grade", sentence, place, found, tuple(scale))
        return
    low, high = sorted((scale.min, scale.max))
    if isinstance(learner.grade, str) or not low <= learner.grade <= high:
        sentence = say(
            "“{found}” is not a grade of this micro-credential: grades are numbers from {low} to {high}.",
            found=found,
            low=decimal_text(low),
            high=decimal_text(high),
        )
        yield Fault("issuing.learner.grade", sentence, place, found)


def _twice(learners: Sequence[Learner], file: str | None) -> Iterator[Fault]:
    first: dict[str, Learner] = {}
    for learner in learners:
        if learner.key is None:
            continue
        earlier = first.setdefault(learner.key, learner)
        if earlier is not learner:
            sentence = say(
                "{learner} stands in row {first} and again in row {second}. Each learner gets one record: "
                "take one row out.",
                learner=learner.key,
                first=earlier.row or "–",
                second=learner.row or "–",
            )
            column = "identifier" if learner.identifier else "email"
            yield Fault("issuing.learner.twice", sentence, _place(learner, column, file), learner.key)


def _place(learner: Learner, column: str, file: str | None) -> Place:
    return Place(file=file, row=learner.row, column=column)
