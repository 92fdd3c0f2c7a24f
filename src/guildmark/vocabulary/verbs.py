"""Verbs for learning outcomes: observable ones by Bloom's levels, vague ones with a hint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary.files import read_rows


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb in one language; `bloom_level` is 1 to 6 for an observable verb, None for a vague one.

    `hint` says in the verb's own language what to do about a vague verb.
    """

    text: str
    language: str
    observable: bool
    bloom_level: int | None
    bloom_name: str
    hint: str


def observable(language: str) -> tuple[Verb, ...]:
    """Verbs whose result can be seen, heard or read, from remembering to creating."""
    return tuple(verb for verb in _verbs().get(language, ()) if verb.observable)


def vague(language: str) -> tuple[Verb, ...]:
    """Verbs that nobody can observe, such as "understand"."""
    return tuple(verb for verb in _verbs().get(language, ()) if not verb.observable)


@lru_cache(maxsize=1)
def _verbs() -> Mapping[str, tuple[Verb, ...]]:
    found: dict[str, list[Verb]] = {}
    for row in read_rows("outcome_verbs"):
        found.setdefault(row["language"], []).append(
            Verb(
                text=row["verb"],
                language=row["language"],
                observable=row["kind"] == "observable",
                bloom_level=int(row["bloom_level"]) if row["bloom_level"] else None,
                bloom_name=row["bloom_name"],
                hint=row["hint"],
            )
        )
    return {language: tuple(verbs) for language, verbs in found.items()}
