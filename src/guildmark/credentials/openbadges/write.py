"""Writing: a record as an Open Badges 3.0 AchievementCredential on the VC Data Model 2.0, not yet signed.

What all learners of a design share (the achievement) and what an issuer's records share (the profile) are
functions of their own: they come out the same, byte for byte, for every learner.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from guildmark.credentials import base64url
from guildmark.credentials.openbadges import native
from guildmark.credentials.openbadges.alignments import alignments
from guildmark.credentials.openbadges.anything import DEEPEST, AnyJson, depth
from guildmark.credentials.openbadges.concepts import concept_uri
from guildmark.credentials.openbadges.elements import OWN
from guildmark.credentials.openbadges.prose import describe, narrate
from guildmark.credentials.openbadges.shared import SharedArray, SharedObject, plain, shared
from guildmark.credentials.openbadges.status import write_status
from guildmark.credentials.openbadges.terms import context_list
from guildmark.credentials.record import Issuer, Learner, Record, design_digest
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.toolkit.design.model import Design
from guildmark.words import in_language, languages_of, say

OWN_ADDRESS = {
    "street": "streetAddress",
    "street_address": "streetAddress",
    "city": "addressLocality",
    "town": "addressLocality",
    "locality": "addressLocality",
    "region": "addressRegion",
    "postal_code": "postalCode",
    "postcode": "postalCode",
    "zip": "postalCode",
    "post_office_box": "postOfficeBoxNumber",
}
"""Usual keys of an address that mean a property of Open Badges."""
_TYPE = shared(["VerifiableCredential", "AchievementCredential"])
_SUBJECT_TYPE = shared(["AchievementSubject"])
_RESULT_TYPE = shared(["Result"])
_EVIDENCE_TYPE = shared(["Evidence"])
ADDRESS = frozenset({"addressLocality", "addressRegion", "postalCode", "postOfficeBoxNumber", "streetAddress"})


@dataclass(frozen=True, slots=True)
class SharedParts:
    """What all records of a design and issuer share, read only; `write` puts it into each document as it is."""

    design: Design
    issuer: Issuer
    achievement: SharedObject
    profile: SharedObject
    context: SharedArray

    @classmethod
    def of(cls, design: Design, issuer: Issuer) -> SharedParts:
        """The parts; raises GuildmarkError where the design has what a record cannot carry."""
        return cls(design, issuer, shared(achievement(design)), shared(profile(issuer, design)), shared(context_list()))


def write(record: Record, parts: SharedParts | None = None) -> dict[str, Any]:
    """The document of a record, ready to sign: every value is covered by a signature over its RDF.

    With `parts`, of the record's own design and issuer, these stand in it as they are, read only; without,
    everything is new. Raises GuildmarkError where the design has what a record cannot carry.
    """
    if parts is None:
        made: dict[str, Any] = plain(write(record, SharedParts.of(record.design, record.issuer)))
        return made
    if parts.design is not record.design or parts.issuer is not record.issuer:
        raise ValueError("the parts are those of another design or issuer")
    achieved = parts.achievement
    document: dict[str, Any] = {
        "@context": parts.context,
        "id": record.id,
        "type": _TYPE,
        "name": achieved["name"],
        "issuer": parts.profile,
        "validFrom": rfc3339(record.valid_from),
    }
    if record.valid_until is not None:
        document["validUntil"] = rfc3339(record.valid_until)
    if record.learner.evidence_url is not None:
        document["evidence"] = [{"id": record.learner.evidence_url, "type": _EVIDENCE_TYPE}]
    if record.status is not None:
        document["credentialStatus"] = write_status(record.status, status_name(record))
    document["credentialSubject"] = _subject(record, achieved)
    return document


def achievement_id(design: Design) -> str:
    """The achievement's id: the design's digest as an address (RFC 6920), whoever issues it and to whom.

    Such an address is sorted before every `urn:`, so that what records share stands before what differs.
    """
    return f"ni:///sha-256;{base64url.encode(bytes.fromhex(design_digest(design)))}"


def achievement(design: Design) -> dict[str, Any]:
    """What all records of a design share: everything that the design says."""
    _must_fit(design)
    written = {key: value for key, value in design.as_written().items() if value is not None}
    language = display_language(design)
    name = achievement_id(design)
    base = f"{name}#"
    node: dict[str, Any] = {"id": name, "type": ["Achievement"], "achievementType": "MicroCredential"}
    node |= native.write_title(written.get("title", ""), language)
    node["description"] = describe(written, language)
    node["criteria"] = {"id": f"{base}criteria", "narrative": narrate(written, language)}
    node |= native.write_language(written.get("language"))
    node |= native.write_image(written.get("image"))
    node |= native.write_version(written.get("version"))
    node["tag"] = ["micro-credential"]
    if "id" in written:
        node["designId"] = written["id"]
    node |= _creator(written, base, language)
    node |= _credits(written)
    aligned = list(alignments(written, base, language))
    if aligned:
        node["alignment"] = aligned
    if "grade" in written:
        node["resultDescription"] = [native.write_scale(written["grade"]["scale"], f"{base}grade", language)]
    for field in OWN:
        if field.key in written:
            node[field.term] = field.kind.write(written[field.key], f"{base}{field.key}")
    return node


def _creator(written: Mapping[str, Any], base: str, language: str) -> dict[str, Any]:
    """The one body that awards; Open Badges has no place for several, which stand in our terms alone."""
    body = written.get("awarding_body")
    if not isinstance(body, Mapping):
        return {}
    return {"creator": {"id": f"{base}creator", "type": ["Profile"], "name": in_language(body["name"], language)}}


def _credits(written: Mapping[str, Any]) -> dict[str, Any]:
    if (written.get("workload") or {}).get("ects") is None:
        return {}
    system = {"creditSystem": concept_uri("credit-system", "ects")}
    available = native.credits_of(written)
    return system if available is None else {"creditsAvailable": available, **system}


def profile(issuer: Issuer, design: Design) -> dict[str, Any]:
    """The issuer, with the record's country as its address: what all records of a design and issuer share."""
    if issuer.id is None:
        raise ValueError("the issuer has no id yet: Issuer.signing_with() gives it")
    base = f"{achievement_id(design)}#issuer"
    node: dict[str, Any] = {"id": issuer.id, "type": ["Profile"]}
    node["name"] = in_language(issuer.name, display_language(design))
    if isinstance(issuer.name, dict):
        node["issuerNameByLanguage"] = issuer.name
    for key in ("url", "email"):
        if getattr(issuer, key) is not None:
            node[key] = getattr(issuer, key)
    if issuer.image is not None:
        node["image"] = {"id": issuer.image, "type": "Image"}
    if issuer.legal_id is not None:
        node["otherIdentifier"] = [
            {"type": "IdentifierEntry", "identifier": issuer.legal_id, "identifierType": "identifier"}
        ]
    node["issuerCountryRegion"] = issuer.country
    node["address"] = {"id": f"{base}.place", "type": ["Address"], **_address(issuer, design)}
    if issuer.address is not None:
        node["issuerAddress"] = AnyJson().write(issuer.address, f"{base}.address")
    return node


def _address(issuer: Issuer, design: Design) -> dict[str, str]:
    given = {OWN_ADDRESS.get(key, key): value for key, value in (issuer.address or {}).items()}
    native_parts = {key: value for key, value in given.items() if key in ADDRESS and isinstance(value, str)}
    countries = design.issuer_country or issuer.country
    chosen = (
        countries if isinstance(countries, str) else issuer.country if issuer.country in countries else countries[0]
    )
    code, _, region = chosen.partition("/")
    place = {"addressCountryCode": code, **dict(sorted(native_parts.items()))}
    return {**place, "addressRegion": region} if region else place


def _subject(record: Record, achieved: SharedObject) -> dict[str, Any]:
    subject: dict[str, Any] = {"id": record.subject_id, "type": _SUBJECT_TYPE}
    identities = list(_identities(record))
    if identities:
        subject["identifier"] = identities
    if "creditsAvailable" in achieved:
        subject["creditsEarned"] = achieved["creditsAvailable"]
    if record.learner.grade is not None and "resultDescription" in achieved:
        subject["result"] = [
            {
                "id": result_name(record),
                "type": _RESULT_TYPE,
                "resultDescription": achieved["resultDescription"][0]["id"],
                "value": native.write_grade(record.learner.grade),
            }
        ]
    subject["achievement"] = achieved
    return subject


def status_name(record: Record) -> str:
    """The id of the record's status entry."""
    return f"{record.id}#status"


def result_name(record: Record) -> str:
    """The id of the record's result, which is its grade."""
    return f"{record.id}#result"


def _identities(record: Record) -> Iterator[dict[str, Any]]:
    if record.learner.name is not None:
        yield {
            "type": "IdentityObject",
            "hashed": False,
            "identityHash": record.learner.name,
            "identityType": "name",
        }
    for identity_type, salt in record.salts.items():
        yield {
            "type": "IdentityObject",
            "hashed": True,
            "identityHash": _hash_of(record.learner, identity_type, salt),
            "identityType": identity_type,
            "salt": salt,
        }


def identity_texts(record: Record) -> list[str]:
    """The name, and of each fact that is hashed its hash and its salt."""
    texts = [] if record.learner.name is None else [record.learner.name]
    for identity_type, salt in record.salts.items():
        texts += (_hash_of(record.learner, identity_type, salt), salt)
    return texts


def _hash_of(learner: Learner, identity_type: str, salt: str) -> str:
    fact = (learner.email or "").lower() if identity_type == "emailAddress" else learner.identifier or ""
    return identity_hash(fact, salt)


def identity_hash(fact: str, salt: str) -> str:
    """The hash of a fact about the learner, as Open Badges writes it. Give e-mail addresses in lower case."""
    return "sha256$" + hashlib.sha256((fact + salt).encode("utf-8")).hexdigest()


def display_language(design: Design) -> str:
    """The language of what Open Badges says in one language: the design's, else its title's first, else English."""
    if design.language is not None:
        return design.language
    title = design.title
    return "en" if title is None else next(iter(languages_of(title)), "en")


def rfc3339(moment: datetime) -> str:
    """A time with its zone; "Z" for UTC."""
    return (
        moment.isoformat().replace("+00:00", "Z") if moment.utcoffset() == UTC.utcoffset(None) else moment.isoformat()
    )


def _must_fit(design: Design) -> None:
    keys = ("focus", "skills_need", "modules", "activities", "validity")
    deep = [key for key in keys if depth(getattr(design, key)) > DEEPEST]
    if deep:
        raise GuildmarkError(
            Fault(
                "record.design.too_deep",
                say("“{key}” of the design is nested deeper than {levels} levels.", key=key, levels=DEEPEST),
                Place(path=f"/{key}"),
            )
            for key in deep
        )
