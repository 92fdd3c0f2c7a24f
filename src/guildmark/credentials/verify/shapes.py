"""The shapes of the standards, as far as they are required: Open Badges 3.0 and the VC Data Model.

Source: Open Badges 3.0, "Data Models" and 1EdTech's JSON Schema; VC Data Model 2.0 and 1.1, section 4.
What the standards leave open stays open; `IdentityObject`, `IdentifierEntry` and `Image` are closed there too.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    StrictBool,
    StrictFloat,
    StrictInt,
    StrictStr,
    model_validator,
)
from pydantic.alias_generators import to_camel

from guildmark.credentials.linkeddata import CREDENTIALS_V1, CREDENTIALS_V2
from guildmark.credentials.verify.validity import moment

_BADGE_CONTEXT = re.compile(r"https://purl\.imsglobal\.org/spec/ob/v3p0/context(-3\.\d\.\d)*\.json")
_COMPACT_JWS = r"^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+$"


def _time(value: str) -> str:
    if moment(value) is None:
        raise ValueError("not a time with its zone")
    return value


def _address(value: str) -> str:
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:\S+\Z", value):
        raise ValueError("not an absolute URI")
    return value


Time = Annotated[StrictStr, AfterValidator(_time)]
Uri = Annotated[StrictStr, AfterValidator(_address)]
Number = StrictInt | StrictFloat
Types = Annotated[list[StrictStr], Field(min_length=1)]


class _Open(BaseModel):
    model_config = ConfigDict(extra="allow", frozen=True, alias_generator=to_camel)


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=to_camel)


class _Typed(_Open):
    """Something that must say what it is; a subclass names the type that must be among its types."""

    type: Types | StrictStr

    def types(self) -> list[str]:
        return [self.type] if isinstance(self.type, str) else self.type


class Image(_Closed):
    """An image: its address or data URI."""

    id: Uri
    type: Literal["Image"] | list[Literal["Image"]]
    caption: StrictStr | None = None


class IdentityObject(_Closed):
    """An identity of the learner, hashed or in clear."""

    type: Literal["IdentityObject"]
    hashed: StrictBool
    identity_hash: StrictStr
    identity_type: StrictStr
    salt: StrictStr | None = None


class IdentifierEntry(_Closed):
    """Another identifier of an organisation or achievement."""

    type: Literal["IdentifierEntry"]
    identifier: StrictStr
    identifier_type: StrictStr


class Alignment(_Typed):
    """What an achievement or result corresponds to elsewhere."""

    target_name: StrictStr
    target_url: Uri


class Related(_Typed):
    """The same achievement in another language or version."""

    id: Uri


class Criteria(_Open):
    """What had to be done."""

    id: Uri | None = None
    narrative: StrictStr | None = None


class ResultDescription(_Typed):
    """What kind of result is possible."""

    id: Uri
    name: StrictStr
    result_type: StrictStr
    alignment: list[Alignment] = []
    allowed_value: list[StrictStr] = []


class Result(_Typed):
    """What was achieved."""

    alignment: list[Alignment] = []
    value: StrictStr | None = None


class Evidence(_Typed):
    """What shows that it was achieved."""

    id: Uri | None = None


class Address(_Typed):
    """A postal address."""

    address_country_code: StrictStr | None = None


class Endorsement(_Typed):
    """Another's word for a credential, an achievement or a profile."""

    id: Uri
    name: StrictStr
    issuer: JsonValue
    valid_from: Time
    credential_subject: JsonValue


class Profile(_Typed):
    """A person or organisation."""

    id: Uri
    name: StrictStr | None = None
    image: Image | None = None
    address: Address | None = None
    other_identifier: list[IdentifierEntry] = []
    endorsement: list[Endorsement] = []


class Achievement(_Typed):
    """What the credential is about."""

    id: Uri
    name: StrictStr
    description: StrictStr
    criteria: Criteria
    image: Image | None = None
    creator: Profile | None = None
    alignment: list[Alignment] = []
    related: list[Related] = []
    result_description: list[ResultDescription] = []
    credits_available: Number | None = None
    other_identifier: list[IdentifierEntry] = []
    endorsement: list[Endorsement] = []
    tag: list[StrictStr] = []


class AchievementSubject(_Typed):
    """Who achieved it: an `id`, or at least one identifier."""

    id: Uri | None = None
    achievement: Achievement
    identifier: list[IdentityObject] = []
    result: list[Result] = []
    image: Image | None = None
    source: Profile | None = None
    credits_earned: Number | None = None

    @model_validator(mode="after")
    def _is_someone(self) -> AchievementSubject:
        if self.id is None and not self.identifier:
            raise ValueError("neither id nor identifier")
        return self


class _Service(_Typed):
    id: Uri


class Proof(_Typed):
    """An embedded proof; the check `proof` looks inside."""


def _about(required: str) -> Any:
    def check(value: _Typed) -> _Typed:
        if required not in value.types():
            raise ValueError(f"no {required}")
        return value

    return AfterValidator(check)


def _with_type(*accepted: str) -> Any:
    def check(value: str | list[str]) -> str | list[str]:
        if not set(accepted) & set([value] if isinstance(value, str) else value):
            raise ValueError(f"none of {accepted}")
        return value

    return AfterValidator(check)


def _begins_with(first: str) -> Any:
    def check(value: list[Any] | str) -> list[Any] | str:
        if value != first and value[:1] != [first]:
            raise ValueError(f"does not begin with {first}")
        return value

    return AfterValidator(check)


class _Issuer(_Open):
    id: Uri


class OldCredential(_Open):
    """VC Data Model 1.1."""

    context: Annotated[list[JsonValue] | StrictStr, _begins_with(CREDENTIALS_V1), Field(alias="@context")]
    type: Annotated[Types | StrictStr, _with_type("VerifiableCredential")]
    id: Uri | None = None
    issuer: Uri | _Issuer
    issuance_date: Time
    expiration_date: Time | None = None
    credential_subject: JsonValue
    proof: Proof | list[Proof] | None = None


class Credential(_Open):
    """VC Data Model 2.0."""

    context: Annotated[list[JsonValue] | StrictStr, _begins_with(CREDENTIALS_V2), Field(alias="@context")]
    type: Annotated[Types | StrictStr, _with_type("VerifiableCredential")]
    id: Uri | None = None
    issuer: Uri | _Issuer
    valid_from: Time | None = None
    valid_until: Time | None = None
    credential_subject: dict[str, JsonValue] | Annotated[list[dict[str, JsonValue]], Field(min_length=1)]
    credential_status: _Typed | list[_Typed] | None = None
    proof: Proof | list[Proof] | None = None


def _badge_context(value: list[Any]) -> list[Any]:
    if value[0] != CREDENTIALS_V2 or not isinstance(value[1], str) or not _BADGE_CONTEXT.fullmatch(value[1]):
        raise ValueError("not the contexts of Open Badges 3.0 in their order")
    return value


class Badge(_Open):
    """Open Badges 3.0: an AchievementCredential."""

    context: Annotated[list[JsonValue], Field(alias="@context", min_length=2), AfterValidator(_badge_context)]
    id: Uri
    type: Annotated[
        Types | StrictStr,
        _with_type("VerifiableCredential"),
        _with_type("AchievementCredential", "OpenBadgeCredential"),
    ]
    issuer: Uri | Annotated[Profile, _about("Profile")]
    valid_from: Time
    valid_until: Time | None = None
    awarded_date: Time | None = None
    credential_subject: Annotated[AchievementSubject, _about("AchievementSubject")]
    name: JsonValue = None
    image: Image | None = None
    evidence: list[Evidence] = []
    endorsement: list[Endorsement] = []
    endorsement_jwt: list[Annotated[StrictStr, Field(pattern=_COMPACT_JWS)]] = []
    credential_status: _Service | None = None
    credential_schema: _Service | list[_Service] = []
    refresh_service: _Service | None = None
    terms_of_use: _Typed | list[_Typed] = []
    proof: Proof | list[Proof] | None = None
