"""Changes of what a record means, signed again by whoever signed before: what a careless or bad issuer would sign."""

from __future__ import annotations

import contextlib
import json
import random
from typing import Any

from guildmark.credentials import base64url, elm
from guildmark.credentials.keys import SigningKey
from guildmark.credentials.proofs import ecdsa_rdfc, eddsa_jcs, eddsa_rdfc, vcjwt
from guildmark.credentials.proofs.data_integrity import proofs_of, unsecured
from guildmark.credentials.proofs.suites import kind_of
from guildmark.credentials.verify import known_contexts
from guildmark.credentials.verify.enveloped import envelope, token_in
from tests.credentials import presented, signed
from tests.credentials.signed import NOW, STRANGERS_KEY
from tests.credentials.verify import test_records_of_vc_1_1 as old
from tools.fuzz.beginnings import CHALLENGE, DOMAIN, badge_jws, certificate
from tools.fuzz.changing import change, change_a_learners, changed_bytes, read, written
from tools.fuzz.people import CERTIFIED, P256, key_of
from tools.fuzz.sd_jwts import changed_sd_jwt

Document = dict[str, Any]


def changed_meaning(data: bytes, choose: random.Random) -> bytes:
    """The record with something else in it, mostly signed again; where it has no meaning, with other bytes."""
    with contextlib.suppress(Exception):  # what can be neither read nor signed is tried as it is
        if b"~" in data:
            return changed_sd_jwt(data, choose)
        if (document := read(data)) is not None:
            return _changed_json(document, choose)
        return _changed_token(data, choose)
    return changed_bytes(data, choose)


def changed_at_its_places(data: bytes, choose: random.Random) -> bytes:
    """The record of another learner, signed and written as this one: what a template may be filled with."""
    with contextlib.suppress(Exception):
        document = read(data)
        if document is None:
            record = vcjwt.credential_of(vcjwt.read(data))
            return vcjwt.sign(change_a_learners(record, choose), key_of(record.get("issuer"))).encode()
        changed = change_a_learners(unsecured(document), choose)
        if choose.random() < 0.2:
            return signed.as_bytes({**changed, "proof": document["proof"]})
        (proof,) = document["proof"]
        return signed.as_bytes(_with_proof(changed, kind_of(proof), key_of(document.get("issuer"))))
    return data


def _changed_json(document: Document, choose: random.Random) -> bytes:
    if {"payload", "signatures"} <= document.keys():
        return _resealed(document, choose)
    if "EnvelopedVerifiableCredential" in str(document.get("type")):
        token = _changed_token(token_in(document).encode(), choose)
        return written(envelope(token.decode()), choose)
    before = proofs_of(document)
    for _ in range(choose.randint(1, 3)):
        change(document, choose)
    if choose.random() < 0.3:
        return written(document, choose)
    key = STRANGERS_KEY if choose.random() < 0.1 else key_of(document.get("issuer"))
    with contextlib.suppress(Exception):  # what cannot be signed is tried unsigned
        return _signed(document, key, len(before), choose)
    return written(document, choose)


def _signed(document: Document, key: SigningKey, proofs: int, choose: random.Random) -> bytes:
    if "badge" in document:
        return badge_jws(document, choose.choice((key, P256)))
    if not proofs:
        return written(document, choose)
    if "VerifiablePresentation" in str(document.get("type")):
        return written(presented.shown(document, challenge=CHALLENGE, domain=DOMAIN), choose)
    record = unsecured(document)
    match choose.randrange(8):
        case 0:
            return vcjwt.sign(record, key).encode()
        case 1:
            return vcjwt.sign(record, key, kind="vc+jwt").encode()
        case 2:
            return written(old.signed(record, key), choose)
        case draw:
            suite = (eddsa_jcs.CRYPTOSUITE, eddsa_rdfc.CRYPTOSUITE)[draw % 2]
            return written(_with_proof(record, suite, key), choose)


def _with_proof(record: Document, suite: str, key: SigningKey) -> Document:
    if key is P256:
        return ecdsa_rdfc.sign(record, key, created=NOW, contexts=known_contexts())
    if suite == eddsa_jcs.CRYPTOSUITE:
        return eddsa_jcs.sign(record, key, created=NOW)
    return eddsa_rdfc.sign(record, key, created=NOW, contexts=known_contexts())


def _resealed(sealed: Document, choose: random.Random) -> bytes:
    """The document under a new seal, or the same under a header that says something else."""
    entry = sealed["signatures"][0]
    header = json.loads(base64url.decode(entry["protected"]) or b"")
    key = CERTIFIED if "x5c" in header else key_of(json.loads(sealed["payload"]).get("issuer"))
    if choose.random() < 0.5:
        document = json.loads(sealed["payload"])
        change(document, choose)
        return elm.sealed(document, key, at=NOW, certificates=[certificate()] if key is CERTIFIED else ())
    change(header, choose)
    protected = base64url.encode(json.dumps(header).encode())
    signature = key.sign(f"{protected}.{sealed['payload']}".encode())
    entry |= {"protected": protected, "signature": base64url.encode(signature)}
    return written(sealed, choose)


def _changed_token(data: bytes, choose: random.Random) -> bytes:
    """A token with something else in its header or payload, signed again."""
    header, payload = (json.loads(base64url.decode(part) or b"") for part in data.decode("ascii").split(".")[:2])
    key = key_of(payload.get("iss") or payload.get("issuer"))
    for _ in range(choose.randint(1, 2)):
        change(choose.choice((header, payload, payload)), choose)
    text = ".".join(base64url.encode(written(part, choose)) for part in (header, payload))
    return f"{text}.{base64url.encode(key.sign(text.encode()))}".encode()
