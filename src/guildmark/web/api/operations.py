"""The operations of the API: each parses, calls one selector or the library, and answers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from ninja import NinjaAPI, P, PathEx, Query

from guildmark.credentials.verify import verify as verify_record
from guildmark.errors import Fault, GuildmarkError
from guildmark.fetching import HttpsClient
from guildmark.web.api import description
from guildmark.web.api.door import too_large, unknown_parameter
from guildmark.web.api.problems import problem
from guildmark.web.api.shapes import AwardingBody, Entries, Entry, EntryWithDesign, Filters
from guildmark.web.look.words import language_now
from guildmark.web.register import selectors
from guildmark.web.register.models import Publication
from guildmark.words import say

LARGEST = 5_000_000
_ROUND_THE_FILE = 64_000
"""What a multipart body may have beside the file."""

api = NinjaAPI(
    title="Guildmark", version="1", urls_namespace="api", docs_url=None, openapi_url=None,
    description="Verify records and read the public register. Read only, open to anyone, nothing is kept.",
)  # fmt: skip


@api.post("/verify", url_name="verify", operation_id="verify", openapi_extra=description.VERIFY)
def verify(request: HttpRequest, offline: Literal["true", "false"] = "false") -> HttpResponse:
    """Everything that can be found out about the record in the body."""
    if wrong := unknown_parameter(request, ("offline",)):
        return wrong
    data = _body(request)
    if isinstance(data, HttpResponse):
        return data
    fetch = None if offline == "true" else HttpsClient().together()
    try:
        result = verify_record(data, now=datetime.now(UTC), fetch=fetch)
    except GuildmarkError as error:
        return problem(422, error.faults)
    answer = JsonResponse(result.as_json(language_now()), json_dumps_params={"ensure_ascii": False})
    answer["Cache-Control"] = "no-store"
    return answer


@api.get("/register", url_name="register", operation_id="register", response=Entries, openapi_extra=description.LIST)
def register(request: HttpRequest, filters: Query[Filters]) -> HttpResponse | dict[str, Any]:
    """The published micro-credentials, a page at a time."""
    if wrong := unknown_parameter(request, tuple(Filters.model_fields)):
        return wrong
    pages = Paginator(selectors.chosen(filters.wanted()), filters.per_page, allow_empty_first_page=True)
    there = filters.page <= pages.num_pages
    following = request.GET.copy()
    following["page"] = str(filters.page + 1)
    return {
        "total": pages.count,
        "page": filters.page,
        "per_page": filters.per_page,
        "next": request.build_absolute_uri(f"?{following.urlencode()}") if filters.page < pages.num_pages else None,
        "items": [entry(request, one) for one in pages.page(filters.page)] if there else [],
    }


@api.get(
    "/register/{id}", url_name="entry", operation_id="entry", response=EntryWithDesign, openapi_extra=description.ENTRY
)
def one(request: HttpRequest, id: PathEx[str, P(pattern="^[A-Za-z0-9_-]{16}$")]) -> HttpResponse | dict[str, Any]:  # noqa: A002 -- the name in the address
    """One of them with its whole design."""
    if wrong := unknown_parameter(request, ()):
        return wrong
    found = selectors.publication(id)
    if found.withdrawn_at is not None:
        return problem(410, Fault("api.withdrawn", say("Whoever published it has taken it out of the register.")))
    return {**entry(request, found), "design": found.version.document}


def entry(request: HttpRequest, one: Publication) -> dict[str, Any]:
    """A publication in the shape of `Entry`."""
    shown = Entry(
        id=one.public_id,
        title=one.title,
        version=one.number,
        awarding_bodies=[
            AwardingBody(
                provider=body.public_id, name=body.name, country=body.country or None, url=body.address or None
            )
            for body in one.providers.all()
        ],
        countries=one.places,
        eqf=one.eqf,
        hours=one.hours,
        ects=one.ects,
        mode=one.mode or None,
        sectors=one.sectors,
        languages=one.languages,
        published_at=one.published_at.isoformat(timespec="seconds"),
        page=request.build_absolute_uri(reverse("register:show", args=[one.public_id])),
        url=request.build_absolute_uri(reverse("api:entry", args=[one.public_id])),
    )
    return shown.model_dump()


def _body(request: HttpRequest) -> bytes | HttpResponse:
    """The record as it was sent, or what is wrong with the body."""
    kind = request.content_type or "application/octet-stream"
    if kind not in description.MEDIA_TYPES:
        answer = problem(
            415, Fault("api.body.kind", say("A body of the kind {kind} is not read here.", kind=kind), found=kind,
                       accepted=description.MEDIA_TYPES),
        )  # fmt: skip
        answer["Accept-Post"] = ", ".join(description.MEDIA_TYPES)
        return answer
    several = kind == "multipart/form-data"
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > LARGEST + (_ROUND_THE_FILE if several else 0):
        return too_large()
    if not several:
        data = request.body
    else:
        file = request.FILES.get("file")
        if file is not None and (file.size or 0) > LARGEST:
            return too_large()
        data = file.read() if file is not None else b""
    if not data:
        return problem(
            422, Fault("api.body.empty", say("Send the record as the body, or as the part named file of a form."))
        )
    return data
