"""What the register can be searched by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel import Locale, UnknownLocaleError
from django import forms

from guildmark.vocabulary import countries, eqf, participation_modes, sectors
from guildmark.web.look.fields import char, choice
from guildmark.web.look.words import language_now, said, spoken
from guildmark.web.register.selectors import SORTS, Wanted
from guildmark.words import Sentence, say

ANY = say("All", context="filter")
_SORTS: dict[str, Sentence] = {
    "newest": say("Newest first"),
    "title": say("Title"),
    "shortest": say("Shortest first"),
    "longest": say("Longest first"),
}
_MOST_HOURS = 100_000


class FilterForm(forms.Form):
    """Search text and filters; the choices with how many there are of each."""

    q = char(say("Title, provider or outcome"), required=False, max_length=200)
    country = forms.ChoiceField(label=spoken(say("Country")), required=False)
    eqf = forms.ChoiceField(label=spoken(say("EQF level")), required=False)
    sector = forms.ChoiceField(label=spoken(say("Sector")), required=False)
    mode = choice(say("Form of participation"), participation_modes.all_modes(), blank=ANY)
    language = forms.ChoiceField(label=spoken(say("Described in")), required=False)
    hours_from = forms.FloatField(label=spoken(say("Hours, at least")), required=False, min_value=0)
    hours_to = forms.FloatField(label=spoken(say("Hours, at most")), required=False, min_value=0)
    sort = forms.ChoiceField(label=spoken(say("Sorted by")), required=False)
    provider = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any], counts: Mapping[str, Mapping[str, int]]) -> None:
        super().__init__(data)
        all_of_it = ("", said(ANY))
        named = {"country": country_name, "sector": sector_name, "language": language_name}
        for kind, name in named.items():
            there = [(value, f"{name(value)} ({count})") for value, count in counts[kind].items()]
            self._choices(kind, [all_of_it, *sorted(there, key=lambda one: one[1])])
        levels = [(one.key, said(say("EQF level {level}", level=one.number))) for one in eqf.all_levels()]
        self._choices("eqf", [all_of_it, *levels])
        self._choices("sort", [(key, said(_SORTS[key])) for key in SORTS])
        self.fields["hours_from"].widget.attrs["max"] = self.fields["hours_to"].widget.attrs["max"] = _MOST_HOURS

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def wanted(self) -> Wanted:
        """What is looked for; a filter that cannot be read is named on the page and left out."""
        self.is_valid()
        given = {key: value for key, value in self.cleaned_data.items() if value not in {"", None}}
        if "eqf" in given:
            given["eqf"] = int(given["eqf"])
        return Wanted(**given)


def country_name(code: str) -> str:
    """A country in the language of the page."""
    return said(countries.get(code))


def sector_name(key: str) -> str:
    """A sector in the language of the page."""
    return said(sectors.get(key))


def language_name(tag: str) -> str:
    """A language in the language of the page; a tag that nobody knows as it stands."""
    try:
        name = Locale.parse(tag, sep="-").get_display_name(language_now())
    except (UnknownLocaleError, ValueError):
        return tag
    return name[:1].upper() + name[1:] if name else tag
