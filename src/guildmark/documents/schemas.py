"""JSON Schemas (draft 2020-12): `design` and `issuer` from their models, the answers of commands as written here.

Objects that people write are closed where a model closes them; answers stay open, since more may be
added to them (docs/cli.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KINDS = ("design", "issuer", "record", "matrix", "map", "verification")
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: dict[str, Any] = {"type": "string"}
_COUNT: dict[str, Any] = {"type": "integer", "minimum": 0}
_MAYBE_TEXT: dict[str, Any] = {"type": ["string", "null"]}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}
_WRITTEN: dict[str, Any] = {
    "description": "A text: a string, or a string per language (BCP 47 tags).",
    "anyOf": [_TEXT, {"type": "object", "additionalProperties": _TEXT, "minProperties": 1}],
}


def schema_of(kind: str) -> dict[str, Any]:
    """The schema of `design`, `issuer`, `record`, `matrix`, `map` or `verification`."""
    made = {
        "design": _design,
        "issuer": _issuer,
        "record": _record,
        "matrix": _matrix,
        "map": _map,
        "verification": _verification,
    }[kind]()
    return {"$schema": _DIALECT, "$id": f"urn:guildmark:schema:{kind}", **made}


def _design() -> dict[str, Any]:
    from guildmark.toolkit.design.model import Design
    from guildmark.vocabulary import elements

    schema = Design.model_json_schema(by_alias=True)
    schema["title"] = "Micro-credential design"
    schema["required"] = [element.key for element in elements.mandatory()]
    for element in elements.mandatory():
        shape = schema["properties"][element.key]
        shape["anyOf"] = [one for one in shape.pop("anyOf", [shape.copy()]) if one != {"type": "null"}]
        shape.pop("default", None)
    # An unknown key is a warning; one that begins with _ is its writer's own.
    schema["additionalProperties"] = True
    return schema


def _issuer() -> dict[str, Any]:
    from guildmark.credentials.record import Issuer

    schema = Issuer.model_json_schema(by_alias=True)
    schema["title"] = "Issuer"
    schema["additionalProperties"] = True
    return schema


def _record() -> dict[str, Any]:
    """The design's elements as `verify` reads them back, filled in for one learner."""
    design = _design()
    properties = {key: dict(value) for key, value in design["properties"].items()}
    properties |= {
        "id": _said("The record's id, a URI.", _TEXT),
        "learner_identification": _object(
            {"name": _TEXT, "id": _TEXT, "hashed": _TEXTS}, (), "Who holds the record; hashed facts by their type."
        ),
        "date_of_issuing": _said("When the record was issued, RFC 3339.", {"type": "string", "format": "date-time"}),
        "valid_until": _said("Until when it holds, RFC 3339.", {"type": "string", "format": "date-time"}),
        "grade": _object(
            {"scale": True, "value": {"type": ["string", "number"]}}, (), "The scale, and the grade where there is one."
        ),
        "issuer": _object({"id": _TEXT, "name": _WRITTEN}, ("id",), "Who signed."),
        "evidence": _said("Where the work that was assessed can be seen.", _TEXTS),
    }
    return {
        "title": "Record",
        "description": "The elements of one record, as verification reads them.",
        "type": "object",
        "properties": properties,
        "$defs": design.get("$defs", {}),
    }


def _matrix() -> dict[str, Any]:
    from guildmark.toolkit.context.model import Dimension, Rating, Readiness

    dimensions = [dimension.value for dimension in Dimension]
    rating = {"enum": [*(rating.value for rating in Rating), None]}
    country = _object(
        {
            "country": {"type": "string", "pattern": "^[A-Z]{2}$"},
            "region": _MAYBE_TEXT,
            "name": _TEXT,
            "ratings": _object(dict.fromkeys(dimensions, rating), dimensions),
            "readiness": {"enum": [*(readiness.value for readiness in Readiness), None]},
            "missing": {"type": "array", "items": {"enum": dimensions}},
        },
        ("country", "region", "name", "ratings", "readiness", "missing"),
    )
    return {
        "title": "Matrix of countries",
        **_object(
            {"countries": {"type": "array", "items": country}, "finding": _TEXT, "interpretation": _TEXTS},
            ("countries", "interpretation"),
        ),
    }


def _map() -> dict[str, Any]:
    from guildmark.toolkit.stakeholders.model import Group, Power, Shape, Understanding

    power = {"enum": [*(power.value for power in Power), None]}
    stakeholder = {
        "name": _TEXT,
        "organisation": _MAYBE_TEXT,
        "group": {"enum": [group.value for group in Group]},
        "understanding": {"enum": [*(level.value for level in Understanding), None]},
        "shape": {"enum": [*(shape.value for shape in Shape), None]},
        "influence": power,
        "support": power,
        "scenario": {"enum": [1, 2, 3, 4, None]},
    }
    counts = {
        "understanding": _counts([*(level.value for level in Understanding), "unknown"]),
        "scenario": _counts(["1", "2", "3", "4", "unknown"]),
        "group": _counts([group.value for group in Group]),
    }
    rows = {"type": "array", "items": {"type": ["integer", "string"]}}
    gap = {"rule": _TEXT, "text": _TEXT, "rests_on": rows}
    candidate = {"name": _TEXT, "steps": _COUNT, "asks": _TEXTS}
    return {
        "title": "Knowledge and power map",
        **_object(
            {
                "stakeholders": _list_of(stakeholder),
                "counts": _object(counts, tuple(counts)),
                "finding": _TEXT,
                "gaps": _list_of(gap),
                "roles": {"type": "object", "additionalProperties": _list_of(candidate)},
                "advice": _list_of({**gap, "section": _TEXT}),
            },
            ("stakeholders", "counts", "gaps", "roles", "advice"),
        ),
    }


def _verification() -> dict[str, Any]:
    record = _record()
    shares = _object({"present": _TEXTS, "missing": _TEXTS}, ("present", "missing"))
    check = {"check": _TEXT, "result": {"enum": ["pass", "fail", "not_checked"]}, "detail": _TEXT}
    verification = _object(
        {
            "verdict": {"enum": ["valid", "invalid", "undetermined"]},
            "valid": {"type": "boolean"},
            "format": _TEXT,
            "checks": _list_of(check),
            "elements": _object({"mandatory": shares, "optional": shares}, ()),
            "record": {"$ref": "#/$defs/Record"},
        },
        ("verdict", "valid", "format", "checks", "elements", "record"),
    )
    definitions = record.pop("$defs")
    return {"title": "Verification", **verification, "$defs": {**definitions, "Record": record}}


def _object(properties: Mapping[str, Any], required: tuple[str, ...] | list[str], about: str = "") -> dict[str, Any]:
    shape: dict[str, Any] = {"type": "object", "properties": dict(properties)}
    if required:
        shape["required"] = list(required)
    return _said(about, shape) if about else shape


def _list_of(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": _object(properties, tuple(properties))}


def _counts(keys: list[str]) -> dict[str, Any]:
    return _object(dict.fromkeys(keys, _COUNT), keys)


def _said(about: str, shape: Mapping[str, Any]) -> dict[str, Any]:
    return {"description": about, **shape}
