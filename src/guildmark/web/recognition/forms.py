"""The forms of Step 5: a route, and one form for whatever is filed, made from its kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms

from guildmark.web.look.fields import char, text_area
from guildmark.web.look.words import said, spoken
from guildmark.web.recognition import safekeeping
from guildmark.web.recognition.actions import Entry
from guildmark.web.recognition.kinds import Kind, Stage
from guildmark.web.recognition.models import Filing
from guildmark.words import Sentence, say


class RouteForm(forms.Form):
    """Which route, and why."""

    route = forms.CharField(max_length=80)
    reason = char(say("Why this route"), required=False, widget=text_area(2))


class _Day(forms.DateInput):
    """A day that the browser's own calendar fills in."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class FilingForm(forms.Form):
    """What is filed: the fields of its kind."""

    def __init__(
        self, kind: Kind, mine: Sequence[tuple[str, str]], wholes: Sequence[tuple[str, str]], *args: Any, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.kind = kind
        for name, label in kind.fields.items():
            self.fields[name] = _field(name, label, kind, wholes)
        if kind.about != "no":
            self.fields["micro_credential"] = _choice(
                say("Micro-credential"),
                mine,
                required=kind.about == "must",
                blank=say("One of others, named below") if kind.key == "counting" else say("Not about a single one"),
            )
        self.fields["stage"] = _choice(
            say("State"), [(one.value, said(words)) for one, words in kind.stages.items()], required=True
        )
        first = ("micro_credential", "towards", "stage")
        self.order_fields([*(one for one in first if one in self.fields), *kind.fields])

    def entry(self) -> Entry:
        """What was typed, for the action."""
        data = dict(self.cleaned_data)
        more: dict[str, Any] = {name: data.pop(name) for name in ("sort", "ticks", "exits") if name in data}
        stage = Stage(data.pop("stage"))
        return Entry(stage, more=more, **{key: value for key, value in data.items() if value is not None})

    def clean_exits(self) -> list[dict[str, Any]]:
        """Exit awards, one a line: a title and its credits."""
        exits = []
        for line in self.cleaned_data.get("exits", "").splitlines():
            if not line.strip():
                continue
            found = re.fullmatch(r"\s*(.{1,120}?)\s*[;:,]\s*(\d{1,4}(?:[.,]\d)?)\s*", line)
            if found is None:
                raise forms.ValidationError(
                    said(say("“{line}” says no credits. Write a title, a semicolon and a number: {example}.",
                             line=line.strip()[:60], example="Foundation; 6"))
                )  # fmt: skip
            number = float(found[2].replace(",", "."))
            exits.append({"title": found[1], "credits": int(number) if number.is_integer() else number})
        return exits


def stands(one: Filing) -> dict[str, Any]:
    """What a form shows of something that is there."""
    shown = {name: getattr(one, name) for name in ("title", "stage", "who", "on", "until", "text", "link")}
    exits = "\n".join(f"{each['title']}; {each['credits']}" for each in one.more.get("exits", []))
    return shown | {
        "credits": one.credits, "amount": one.amount, "sort": one.sort, "ticks": one.more.get("ticks", []),
        "exits": exits, "towards": one.towards.public_id if one.towards else "",
        "micro_credential": one.micro_credential.public_id if one.micro_credential else "",
    }  # fmt: skip


def _field(name: str, label: Sentence, kind: Kind, wholes: Sequence[tuple[str, str]]) -> forms.Field:
    spoken_label: Any = spoken(label)
    match name:
        case "sort":
            return _choice(label, [(key, said(word)) for key, word in kind.choices.items()], required=True)
        case "towards":
            return _choice(label, wholes, required=True)
        case "ticks":
            return forms.MultipleChoiceField(
                label=spoken_label, choices=[(key, said(word)) for key, word in kind.ticked.items()],
                widget=forms.CheckboxSelectMultiple, required=False,
            )  # fmt: skip
        case "on" | "until":
            return forms.DateField(label=spoken_label, required=False, widget=_Day())
        case "credits" | "amount":
            most, places = (99_999, 1) if name == "credits" else (9_999_999_999, 2)
            return forms.DecimalField(
                label=spoken_label, required=False, min_value=0, max_value=most, decimal_places=places
            )
        case "document":
            endings = ",".join(f".{one}" for group in safekeeping.ENDINGS.values() for one in group)
            return forms.FileField(
                label=spoken_label, required=False, max_length=200,
                help_text=spoken(say("PDF, PNG, JPEG, DOCX, ODT or XLSX without macros, 10 MB at most.")),
                widget=forms.FileInput(attrs={"accept": endings}),
            )  # fmt: skip
        case "exits":
            return char(label, hint=say("One a line: a title, a semicolon, its ECTS credits."), required=False,
                        widget=text_area(3), max_length=2000)  # fmt: skip
        case "text":
            return char(label, required=False, widget=text_area(4), max_length=5000)
        case "title":
            return char(label, required=kind.key not in {"counting", "value"}, max_length=200)
        case "link":
            return forms.URLField(label=spoken_label, required=False, max_length=500, assume_scheme="https")
        case _:
            return char(label, required=False, max_length=300)


def _choice(
    label: Sentence, options: Sequence[tuple[str, str]], *, required: bool, blank: Sentence | None = None
) -> forms.ChoiceField:
    first = [("", said(blank or say("Choose one")))] if not required or len(options) != 1 else []
    return forms.ChoiceField(label=spoken(label), choices=[*first, *options], required=required)
