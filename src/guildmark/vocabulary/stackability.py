"""Stackability: standalone or integrated, and the three models of integration (ch. 3.3.6)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary.files import read_document
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class StackabilityKind(Term):
    """Standalone or integrated, with a sentence that explains it."""

    description: Wording


@dataclass(frozen=True, slots=True)
class IntegrationModel(Term):
    """A way in which a micro-credential becomes part of a larger qualification."""

    description: Wording


def get(key: str) -> StackabilityKind:
    """The kind with this key: standalone, integrated."""
    return _kinds().get(key)


def find(text: str) -> StackabilityKind | None:
    """The kind that a person means: its key or its label in any of the five languages."""
    return _kinds().find(text)


def all_kinds() -> tuple[StackabilityKind, ...]:
    """Standalone and integrated."""
    return _kinds().items


def model(key: str) -> IntegrationModel:
    """The model with this key: embedded, prior_learning, modular."""
    return _models().get(key)


def find_model(text: str) -> IntegrationModel | None:
    """The model that a person means: its key or its label in any of the five languages."""
    return _models().find(text)


def models() -> tuple[IntegrationModel, ...]:
    """The three models in the guide's order."""
    return _models().items


@lru_cache(maxsize=1)
def _kinds() -> Table[StackabilityKind]:
    return Table(
        StackabilityKind(item["key"], Wording.read(item), Wording.read(item["description"]))
        for item in read_document("stackability")["kind"]
    )


@lru_cache(maxsize=1)
def _models() -> Table[IntegrationModel]:
    return Table(
        IntegrationModel(item["key"], Wording.read(item), Wording.read(item["description"]))
        for item in read_document("stackability")["model"]
    )
