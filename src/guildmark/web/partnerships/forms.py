"""The forms of a partnership."""

from __future__ import annotations

from django import forms

from guildmark.toolkit.advice import Status
from guildmark.toolkit.context import EvidenceKind, NeedKind
from guildmark.vocabulary import countries, sectors
from guildmark.web.look.fields import char, choice, text_area, word_choices
from guildmark.web.look.words import said, spoken
from guildmark.web.partnerships.models import Role
from guildmark.words import say


def _rest_after_creative(sector: sectors.Sector) -> bool:
    return sector.key != "creative_cultural"


class PartnershipForm(forms.Form):
    """What a partnership says of itself."""

    name = char(say("Name of the partnership"), max_length=200)
    summary = char(
        say("What it is for, in one sentence"),
        hint=say("From which skills gap to which micro-credential?"),
        required=False,
        max_length=400,
    )
    lsp = char(say("Large-Scale Skills Partnership"), required=False, max_length=200)
    regions = char(
        say("Countries or regions"),
        hint=say("One or more, separated by commas: CZ, or Czechia / Prague."),
        required=False,
    )
    sectors = forms.MultipleChoiceField(
        label=spoken(say("Sectors")),
        choices=word_choices((*sectors.creative_fields(), *sorted(sectors.all_sectors(), key=_rest_after_creative))),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def clean_regions(self) -> list[str]:
        """Codes of countries, with the region after a slash."""
        found = []
        for entry in filter(None, (one.strip() for one in self.cleaned_data["regions"].split(","))):
            name, _, region = (part.strip() for part in entry.partition("/"))
            country = countries.find(name)
            if country is None:
                raise forms.ValidationError(said(say("“{found}” is no country that we know.", found=name[:60])))
            found.append(f"{country.code}/{region}" if region else country.code)
        return found


class NeedForm(forms.Form):
    """The skills need."""

    kind = choice(say("Which skills are short?"), NeedKind)
    statement = char(
        say("The need, in your own words"),
        hint=say("Who lacks which skill, and what goes wrong without it?"),
        max_length=2000,
        widget=text_area(5),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class EvidenceForm(forms.Form):
    """A piece of evidence."""

    kind = choice(say("Where the evidence comes from"), EvidenceKind)
    says = char(say("What it says"), max_length=2000, widget=text_area(3))
    source = char(
        say("Source"), hint=say("A publication, a meeting or an address, so that others can look."), required=False
    )


class InviteForm(forms.Form):
    """Somebody to invite."""

    email = forms.EmailField(label=spoken(say("E-mail address")))
    role = choice(say("Part in the partnership"), list(Role), initial=Role.MEMBER.value)


class MemberForm(forms.Form):
    """A member's role and right to issue."""

    role = choice(say("Part in the partnership"), list(Role))
    may_issue = forms.BooleanField(label=spoken(say("May issue records")), required=False)
    version = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20)


class StepForm(forms.Form):
    """What people say of a step."""

    status = choice(say("Status"), list(Status), blank=say("As proposed"))
    findings = char(say("What we learnt"), required=False, max_length=2000, widget=text_area())
    why = char(say("Why this step follows from the one before"), required=False, max_length=2000, widget=text_area())
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class CommentForm(forms.Form):
    """What somebody says of a definition."""

    text = char(
        say("Your comment"), hint=say("What is unclear or wrong here, and what you would write instead."),
        widget=text_area(4), max_length=2000,
    )  # fmt: skip
