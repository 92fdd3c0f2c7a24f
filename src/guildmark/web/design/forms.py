"""The small forms of this room; those of a design itself are in `sheets`."""

from __future__ import annotations

from types import SimpleNamespace

from django import forms

from guildmark.vocabulary import roles
from guildmark.web.design.actions import PieceOfWork
from guildmark.web.design.words import KINDS, STATES
from guildmark.web.look.fields import char, choice, text_area, word_choices
from guildmark.web.look.words import spoken
from guildmark.words import Sentence, say


def _worded(words: dict[str, Sentence]) -> list[SimpleNamespace]:
    return [SimpleNamespace(key=key, word=word) for key, word in words.items()]


class BeginForm(forms.Form):
    """A new micro-credential."""

    name = char(say("Title"), hint=say("It can change later."), max_length=300)


class DesignFileForm(forms.Form):
    """A design as a file."""

    file = forms.FileField(
        label=spoken(say("Design as a JSON file")),
        help_text=spoken(say("As “guildmark template design” writes it, or as this room exports it.")),
    )


class PieceForm(forms.Form):
    """A workshop or a product."""

    kind = choice(say("Kind"), _worded(KINDS))
    title = char(say("Title"), max_length=200)
    state = choice(say("State"), _worded(STATES))
    day = forms.DateField(
        label=spoken(say("Date")), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    led_by = choice(say("Led by"), roles.all_roles(), blank=say("Not settled yet"))
    supported_by = forms.MultipleChoiceField(
        label=spoken(say("Supported by")), choices=word_choices(roles.all_roles()), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    participants = char(say("Participants"), required=False, hint=say("Groups and numbers rather than names."))
    link = forms.URLField(label=spoken(say("Link")), required=False, max_length=500, assume_scheme="https")
    outcome = char(say("What came of it"), required=False, max_length=2000, widget=text_area(3))

    def given(self) -> PieceOfWork:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        return PieceOfWork(**(data | {"supported_by": tuple(data["supported_by"])}))
