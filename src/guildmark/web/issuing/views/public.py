"""What an issuer publishes: static, the same for everybody, without a cookie."""

from __future__ import annotations

import hashlib

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from guildmark.credentials.status import TTL
from guildmark.web.issuing import selectors
from guildmark.web.issuing.published import did_history, did_json, status_list

YEAR = 31_536_000
"""Seconds: the longest that caches are told (RFC 9111)."""


@require_safe
def did(request: HttpRequest, issuer: str) -> HttpResponse:
    """The document of a did:web; 404 for an issuer that signs under a did:key."""
    return _static(request, did_json(selectors.published_issuer(issuer)), "application/did+json")


@require_safe
def did_version(request: HttpRequest, issuer: str, number: int) -> HttpResponse:
    """The document as it was published at one time: it never changes, so caches may keep it."""
    data = did_json(selectors.published_issuer(issuer), number)
    return _static(request, data, "application/did+json", f"public, max-age={YEAR}, immutable")


@require_safe
def did_versions(request: HttpRequest, issuer: str) -> HttpResponse:
    """Every version of the document, with its time and address."""
    return _static(request, did_history(selectors.published_issuer(issuer)), "application/json")


@require_safe
def status(request: HttpRequest, issuer: str, number: int) -> HttpResponse:
    """A signed status list: the same for whoever asks."""
    return _static(request, status_list(selectors.published_issuer(issuer), number), "application/vc")


def _static(
    request: HttpRequest, data: bytes | None, kind: str, caching: str = f"public, max-age={TTL}"
) -> HttpResponse:
    if data is None:
        raise Http404
    tag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    known = {one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(",")}
    answer = HttpResponseNotModified() if tag in known or "*" in known else HttpResponse(data, content_type=kind)
    answer["ETag"] = tag
    answer["Cache-Control"] = caching
    answer["Access-Control-Allow-Origin"] = "*"
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
