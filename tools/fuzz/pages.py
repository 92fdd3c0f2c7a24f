"""The web on which the records of the corpus rely, as everybody meant it: address by address, what stands there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from guildmark.credentials.dids import web_address, web_document
from guildmark.credentials.keys import SigningKey
from guildmark.credentials.status.listing import signed_list
from guildmark.credentials.status.token_list import signed_token_list
from guildmark.credentials.verify import known_contexts
from tests.credentials.signed import KEY, NOW, STRANGERS_KEY
from tests.credentials.status import lists
from tests.credentials.verify.openbadges2.badges import CLASS, HERE, PROFILE, assertion
from tools.fuzz.people import ON_THE_WEB, P256, PUBLISHING

WEB_LIST = "https://academy.example/stage/status/1"
IETF_LIST = "https://issuer.example/status/2"
METADATA = "https://issuer.example/.well-known/jwt-vc-issuer/academy"
JWKS = "https://issuer.example/keys"
REVOKED_BADGES = f"{HERE}/revoked"
OTHER_KEY = f"{HERE}/key/2"
"""The P-256 key of the issuer of Open Badges 2.0; the one that its profile names first is Ed25519."""


@cache
def pages() -> Mapping[str, bytes]:
    """What stands at each address."""
    issuer = PUBLISHING.controller
    keys = [{**STRANGERS_KEY.public.jwk, "kid": "old"}, {**KEY.public.jwk, "kid": "new"}]
    profile = {**PROFILE, "publicKey": [PROFILE["publicKey"], OTHER_KEY], "revocationList": REVOKED_BADGES}
    fragment = ON_THE_WEB.kid.partition("#")[2]
    documents: dict[str, Any] = {
        web_address(ON_THE_WEB.controller): web_document(
            ON_THE_WEB.controller, {fragment: ON_THE_WEB.public, "p256": P256.public}
        ),
        METADATA: {"issuer": issuer, "jwks_uri": JWKS},
        JWKS: {"keys": keys},
        assertion()["id"]: assertion(),
        str(CLASS["id"]): CLASS,
        PROFILE["id"]: profile,
        PROFILE["publicKey"]: _badge_key(PROFILE["publicKey"], KEY),
        OTHER_KEY: _badge_key(OTHER_KEY, P256),
        REVOKED_BADGES: {
            "id": REVOKED_BADGES,
            "type": "RevocationList",
            "revokedAssertions": ["urn:uuid:2", {"id": "urn:uuid:3", "revocationReason": "Not earned"}],
        },
    }
    return {address: json.dumps(document).encode() for address, document in documents.items()} | {
        lists.URL: lists.status_list({lists.INDEX + 1: 1}),
        WEB_LIST: signed_list(
            WEB_LIST, ON_THE_WEB.controller, {9: 2}, ON_THE_WEB, created=NOW, contexts=known_contexts(),
            replacements={"urn:uuid:1": "urn:uuid:2"},
        ),
        IETF_LIST: signed_token_list(IETF_LIST, issuer, {9: 1}, PUBLISHING, created=NOW),
    }  # fmt: skip


def _badge_key(address: str, key: SigningKey) -> dict[str, Any]:
    public = key.private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return {"type": "CryptographicKey", "id": address, "owner": PROFILE["id"], "publicKeyPem": public.decode()}
