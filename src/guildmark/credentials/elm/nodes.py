"""The nodes of an ELM document: each with an address and a type, texts by language, concepts with their scheme.

Source: ELM 3.1, application profile of European Digital Credentials (EDC-generic-no-cv), and the Commission's own
micro-credential sample, whose addresses (`urn:epass:…`) are followed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from guildmark.credentials.openbadges.terms import NAMESPACE
from guildmark.vocabulary import concepts, countries
from guildmark.vocabulary.concepts import Concept
from guildmark.words import LANGUAGES

EUROPA = "http://data.europa.eu/snb/"
AUTHORITY = "http://publications.europa.eu/resource/authority/"
SCHEME = "25831c2"
"""How the addresses of the snb vocabularies' schemes end."""

_LANGUAGES = {
    "bg": "BUL", "cs": "CES", "da": "DAN", "de": "DEU", "el": "ELL", "en": "ENG", "es": "SPA", "et": "EST", "fi": "FIN",
    "fr": "FRA", "ga": "GLE", "hr": "HRV", "hu": "HUN", "is": "ISL", "it": "ITA", "lt": "LIT", "lv": "LAV", "mk": "MKD",
    "mt": "MLT", "nl": "NLD", "no": "NOR", "pl": "POL", "pt": "POR", "ro": "RON", "sk": "SLK", "sl": "SLV", "sq": "SQI",
    "sr": "SRP", "sv": "SWE", "tr": "TUR", "uk": "UKR",
}  # fmt: skip
"""ISO 639-1 and the codes of the European language authority table, which are those of ISO 639-3."""
_UNDETERMINED = "UND"


class Nodes:
    """Makes nodes and gives each an address of its own within the document: `urn:epass:note:3`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._made: Counter[str] = Counter()

    def node(self, kind: str, place: str | None = None, **members: Any) -> dict[str, Any]:
        """A node of this type; members that are None or empty are left out."""
        if place is None:
            name = kind[:1].lower() + kind[1:]
            self._made[name] += 1
            place = f"urn:epass:{name}:{self._made[name]}"
        said = {key: value for key, value in members.items() if value is not None and value != []}
        return {"id": place, "type": kind, **said}

    def text(self, value: str | Mapping[str, str]) -> dict[str, str]:
        """A text by language; one that was written in no language stands in the document's."""
        return {self.language: value} if isinstance(value, str) else dict(value)

    def note(self, value: str | Mapping[str, str], about: str | None = None) -> dict[str, Any]:
        """A note; `about` says in a term of ours which element it is (`stackability.model`)."""
        subject = None if about is None else own_concept(about, {"en": about.replace("_", " ").replace(".", ": ")})
        return self.node("Note", noteLiteral=self.text(value), subject=subject)


def concept(known: Concept) -> dict[str, Any]:
    """A concept of a European vocabulary, with its scheme and labels."""
    labels = {language: known.label(language) for language in LANGUAGES}
    return _concept(known.uri, f"{EUROPA}{known.vocabulary}/{SCHEME}", labels)


def european(vocabulary: str, key: str) -> dict[str, Any]:
    """The concept of this vocabulary and key: `european("eqf", "level_6")`."""
    return concept(concepts.get(vocabulary, key))


def own_concept(name: str, labels: Mapping[str, str]) -> dict[str, Any]:
    """A concept of ours, of no European scheme: what has no code there."""
    return {"id": f"{NAMESPACE}{name}", "type": "Concept", "prefLabel": dict(labels)}


def country(code: str) -> dict[str, Any]:
    """A country of the authority table: alpha-2 in, alpha-3 in its address."""
    known = countries.get(code)
    labels = {language: known.label(language) for language in LANGUAGES}
    return _concept(f"{AUTHORITY}country/{known.alpha3}", f"{AUTHORITY}country", labels, notation="country")


def country_code(address: object) -> str | None:
    """Alpha-2 of a country's address in the authority table."""
    prefix = f"{AUTHORITY}country/"
    if not isinstance(address, str) or not address.startswith(prefix):
        return None
    alpha3 = address.removeprefix(prefix)
    return next((known.code for known in countries.all_countries() if known.alpha3 == alpha3), None)


def language_concept(tag: str) -> dict[str, Any]:
    """A language of the authority table; one that is not in our list is said to be undetermined there."""
    code = _LANGUAGES.get(tag.partition("-")[0].lower(), _UNDETERMINED)
    return _concept(f"{AUTHORITY}language/{code}", f"{AUTHORITY}language", {"en": code}, notation="language")


def language_tag(address: object) -> str | None:
    """The tag of a language's address in the authority table."""
    code = str(address).rpartition("/")[2]
    return next((tag for tag, known in _LANGUAGES.items() if known == code), None)


def file_type(name: str) -> dict[str, Any]:
    """A kind of file of the authority table: PNG, JPEG."""
    return _concept(f"{AUTHORITY}file-type/{name}", f"{AUTHORITY}file-type", {"en": name}, notation="file-type")


def base64_encoding() -> dict[str, Any]:
    """The one encoding of pictures."""
    return _concept(f"{EUROPA}encoding/6146cde7dd", f"{EUROPA}encoding/{SCHEME}", {"en": "base64"})


def _concept(address: str, scheme: str, labels: Mapping[str, str], **more: str) -> dict[str, Any]:
    in_scheme = {"id": scheme, "type": "ConceptScheme"}
    return {"id": address, "type": "Concept", "inScheme": in_scheme, **more, "prefLabel": dict(labels)}
