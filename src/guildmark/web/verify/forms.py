"""What can be checked: a file, pasted text, or an address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from guildmark.web.look.words import said, spoken
from guildmark.words import say

LARGEST = 5_000_000


class VerifyForm(forms.Form):
    """One of file and text; beside it a list of issuers that the reader trusts."""

    file = forms.FileField(label=spoken(say("File")), required=False)
    text = forms.CharField(
        label=spoken(say("Text or address of the record")), required=False,
        widget=forms.Textarea(attrs={"rows": 5, "spellcheck": "false"}),
    )  # fmt: skip
    trust = forms.FileField(
        label=spoken(say("Trust list")), required=False,
        help_text=spoken(say("A JSON file that lists issuers by “id” and “name”.")),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Exactly what is there: bytes under `data`, or an address under `address`."""
        cleaned = super().clean() or {}
        if "file" in self.errors:
            return cleaned
        file: UploadedFile | None = cleaned.get("file")
        text = (cleaned.get("text") or "").strip()
        if file is not None:
            cleaned["data"] = file.read()
        elif text and "\n" not in text and text.lower().startswith(("https://", "http://")):
            cleaned["address"] = text
        elif text:
            cleaned["data"] = text.encode()
        else:
            raise forms.ValidationError(said(say("Choose a file, or paste the text or the address of a record.")))
        return cleaned
