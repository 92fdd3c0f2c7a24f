"""Texts that people write: one string, or one string per language, kept as written."""

from __future__ import annotations

from collections.abc import Mapping

Text = str | dict[str, str]
"""A text in JSON: `"…"`, or `{"en": "…", "cs": "…"}` with BCP 47 tags as keys. Never normalised."""


def in_language(text: str | Mapping[str, str], language: str, fallback: str | None = None) -> str:
    """The text in `language`, else in `fallback`, else in English, else in the first that is there."""
    if isinstance(text, str):
        return text
    by_tag = {tag.lower(): value for tag, value in text.items()}
    for wanted in (language, language.split("-", maxsplit=1)[0], fallback or "", "en"):
        if wanted.lower() in by_tag:
            return by_tag[wanted.lower()]
    return next(iter(text.values()), "")


def languages_of(text: str | Mapping[str, str]) -> tuple[str, ...]:
    """The languages in which a text is written; none for a plain string."""
    return () if isinstance(text, str) else tuple(text)
