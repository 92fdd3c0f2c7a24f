"""Anyone checks a record: nothing is kept."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from guildmark.credentials.verify import verify
from guildmark.errors import Fault, GuildmarkError
from guildmark.fetching import HttpsClient
from guildmark.web.look.words import language_now
from guildmark.web.verify.forms import VerifyForm
from guildmark.web.verify.words import VERDICTS, check_lines, completeness, record_rows, sixteen


@require_http_methods(["GET", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """The form, and below it what was found out."""
    form = VerifyForm(request.POST or None, request.FILES or None) if request.method == "POST" else VerifyForm()
    context: dict[str, Any] = {"form": form}
    faults: tuple[Fault, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            result = verify(form.cleaned_data["data"], now=datetime.now(UTC), fetch=HttpsClient().fetch)
        except GuildmarkError as error:
            faults = tuple(error.faults)
        else:
            kind, sentence = VERDICTS[result.verdict]
            context |= {
                "result": result,
                "kind": kind,
                "verdict": sentence,
                "checks": check_lines(result),
                "sixteen": sixteen(result),
                "completeness": completeness(result),
                "rows": record_rows(result.record, language_now()),
            }
    bad = request.method == "POST" and (bool(faults) or not form.is_valid())
    return render(request, "verify/index.html", context | {"faults": faults}, status=422 if bad else 200)
