"""The issuer: who signs. Not necessarily who awards (the design's awarding body), nor who runs the software."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, ValidationError

from guildmark.credentials.record.addresses import is_email_address, is_image_address, is_web_address
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.toolkit.design.model import CountryRegion, NonBlank, Text
from guildmark.words import Sentence, say


def _must(test: Any) -> AfterValidator:
    def check(text: str) -> str:
        if not test(text):
            raise ValueError("not accepted here")
        return text

    return AfterValidator(check)


class Issuer(BaseModel):
    """The issuer file (docs/cli.md, `issue`), kept as written.

    `id` is the issuer's DID: the signing key's did:key, or a did:web that the file names. `legal_id`
    is the number under which the law knows the issuer. `address` may hold any keys; those of Open
    Badges (streetAddress, addressLocality, postalCode …) are shown by every viewer.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    name: Text
    country: CountryRegion
    address: Annotated[dict[str, JsonValue], Field(min_length=1)] | None = None
    legal_id: NonBlank | None = None
    url: Annotated[str, _must(is_web_address)] | None = None
    email: Annotated[str, _must(is_email_address)] | None = None
    image: Annotated[str, _must(is_image_address)] | None = None
    id: Annotated[str, Field(pattern=r"^did:(key:z[1-9A-HJ-NP-Za-km-z]+|web:[A-Za-z0-9._%:-]+)$")] | None = None

    def as_written(self) -> dict[str, Any]:
        """The issuer as JSON: the keys that were given, and no other."""
        return self.model_dump(mode="json", exclude_none=True)

    def signing_with(self, did_key: str) -> Issuer:
        """The issuer with the id under which it signs with the key `did_key`.

        Raises GuildmarkError where the file names the did:key of another key.
        """
        if self.id is None:
            return self.model_copy(update={"id": did_key})
        if self.id.startswith("did:key:") and self.id != did_key:
            sentence = say(
                "The issuer file names the did:key of another key. This key is {key}: write that, or leave “id” out.",
                key=did_key,
            )
            raise GuildmarkError(
                Fault("issuer.id.other_key", sentence, Place(path="/id"), found=self.id, accepted=(did_key,))
            )
        return self


@dataclass(frozen=True, slots=True)
class IssuerReading:
    """The issuer, and one warning for each key of the file that is not known and left out."""

    issuer: Issuer
    warnings: tuple[Fault, ...] = ()


def read_issuer(document: object, file: str | None = None) -> IssuerReading:
    """Read the issuer file's JSON. Raises GuildmarkError with every fault and its path."""
    if not isinstance(document, Mapping):
        raise GuildmarkError(
            Fault("issuer.no_object", say("The issuer file holds no JSON object."), Place(file=file, path=""))
        )
    known = {key: value for key, value in document.items() if key in Issuer.model_fields and value is not None}
    warnings = tuple(_unknown(str(key), file) for key in document if key not in Issuer.model_fields)
    try:
        return IssuerReading(Issuer.model_validate(known), warnings)
    except ValidationError as error:
        raise GuildmarkError(_faults(error, file)) from error


def _faults(error: ValidationError, file: str | None) -> Iterator[Fault]:
    told = set()
    for item in error.errors(include_url=False):
        key = str(item["loc"][0])
        if key in told:
            continue
        told.add(key)
        place = Place(file=file, path=f"/{key}")
        if item["type"] == "missing":
            yield Fault("issuer.missing", say("The issuer file lacks “{key}”: {hint}", key=key, hint=_hint(key)), place)
        else:
            sentence = say("“{key}” in the issuer file cannot be read: {hint}", key=key, hint=_hint(key))
            yield Fault("issuer.invalid", sentence, place, found=str(item["input"])[:200])


def _hint(key: str) -> Sentence:
    match key:
        case "name":
            return say("write the issuer’s name, or its name in each language.")
        case "country":
            return say(
                "write the country as two capital letters, with a region after a slash where it matters: CZ/Prague."
            )
        case "address":
            return say("write an object such as {example}.", example='{"addressLocality": "Prague"}')
        case "url":
            return say("write a web address that starts with https://, without spaces.")
        case "image":
            return say("write the web address of an image, or the image itself as data:image/….")
        case "email":
            return say("write an e-mail address.")
        case "id":
            return say("write a did:web, or leave it out: then it is the did:key of the signing key.")
        case _:
            return say("write a text.")


def _unknown(key: str, file: str | None) -> Fault:
    close = difflib.get_close_matches(key, Issuer.model_fields, n=1, cutoff=0.6)
    sentence = (
        say(
            "The key “{key}” of the issuer file is not known and is left out. Did you mean “{nearest}”?",
            key=key,
            nearest=close[0],
        )
        if close
        else say("The key “{key}” of the issuer file is not known and is left out.", key=key)
    )
    return Fault(
        "issuer.key.unknown", sentence, Place(file=file, path=f"/{key}"), found=key, accepted=tuple(Issuer.model_fields)
    )
