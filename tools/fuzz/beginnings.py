"""What the corpus begins with: records of each kind. Those of which templates are learnt come as three of a design."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from guildmark.credentials import baking, base64url, elm, openbadges, sdjwt
from guildmark.credentials.keys import SigningKey
from guildmark.credentials.openbadges.status import write_status
from guildmark.credentials.proofs import ecdsa_rdfc
from guildmark.credentials.record import Issuer, Learner
from guildmark.credentials.sdjwt.disclosures import digest_of
from guildmark.credentials.status import StatusEntry
from guildmark.credentials.verify import known_contexts
from guildmark.credentials.verify.enveloped import envelope
from tests.credentials import designs, presented, signed
from tests.credentials.baking import pictures
from tests.credentials.elm import made as european
from tests.credentials.sdjwt import made as sd_jwts
from tests.credentials.sdjwt.made import digest, encoded, jws
from tests.credentials.signed import KEY, NOW
from tests.credentials.status import lists
from tests.credentials.verify import test_proofs_in_chains as chains
from tests.credentials.verify import test_records_of_vc_1_1 as old
from tests.credentials.verify.openbadges2.badges import assertion
from tools.fuzz.pages import IETF_LIST, OTHER_KEY, WEB_LIST
from tools.fuzz.people import CERTIFIED, HOLDER, ON_THE_WEB, P256, PUBLISHING

Document = dict[str, Any]
NAMES = ("Dora", "Bob", "Zoë 🎭")
CHALLENGE, DOMAIN = "c", "https://verifier.example"
"""What whoever presents is asked to sign."""


@cache
def beginnings() -> Mapping[str, tuple[bytes, ...]]:
    """Records by the name of their kind, each with a good proof where the web answers as it was meant."""
    tokens = [signed.ob3_jwt(badge(name)).encode() for name in NAMES]
    return {
        "ob3": _three(signed.ob3),
        "jcs": _three(signed.ob3_jcs),
        "jwt": tuple(tokens),
        "did-web": _three(lambda document: signed.ob3(document, ON_THE_WEB), ON_THE_WEB, WEB_LIST),
        "p256": _three(_with_p256, P256),
        "example": (signed.as_bytes(signed.ob3(signed.example())),),
        "whole": (signed.as_bytes(signed.ob3(signed.full())),),
        "chain": (_chain(),),
        "vc-1.1": (signed.as_bytes(old.signed(old.record())),),
        "envelope": (signed.as_bytes(envelope(tokens[0].decode())),),
        "list": (lists.status_list(),),
        "sd-jwt": (_sd_jwt(),),
        "sd-jwt-https": (_published_sd_jwt(),),
        "elm": (european.sealed(european.document({"title": "Light"}, Learner(name="Dora"))),),
        "elm-x5c": (_certified(),),
        "hosted": (signed.as_bytes(assertion()),),
        "signed": _signed_badges(),
        "presentation": (_presentation(),),
        "png": (baking.bake_png(pictures.png(), tokens[0].decode()),),
        "svg": (baking.bake_svg(pictures.SVG, json.dumps(signed.ob3(signed.small()))),),
    }  # fmt: skip


def badge(name: str, key: SigningKey = KEY, status_list: str = lists.URL) -> Document:
    """A record of one design for somebody of this name, not yet signed."""
    issuer = Issuer(name="A", country="CZ", id=key.controller)
    learner = Learner(name=name, email="l@example.org", evidence_url="https://portfolio.example/1")
    document = openbadges.write(designs.record({"title": "Light"}, issuer, learner))
    return {**document, "credentialStatus": write_status(StatusEntry(status_list, 70_000), "urn:uuid:" + "0" * 36)}


def _three(
    sign: Callable[[Document], Document], key: SigningKey = KEY, status_list: str = lists.URL
) -> tuple[bytes, ...]:
    return tuple(signed.as_bytes(sign(badge(name, key, status_list))) for name in NAMES)


def _with_p256(document: Document) -> Document:
    # No list is signed with this key, and what names a list of another's is not valid.
    document = {key: value for key, value in document.items() if key != "credentialStatus"}
    return ecdsa_rdfc.sign(document, P256, created=NOW, contexts=known_contexts())


def _chain() -> bytes:
    first = chains.link()
    second = chains.link(first, key=HOLDER)
    return signed.as_bytes({**signed.small(), "proof": [first, second, chains.link(first, second)]})


def _presentation() -> bytes:
    whole = presented.presentation(signed.ob3(signed.small()))
    return signed.as_bytes(presented.shown(whole, challenge=CHALLENGE, domain=DOMAIN))


def _sd_jwt() -> bytes:
    """A record of our own type with fixed salts, bound to its holder's key and shown by them."""
    claims = sdjwt.unpacked(sdjwt.read(sd_jwts.issued()))
    hidden = [["salt", name, claims.pop(name)] for name in ("name", "email", "grade") if name in claims]
    whole = {**claims, "cnf": {"jwk": HOLDER.public.jwk}, "_sd": [digest(disclosure) for disclosure in hidden]}
    return shown_by_holder(sd_jwts.presented(whole, hidden))


def shown_by_holder(presentation: bytes) -> bytes:
    """A presentation with its holder's signature behind it."""
    said = {"iat": int(NOW.timestamp()), "aud": DOMAIN, "nonce": CHALLENGE}
    said["sd_hash"] = digest_of(presentation.decode("ascii"), "sha-256")
    return presentation + jws({"alg": "EdDSA", "typ": "kb+jwt"}, said, HOLDER).encode()


def _published_sd_jwt() -> bytes:
    """A record of a stranger's type with claims hidden in claims, and a status; its issuer publishes the key."""
    city, item = ["s1", "city", "Prague"], ["s2", "cs"]
    address = ["s3", "address", {"_sd": [digest(city)], "country": "CZ"}]
    status = {"status_list": {"idx": 70_000, "uri": IETF_LIST}}
    payload = {
        "iss": PUBLISHING.controller, "_sd": [digest(address)], "languages": ["en", {"...": digest(item)}],
        "status": status,
    }  # fmt: skip
    return sd_jwts.presented(payload, [city, address, item], kid=PUBLISHING.kid)


def certificate() -> bytes:
    """A certificate of the test issuer's own making."""
    name = x509.Name([x509.NameAttribute(x509.oid.NameOID.COMMON_NAME, "Vltava Academy")])
    builder = x509.CertificateBuilder(
        name, name, CERTIFIED.private.public_key(), 1, NOW, datetime(2036, 1, 1, tzinfo=NOW.tzinfo)
    )
    return builder.sign(CERTIFIED.private, None).public_bytes(Encoding.DER)


def _certified() -> bytes:
    document = european.document({"title": "Light"}, Learner(name="Dora"))
    return elm.sealed(document, CERTIFIED, at=NOW, certificates=[certificate()])


def _signed_badges() -> tuple[bytes, ...]:
    """A badge of Open Badges 2.0 under each of its issuer's keys."""
    document = assertion(id="urn:uuid:1", uid="1", verification={"type": "SignedBadge"})
    named = {**document, "verification": {"type": "SignedBadge", "creator": OTHER_KEY}}
    return badge_jws(document, KEY), badge_jws(named, P256)


def badge_jws(document: Document, key: SigningKey) -> bytes:
    """An assertion of Open Badges 2.0 as its issuer signs it."""
    text = ".".join(map(encoded, ({"alg": key.alg}, document)))
    return f"{text}.{base64url.encode(key.sign(text.encode()))}".encode()
