"""The forms of an account."""

from __future__ import annotations

from typing import Any

from django import forms

from guildmark.web.look.words import spoken
from guildmark.words import say


class NameForm(forms.Form):
    """What we ask beside the address when somebody opens an account; allauth adds the rest."""

    name = forms.CharField(
        max_length=200, label=spoken(say("Your name")), widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    field_order = ("name", "email", "password1", "password2")

    def signup(self, request: Any, user: Any) -> None:
        """Keeps the name; allauth calls this once the account is there."""
        user.name = self.cleaned_data["name"].strip()
        user.save(update_fields=["name"])


class EraseForm(forms.Form):
    """The password, once more, before everything is erased."""

    password = forms.CharField(
        label=spoken(say("Your password")),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
