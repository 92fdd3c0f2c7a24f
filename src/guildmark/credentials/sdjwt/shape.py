"""What the claims must be before anything is read from them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.record import Issuer
from guildmark.credentials.sdjwt.claims import SAME, VCT, design_of
from guildmark.toolkit.design.model import Design, Grade

_Seconds = Annotated[int | float, Field(ge=0, lt=253_402_300_800)]
_Said = Annotated[str, Field(min_length=1, max_length=10_000)]


class _Registered(BaseModel):
    """What SD-JWT VC asks of every credential (2.2.2)."""

    model_config = ConfigDict(strict=True)

    vct: _Said
    iss: _Said | None = None
    sub: _Said | None = None
    jti: _Said | None = None
    iat: _Seconds | None = None
    nbf: _Seconds | None = None
    exp: _Seconds | None = None
    cnf: dict[str, JsonValue] | None = None
    status: dict[str, JsonValue] | None = None


class _Grade(Grade):
    value: str | int | float | None = None


class _Ours(_Registered):
    """The claims of our type beside those that have the shape of the design's elements."""

    iss: _Said
    date_of_issuance: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")]
    name: _Said | None = None
    email: _Said | None = None
    identifier: _Said | None = None
    birthdate: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")] | None = None
    grade: _Grade | None = None
    evidence: list[Annotated[str, Field(pattern=r"^https?://\S+$")]] | None = None
    issuer: Issuer
    design: _Said | None = None


def faults(claims: JsonObject) -> list[str]:
    """The claims that are not what belongs there, by their names; none where all is well."""
    ours = claims.get("vct") == VCT
    found = _wrong(_Ours if ours else _Registered, claims)
    if ours:
        claim_of = {element: claim for claim, element in SAME.items()}
        found += [claim_of.get(element, element) for element in _wrong(Design, design_of(claims))]
    return list(dict.fromkeys(found))


def _wrong(model: type[BaseModel], value: Any) -> list[str]:
    try:
        model.model_validate(value)
    except ValidationError as error:
        return [str(one["loc"][0]) if one["loc"] else "?" for one in error.errors(include_url=False)]
    return []
