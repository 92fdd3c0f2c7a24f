"""The reference library of SD-JWT (the authors' own, `sd-jwt` 0.10) reads ours, and we read its."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from jwcrypto.jwk import JWK
from sd_jwt.common import SDObj
from sd_jwt.holder import SDJWTHolder
from sd_jwt.issuer import SDJWTIssuer
from sd_jwt.verifier import SDJWTVerifier

from guildmark.credentials import sdjwt
from guildmark.credentials.keys import generate
from guildmark.credentials.verify import verify
from tests.credentials.sdjwt.made import issued, judged, record

KEY = generate("p256")
PUBLIC = JWK(**KEY.public.jwk)
THEIRS = JWK.generate(kty="EC", crv="P-256")


def theirs(data: str) -> dict[str, Any]:
    """What the reference library reads under our key."""
    claims: dict[str, Any] = SDJWTVerifier(data, lambda *_: PUBLIC).get_verified_payload()
    return claims


def test_it_reads_ours_in_every_presentation() -> None:
    data = issued(KEY)
    whole = theirs(data.decode())
    assert whole == sdjwt.unpacked(sdjwt.read(data))
    assert whole["name"] == record(KEY).learner.name
    shown = theirs(sdjwt.showing(data, {"grade"}).decode())
    assert shown["grade"]["value"] == "merit"
    assert not {"name", "email", "birthdate"} & shown.keys()


def test_its_holder_shows_ours() -> None:
    holder = SDJWTHolder(issued(KEY).decode())
    holder.create_presentation({"name": True})
    found = judged(holder.sd_jwt_presentation.encode())
    assert found.verdict == "valid"
    assert found.record["learner_identification"]["name"] == record(KEY).learner.name


def test_we_read_its_nested_claims_lists_and_decoys_and_its_holders_signature() -> None:
    jwk = THEIRS.export_public(as_dict=True)
    published = {"issuer": "https://issuer.example", "jwks": {"keys": [{**jwk, "kid": "one"}]}}
    claims = {
        "iss": "https://issuer.example",
        "iat": 1_700_000_000,
        "vct": "https://issuer.example/type",
        SDObj("given_name"): "Dora",
        SDObj("address"): {SDObj("city"): "Praha 🎭", "country": "CZ"},
        "nationalities": [SDObj("CZ"), SDObj("AT")],
    }
    holder_key = JWK.generate(kty="EC", crv="P-256")
    made = SDJWTIssuer(
        claims,
        THEIRS,
        holder_key=holder_key,
        sign_alg="ES256",
        add_decoy_claims=True,
        extra_header_parameters={"typ": "dc+sd-jwt", "kid": "one"},
    )
    holder = SDJWTHolder(made.sd_jwt_issuance)
    holder.create_presentation(
        {"address": {"city": True}, "nationalities": [False, True]},
        "nonce",
        "https://verifier.example",
        holder_key,
        "ES256",
    )
    data = holder.sd_jwt_presentation.encode()
    shown = sdjwt.unpacked(sdjwt.read(data))
    assert shown["address"] == {"city": "Praha 🎭", "country": "CZ"}
    assert shown["nationalities"] == ["AT"]
    assert "given_name" not in shown
    found = verify(data, now=datetime.now(UTC), fetch=lambda _address: json.dumps(published).encode())
    results = {check.check: check.result for check in found.checks}
    assert {results[name] for name in ("proof", "issuer", "schema", "holder")} == {"pass"}
