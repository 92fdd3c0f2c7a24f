"""The design's closed choices as concepts with an address: a European one where there is one, else one of ours.

A record that was written while a choice had only an address of ours is read for ever: both are understood.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from guildmark.credentials.openbadges.terms import NAMESPACE
from guildmark.vocabulary import concepts as european
from guildmark.vocabulary import participation_modes, supervision

ASSESSMENT = "assessment"
"""The one group that is a whole European vocabulary: its keys are the concepts' labels in snake case."""


def concept_uri(group: str, key: str) -> str:
    """The address of a choice: `concept_uri("participation-mode", "online")`."""
    if group == ASSESSMENT:
        try:
            return european.get(ASSESSMENT, key).uri
        except LookupError:
            return f"{NAMESPACE}{group}.{key}"
    return _uris().get((group, key)) or f"{NAMESPACE}{group}.{key}"


def concept_key(group: str, uri: str) -> str | None:
    """The choice behind an address; None where it is none of this group."""
    own = f"{NAMESPACE}{group}."
    if uri.startswith(own):
        return uri.removeprefix(own) or None
    if group == ASSESSMENT:
        concept = european.by_uri(uri)
        return concept.key if concept and concept.vocabulary == ASSESSMENT else None
    return _keys().get((group, uri))


@lru_cache(maxsize=1)
def _uris() -> Mapping[tuple[str, str], str]:
    """The choices that have a European concept."""
    modes = {("participation-mode", mode.key): mode.uri for mode in participation_modes.all_modes()}
    kinds = {("supervision", kind.key): kind.concept.uri for kind in supervision.all_kinds() if kind.concept}
    outcomes = {("outcome-kind", key): european.get("skill-type", key).uri for key in ("knowledge", "skill")}
    ects = european.get("education-credit", "european_credit_transfer_system").uri
    return {**modes, **kinds, **outcomes, ("credit-system", "ects"): ects}


@lru_cache(maxsize=1)
def _keys() -> Mapping[tuple[str, str], str]:
    return {(group, uri): key for (group, key), uri in _uris().items()}
