"""A country's ratings: proposed by its answers, confirmed or overruled by a person."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.context import Dimension, Rating, questionnaire
from guildmark.vocabulary import dimensions, readiness
from guildmark.vocabulary import ratings as words
from guildmark.web.context import actions, selectors
from guildmark.web.context.forms import rating_forms
from guildmark.web.look.saving import saved_meanwhile
from guildmark.web.look.words import language_now, said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.words import say


@room(post=Right.EDIT)
def ratings(request: HttpRequest, access: Access, country: str) -> HttpResponse:
    """Four dimensions: what the answers propose, what they rest on, what a person decides."""
    file = selectors.country(access, country)
    found = selectors.proposed(file)
    stored = {row.dimension: row for row in file.ratings.all()}
    initial = {
        one.value: (
            {"rating": row.rating, "note": row.note, "reason": row.reason}
            if (row := stored.get(one.value))
            else {
                "rating": found.proposals[one].proposed or "",
                "note": found.proposals[one].reason.text(language_now()) if found.proposals[one].proposed else "",
            }
        )
        for one in Dimension
    }
    forms = rating_forms(request.POST or None, initial)
    faults: list[Fault] = []
    version, status = request.POST.get("version") or selectors.mark_of_ratings(file), 422
    if request.method == "POST" and all(form.is_valid() for form in forms.values()):
        with transaction.atomic():
            if version != selectors.mark_of_ratings(file):
                faults, status = list(saved_meanwhile().faults), 409
                version = selectors.mark_of_ratings(file)
            for dimension, form in forms.items():
                if form.cleaned_data["rating"] and status != 409:
                    try:
                        data = form.cleaned_data
                        actions.rate(
                            access, country, dimension, Rating(data["rating"]), note=data["note"], reason=data["reason"]
                        )
                    except GuildmarkError as error:
                        faults += error.faults
                        form.add_error("reason", said(error.faults[0].sentence))
            transaction.set_rollback(bool(faults))
        if not faults:
            messages.success(request, said(say("The ratings of {country} are saved.", country=file)))
            return redirect("context:index", access.partnership.slug)
    sections = questionnaire(found.answers.edition).sections
    asked = {question.key: (one.key, question) for one in sections for question in one.questions}
    lines = [
        {
            "dimension": dimensions.get(one.value),
            "proposal": found.proposals[one],
            "proposed": words.get(proposed.value) if (proposed := found.proposals[one].proposed) else None,
            "because": [asked[key] for key in found.proposals[one].because],
            "open": [asked[key] for key in found.proposals[one].open],
            "form": forms[one],
            "stored": stored.get(one.value),
        }
        for one in Dimension
    ]
    context = {
        "access": access, "file": file, "lines": lines, "faults": faults, "found": found, "version": version,
        "meanwhile": faults if status == 409 else (),
        "readiness": readiness.get(found.readiness.value) if found.readiness else None,
    }  # fmt: skip
    return render(request, "context/ratings.html", context, status=status if faults else 200)
