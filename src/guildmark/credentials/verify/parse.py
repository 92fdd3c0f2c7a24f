"""parse: any bytes in, one credential out, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NoReturn

from guildmark.credentials import baking, elm, openbadges2, sdjwt
from guildmark.credentials.bounded import JsonObject, Limits, check_size, read_object
from guildmark.credentials.elm.seal import looks_sealed
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.proofs.data_integrity import proofs_of
from guildmark.credentials.proofs.suites import JCS
from guildmark.credentials.verify import enveloped
from guildmark.credentials.verify.model import Check
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import Sentence, say

BADGE_TYPES = frozenset({"OpenBadgeCredential", "AchievementCredential"})
_OLDEST_BADGES = "https://w3id.org/openbadges/v1"
ELM_TYPE = "EuropeanDigitalCredential"


@dataclass(frozen=True, slots=True)
class Parsed:
    """A credential as it was found: the document, and the token where it came in one."""

    document: JsonObject
    token: vcjwt.Token | None
    picture: bool
    seals: tuple[elm.Seal, ...] = ()
    sd_jwt: sdjwt.SdJwt | None = None

    @property
    def is_badge(self) -> bool:
        """Whether it says that it is an Open Badges 3.0 credential."""
        return bool(BADGE_TYPES & set(types_of(self.document)))

    @property
    def is_european(self) -> bool:
        """Whether it is a European Digital Credential, sealed or not."""
        return bool(self.seals) or ELM_TYPE in types_of(self.document)

    @property
    def is_old_badge(self) -> bool:
        """Whether it is an assertion of Open Badges 2.0."""
        return openbadges2.is_assertion(self.document)

    @property
    def format(self) -> str:
        """`ob3`, `ob3-jcs`, `ob3-jwt`; `elm`; `ob2`; `sd-jwt`; others of the W3C: `vc`, `vc-jcs`, `vc-jwt`."""
        if self.sd_jwt:
            return "sd-jwt"
        if self.is_european:
            return "elm"
        if self.is_old_badge:
            return "ob2"
        base = "ob3" if self.is_badge else "vc"
        if self.token:
            return f"{base}-jwt"
        suites = [proof.get("cryptosuite") for proof in proofs_of(self.document) if isinstance(proof, dict)]
        return f"{base}-jcs" if any(suite in JCS for suite in suites if isinstance(suite, str)) else base

    def check(self) -> Check:
        """The check `parse`, which has passed once there is something parsed."""
        if self.picture:
            return Check("parse", "pass", say("The picture holds one record, and it can be read."))
        return Check("parse", "pass", say("The record can be read."))


def parse(data: bytes, limits: Limits) -> Parsed:
    """The credential in `data`; raises GuildmarkError where nothing in it could be one.

    Formats that this version does not read yet have the code `format.unsupported`.
    """
    check_size(data, limits)
    picture = baking.is_picture(data)
    if picture:
        data = baking.unbake(data).encode("utf-8")
    data = data.strip()
    if picture and data.startswith((b"https://", b"http://")):
        address = data[:200].decode("utf-8", "replace")
        _not_yet(
            say("The picture holds only an address: open {address}, and check what stands there.", address=address)
        )
    if sdjwt.looks_like_one(data):
        return _selective(data, picture, limits)
    if vcjwt.looks_like_one(data):
        token = vcjwt.read(data, limits=limits)
        if "vct" in token.payload:
            return _selective(data, picture, limits)
        document = vcjwt.credential_of(token)
    elif data.removeprefix(b"\xef\xbb\xbf").startswith((b"{", b"[")):
        token = None
        document = read_object(data, limits=limits)
        if enveloped.CREDENTIAL in types_of(document):
            token = vcjwt.read(enveloped.token_in(document).encode("ascii"), limits=limits)
            document = vcjwt.credential_of(token)
        elif looks_sealed(document):
            found = elm.read_seal(document, limits=limits)
            return Parsed(found.document, None, picture, found.seals)
    elif data.startswith(b"%PDF-"):
        _pdf()
    else:
        _nothing()
    _recognise(document)
    return Parsed(document, token, picture)


def _selective(data: bytes, picture: bool, limits: Limits) -> Parsed:
    found = sdjwt.read(data, limits=limits)
    return Parsed(found.token.payload, None, picture, sd_jwt=found)


def types_of(document: JsonObject) -> list[str]:
    """The types that a document names, one or several."""
    found = document.get("type")
    return [name for name in (found if isinstance(found, list) else [found]) if isinstance(name, str)]


def _recognise(document: JsonObject) -> None:
    types, contexts = types_of(document), _context_addresses(document)
    if openbadges2.is_assertion(document):
        return
    if _OLDEST_BADGES in contexts or ("Assertion" in types and "badge" in document):
        _not_yet(say("This is a badge from before Open Badges 2.0, which this version does not verify yet."))
    if "VerifiablePresentation" in types:
        _not_yet(say("This is a presentation of credentials, which this version does not verify yet."))
    if "VerifiableCredential" not in types and not {"credentialSubject", "proof"} & document.keys():
        _nothing()


def _context_addresses(document: JsonObject) -> list[Any]:
    context = document.get("@context")
    return context if isinstance(context, list) else [context]


def _nothing() -> NoReturn:
    sentence = say(
        "There is nothing here that could be a credential. "
        "A record is JSON, a JWT, or a PNG or SVG picture with one in it."
    )
    raise GuildmarkError(Fault("format.unknown", sentence))


def _pdf() -> NoReturn:
    sentence = say(
        "This is a PDF. A certificate has its record attached: save that from the PDF, and check it instead."
    )
    raise GuildmarkError(Fault("format.pdf", sentence))


def _not_yet(sentence: Sentence) -> NoReturn:
    raise GuildmarkError(Fault("format.unsupported", sentence))
