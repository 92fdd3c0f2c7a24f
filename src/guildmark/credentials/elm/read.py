"""Reading: what a European Digital Credential says of the 16 elements, in the shapes of the design.

It reads ours and those of others alike: members stand alone or in lists, texts as `{"en": "…"}` or `{"en": ["…"]}`.
It checks nothing and never raises for odd shapes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from guildmark.credentials.elm import durations
from guildmark.credentials.elm.nodes import country_code, language_tag
from guildmark.credentials.openbadges.concepts import concept_key
from guildmark.credentials.openbadges.decimals import decimal_value
from guildmark.credentials.openbadges.terms import NAMESPACE
from guildmark.vocabulary import concepts, participation_modes, supervision

MOST = 200
"""How many items of a list are read."""


def read(document: Mapping[str, Any]) -> dict[str, Any]:
    """The `record` of a document: elements that are there, and no other key."""
    person = _node(document.get("credentialSubject"))
    achieved = _node(person.get("hasClaim"))
    specified = _node(achieved.get("specifiedBy"))
    issuer = _node(document.get("issuer"))
    awarded = _node(achieved.get("awardedBy"))
    notes = _notes(specified)
    assessed = _node(achieved.get("provenBy"))
    found: dict[str, Any] = {
        "id": _text(document.get("id")),
        "learner_identification": _learner(person),
        "title": _by_language(achieved.get("title")) or _by_language(specified.get("title")),
        "issuer_country": _countries(issuer),
        "awarding_body": _bodies(awarded),
        "date_of_issuing": _text(document.get("validFrom")) or _text(document.get("issuanceDate")),
        "valid_until": _text(document.get("validUntil")) or _text(document.get("expirationDate")),
        "learning_outcomes": [_outcome(node, number) for number, node in _numbered(specified.get("learningOutcome"))],
        "workload": _workload(specified, achieved),
        "level": _level(specified, notes),
        "assessment": [method for part in _parts(assessed) if (method := _method(part))],
        "participation": _participation(specified, notes),
        "quality_assurance": _assurance(specified, issuer, notes),
        "prerequisites": _by_language(_node(specified.get("entryRequirement")).get("noteLiteral")),
        "supervision": _supervision(assessed, notes),
        "grade": _grade(assessed),
        "stackability": _stackability(specified),
        "further_information": next(iter(notes.get("further_information", [])), None),
        "additional_elements": _additional(specified),
        "issuing_authority": [{"name": name} for name in notes.get("issuing_authority", [])],
        "language": language_tag(_id(_node(specified.get("language")))),
        "issuer": _issuer(issuer),
        "evidence": [url for node in _listed(achieved.get("supplementaryDocument")) if (url := _url(node))],
    }
    return {key: value for key, value in found.items() if value not in (None, [], {})}


def _learner(person: Mapping[str, Any]) -> dict[str, Any]:
    given = [_plain(_by_language(person.get(key))) for key in ("givenName", "familyName")]
    name = _plain(_by_language(person.get("fullName"))) or " ".join(part for part in given if part) or None
    mailbox = _node(_node(person.get("contactPoint")).get("emailAddress"))
    found = {
        "name": name,
        "id": _id(person),
        "email": (_id(mailbox) or "").removeprefix("mailto:") or None,
        "identifier": _text(_node(person.get("identifier")).get("notation")),
        "birth_date": (_text(person.get("dateOfBirth")) or "")[:10] or None,
    }
    return {**{key: value for key, value in found.items() if value}, "hashed": []}


def _countries(organisation: Mapping[str, Any]) -> str | list[str] | None:
    found = [where for place in _listed(organisation.get("location")) if (where := _where(place))]
    return found[0] if len(found) == 1 else found or None


def _where(place: Mapping[str, Any]) -> str | None:
    code = country_code(_id(_node(_node(place.get("address")).get("countryCode"))))
    region = _plain(_by_language(place.get("geographicName")))
    return None if code is None else f"{code}/{region}" if region else code


def _bodies(awarded: Mapping[str, Any]) -> Any:
    bodies = []
    for node in _listed(awarded.get("awardingBody")):
        name = _by_language(node.get("legalName"))
        if name is None:
            continue
        told = {"id": _text(_node(node.get("identifier")).get("notation")), "country": _countries(node)}
        bodies.append({"name": name} | {key: value for key, value in told.items() if isinstance(value, str)})
    return bodies[0] if len(bodies) == 1 else bodies


def _issuer(issuer: Mapping[str, Any]) -> dict[str, Any]:
    where = _countries(issuer)
    found = {
        "id": _id(issuer),
        "name": _by_language(issuer.get("legalName")),
        "url": _url(_node(issuer.get("homepage"))),
        "legal_id": _text(_node(issuer.get("eIDASIdentifier")).get("notation")),
        "country": where[0] if isinstance(where, list) else where,
    }
    return {key: value for key, value in found.items() if value is not None}


def _outcome(node: Mapping[str, Any], number: int) -> dict[str, Any]:
    skills = [
        {"name": name, "uri": _id(skill)}
        for key in ("relatedESCOSkill", "relatedSkill")
        for skill in _listed(node.get(key))
        if (name := _by_language(skill.get("prefLabel"))) and _id(skill)
    ]
    kind = concept_key("outcome-kind", _id(_node(node.get("dcType"))) or "")
    notes = _notes(node)
    if "responsibility" in notes.get("learning_outcomes.kind", []):
        kind = "responsibility"
    assessed_by = _plain(next(iter(notes.get("learning_outcomes.assessed_by", [])), None))
    found = {
        "id": _text(_node(node.get("identifier")).get("notation")) or f"lo{number}",
        "text": _by_language(node.get("title")),
        "kind": kind,
        "assessed_by": assessed_by.split() if assessed_by else None,
        "skills": skills,
    }
    return {key: value for key, value in found.items() if value}


def _workload(specified: Mapping[str, Any], achieved: Mapping[str, Any]) -> dict[str, Any] | None:
    credit = _node(specified.get("creditPoint")) or _node(achieved.get("creditReceived"))
    system = concept_key("credit-system", _id(_node(credit.get("framework"))) or "")
    points = decimal_value(_text(credit.get("point")))
    found = {
        "hours": durations.hours_of(_text(specified.get("volumeOfLearning"))),
        ("ects" if system == "ects" else "credits"): points,
    }
    return {key: value for key, value in found.items() if value is not None} or None


def _level(specified: Mapping[str, Any], notes: Mapping[str, list[Any]]) -> dict[str, Any] | None:
    level: dict[str, Any] = {}
    eqf = concepts.by_uri(_id(_node(specified.get("eqfLevel"))) or "")
    if eqf is not None and eqf.vocabulary == "eqf":
        level["eqf"] = int(eqf.key.rpartition("_")[2])
    for node in _listed(specified.get("educationLevel")):
        place = (_id(node) or "").removeprefix(NAMESPACE)
        if place.startswith("qf-ehea."):
            level["qf_ehea"] = place.removeprefix("qf-ehea.")
        elif place.startswith("nqf.") and place.count(".") > 1:
            _, country, name = place.split(".", 2)
            level["nqf"] = {"country": country, "level": int(name) if name.isdecimal() else name}
    reason = next(iter(notes.get("level.not_applicable", [])), None)
    return level or ({"not_applicable": reason} if reason else None)


def _parts(assessed: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    parts = _listed(assessed.get("hasPart"))
    yield from parts or ([assessed] if assessed else [])


def _method(part: Mapping[str, Any]) -> dict[str, Any] | None:
    specified = _node(part.get("specifiedBy"))
    kind = concept_key("assessment", _id(_node(specified.get("dcType"))) or "")
    notes = _notes(specified)
    weight = next(iter(notes.get("assessment.weight", [])), None)
    found = {
        "id": _text(_node(specified.get("identifier")).get("notation")),
        "type": kind,
        "criteria": next(iter(notes.get("assessment.criteria", [])), None),
        "weight": decimal_value(weight),
        "description": _by_language(specified.get("description")),
    }
    if kind is None:
        found["description"] = found["description"] or _by_language(part.get("title"))
    return {key: value for key, value in found.items() if value is not None} or None


def _participation(specified: Mapping[str, Any], notes: Mapping[str, list[Any]]) -> dict[str, Any] | None:
    activity = _node(specified.get("influencedBy"))
    addresses = [_id(_node(specified.get("mode"))), _id(_node(activity.get("dcType")))]
    mode = next(
        (known.key for address in addresses if address and (known := participation_modes.by_uri(address))), None
    )
    found = {
        "mode": mode,
        "weeks": durations.weeks_of(_text(specified.get("maximumDuration"))) if mode else None,
        "pace": next(iter(notes.get("participation.pace", [])), None),
    }
    return {key: value for key, value in found.items() if value is not None} or None


def _assurance(
    specified: Mapping[str, Any], issuer: Mapping[str, Any], notes: Mapping[str, list[Any]]
) -> dict[str, Any] | None:
    accredited = [*_listed(specified.get("accreditation")), *_listed(issuer.get("accreditation"))]
    agents = [_by_language(_node(node.get("accreditingAgent")).get("legalName")) for node in accredited]
    external = [*notes.get("quality_assurance.external", []), *[name for name in agents if name]]
    found = {
        "internal": notes.get("quality_assurance.internal", []),
        "external": [{"name": name} for name in external],
    }
    return {key: value for key, value in found.items() if value} or None


def _supervision(assessed: Mapping[str, Any], notes: Mapping[str, list[Any]]) -> str | dict[str, str] | None:
    address = _id(_node(assessed.get("idVerification"))) or ""
    own = address.removeprefix(f"{NAMESPACE}supervision.")
    for kind in supervision.all_kinds():
        if own == kind.key or (kind.concept is not None and kind.concept.uri == address):
            where = _plain(next(iter(notes.get("supervision.place", [])), None))
            return {"kind": kind.key, "place": where} if where in ("online", "onsite") else kind.key
    return None


def _grade(assessed: Mapping[str, Any]) -> dict[str, Any] | None:
    scheme = _node(_node(assessed.get("specifiedBy")).get("gradingScheme"))
    said = [
        (_text(entry.get("schemeName")), _text(entry.get("notation"))) for entry in _listed(scheme.get("identifier"))
    ]
    numbers = {name: number for name, text in said if (number := decimal_value(text)) is not None}
    words = [text for name, text in said if name == "grade" and text]
    scale: Any = numbers if {"min", "max"} <= numbers.keys() else words or None
    literal = _node(assessed.get("grade")).get("noteLiteral")
    value = _by_language(literal)
    if scale is None:
        return None
    number = decimal_value(value) if isinstance(value, str) and isinstance(scale, dict) else None
    # A text in several languages is the word for "passed" that the profile asks for, not a grade of the scale.
    given = number if number is not None else value if isinstance(value, str) and value in words else None
    return {"scale": scale} if given is None else {"scale": scale, "value": given}


def _stackability(specified: Mapping[str, Any]) -> dict[str, Any] | None:
    partial = specified.get("isPartialQualification")
    towards = []
    for node in _listed(specified.get("isPartOf")):
        title = _by_language(node.get("title"))
        model = next(iter(_notes(node).get("stackability.model", [])), None)
        if title is not None:
            towards.append({"title": title} | ({"model": model} if model else {}))
    if partial in (True, "true") or towards:
        return {"kind": "integrated"} | ({"towards": towards} if towards else {})
    return {"kind": "standalone"} if partial in (False, "false") else None


def _additional(specified: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = []
    for note in _listed(specified.get("additionalNote")):
        subject = _node(note.get("subject"))
        if (_id(subject) or "").startswith(f"{NAMESPACE}additional_elements."):
            name, value = _by_language(subject.get("prefLabel")), _by_language(note.get("noteLiteral"))
            if name is not None and value is not None:
                found.append({"name": name, "value": value})
    return found


def _notes(node: Mapping[str, Any]) -> dict[str, list[Any]]:
    """The notes below a node by the element that they are about; those about none are further information."""
    found: dict[str, list[Any]] = {}
    for note in _listed(node.get("additionalNote")):
        place = _id(_node(note.get("subject"))) or ""
        value = _by_language(note.get("noteLiteral"))
        key = place.removeprefix(NAMESPACE) if place.startswith(NAMESPACE) else "further_information"
        if value is not None:
            found.setdefault(key, []).append(value)
    return found


def _by_language(value: Any) -> Any:
    """A text by language in our shape: in one language a string, in several an object."""
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str | dict)), None)
    if not isinstance(value, Mapping):
        return _text(value)
    texts = {str(tag): text for tag, item in value.items() if (text := _text(item)) is not None}
    return next(iter(texts.values())) if len(texts) == 1 else texts or None


def _plain(value: Any) -> str | None:
    return value if isinstance(value, str) else next(iter(value.values()), None) if value else None


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, str) and value.strip() else None


def _id(node: Mapping[str, Any]) -> str | None:
    return _text(node.get("id"))


def _url(node: Mapping[str, Any]) -> str | None:
    return _text(node.get("contentURL"))


def _node(value: Any) -> Mapping[str, Any]:
    return next(iter(_listed(value)), {})


def _listed(value: Any) -> list[Mapping[str, Any]]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items[:MOST] if isinstance(item, Mapping)]


def _numbered(value: Any) -> Iterator[tuple[int, Mapping[str, Any]]]:
    yield from enumerate(_listed(value), start=1)
