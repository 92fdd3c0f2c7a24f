"""Anyone checks a record: nothing is kept."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from guildmark.credentials.verify import Verification, read_trust, verify
from guildmark.errors import Fault, GuildmarkError
from guildmark.fetching import HttpsClient
from guildmark.web.issuing.published import fetch_here
from guildmark.web.look.words import said
from guildmark.web.verify.forms import LARGEST, VerifyForm
from guildmark.web.verify.showing import shown
from guildmark.web.verify.source import bytes_at, check_kind
from guildmark.words import Sentence, say

A_MINUTE = 120
"""So many checks a minute and address: each costs some work."""


@csrf_exempt  # nothing is changed, and a body of 60 MB is refused before anybody reads it
@require_http_methods(["GET", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """The form, and above it what was found out."""
    if request.method == "GET":
        return render(request, "verify/index.html", {"form": VerifyForm()})
    if int(request.META.get("CONTENT_LENGTH") or 0) > 2 * LARGEST:
        return _no(request, VerifyForm(), say("A record has at most 5 MB. This file is larger."), 413)
    if _too_often(request):
        return _no(request, VerifyForm(), say("These were many checks in one minute. Wait a minute, then go on."), 429)
    form = VerifyForm(request.POST, request.FILES)
    if any((getattr(file, "size", 0) or 0) > LARGEST for file in request.FILES.values()):
        return _no(request, VerifyForm(), say("A record has at most 5 MB. This file is larger."), 413)
    if not form.is_valid():
        return render(request, "verify/index.html", {"form": form}, status=422)
    try:
        result = _checked(request, form.cleaned_data)
    except GuildmarkError as error:
        return render(request, "verify/index.html", {"form": form, "faults": error.faults}, status=422)
    holder = (result.record.get("learner_identification") or {}).get("name")
    title = said(result.record.get("title") or "")
    return render(request, "verify/index.html", shown(result) | {"form": form, "title": title, "holder": holder})


def _checked(request: HttpRequest, wanted: dict[str, Any]) -> Verification:
    trust = read_trust(wanted["trust"].read()) if wanted.get("trust") else None
    address = wanted.get("address")
    data: bytes = bytes_at(address, request.get_host()) if address else wanted["data"]
    check_kind(data)
    return verify(data, now=datetime.now(UTC), fetch=fetch_here(HttpsClient().together()), trust=trust)


def _too_often(request: HttpRequest) -> bool:
    key = f"verify:{request.META.get('REMOTE_ADDR', '')}:{int(time.time() // 60)}"
    cache.add(key, 0, 120)
    return cache.incr(key) > A_MINUTE


def _no(request: HttpRequest, form: VerifyForm, sentence: Sentence, status: int) -> HttpResponse:
    fault = Fault("verify.refused", sentence)
    return render(request, "verify/index.html", {"form": form, "faults": (fault,)}, status=status)
