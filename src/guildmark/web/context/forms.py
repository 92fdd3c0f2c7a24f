"""The small forms of Step 1; the questionnaire is in `sheet`."""

from __future__ import annotations

from typing import Any

from django import forms

from guildmark.toolkit.context import Dimension
from guildmark.vocabulary import countries, ratings
from guildmark.web.look.fields import char, choice, text_area
from guildmark.web.look.words import said
from guildmark.words import Listing, say


class CountryForm(forms.Form):
    """A country or region to look into."""

    country = char(
        say("Country"), hint=say("A name or a two-letter code. A region may follow after a slash: Italy / Basilicata."),
        max_length=160,
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """The country of the vocabulary and the region beside it."""
        cleaned = super().clean() or {}
        name, _, region = (part.strip() for part in cleaned.get("country", "").partition("/"))
        if name:
            found = countries.find(name)
            if found is None:
                near = countries.nearest(name)
                sentence = (
                    say("“{found}” is no country that we know. Did you mean {near}?", found=name[:60],
                        near=Listing.of(near, either=True))
                    if near
                    else say("“{found}” is no country that we know.", found=name[:60])
                )  # fmt: skip
                self.add_error("country", said(sentence))
            cleaned["found"], cleaned["region"] = found, region[:120]
        return cleaned


class RatingForm(forms.Form):
    """One dimension's rating; a prefix tells which."""

    rating = choice(say("Rating"), ratings.all_ratings(), blank=say("Not yet rated"))
    note = char(say("The sentence in the matrix"), required=False, widget=text_area(2))
    reason = char(say("Why it differs from the proposal"), required=False, widget=text_area(2))


def rating_forms(data: Any, initial: dict[str, dict[str, str]]) -> dict[Dimension, RatingForm]:
    """One form a dimension."""
    return {one: RatingForm(data, prefix=one.value, initial=initial.get(one.value, {})) for one in Dimension}
