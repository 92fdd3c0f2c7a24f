"""What goes wrong, as problem details (RFC 9457) with the codes of docs/errors.md."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.http import HttpResponse

from guildmark.errors import Fault
from guildmark.web.look.words import language_now, said
from guildmark.words import Sentence, say

MEDIA_TYPE = "application/problem+json"
HOME = "/api/v1/"
TITLES: dict[int, Sentence] = {
    400: say("The request cannot be read."),
    404: say("There is nothing at this address."),
    405: say("This address does not take this method."),
    410: say("It is no longer published."),
    413: say("The body is too large."),
    415: say("A body of this kind is not read here."),
    422: say("What was sent cannot be used."),
    500: say("Something went wrong on our side."),
}


def problem(status: int, faults: Fault | Iterable[Fault]) -> HttpResponse:
    """An answer that says what is wrong; every fault is listed, the first one gives type, code and detail."""
    every = (faults,) if isinstance(faults, Fault) else tuple(faults)
    first = every[0]
    body = {
        "type": f"{HOME}#{first.code}",
        "title": said(TITLES[status]),
        "status": status,
        "detail": said(first.sentence),
        "code": first.code,
        "errors": [fault.as_json(language_now()) for fault in every],
    }
    return HttpResponse(json.dumps(body, ensure_ascii=False), status=status, content_type=MEDIA_TYPE)


def schema() -> dict[str, object]:
    """The shape of a problem, for the OpenAPI document."""
    text, maybe = {"type": "string"}, {"type": ["string", "null"]}
    fault = {
        "type": "object",
        "properties": {
            "code": text, "message": text, "file": maybe, "sheet": maybe, "row": {"type": ["integer", "null"]},
            "column": maybe, "path": maybe, "found": maybe, "accepted": {"type": "array", "items": text},
        },
        "required": ["code", "message"],
    }  # fmt: skip
    return {
        "title": "Problem",
        "description": "RFC 9457. `code` is stable, `detail` is in the language that was asked for.",
        "type": "object",
        "properties": {
            "type": text, "title": text, "status": {"type": "integer"}, "detail": text, "code": text,
            "errors": {"type": "array", "items": fault},
        },
        "required": ["type", "title", "status", "detail", "code", "errors"],
    }  # fmt: skip
