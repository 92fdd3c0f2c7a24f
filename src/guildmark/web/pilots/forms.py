"""The forms of pilots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms

from guildmark.credentials.record.learner import Learner as LearnerRow
from guildmark.spreadsheets import learners as sheet
from guildmark.spreadsheets.columns import Misread
from guildmark.spreadsheets.reading import refuse_unreadable
from guildmark.toolkit.design import Design
from guildmark.vocabulary import participation_modes
from guildmark.web.design.models import DesignVersion
from guildmark.web.look.fields import char, choice, text_area
from guildmark.web.look.words import said, spoken
from guildmark.web.partnerships.access import Access
from guildmark.web.pilots import selectors
from guildmark.web.pilots.actions import Plan
from guildmark.web.pilots.models import Cohort, Decision, Learner
from guildmark.web.pilots.words import Changes, CohortState, LearnerState, NoteKind, SharingKind, Voice
from guildmark.words import Sentence, say


def day(label: Sentence) -> forms.DateField:
    """A date; browsers show a calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=spoken(label), required=False, widget=widget, input_formats=["%Y-%m-%d"])


if TYPE_CHECKING:
    _VersionChoice = forms.ModelChoiceField[DesignVersion]
else:
    # Django's class takes no type in brackets when it runs.
    _VersionChoice = forms.ModelChoiceField


class VersionField(_VersionChoice):
    """A version of a design, named as people know it."""

    def label_from_instance(self, obj: Any) -> str:
        """The micro-credential and the number."""
        return said(say("{name}, version {number}", name=obj.micro_credential.name, number=obj.number))


class CohortForm(forms.Form):
    """A cohort."""

    name = char(say("Name of the cohort"), hint=say("Such as Autumn 2026, Brno."), max_length=200)
    state = choice(say("Status"), list(CohortState))
    starts_on = day(say("First day"))
    ends_on = day(say("Last day"))
    place = char(say("Place"), required=False, max_length=200)
    mode = choice(say("Form of participation"), participation_modes.all_modes(), blank=say("As in the design"))
    launch = char(
        say("What the learners are told at the start"), required=False, max_length=4000, widget=text_area(4),
        hint=say("Objectives, structure and expected learning outcomes. It stands above the survey too."),
    )  # fmt: skip

    def __init__(self, access: Access, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The choices are the partnership's own, so the field is made with it.
        self.fields["design_version"] = VersionField(
            queryset=selectors.approved(access), label=spoken(say("Micro-credential that is piloted")), empty_label=None
        )

        self.order_fields(["name", "design_version"])

    def plan(self) -> Plan:
        """What was typed."""
        return Plan(**{**self.cleaned_data, "state": CohortState(self.cleaned_data["state"])})


def cohort_stands(found: Cohort) -> dict[str, Any]:
    """What the form shows first."""
    names = ("name", "design_version", "state", "starts_on", "ends_on", "place", "mode", "launch")
    return {name: getattr(found, name) for name in names}


class LearnerForm(forms.Form):
    """A learner, read by the very columns of the spreadsheet."""

    name = char(say("Name"))
    email = char(say("E-mail address"), max_length=254)
    identifier = char(say("Identifier"), required=False, hint=sheet.IDENTIFIER.guidance)
    birth_date = day(say("Date of birth"))
    language = char(say("Language"), required=False, hint=sheet.LANGUAGE.guidance, max_length=40)
    grade = char(say("Grade"), required=False)
    evidence_url = char(say("Evidence"), required=False, hint=sheet.EVIDENCE.guidance, max_length=2000)
    state = choice(say("Status"), list(LearnerState))

    def __init__(self, design: Design, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        required = design.learner_identification.required if design.learner_identification else ()
        self.columns = {one.name: one for one in sheet.columns(design.grade, required)}
        for name in required:
            self.fields[name].required = True
        if design.grade is None:
            del self.fields["grade"]
        elif isinstance(design.grade.scale, list):
            words = [("", "–"), *((word, word) for word in design.grade.scale)]
            self.fields["grade"] = forms.ChoiceField(label=spoken(say("Grade")), choices=words, required=False)
        else:
            scale = design.grade.scale
            self.fields["grade"].help_text = spoken(
                say("A number from {least} to {most}.", least=scale.min, most=scale.max)
            )

    def clean(self) -> dict[str, Any]:
        """Every text as the spreadsheet's column reads it."""
        cleaned = super().clean() or {}
        for name in ("name", "email", "identifier", "language", "grade", "evidence_url"):
            text = str(cleaned.get(name) or "").strip()
            column = self.columns.get(name)
            try:
                if text and column:
                    refuse_unreadable(text, column)
                cleaned[name] = column.kind.read(text) if text and column else None
            except Misread as misread:
                self.add_error(name, said(misread.fault.sentence))
        return cleaned

    def row(self) -> LearnerRow:
        """What was typed, as the spreadsheet's row."""
        names = ("name", "email", "identifier", "birth_date", "language", "grade", "evidence_url")
        return LearnerRow(**{name: self.cleaned_data.get(name) for name in names})

    def state_given(self) -> LearnerState:
        """Whether the learner takes part."""
        return LearnerState(self.cleaned_data["state"])


def learner_stands(one: Learner) -> dict[str, Any]:
    """What the form shows first."""
    names = ("name", "email", "identifier", "birth_date", "language", "grade", "evidence_url", "state")
    return {name: getattr(one, name) for name in names}


class SessionForm(forms.Form):
    """A session."""

    title = char(say("Title"), max_length=200)
    day = day(say("Date"))
    hours = forms.DecimalField(label=spoken(say("Hours")), required=False, min_value=0, max_value=100)


class NoteForm(forms.Form):
    """An observation or feedback."""

    kind = choice(say("Kind"), list(NoteKind))
    voice = choice(say("Whose view"), list(Voice))
    text = char(
        say("What was seen or said"), max_length=4000, widget=text_area(3),
        hint=say("Without names: write about the pilot, not about people."),
    )  # fmt: skip
    day = day(say("Date"))


class DecisionForm(forms.Form):
    """An improvement."""

    text = char(say("Decision"))
    because = char(say("Because"), required=False, max_length=2000, widget=text_area(2))
    changes = choice(say("What it changes"), list(Changes))
    day = day(say("Date"))
    done = forms.BooleanField(label=spoken(say("It is carried out")), required=False)

    def __init__(self, access: Access, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        versions = DesignVersion.objects.filter(micro_credential__cycle__partnership=access.partnership)
        self.fields["carried_out_in"] = VersionField(
            queryset=versions.select_related("micro_credential"), required=False, empty_label="–",
            label=spoken(say("Carried out in this version of the design")),
        )  # fmt: skip


def decision_stands(one: Decision) -> dict[str, Any]:
    """What the form shows first."""
    return {name: getattr(one, name) for name in ("text", "because", "changes", "day", "done", "carried_out_in")}


class SharingForm(forms.Form):
    """Where results were told."""

    title = char(say("Title"), max_length=300)
    kind = choice(say("Kind"), list(SharingKind))
    day = day(say("Date"))
    audience = char(say("Who was reached"), required=False, max_length=300)
    url = char(say("Address"), required=False, max_length=2000, hint=say("An https:// address, where there is one."))
    outcome = char(say("What came of it"), required=False, max_length=2000, widget=text_area(2))

    def clean_url(self) -> str:
        """Only a web address: it becomes a link."""
        text: str = self.cleaned_data["url"].strip()
        try:
            return sheet.EVIDENCE.kind.read(text) if text else ""
        except Misread as misread:
            raise forms.ValidationError(said(misread.fault.sentence)) from misread


def version_of(given: Mapping[str, Any]) -> int:
    """The version that a form was read with; 0 for anything else."""
    text = str(given.get("version", ""))
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
