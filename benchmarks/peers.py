"""The peers in Python, which are installed with us: the same record where they take it, else a simpler one."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from openbadgeslib.ob3 import Achievement, Issuer, OB3Signer, OpenBadgeCredential, did_key_from_pem
from openbadgeslib.ob3.verifier import OB3Verifier
from openvc.keys import Ed25519SigningKey
from openvc.proof.data_integrity import DataIntegrityProofSuite

from benchmarks.clock import per_second
from benchmarks.ordinary import MOMENT, Ordinary
from benchmarks.strangers import strangers_badges
from guildmark.credentials.linkeddata import published_bytes
from guildmark.credentials.proofs import vcjwt


def openvc(record: Ordinary) -> tuple[str, float, float]:
    """Name, issued and verified per second of openvc-core, with a stranger's badge."""
    method = f"{record.key.did}#{record.key.did.rpartition(':')[2]}"
    pem = record.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    key = Ed25519SigningKey.from_pem(pem, method)
    suite = DataIntegrityProofSuite()
    # It takes no terms inline and not all shapes of ours, so it signs what is simpler: a stranger's badge.
    credential = json.loads(strangers_badges(record)[0])
    del credential["proof"]
    contexts = {address: json.loads(published_bytes(address)) for address in credential["@context"]}

    def sign() -> str:
        document = suite.add_proof(
            credential, signing_key=key, verification_method=method, created=MOMENT, extra_contexts=contexts
        )
        return json.dumps(document, ensure_ascii=False)

    text, public = sign(), key.public_jwk()
    return (
        "openvc-core eddsa-rdfc-2022, a stranger's badge",
        per_second(sign),
        per_second(lambda: suite.verify(json.loads(text), public_key_jwk=public, extra_contexts=contexts)),
    )


def openbadgeslib(record: Ordinary) -> tuple[str, float, float]:
    """Name, issued and verified per second of openbadgeslib: a small badge of its own, and our token."""
    private = record.private
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    badge = OpenBadgeCredential(
        issuer=Issuer(did_key_from_pem(public), "Another Academy"),
        recipient_id="mailto:dora@example.org",
        achievement=Achievement("https://another.example.org/light", "Light", "Light for stages", "Show it"),
        id="urn:uuid:5f1c1d6e-0000-4000-8000-000000000000",
        issuance_date=datetime(2026, 1, 5, 12, tzinfo=UTC),
    )
    signer, verifier = OB3Signer(pem, "EdDSA"), OB3Verifier.for_issuer_did(record.key.did)
    token = vcjwt.sign(record.document, record.key)
    return (
        "openbadgeslib VC-JWT, issuing a small badge, verifying our record",
        per_second(lambda: signer.sign(badge)),
        per_second(lambda: verifier.verify(token)),
    )
