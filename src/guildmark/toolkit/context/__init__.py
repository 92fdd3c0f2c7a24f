"""Step 1: understanding the status of qualification frameworks for micro-credentials in a country."""

from guildmark.toolkit.context.answers import (
    Answers,
    Body,
    BodySector,
    GovernmentLevel,
    Initiative,
    Learning,
    Scope,
    Source,
)
from guildmark.toolkit.context.country import CountryContext, context_json, country_context, country_ratings
from guildmark.toolkit.context.matrix import matrix, matrix_json
from guildmark.toolkit.context.model import CountryRatings, Dimension, Matrix, MatrixRow, Rating, Readiness
from guildmark.toolkit.context.need import (
    Evidence,
    EvidenceKind,
    NeedKind,
    SkillsNeed,
    evidence_missing,
    need_sentence,
)
from guildmark.toolkit.context.proposals import Proposal, proposals
from guildmark.toolkit.context.questionnaire import EDITIONS, LATEST, Questionnaire, questionnaire
from guildmark.toolkit.context.readiness import missing, readiness
from guildmark.toolkit.context.reading import read_answers

__all__ = [
    "EDITIONS",
    "LATEST",
    "Answers",
    "Body",
    "BodySector",
    "CountryContext",
    "CountryRatings",
    "Dimension",
    "Evidence",
    "EvidenceKind",
    "GovernmentLevel",
    "Initiative",
    "Learning",
    "Matrix",
    "MatrixRow",
    "NeedKind",
    "Proposal",
    "Questionnaire",
    "Rating",
    "Readiness",
    "Scope",
    "SkillsNeed",
    "Source",
    "context_json",
    "country_context",
    "country_ratings",
    "evidence_missing",
    "matrix",
    "matrix_json",
    "missing",
    "need_sentence",
    "proposals",
    "questionnaire",
    "read_answers",
    "readiness",
]
