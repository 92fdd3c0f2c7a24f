"""What the OpenAPI document says beside the types; the page at /api/v1/ says it in the reader's language."""

from __future__ import annotations

from typing import Any

from guildmark.words import Sentence, say

MEDIA_TYPES = (
    "application/json", "application/ld+json", "application/vc", "application/vc+ld+json", "application/vc+jwt",
    "application/jwt", "text/plain", "image/png", "image/svg+xml", "application/octet-stream", "multipart/form-data",
)  # fmt: skip
_JSON = {"application/json", "application/ld+json", "application/vc", "application/vc+ld+json"}
_BINARY = {"type": "string", "format": "binary", "minLength": 1, "maxLength": 5_000_000}

SUMMARIES: dict[str, Sentence] = {
    "verify": say("Is a record genuine, whole and in force?"),
    "register": say("The published micro-credentials, filtered and a page at a time"),
    "entry": say("One published micro-credential with its whole design"),
}
DETAILS: dict[str, Sentence] = {
    "verify": say(
        "Send the record as the body (JSON, JWT, PNG or SVG), or as the part named file of a form. Nothing is kept."
    ),
    "register": say("Takes the filters of the public register; next leads to the following page."),
    "entry": say("The design has the shape that the command line reads and checks."),
}


def _problem(description: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": description, "content": {"application/problem+json": {"schema": schema}}}


_METHOD = {"405": _problem("Another method than those listed.")}
_PARAMETERS = {"422": _problem("A parameter that is not there or cannot be used.")}


def _operation(key: str, **more: Any) -> dict[str, Any]:
    return {"summary": SUMMARIES[key].text("en"), "description": DETAILS[key].text("en"), **more}


VERIFY = _operation(
    "verify",
    requestBody={
        "required": True,
        "content": {
            kind: {
                "schema": {
                    "type": "object", "properties": {"file": _BINARY}, "required": ["file"],
                } if kind == "multipart/form-data" else {"type": "object"} if kind in _JSON else _BINARY
            }
            for kind in MEDIA_TYPES
        },
    },
    responses={
        "200": {
            "description": "What was found out; read `verdict`. A record that is not valid is answered with 200 too.",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Verification"}}},
        },
        "400": _problem("A form whose parts cannot be told apart."),
        "413": _problem("More than 5 MB."),
        "415": _problem("A body of another kind than those listed."),
        "422": _problem("Nothing in the body could be a record, or a parameter cannot be used."),
        **_METHOD,
    },
)  # fmt: skip
LIST = _operation("register", responses={**_PARAMETERS, **_METHOD})
ENTRY = _operation(
    "entry",
    responses={
        "404": _problem("It was never published."), "410": _problem("It is no longer published."),
        **_PARAMETERS, **_METHOD,
    },
)  # fmt: skip
