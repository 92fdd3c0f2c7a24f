"""What /design-system/ shows: every component with something in it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest

from guildmark.errors import Fault, Place
from guildmark.toolkit.advice import Status
from guildmark.vocabulary import elements, groups, ratings, readiness
from guildmark.web.look.fields import char, choice, text_area
from guildmark.web.look.words import spoken
from guildmark.words import say


class Example(forms.Form):
    """One field of each kind."""

    title = char(say("Title"), hint=say("As it will stand on the certificate."))
    kind = choice(say("Status"), list(Status))
    about = char(say("Description"), required=False, widget=text_area())
    agreed = forms.BooleanField(label=spoken(say("May issue records")), required=False)
    upload = forms.FileField(label=spoken(say("File")), required=False)


def showcase(request: HttpRequest) -> dict[str, Any]:
    """Values for every component in every state."""
    steps = [
        {"status": status, "name": say("Context", context="room"), "findings": status, "why": status, "address": "#",
         "actions": (status,)}
        for status in (Status.COMPLETED, Status.COMPLETED, Status.ONGOING, Status.EMERGING, Status.NOT_STARTED)
    ]  # fmt: skip
    faults = (
        Fault(
            "matrix.country.unknown",
            say("“{found}” is no country that we know.", found="Utopia"),
            Place(row=4, column="country"),
        ),
    )
    shapes = ("triangle", "square", "circle", "unknown")
    return {
        "form": Example(),
        "wrong": Example({"kind": "nothing"}),
        "faults": faults,
        "ratings": [*ratings.all_ratings(), None],
        "readiness": readiness.all_readiness(),
        "people": [(group, shape) for group in groups.all_groups() for shape in shapes],
        "statuses": list(Status),
        "steps": steps,
        "page": Paginator(range(250), 50).get_page(2),
        "sixteen": [
            {"element": one, "mandatory": one.mandatory, "present": one.number not in {10, 14}}
            for one in elements.all_elements()
        ],
    }
