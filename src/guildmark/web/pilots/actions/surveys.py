"""Answering the survey: whoever has the link may, once a reading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.pilots import Phase, survey
from guildmark.web.pilots import selectors
from guildmark.web.pilots.models import Cohort, SurveySheet
from guildmark.web.pilots.secret_links import pair_of
from guildmark.words import say


def answer(found: Cohort, token: str, phase: Phase, given: Mapping[str, Any]) -> None:
    """Keeps a sheet of answers, apart from the name; a fault where it is closed or was answered before.

    The journal says nothing of it: its hour would lead from the sheet to a person.
    """
    if found.survey_phase != phase.value:
        sentence = say("This survey is not open now. Ask who sent you the link.")
        raise GuildmarkError(Fault("pilots.survey.closed", sentence))
    answers = survey(found.survey_edition).read(phase, selectors.outcomes(selectors.design(found)), given)
    try:
        with transaction.atomic():
            SurveySheet.objects.create(
                cohort=found, phase=phase.value, edition=found.survey_edition, pair=pair_of(token), answers=answers
            )
    except IntegrityError as doubled:
        sentence = say("This link has been used to answer already. Your first answers stand.")
        raise GuildmarkError(Fault("pilots.survey.answered", sentence)) from doubled
