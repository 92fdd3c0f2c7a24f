"""What Open Badges 2.0 requires of each of its documents ("Open Badges Vocabulary"); what it leaves open stays open."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, AliasChoices, BaseModel, ConfigDict, Field, JsonValue, StrictBool, StrictStr
from pydantic.alias_generators import to_camel


def time_of(value: object) -> datetime | None:
    """A time in ISO 8601 with its zone; None where it is none."""
    try:
        time = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return time if time and time.tzinfo else None


def _is_time(value: str) -> str:
    if time_of(value) is None:
        raise ValueError("not a time with its zone")
    return value


def _one_of(*accepted: str) -> AfterValidator:
    def check(value: str | list[str]) -> str | list[str]:
        if not set(accepted) & set([value] if isinstance(value, str) else value):
            raise ValueError(f"none of {accepted}")
        return value

    return AfterValidator(check)


Time = Annotated[StrictStr, AfterValidator(_is_time)]
Types = list[StrictStr] | StrictStr
Text = Annotated[StrictStr, Field(min_length=1)]
Linked = Text | dict[str, JsonValue]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="allow", frozen=True, alias_generator=to_camel)


class _Verification(_Shape):
    type: Types


class Recipient(_Shape):
    """Who holds the badge, hashed or in clear."""

    identity: Text
    type: Types
    hashed: StrictBool = False
    salt: StrictStr | None = None


class Assertion(_Shape):
    """That somebody has a badge."""

    id: Text
    type: Annotated[Types, _one_of("Assertion")]
    recipient: Recipient
    badge: Linked
    verification: Annotated[_Verification, Field(validation_alias=AliasChoices("verification", "verify"))]
    issued_on: Time
    expires: Time | None = None
    revoked: StrictBool = False


class BadgeClass(_Shape):
    """What the badge is for."""

    id: Text
    type: Annotated[Types, _one_of("BadgeClass")]
    name: Text
    description: Text
    image: Linked
    criteria: Linked
    issuer: Linked


class Profile(_Shape):
    """Who issues."""

    id: Text
    type: Annotated[Types, _one_of("Profile", "Issuer")]
    name: Text
    url: Text
    email: Text
