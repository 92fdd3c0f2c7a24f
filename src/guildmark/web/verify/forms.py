"""What can be checked: a file, or pasted text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from guildmark.web.look.words import said, spoken
from guildmark.words import say

LARGEST = 5_000_000


class VerifyForm(forms.Form):
    """One of the two."""

    file = forms.FileField(label=spoken(say("File")), required=False)
    text = forms.CharField(
        label=spoken(say("Text of the record")), required=False, widget=forms.Textarea(attrs={"rows": 5})
    )

    def clean(self) -> dict[str, Any]:
        """Exactly what is there, as bytes under `data`."""
        cleaned = super().clean() or {}
        file: UploadedFile | None = cleaned.get("file")
        text = (cleaned.get("text") or "").strip()
        if file is not None:
            if (file.size or 0) > LARGEST:
                raise forms.ValidationError(said(say("A record has at most 5 MB. This file is larger.")))
            cleaned["data"] = file.read()
        elif text:
            cleaned["data"] = text.encode()
        else:
            raise forms.ValidationError(said(say("Choose a file, or paste the text of a record.")))
        return cleaned
