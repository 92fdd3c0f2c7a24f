"""The forms of issuing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms

from guildmark.credentials.record import Learner
from guildmark.credentials.status import ACTIVE, STATUSES, Status
from guildmark.documents.elements import many
from guildmark.errors import GuildmarkError
from guildmark.vocabulary import countries
from guildmark.web.design.selectors import approved_versions, design_of
from guildmark.web.issuing import selectors
from guildmark.web.issuing.actions.keys import check_since
from guildmark.web.issuing.identity import KEY, WEB
from guildmark.web.issuing.models import IssuedRecord
from guildmark.web.issuing.naming import named
from guildmark.web.look.fields import char, text_area
from guildmark.web.look.words import language_now, said, spoken
from guildmark.web.partnerships.access import Access
from guildmark.web.pilots import selectors as pilots
from guildmark.words import Sentence, say

STATES: dict[str, Sentence] = {
    IssuedRecord.State.REVOKED: say("Revoked", context="record"),
    IssuedRecord.State.SUSPENDED: say("Suspended", context="record"),
    IssuedRecord.State.ACTIVE: say("Good", context="record"),
}
FOLLOWED = ("name", "email", "identifier", "grade", "evidence_url")
ADDRESS = ("streetAddress", "postalCode", "addressLocality")


class IssuerForm(forms.Form):
    """Who signs: the keys of the issuer file (docs/cli.md)."""

    name = char(say("Name"), hint=say("The organisation that stands by the records."), max_length=300)
    country = char(
        say("Country"), hint=say("A name or a two-letter code. A region may follow after a slash: Italy / Basilicata."),
        max_length=160,
    )  # fmt: skip
    legal_id = char(say("Registration number"), hint=say("Under which the law knows it."), required=False)
    url = char(say("Website"), required=False)
    email = char(say("E-mail address"), required=False)
    streetAddress = char(say("Street"), required=False)  # noqa: N815 -- the name that Open Badges gives it
    postalCode = char(say("Postal code"), required=False)  # noqa: N815 -- the same
    addressLocality = char(say("Town"), required=False)  # noqa: N815 -- the same
    image = char(say("Address of the logo"), required=False)

    def clean_country(self) -> str:
        """The code, with the region as it was written."""
        name, _, region = (part.strip() for part in self.cleaned_data["country"].partition("/"))
        found = countries.find(name)
        if found is None:
            raise forms.ValidationError(said(say("“{found}” is no country that we know.", found=name[:60])))
        return f"{found.code}/{region}" if region else found.code

    def document(self, before: dict[str, Any] | None = None) -> dict[str, Any]:
        """The issuer file; what no field shows stays as it was."""
        given = self.cleaned_data
        kept = dict(before or {})
        if isinstance(kept.get("name"), str) or "name" not in kept or given["name"] != said(kept["name"]):
            kept["name"] = given["name"]
        for key in ("country", "legal_id", "url", "email", "image"):
            kept[key] = given[key]
        address = dict(kept.get("address") or {}) | {key: given[key] for key in ADDRESS}
        kept["address"] = {key: value for key, value in address.items() if value}
        return kept


class NewIssuerForm(IssuerForm):
    """A new issuer: with its place in addresses, and how it is known."""

    slug = forms.SlugField(
        label=spoken(say("Short name for addresses")), max_length=60, required=False,
        help_text=spoken(
            say("Lower-case letters, digits and hyphens; made of the name if left empty. It cannot be changed later.")
        ),
    )  # fmt: skip
    identity = forms.ChoiceField(
        label=spoken(say("How the issuer is known")),
        choices=lambda: [
            (KEY, said(say("By its key (did:key): the record alone is enough to check"))),
            (WEB, said(say("By this address (did:web): keys can change, this address must stay"))),
        ],
        widget=forms.RadioSelect,
        initial=KEY,
    )

    @property
    def asked_first(self) -> list[forms.BoundField]:
        """What everybody fills in."""
        return [self["name"], self["country"]]

    @property
    def asked_besides(self) -> list[forms.BoundField]:
        """What a verifier shows beside it, where it is known."""
        return [self[key] for key in ("legal_id", "url", "email", *ADDRESS, "image")]

    @property
    def technical(self) -> list[forms.BoundField]:
        """What has a good answer already."""
        return [self["slug"], self["identity"]]

    def clean_slug(self) -> str:
        """The short name that was typed, in lower case; empty where it is to be made of the name."""
        return str(self.cleaned_data["slug"]).lower()


def shown(document: dict[str, Any]) -> dict[str, Any]:
    """An issuer file as the form shows it."""
    address = document.get("address") or {}
    own = {"name": said(document["name"]), "country": place(str(document["country"]))}
    return document | own | {key: address.get(key, "") for key in ADDRESS}


def place(code: str) -> str:
    """A country, with its region, as a person would type it: "CZ/Prague" is Czechia / Prague."""
    country, slash, region = code.partition("/")
    return f"{countries.get(country).label(language_now())}{' / ' if slash else ''}{region}"


def proposed(access: Access) -> dict[str, str]:
    """What a new issuer's form begins with: the awarding body of what was approved last, else the partnership."""
    newest = approved_versions(access).order_by("-approval__at").first()
    design = design_of(newest) if newest else None
    body = next(iter(many(design.awarding_body or [])), None) if design else None
    countries_of_design = many(design.issuer_country or []) if design else []
    places = [body.country if body else None, *countries_of_design, *access.partnership.regions]
    code = next((one for one in places if isinstance(one, str) and countries.find(one.partition("/")[0])), "")
    name = said(body.name) if body and body.name else access.partnership.name
    return {"name": name, "country": place(code) if code else ""}


class ChooseForm(forms.Form):
    """What to issue, under whose name, to whom."""

    version = forms.ChoiceField(label=spoken(say("Micro-credential")))
    issuer = forms.ChoiceField(label=spoken(say("Issuer")))
    cohort = forms.ChoiceField(label=spoken(say("Learners")), required=False, widget=forms.RadioSelect)
    file = forms.FileField(
        label=spoken(say("Spreadsheet")), required=False,
        help_text=spoken(say("An .xlsx or .csv file with name and e-mail address, a row for each learner.")),
    )  # fmt: skip

    typed = char(
        say("Or type the learners"), required=False, max_length=20_000, widget=text_area(3),
        hint=say("One a line: name, e-mail address."),
    )  # fmt: skip

    def __init__(self, access: Access, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.versions = {str(one.pk): one for one in approved_versions(access)}
        self.issuers = {one.public_id: one for one in selectors.issuers(access)}
        self.cohorts = {one.public_id: one for one in pilots.cohorts(access)}
        self._choices("version", [(key, said(named(one))) for key, one in self.versions.items()])
        self._choices("issuer", [(key, said(one.document["name"])) for key, one in self.issuers.items()])
        passed = [(key, said(say("Who passed in the pilot “{cohort}”", cohort=str(one))))
                  for key, one in self.cohorts.items()]  # fmt: skip
        self._choices("cohort", [*passed, ("", said(say("From a spreadsheet, or typed here")))])
        first = next(iter(self.cohorts.values()), None)
        self.fields["cohort"].initial = first.public_id if first else ""
        self.fields["version"].initial = str(first.design_version_id) if first else None

    @property
    def can_choose(self) -> bool:
        """Whether somebody signs, and something is approved."""
        return bool(self.versions and self.issuers)

    def _choices(self, field: str, choices: list[tuple[str, str]]) -> None:
        found = self.fields[field]
        assert isinstance(found, forms.ChoiceField)  # noqa: S101 -- tells the type checker
        found.choices = choices

    def clean(self) -> dict[str, Any]:
        """One of the three: a pilot of this micro-credential, a file, or lines that were typed."""
        cleaned = super().clean() or {}
        cohort = self.cohorts.get(cleaned.get("cohort", ""))
        version = self.versions.get(cleaned.get("version", ""))
        given = [name for name in ("file", "typed") if cleaned.get(name)]
        if cohort is None and not given and "cohort" in cleaned and not self.errors.get("file"):
            self.add_error("file", said(say("Choose a pilot or a spreadsheet, or type the learners.")))
        if len(given) + (cohort is not None) > 1:
            sentence = say("Give one of them alone: a pilot, a spreadsheet, or learners that you type.")
            self.add_error("cohort", said(sentence))
        if cohort and version and cohort.design_version.micro_credential_id != version.micro_credential_id:
            self.add_error("cohort", said(say("This pilot ran another micro-credential.")))
        return cleaned


class FollowForm(forms.Form):
    """The learner's data for a record that follows another, as a row of the learners' file has them."""

    kind = forms.ChoiceField(
        label=spoken(say("What is it for?")),
        choices=lambda: [
            ("correct", said(say("A correction: the new record takes the place of the old one."))),
            ("renew", said(say("A renewal: the old record stands until it ends."))),
        ],
        widget=forms.RadioSelect,
        initial="correct",
    )
    name = char(say("Name"), max_length=300)
    email = char(say("E-mail address"), required=False, max_length=320)
    identifier = char(
        say("Identifier"), required=False, max_length=300,
        hint=say("Write it again where the record has one: only its fingerprint was kept."),
    )  # fmt: skip
    grade = char(say("Grade"), required=False, max_length=60)
    evidence_url = char(say("Evidence"), hint=say("The address of the learner’s work."), required=False)

    def learner(self, before: Learner) -> Learner:
        """The learner as the form says, with what no field shows as it was."""
        given = {key: self.cleaned_data[key].strip() or None for key in FOLLOWED}
        return replace(before, **given)


class CompromisedForm(forms.Form):
    """Why a key counts as compromised, and since when."""

    reason = char(
        say("What happened"), hint=say("It stands in the journal, and is not published."), widget=text_area(2)
    )
    since = forms.DateField(
        label=spoken(say("The day on which somebody else got the key, as far as you know")), required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), input_formats=["%Y-%m-%d"],
    )  # fmt: skip

    def clean_since(self) -> date | None:
        """The day, which is not still to come."""
        try:
            return check_since(self.cleaned_data["since"])
        except GuildmarkError as error:
            raise forms.ValidationError(said(error.faults[0].sentence)) from error


class StateForm(forms.Form):
    """Whether the issuer still stands by records."""

    status = forms.ChoiceField(
        label=spoken(say("Status")),
        choices=lambda: [(one.key, said(one.sentence)) for one in (*STATUSES[1:], ACTIVE)],
        help_text=spoken(say("Whoever checks a record sees this sentence.")),
    )
    reason = char(say("Reason"), hint=say("It stands in the journal, and is not published."), widget=text_area(2))

    def chosen(self) -> Status:
        """The status."""
        return next(one for one in STATUSES if one.key == self.cleaned_data["status"])
