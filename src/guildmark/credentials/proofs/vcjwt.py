"""VC-JWT: the record as the payload of a compact JWS, signed with Ed25519 ("EdDSA") or P-256 ("ES256").

Under VC Data Model 2.0 the record's members stand at the payload's top level (Open Badges 3.0, 8.2.4);
`iss`, `jti`, `nbf`, `sub` and `exp` say again what the record says. The algorithm is the one that the
key has, never the one that a header asks for. PyJWT writes and checks the JWS (`credentials.jws`); `read` takes apart
what comes from strangers, and is stricter: one text for one value, JSON without doubled keys, bounded in every way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from guildmark.credentials import base64url, jws
from guildmark.credentials.bounded import DEFAULT_LIMITS, JsonObject, Limits, read_object
from guildmark.credentials.keys import PublicKey, Signer
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say

ALGORITHM = "EdDSA"
REGISTERED = ("iss", "jti", "nbf", "sub", "exp")
"""The claims that `sign` adds beside the record's own members."""
EXTENSIONS = frozenset({"crit", "b64"})
"""Members of a header that change how the rest is to be read; no token here may have one."""

_COMPACT = re.compile(rb"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Token:
    """A compact JWS, taken apart; nothing in it is checked."""

    header: JsonObject
    payload: JsonObject
    signature: bytes
    signed: bytes

    @property
    def algorithm(self) -> str:
        """The algorithm that the header asks for; empty where that is no text."""
        return self._text("alg")

    @property
    def kind(self) -> str:
        """The type in the header; empty where there is none, or no text."""
        return self._text("typ")

    def _text(self, member: str) -> str:
        value = self.header.get(member)
        return value if isinstance(value, str) else ""


def sign(document: Mapping[str, Any], signer: Signer, *, kind: Literal["JWT", "vc+jwt"] = "JWT") -> str:
    """The record as a compact JWS; of the kind JWT, it must have a `credentialSubject.id`.

    Of the kind vc+jwt the record is the whole payload (Securing Verifiable Credentials using JOSE and COSE, 3.1.1).
    """
    payload = {**document, **claims_of(document)} if kind == "JWT" else document
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    return jws.sign(text.encode("utf-8"), signer, {"typ": kind})


def header_of(signer: Signer, kind: str = "JWT") -> str:
    """The header of what this key signs, in base64url."""
    return jws.header_of(signer, {"typ": kind})


def looks_like_one(data: bytes) -> bool:
    """Whether these bytes have the outline of a compact JWS."""
    return _COMPACT.fullmatch(data.strip()) is not None


def read(data: bytes, *, limits: Limits = DEFAULT_LIMITS) -> Token:
    """A compact JWS taken apart; raises GuildmarkError `jwt.unreadable` and the codes of `bounded`."""
    parts = data.strip().split(b".")
    decoded = [base64url.decode(part.decode("ascii", "replace")) for part in parts]
    if len(parts) != 3 or None in decoded:
        raise GuildmarkError(
            Fault("jwt.unreadable", say("This is not a JWT: three parts in base64url, parted by points."))
        )
    header, payload, signature = (part or b"" for part in decoded)
    return Token(
        read_object(header, limits=limits), read_object(payload, limits=limits), signature, b".".join(parts[:2])
    )


def check(token: Token, key: PublicKey) -> bool:
    """Whether the token is signed with `key`, by the key's own algorithm and without an extension."""
    if token.header.keys() & EXTENSIONS:
        return False
    return jws.is_signed(token.signed + b"." + base64url.encode(token.signature).encode("ascii"), key)


def credential_of(token: Token) -> JsonObject:
    """The record in a token: the payload without the claims about it, or VC 1.1's `vc` claim."""
    if isinstance(token.payload.get("vc"), dict):
        return _decoded(token.payload)
    return {
        key: value for key, value in token.payload.items() if key not in (*REGISTERED, "iat", "aud", "cnf", "nonce")
    }


def _decoded(payload: JsonObject) -> JsonObject:
    """VC 1.1's `vc` claim with what stands only in the claims beside it (VC Data Model 1.1, 6.3.1).

    What the record says itself is kept; where a claim contradicts it, verification says so.
    """
    made = {**payload["vc"]}
    times = {"issuanceDate": payload.get("nbf"), "expirationDate": payload.get("exp")}
    told = {"id": payload.get("jti")} | {member: _time(seconds) for member, seconds in times.items()}
    made |= {member: value for member, value in told.items() if member not in made and value is not None}
    for member, claim in (("issuer", "iss"), ("credentialSubject", "sub")):
        said, value = made.get(member), payload.get(claim)
        if isinstance(said, dict) and value is not None:
            made[member] = {"id": value, **said}
        elif member == "issuer" and said is None and value is not None:
            made[member] = value
    return made


def _time(seconds: object) -> str | None:
    """A claim's time as a record writes it, or None where it is none."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except (ValueError, OverflowError, OSError):
        return None


def claims_of(document: Mapping[str, Any]) -> JsonObject:
    """The claims that stand behind the record's members; raises GuildmarkError `jwt.subject.missing`."""
    subject = document.get("credentialSubject")
    if not isinstance(subject, dict) or not isinstance(subject.get("id"), str):
        sentence = say("A record in the format ob3-jwt needs an id of its learner (credentialSubject.id).")
        raise GuildmarkError(Fault("jwt.subject.missing", sentence))
    issuer = document.get("issuer")
    claims: JsonObject = {
        "iss": issuer.get("id") if isinstance(issuer, dict) else issuer,
        "jti": document.get("id"),
        "sub": subject["id"],
    }
    for claim, member in (("nbf", "validFrom"), ("exp", "validUntil")):
        if member in document:
            claims[claim] = int(datetime.fromisoformat(document[member]).timestamp())
    return claims
