"""The survey as a learner sees it, by a link and without an account."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.pilots import Phase, survey
from guildmark.web.pilots import actions, selectors
from guildmark.web.pilots.models import Cohort, Learner, SurveySheet
from guildmark.web.pilots.secret_links import key_of, pair_of
from guildmark.web.pilots.words import PHASES


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def survey_sheet(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    """The token is the permission; nothing on the page says whose it is."""
    found = _cohort(slug, token)
    phase = Phase(found.survey_phase) if found.survey_phase else None
    faults: tuple[Fault, ...] = ()
    done = phase is not None and SurveySheet.objects.filter(cohort=found, phase=phase, pair=pair_of(token)).exists()
    status = 200
    if request.method == "POST" and phase is not None and not done:
        try:
            actions.answer(found, token, phase, request.POST.dict())
        except GuildmarkError as error:
            faults, status = tuple(error.faults), 422
        else:
            done = True
    elif request.method == "POST":
        status = 409
    definition = survey(found.survey_edition)
    asked = definition.asked(phase, selectors.outcomes(selectors.design(found))) if phase else ()
    context = {
        "cohort": found, "phase": PHASES[phase] if phase else None, "done": done, "faults": faults,
        "scale": definition.scale, "lines": [(one, request.POST.get(one.key, "")) for one in asked],
        "second": phase is Phase.AFTER,
    }  # fmt: skip
    return render(request, "pilots/answer.html", context, status=status)


def _cohort(slug: str, token: str) -> Cohort:
    learner = (
        Learner.objects.filter(survey_key=key_of(token), cohort__cycle__partnership__slug=slug)
        .select_related("cohort__design_version__micro_credential", "cohort__cycle__partnership")
        .first()
    )
    if learner is None:
        raise Http404
    return learner.cohort
