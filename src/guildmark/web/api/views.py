"""What there is: a page for people, JSON for programs, the OpenAPI document."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse

from guildmark.web.api.description import DETAILS, SUMMARIES
from guildmark.web.api.document import openapi
from guildmark.web.api.problems import HOME, TITLES
from guildmark.web.register.door import kept, page
from guildmark.words import Sentence


def index(request: HttpRequest) -> HttpResponse:
    """The operations: as a page where a browser asks, else as JSON."""
    made = openapi()
    if not request.accepts("text/html") or "text/html" not in request.headers.get("Accept", ""):
        listed = {
            "name": "Guildmark", "version": "1", "openapi": request.build_absolute_uri(f"{HOME}openapi.json"),
            "operations": [
                {"method": method.upper(), "path": path, "summary": one["summary"]}
                for path, methods in made["paths"].items() for method, one in methods.items()
            ],
        }  # fmt: skip
        return kept(request, _json(listed))
    return page(request, "api/index.html", {"operations": _operations(), "problems": TITLES.items()})


def document(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document."""
    return kept(request, _json(openapi()))


def _operations() -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for path, methods in openapi()["paths"].items():
        for method, one in methods.items():
            key: str = one["operationId"]
            summary: Sentence = SUMMARIES[key]
            found.append(
                {
                    "key": key, "method": method.upper(), "path": path, "summary": summary, "details": DETAILS[key],
                    "parameters": [(each["name"], each["in"], _kind(each["schema"])) for each in one["parameters"]],
                    "bodies": list(one.get("requestBody", {}).get("content", {})),
                    "answers": sorted(one["responses"]),
                }
            )  # fmt: skip
    return found


def _kind(schema: dict[str, object]) -> str:
    """A parameter's schema in a few signs: what it may be."""
    if isinstance(every := schema.get("enum"), list):
        return " | ".join(every)
    least, most = schema.get("minimum"), schema.get("maximum")
    return str(schema.get("pattern") or f"{schema.get('type')}{f' {least}–{most}' if most is not None else ''}")


def _json(value: object) -> HttpResponse:
    return HttpResponse(json.dumps(value, ensure_ascii=False, indent=2), content_type="application/json")
