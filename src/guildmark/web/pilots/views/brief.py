"""The case brief: what a pilot showed, on paper for those who were not there (Step 4.6)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guildmark.toolkit.pilots import Phase
from guildmark.vocabulary import participation_modes
from guildmark.web.look.words import language_now
from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.door import room
from guildmark.web.pilots import delivery, pictures, selectors
from guildmark.web.pilots.words import Changes


@room()
def brief(request: HttpRequest, access: Access, cohort: str) -> HttpResponse:
    """For everybody, so small groups are hidden whoever prints it."""
    found = selectors.cohort(access, cohort)
    language, smallest = language_now(), pictures.smallest_for(access, public=True)
    design, told = selectors.design(found), delivery.told(found)
    mode = found.mode or (design.participation.mode if design.participation else "")
    context = {
        "access": access, "cohort": found, "design": design, "numbers": selectors.attainment(found), "told": told,
        "mode": participation_modes.get(mode) if mode else None,
        "outcomes": pictures.outcomes(found, language, smallest),
        "attendance": pictures.attendance(found, language, smallest),
        "changes": pictures.change_rows(found, told, language),
        "response": selectors.responses(found, told.sheets[Phase.AFTER]),
        "decisions": [
            (one, Changes(one.changes).word) for one in found.decisions.select_related("carried_out_in")
        ],
        "sharings": list(found.sharings.all()),
    }  # fmt: skip
    return render(request, "pilots/brief.html", context)
