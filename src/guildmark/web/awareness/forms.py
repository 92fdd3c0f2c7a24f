"""The forms of Step 2."""

from __future__ import annotations

from typing import Any

from django import forms

from guildmark.toolkit.awareness import Perspective, PublicationFilter
from guildmark.vocabulary import publications
from guildmark.web.awareness.actions import Entry
from guildmark.web.awareness.models import LoggedOccasion
from guildmark.web.awareness.words import Kind
from guildmark.web.look.fields import char, choice, text_area, word_choices
from guildmark.web.look.words import spoken
from guildmark.words import say


class _Heard:
    """A perspective as a choice."""

    def __init__(self, one: Perspective) -> None:
        self.key, self.word = one.value, one


class OccasionForm(forms.Form):
    """An event or an occasion of outreach."""

    title = char(say("Title"), max_length=200)
    kind = choice(say("Kind"), Kind)
    day = char(say("Date"), hint=say("As exact as you know it: 2025, 2025-05 or 2025-05-20."), required=False,
               max_length=10)  # fmt: skip
    participants = forms.IntegerField(
        label=spoken(say("Number of participants")), min_value=0, max_value=1_000_000, required=False
    )
    who = char(say("Who took part"), hint=say("Kinds of organisations rather than names of people."), required=False)
    perspectives = forms.MultipleChoiceField(
        label=spoken(say("Perspectives that were heard")),
        choices=word_choices(_Heard(one) for one in Perspective),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    outcomes = char(say("What came of it"), hint=say("One outcome a line."), required=False,
                    widget=text_area(3), max_length=4000)  # fmt: skip
    follow_up = char(say("Who approaches whom next"), hint=say("One step a line: whom, by whom, with which brief."),
                     required=False, widget=text_area(3), max_length=4000)  # fmt: skip

    def entry(self) -> Entry:
        """What was typed, for the action."""
        data = self.cleaned_data
        return Entry(
            **{
                **data,
                "kind": Kind(data["kind"]),
                "perspectives": tuple(Perspective(one) for one in data["perspectives"]),
            }
        )


def stands(one: LoggedOccasion) -> dict[str, Any]:
    """What a form shows of an occasion that is there."""
    return {name: getattr(one, name) for name in OccasionForm.base_fields}


class SearchForm(forms.Form):
    """What somebody looks for among the publications; sent with the address, so a search can be kept."""

    words = char(say("Words in title, authors or publisher"), required=False, max_length=100)
    author = char(say("Author"), required=False, max_length=100)
    topic = choice(say("Topic"), publications.topics(), blank=say("All topics"))
    year_from = forms.IntegerField(label=spoken(say("From year")), min_value=1900, max_value=2200, required=False)
    year_to = forms.IntegerField(label=spoken(say("To year")), min_value=1900, max_value=2200, required=False)
    guide = forms.BooleanField(label=spoken(say("Only those that the guide names")), required=False)

    def wanted(self) -> PublicationFilter:
        """The filter; what is wrong in the form filters nothing."""
        self.is_valid()
        data = self.cleaned_data
        return PublicationFilter(
            topics=frozenset({data["topic"]} if data.get("topic") else ()),
            author=data.get("author", ""),
            words=data.get("words", ""),
            year_from=data.get("year_from"),
            year_to=data.get("year_to"),
            only_guide=data.get("guide", False),
        )


class CasesForm(forms.Form):
    """Which practices to show."""

    where = forms.ChoiceField(
        label=spoken(say("Sector")),
        choices=lambda: [
            ("", spoken(say("All", context="sectors"))),
            ("creative", spoken(say("Within the creative industries"))),
            ("beyond", spoken(say("Beyond them"))),
        ],
        required=False,
    )

    def within(self) -> bool | None:
        """Within or beyond the creative industries; None for all."""
        self.is_valid()
        return {"creative": True, "beyond": False}.get(self.cleaned_data.get("where", ""))
