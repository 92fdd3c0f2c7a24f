"""What an issuer publishes: static, the same for everybody, without a cookie."""

from __future__ import annotations

import hashlib

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from guildmark.credentials.status import TTL
from guildmark.web.issuing import selectors
from guildmark.web.issuing.identity import WEB
from guildmark.web.issuing.published import did_json, status_list


@require_safe
def did(request: HttpRequest, issuer: str) -> HttpResponse:
    """The document of a did:web; 404 for an issuer that signs under a did:key."""
    found = selectors.published_issuer(issuer)
    if found.identity != WEB:
        raise Http404
    return _static(request, did_json(found), "application/did+json")


@require_safe
def status(request: HttpRequest, issuer: str, number: int) -> HttpResponse:
    """A signed status list: the same for whoever asks."""
    data = status_list(selectors.published_issuer(issuer), number)
    if data is None:
        raise Http404
    return _static(request, data, "application/vc")


def _static(request: HttpRequest, data: bytes, kind: str) -> HttpResponse:
    tag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    known = {one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(",")}
    answer = HttpResponseNotModified() if tag in known or "*" in known else HttpResponse(data, content_type=kind)
    answer["ETag"] = tag
    answer["Cache-Control"] = f"public, max-age={TTL}"
    answer["Access-Control-Allow-Origin"] = "*"
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
