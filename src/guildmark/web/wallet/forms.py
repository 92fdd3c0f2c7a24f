"""The one form of the wallet."""

from __future__ import annotations

from django import forms

from guildmark.web.look.fields import char
from guildmark.words import say


class ShareForm(forms.Form):
    """For whom a link is made, so that its maker finds it again."""

    label = char(
        say("For whom is the link?"), hint=say("Only you see this: “Job at the theatre”, for example."),
        required=False, max_length=120,
    )  # fmt: skip
