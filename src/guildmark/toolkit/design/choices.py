"""Choices between shapes, made by the kind of JSON value that was written.

Where a key accepts several shapes, the kind of value says which one its author meant. So a fault is told
of that shape alone, and its place is a place in the document.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, Discriminator
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

MARK = "|"
"""The first character of every tag: what begins with it is no part of a place in the document."""


def kind_of(value: Any) -> str | None:
    """The kind of a JSON value, or of the part that was read from one."""
    match value:
        case bool() | None:
            return None
        case str():
            return "|string"
        case int():
            return "|integer"
        case float():
            return "|fraction"
        case list() | tuple():
            return "|list"
        case dict() | BaseModel():
            return "|object"
        case _:
            return None


def by_kind(expected: str, told_by: Callable[[set[str]], str | None] = lambda keys: None) -> Discriminator:
    """Choose by the kind of value; for an object, `told_by` may name a tag from its keys.

    `expected` is the type of the error where no shape has the kind that was found.
    """

    def choose(value: Any) -> str | None:
        kind = kind_of(value)
        if kind == "|object":
            keys = set(value.model_fields_set if isinstance(value, BaseModel) else value)
            return told_by(keys) or kind
        return kind

    return Discriminator(choose, custom_error_type=expected, custom_error_message=f"expected {expected}")


class ShapesForOthers(GenerateJsonSchema):
    """The JSON Schema of our shapes, such that it accepts what we accept.

    A choice is `anyOf`: 4 is an integer and a number, and `oneOf` would refuse it. What is optional is left
    out when there is nothing to say, so null is no value of it.
    """

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """A choice between shapes."""
        made = super().tagged_union_schema(schema)
        if "oneOf" in made:
            made["anyOf"] = made.pop("oneOf")
        return made

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Texts by language: no key but a language's tag."""
        made = super().dict_schema(schema)
        if "patternProperties" in made:
            made["additionalProperties"] = False
        return made

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """The shape of an optional value that is there."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """The shape alone: what is left out has no value."""
        return self.generate_inner(schema["schema"])
