"""What the shapes of several standards share: times, addresses, and things that say what they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StrictFloat,
    StrictInt,
    StrictStr,
)
from pydantic.alias_generators import to_camel
from pydantic_core import CoreSchema

from guildmark.credentials.verify.validity import moment

_ADDRESS = r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s\x1c-\x1f]+$"


def _time(value: str) -> str:
    if moment(value) is None:
        raise ValueError("not a time with its zone")
    return value


class _NotNull:
    """Takes null out of what a type accepts; None stands for what is left out alone."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        if schema["type"] != "nullable":
            raise TypeError(f"{source} accepts no null as it is")
        inner: CoreSchema = schema["schema"]
        return inner


T = TypeVar("T")
Maybe = Annotated[T | None, _NotNull]
"""What may be left out, and is something where it stands: no standard here allows null."""

Time = Annotated[StrictStr, AfterValidator(_time)]
Uri = Annotated[StrictStr, Field(pattern=_ADDRESS)]
Number = StrictInt | StrictFloat
Types = Annotated[list[StrictStr], Field(min_length=1)]


class Open(BaseModel):
    """Something that may say more than its standard asks for."""

    model_config = ConfigDict(extra="allow", frozen=True, alias_generator=to_camel)


class Closed(BaseModel):
    """Something that its standard has closed."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=to_camel)


class Typed(Open):
    """Something that must say what it is."""

    type: Types | StrictStr

    def types(self) -> list[str]:
        """The types that it names."""
        return [self.type] if isinstance(self.type, str) else self.type


class Named(Typed):
    """Something that says what it is and may have an address."""

    id: Maybe[Uri] = None


class Service(Typed):
    """Something that says what it is and where it stands."""

    id: Uri


class Proof(Typed):
    """An embedded proof; the check `proof` looks inside."""


class Issuer(Open):
    """Who issued, when it is said by more than an address."""

    id: Uri


def with_type(*accepted: str) -> Any:
    """One of these types must be among the types."""
    words = frozenset(accepted)

    def check(value: str | list[str]) -> str | list[str]:
        if words.isdisjoint((value,) if isinstance(value, str) else value):
            raise ValueError(f"none of {accepted}")
        return value

    return AfterValidator(check)


def begins_with(*first: str) -> Any:
    """One of these contexts comes first, and whatever follows is an address or an object."""

    def check(value: list[Any] | str) -> list[Any] | str:
        entries: Sequence[Any] = [value] if isinstance(value, str) else value
        if not entries or entries[0] not in first or not all(isinstance(entry, str | dict) for entry in entries):
            raise ValueError(f"does not begin with {first}")
        return value

    return AfterValidator(check)
