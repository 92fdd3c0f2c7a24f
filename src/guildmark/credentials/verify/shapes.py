"""The shapes of Open Badges 3.0, as far as they are required.

Source: Open Badges 3.0, "Data Models" and 1EdTech's JSON Schema. What these leave open stays open;
`IdentityObject`, `IdentifierEntry` and `Image` are closed there too. Where the schema wants a list and the data model
allows one value alone (`type`, `proof`, `credentialSchema`, `termsOfUse`), both are good.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, JsonValue, StrictBool, StrictStr, model_validator

from guildmark.credentials.linkeddata import CREDENTIALS_V2
from guildmark.credentials.verify.badge_words import (
    ACHIEVEMENT_TYPES,
    ALIGNMENT_TARGETS,
    IDENTIFIER_TYPES,
    LANGUAGE,
    RESULT_TYPES,
    one_word_of,
)
from guildmark.credentials.verify.parts import Closed, Maybe, Named, Number, Open, Service, Time, Types, Uri, with_type

_BADGE_CONTEXT = re.compile(r"https://purl\.imsglobal\.org/spec/ob/v3p0/context(-3\.\d\.\d)*\.json")
_COMPACT_JWS = r"^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+$"


def _badge_context(value: list[Any]) -> list[Any]:
    if value[0] != CREDENTIALS_V2 or not isinstance(value[1], str) or not _BADGE_CONTEXT.fullmatch(value[1]):
        raise ValueError("not the contexts of Open Badges 3.0 in their order")
    if not all(isinstance(entry, str | dict) for entry in value):
        raise ValueError("neither an address nor an object")
    return value


Anything = Annotated[Types | StrictStr, Field(union_mode="left_to_right")]
Text = Maybe[StrictStr]
Tokens = Maybe[list[Annotated[StrictStr, Field(pattern=_COMPACT_JWS)]]]
Language = Annotated[StrictStr, Field(pattern=LANGUAGE)]
IdentifierType = Annotated[StrictStr, one_word_of(IDENTIFIER_TYPES)]
Contexts = Annotated[list[JsonValue], Field(alias="@context", min_length=2), AfterValidator(_badge_context)]


class Image(Closed):
    """An image: its address or data URI."""

    id: Uri
    type: Literal["Image"] | Annotated[list[Literal["Image"]], Field(min_length=1)]
    caption: Text = None


class IdentityObject(Closed):
    """An identity of the learner, hashed or in clear."""

    type: Literal["IdentityObject"]
    hashed: StrictBool
    identity_hash: StrictStr
    identity_type: IdentifierType
    salt: Text = None


class IdentifierEntry(Closed):
    """Another identifier of an organisation or achievement."""

    type: Literal["IdentifierEntry"]
    identifier: StrictStr
    identifier_type: IdentifierType


class Alignment(Open):
    """What an achievement or result corresponds to elsewhere."""

    type: Annotated[Anything, with_type("Alignment")]
    target_name: StrictStr
    target_url: Uri
    target_code: Text = None
    target_description: Text = None
    target_framework: Text = None
    target_type: Maybe[Annotated[StrictStr, one_word_of(ALIGNMENT_TARGETS)]] = None


class Related(Open):
    """The same achievement in another language or version."""

    type: Annotated[Anything, with_type("Related")]
    id: Uri
    in_language: Maybe[Language] = None
    version: Text = None


class Criteria(Open):
    """What had to be done."""

    id: Maybe[Uri] = None
    narrative: Text = None


class RubricCriterionLevel(Open):
    """One level of a rubric."""

    type: Annotated[Anything, with_type("RubricCriterionLevel")]
    id: Uri
    name: StrictStr
    alignment: Maybe[list[Alignment]] = None
    description: Text = None
    level: Text = None
    points: Text = None


class ResultDescription(Open):
    """What kind of result is possible."""

    type: Annotated[Anything, with_type("ResultDescription")]
    id: Uri
    name: StrictStr
    result_type: Annotated[StrictStr, one_word_of(RESULT_TYPES)]
    alignment: Maybe[list[Alignment]] = None
    allowed_value: Maybe[list[StrictStr]] = None
    required_level: Text = None
    required_value: Text = None
    rubric_criterion_level: Maybe[list[RubricCriterionLevel]] = None
    value_max: Text = None
    value_min: Text = None


class Result(Open):
    """What was achieved."""

    type: Annotated[Anything, with_type("Result")]
    achieved_level: Text = None
    alignment: Maybe[list[Alignment]] = None
    result_description: Text = None
    status: Maybe[Literal["Completed", "Enrolled", "Failed", "InProgress", "OnHold", "Provisional", "Withdrew"]] = None
    value: Text = None


class Evidence(Open):
    """What shows that it was achieved."""

    type: Annotated[Anything, with_type("Evidence")]
    id: Maybe[Uri] = None
    narrative: Text = None
    name: Text = None
    description: Text = None
    genre: Text = None
    audience: Text = None


class GeoCoordinates(Open):
    """A place on earth."""

    type: Literal["GeoCoordinates"] | Annotated[list[Literal["GeoCoordinates"]], Field(min_length=1)]
    latitude: Number
    longitude: Number


class Address(Open):
    """A postal address."""

    type: Annotated[Anything, with_type("Address")]
    address_country: Text = None
    address_country_code: Text = None
    address_region: Text = None
    address_locality: Text = None
    street_address: Text = None
    post_office_box_number: Text = None
    postal_code: Text = None
    geo: Maybe[GeoCoordinates] = None


class Proof(Open):
    """An embedded proof; the check `proof` looks inside."""

    type: Anything
    created: Maybe[Time] = None
    cryptosuite: Text = None
    challenge: Text = None
    domain: Text = None
    nonce: Text = None
    proof_purpose: Text = None
    proof_value: Text = None
    verification_method: Text = None


class Profile(Open):
    """A person or organisation."""

    type: Annotated[Anything, with_type("Profile")]
    id: Uri
    name: Text = None
    url: Text = None
    phone: Text = None
    description: Text = None
    endorsement: Maybe[list[Endorsement]] = None
    endorsement_jwt: Tokens = None
    image: Maybe[Image] = None
    email: Text = None
    address: Maybe[Address] = None
    other_identifier: Maybe[list[IdentifierEntry]] = None
    official: Text = None
    parent_org: Maybe[Profile] = None
    family_name: Text = None
    given_name: Text = None
    additional_name: Text = None
    patronymic_name: Text = None
    honorific_prefix: Text = None
    honorific_suffix: Text = None
    family_name_prefix: Text = None
    date_of_birth: Text = None


class _Signed(Open):
    """What a badge and an endorsement have in common."""

    context: Contexts
    id: Uri
    description: Text = None
    issuer: Uri | Profile
    valid_from: Time
    valid_until: Maybe[Time] = None
    awarded_date: Maybe[Time] = None
    credential_status: Maybe[Service] = None
    credential_schema: Maybe[Service | list[Service]] = None
    refresh_service: Maybe[Service] = None
    terms_of_use: Maybe[Named | list[Named]] = None
    proof: Maybe[Proof | list[Proof]] = None


class EndorsementSubject(Open):
    """What is endorsed, and the word for it."""

    type: Annotated[Anything, with_type("EndorsementSubject")]
    id: Uri
    endorsement_comment: Text = None


class Endorsement(_Signed):
    """Another's word for a credential, an achievement or a profile."""

    type: Annotated[Anything, with_type("VerifiableCredential"), with_type("EndorsementCredential")]
    name: StrictStr
    credential_subject: EndorsementSubject


class Achievement(Open):
    """What the credential is about."""

    type: Annotated[Anything, with_type("Achievement")]
    id: Uri
    name: StrictStr
    description: StrictStr
    criteria: Criteria
    achievement_type: Maybe[Annotated[StrictStr, one_word_of(ACHIEVEMENT_TYPES)]] = None
    alignment: Maybe[list[Alignment]] = None
    creator: Maybe[Profile] = None
    credits_available: Maybe[Number] = None
    endorsement: Maybe[list[Endorsement]] = None
    endorsement_jwt: Tokens = None
    field_of_study: Text = None
    human_code: Text = None
    image: Maybe[Image] = None
    in_language: Maybe[Language] = None
    other_identifier: Maybe[list[IdentifierEntry]] = None
    related: Maybe[list[Related]] = None
    result_description: Maybe[list[ResultDescription]] = None
    specialization: Text = None
    tag: Maybe[list[StrictStr]] = None
    version: Text = None


class AchievementSubject(Open):
    """Who achieved it: an `id`, or at least one identifier."""

    type: Annotated[Anything, with_type("AchievementSubject")]
    id: Maybe[Uri] = None
    achievement: Achievement
    activity_end_date: Maybe[Time] = None
    activity_start_date: Maybe[Time] = None
    credits_earned: Maybe[Number] = None
    identifier: Maybe[list[IdentityObject]] = None
    image: Maybe[Image] = None
    license_number: Text = None
    narrative: Text = None
    result: Maybe[list[Result]] = None
    role: Text = None
    source: Maybe[Profile] = None
    term: Text = None

    @model_validator(mode="after")
    def _is_someone(self) -> AchievementSubject:
        if self.id is None and not self.identifier:
            raise ValueError("neither id nor identifier")
        return self


class Badge(_Signed):
    """Open Badges 3.0: an AchievementCredential."""

    type: Annotated[
        Anything, with_type("VerifiableCredential"), with_type("AchievementCredential", "OpenBadgeCredential")
    ]
    credential_subject: AchievementSubject
    name: Text = None
    image: Maybe[Image] = None
    evidence: Maybe[list[Evidence]] = None
    endorsement: Maybe[list[Endorsement]] = None
    endorsement_jwt: Tokens = None


Profile.model_rebuild()
