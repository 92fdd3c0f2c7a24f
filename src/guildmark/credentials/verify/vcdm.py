"""The shapes of the W3C's credentials and presentations, as far as they are required.

Source: VC Data Model 2.0, sections 4 and 5; VC Data Model 1.1, sections 4 and 5. What they leave open stays open.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field, JsonValue, StrictStr, model_validator

from guildmark.credentials.linkeddata import CREDENTIALS_V1, CREDENTIALS_V2
from guildmark.credentials.verify.parts import (
    Closed,
    Issuer,
    Maybe,
    Named,
    Open,
    Proof,
    Service,
    Time,
    Typed,
    Types,
    Uri,
    begins_with,
    with_type,
)

T = TypeVar("T")
Many = Annotated[list[T], Field(min_length=1)]


class LanguageValue(Closed):
    """A text that says its language and direction (VC Data Model 2.0, 11.1)."""

    value: StrictStr = Field(alias="@value")
    language: Maybe[StrictStr] = Field(default=None, alias="@language")
    direction: Maybe[Literal["ltr", "rtl"]] = Field(default=None, alias="@direction")


Words = StrictStr | LanguageValue | list[StrictStr | LanguageValue]


class NamedIssuer(Issuer):
    """An issuer that says what it is called."""

    name: Maybe[Words] = None
    description: Maybe[Words] = None


class Subject(Open):
    """Whom or what a credential is about: at least one claim."""

    id: Maybe[Uri] = None

    @model_validator(mode="after")
    def _says_something(self) -> Subject:
        if self.id is None and not self.model_extra:
            raise ValueError("no claim")
        return self


class RelatedResource(Open):
    """Something elsewhere that must not change: its address, and a digest at least (VC Data Model 2.0, 5.3)."""

    id: Uri
    digest_sri: Maybe[StrictStr] = Field(default=None, alias="digestSRI")
    digest_multibase: Maybe[StrictStr] = None

    @model_validator(mode="after")
    def _has_a_digest(self) -> RelatedResource:
        if self.digest_sri is None and self.digest_multibase is None:
            raise ValueError("no digest")
        return self


def _each_once(value: RelatedResource | list[RelatedResource] | None) -> RelatedResource | list[RelatedResource] | None:
    if isinstance(value, list) and len({resource.id for resource in value}) < len(value):
        raise ValueError("named twice")
    return value


class _Any(Open):
    type: Annotated[Types | StrictStr, with_type("VerifiableCredential")]
    id: Maybe[Uri] = None
    credential_subject: Subject | Many[Subject]
    refresh_service: Maybe[Typed | Many[Typed]] = None
    terms_of_use: Maybe[Named | Many[Named]] = None
    evidence: Maybe[Named | Many[Named]] = None
    credential_schema: Maybe[Service | Many[Service]] = None
    proof: Maybe[Proof | list[Proof]] = None


class OldCredential(_Any):
    """VC Data Model 1.1."""

    context: Annotated[list[JsonValue] | StrictStr, begins_with(CREDENTIALS_V1), Field(alias="@context")]
    issuer: Uri | Issuer
    issuance_date: Time
    expiration_date: Maybe[Time] = None
    credential_status: Maybe[Service | Many[Service]] = None


class Credential(_Any):
    """VC Data Model 2.0."""

    context: Annotated[list[JsonValue] | StrictStr, begins_with(CREDENTIALS_V2), Field(alias="@context")]
    name: Maybe[Words] = None
    description: Maybe[Words] = None
    issuer: Uri | NamedIssuer
    valid_from: Maybe[Time] = None
    valid_until: Maybe[Time] = None
    credential_status: Maybe[Named | Many[Named]] = None
    related_resource: Annotated[Maybe[RelatedResource | Many[RelatedResource]], AfterValidator(_each_once)] = None


class Presentation(Open):
    """A presentation of VC Data Model 2.0 or 1.1; each credential in it is judged by itself."""

    context: Annotated[
        list[JsonValue] | StrictStr, begins_with(CREDENTIALS_V2, CREDENTIALS_V1), Field(alias="@context")
    ]
    type: Annotated[Types | StrictStr, with_type("VerifiablePresentation")]
    id: Maybe[Uri] = None
    holder: Maybe[Uri | Issuer] = None
    verifiable_credential: Maybe[dict[str, JsonValue] | list[dict[str, JsonValue] | list[dict[str, JsonValue]]]] = None
    terms_of_use: Maybe[Named | Many[Named]] = None
    proof: Maybe[Proof | list[Proof]] = None


class Envelope(Closed):
    """A credential or presentation that stands whole in a data: URL (VC Data Model 2.0, 4.13.2 and 4.13.3)."""

    context: Annotated[list[JsonValue] | StrictStr, begins_with(CREDENTIALS_V2), Field(alias="@context")]
    type: Annotated[Types | StrictStr, with_type("EnvelopedVerifiableCredential", "EnvelopedVerifiablePresentation")]
    id: Annotated[StrictStr, Field(pattern=r"^data:")]
