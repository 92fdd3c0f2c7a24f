"""The OpenAPI document: made from the operations and their types, with the schemas that the command line prints."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from guildmark.documents.schemas import schema_of
from guildmark.web.api import problems
from guildmark.web.api.operations import api

_SHARED = ("verification",)


@lru_cache(maxsize=1)
def openapi() -> dict[str, Any]:
    """The document (OpenAPI 3.1)."""
    made: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/")))
    made["openapi"] = "3.1.0"
    made["info"]["license"] = {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}
    schemas = made["components"]["schemas"]
    schemas["Problem"] = problems.schema()
    for kind in _SHARED:
        schema = schema_of(kind)
        parts = schema.pop("$defs", {})
        schema.pop("$schema"), schema.pop("$id")
        prefix = kind.title()
        for name, part in {"": schema, **parts}.items():
            schemas[prefix + name] = _moved(part, prefix)
    return made


def _moved(schema: Any, prefix: str) -> Any:
    """The schema with its references where OpenAPI keeps its parts, each under a name of its own."""
    if isinstance(schema, dict):
        return {
            key: value.replace("#/$defs/", f"#/components/schemas/{prefix}")
            if key == "$ref" and isinstance(value, str)
            else _moved(value, prefix)
            for key, value in schema.items()
        }
    return [_moved(one, prefix) for one in schema] if isinstance(schema, list) else schema
