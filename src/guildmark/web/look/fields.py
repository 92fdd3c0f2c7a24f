"""Fields of forms whose choices and labels follow the language of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django import forms

from guildmark.web.look.words import said, spoken
from guildmark.words import Sentence


def word_choices(items: Iterable[Any], *, blank: Sentence | None = None) -> Callable[[], list[tuple[str, str]]]:
    """Choices of keyed words (`key` or `value`, and a label), in the language of the page."""
    known = list(items)

    def choices() -> list[tuple[str, str]]:
        first = [("", said(blank))] if blank else []
        return first + [(getattr(one, "key", None) or one.value, said(getattr(one, "word", one))) for one in known]

    return choices


def text_area(rows: int = 4) -> forms.Textarea:
    """Several lines."""
    return forms.Textarea(attrs={"rows": rows})


def char(label: Sentence, *, hint: Sentence | None = None, required: bool = True, **more: Any) -> forms.CharField:
    """One text."""
    return forms.CharField(
        label=spoken(label), help_text=spoken(hint) if hint else "", required=required,
        max_length=more.pop("max_length", 500), **more,
    )  # fmt: skip


def choice(label: Sentence, items: Iterable[Any], *, blank: Sentence | None = None, **more: Any) -> forms.ChoiceField:
    """One of a few words; a word that is blank makes it optional."""
    return forms.ChoiceField(
        label=spoken(label), choices=word_choices(items, blank=blank), required=blank is None, **more
    )
