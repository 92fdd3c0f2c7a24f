"""Choices between shapes, made by the kind of JSON value that was written.

Where a key accepts several shapes, the kind of value says which one its author meant. So a fault is told
of that shape alone, and its place is a place in the document.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, Discriminator

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
