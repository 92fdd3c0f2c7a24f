"""A micro-credential in the words of schema.org: an EducationalOccupationalCredential."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from guildmark.documents.elements import many
from guildmark.vocabulary import eqf
from guildmark.web.register.models import Publication


def described(one: Publication, absolute: Callable[[str], str]) -> dict[str, Any]:
    """The JSON-LD document; texts in several languages as language-tagged values."""
    document = one.version.document
    found: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "EducationalOccupationalCredential",
        "@id": absolute(reverse("register:show", args=[one.public_id])),
        "name": _texts(document["title"]),
        "credentialCategory": "Micro-credential",
        "datePublished": one.published_at.date().isoformat(),
        "recognizedBy": [_body(body) for body in many(document["awarding_body"])],
        "competencyRequired": [
            _texts(outcome["text"] if isinstance(outcome, dict) and "text" in outcome else outcome)
            for outcome in document["learning_outcomes"]
        ],
        "subjectOf": {"@type": "DataDownload", "encodingFormat": "application/json",
                      "contentUrl": absolute(reverse("register:document", args=[one.public_id]))},
    }  # fmt: skip
    if one.eqf:
        found["educationalLevel"] = {"@type": "DefinedTerm", "@id": eqf.get(one.eqf).uri, "termCode": str(one.eqf)}
    return found


def _body(body: dict[str, Any]) -> dict[str, Any]:
    return {"@type": "Organization", "name": _texts(body["name"])} | ({"@id": body["id"]} if body.get("id") else {})


def _texts(text: Any) -> Any:
    if isinstance(text, dict):
        return [{"@language": tag, "@value": value} for tag, value in text.items()]
    return text
