"""Reading: what a document says of the 16 elements, in the shapes of the design (docs/cli.md, `verify`).

The exact inverse of writing for our own records. Of other people's badges it gives what the properties of
Open Badges say (`foreign`). It checks nothing: proofs and contexts are the verifier's work.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guildmark.credentials.openbadges import foreign, native
from guildmark.credentials.openbadges.anything import AnyJson
from guildmark.credentials.openbadges.elements import OWN
from guildmark.credentials.openbadges.nodes import Nodes, listed, only, text_of
from guildmark.credentials.openbadges.terms import INLINE_CONTEXT


def read(document: Mapping[str, Any]) -> dict[str, Any]:
    """The `record` of a document: elements that are there, and no other key. Never raises for odd shapes."""
    nodes = Nodes(document)
    subject = nodes.whole(document.get("credentialSubject"))
    achievement = nodes.whole(subject.get("achievement"))
    issuer = nodes.whole(document.get("issuer"))
    ours = speaks_our_terms(document)
    found: dict[str, Any] = {
        "id": text_of(document.get("id")),
        "learner_identification": _learner(subject),
        "title": native.read_by_language(achievement, "name", "titleByLanguage" if ours else "name"),
        "date_of_issuing": text_of(document.get("validFrom")) or text_of(document.get("issuanceDate")),
        "valid_until": text_of(document.get("validUntil")) or text_of(document.get("expirationDate")),
        "language": text_of(achievement.get("inLanguage")) or text_of(achievement.get("designLanguage")),
        "image": native.read_image(achievement),
        "version": native.read_version(achievement),
        "issuer": _issuer(document, issuer, nodes, ours),
        "evidence": list(dict.fromkeys(filter(None, map(_evidence_url, listed(document.get("evidence")))))) or None,
    }
    if ours:
        found["design"] = text_of(achievement.get("designId"))
        for field in OWN:
            found[field.key] = field.kind.read(achievement[field.term], nodes) if field.term in achievement else None
    else:
        found |= foreign.elements(achievement, subject, issuer, nodes)
    found["grade"] = _grade(achievement, subject, nodes)
    return {key: value for key, value in found.items() if value is not None}


def speaks_our_terms(document: Mapping[str, Any]) -> bool:
    """Whether the document brings our context, exactly: only then do our terms mean what we say."""
    return dict(INLINE_CONTEXT) in listed(document.get("@context"))


def _learner(subject: Mapping[str, Any]) -> dict[str, Any]:
    learner: dict[str, Any] = {"hashed": []}
    for identity in listed(subject.get("identifier")):
        if not isinstance(identity, Mapping):
            continue
        kind = text_of(identity.get("identityType"))
        if only(identity.get("hashed")) in (True, "true"):
            learner["hashed"].append(kind or "identifier")
        elif kind == "name" and text_of(identity.get("identityHash")) is not None:
            learner["name"] = text_of(identity.get("identityHash"))
    if text_of(subject.get("id")) is not None:
        learner["id"] = text_of(subject.get("id"))
    return learner


def _issuer(document: Mapping[str, Any], issuer: Mapping[str, Any], nodes: Nodes, ours: bool) -> dict[str, Any] | None:
    found: dict[str, Any] = {
        "id": text_of(issuer.get("id")) or text_of(document.get("issuer")),
        "name": native.read_by_language(issuer, "name", "issuerNameByLanguage" if ours else "name"),
        "url": text_of(issuer.get("url")),
        "email": text_of(issuer.get("email")),
        "image": native.read_image(issuer),
    }
    for entry in listed(issuer.get("otherIdentifier")):
        if isinstance(entry, Mapping) and text_of(entry.get("identifier")) is not None:
            found.setdefault("legal_id", text_of(entry.get("identifier")))
    if ours:
        found["country"] = text_of(issuer.get("issuerCountryRegion"))
        found["address"] = AnyJson().read(issuer.get("issuerAddress"), nodes)
    else:
        found["country"] = foreign.country(issuer, nodes)
        found["address"] = foreign.address(issuer, nodes)
    return {key: value for key, value in found.items() if value is not None} or None


def _evidence_url(evidence: Any) -> str | None:
    return text_of(evidence.get("id")) if isinstance(evidence, Mapping) else text_of(evidence)


def _grade(achievement: Mapping[str, Any], subject: Mapping[str, Any], nodes: Nodes) -> dict[str, Any] | None:
    results = [nodes.whole(result) for result in listed(subject.get("result"))]
    descriptions = [nodes.whole(description) for description in listed(achievement.get("resultDescription"))]
    for description in descriptions:
        scale = native.read_scale(description)
        if scale is None:
            continue
        reached = [r for r in results if text_of(r.get("resultDescription")) == text_of(description.get("id"))]
        value = native.read_grade(reached[0].get("value"), scale) if reached else None
        return {"scale": scale} if value is None else {"scale": scale, "value": value}
    values = [text_of(result.get("value")) for result in results if text_of(result.get("value")) is not None]
    return {"value": values[0]} if values else None
