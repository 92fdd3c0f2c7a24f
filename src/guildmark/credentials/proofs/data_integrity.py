"""What the Data Integrity cryptosuites share: the proof object, what is hashed, and who signs it.

Source: VC Data Integrity 1.0; Data Integrity EdDSA Cryptosuites 1.0, 3.2 and 3.3; Data Integrity ECDSA
Cryptosuites 1.0, 3.2 and 3.3: the signature is over hash(canonical proof options) followed by
hash(canonical document).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import base58
import rfc8785

from guildmark.credentials.base58btc import signature_of_base58
from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.canonical_json import canonical_json
from guildmark.credentials.keys import PublicKey, Signer
from guildmark.credentials.linkeddata import Contexts, canonical
from guildmark.credentials.linkeddata.canonical import Hashing
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import Listing, say

Canonicalise = Callable[[Mapping[str, Any]], bytes]

SIGNATURE_BYTES = {"ed25519": 64, "p256": 64, "p384": 96}
"""How long the signatures of each type of key are; ECDSA's are r and s, one behind the other."""

_ALGORITHMS = {"eddsa": "EdDSA", "ecdsa": "ES256"}

DATA_INTEGRITY = "DataIntegrityProof"
"""The type of every proof whose kind its `cryptosuite` names."""


def unsecured(document: Mapping[str, Any]) -> JsonObject:
    """The document without its proof: what the proof is about."""
    return {key: value for key, value in document.items() if key != "proof"}


def covered(document: Mapping[str, Any], previous: Sequence[Mapping[str, Any]] = ()) -> JsonObject:
    """What a proof is over: the document, and the proofs before it where it stands in a chain.

    Source: VC Data Integrity 1.0, 4.5 ("Verify Proof Sets and Chains").
    """
    bare = unsecured(document)
    return {**bare, "proof": list(previous)} if previous else bare


def proofs_of(document: Mapping[str, Any]) -> list[object]:
    """The proofs that a document carries; Open Badges always has a list, others may have one alone."""
    proof = document.get("proof")
    return proof if isinstance(proof, list) else [] if proof is None else [proof]


def options(cryptosuite: str, signer: Signer, created: datetime) -> JsonObject:
    """A proof without its value. `created` is an aware time; seconds are kept, fractions are not."""
    if created.tzinfo is None:
        raise ValueError("created needs a time zone")
    check_signer(cryptosuite, signer)
    return {
        "type": DATA_INTEGRITY,
        "cryptosuite": cryptosuite,
        "created": created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "verificationMethod": signer.kid,
        "proofPurpose": "assertionMethod",
    }


def check_signer(cryptosuite: str, signer: Signer) -> None:
    """Refuse a key that cannot make this kind of proof; raises GuildmarkError `key.type.unfit`."""
    if signer.alg != _ALGORITHMS[cryptosuite.partition("-")[0]]:
        sentence = say(
            "A key that signs with {algorithm} makes no proof of the kind {kind}.",
            algorithm=signer.alg,
            kind=cryptosuite,
        )
        raise GuildmarkError(Fault("key.type.unfit", sentence, found=signer.alg))


def hash_data(
    proof_options: Mapping[str, Any],
    covered_document: Mapping[str, Any],
    canonicalise: Canonicalise,
    hashing: Hashing = "sha256",
) -> bytes:
    """What is signed: the hash of the proof's options, then that of what the proof is over (`covered`)."""
    return b"".join(hashlib.new(hashing, canonicalise(part)).digest() for part in (proof_options, covered_document))


def rdfc_hash_data(
    proof_options: Mapping[str, Any],
    covered_document: Mapping[str, Any],
    contexts: Contexts,
    hashing: Hashing = "sha256",
) -> bytes:
    """`hash_data` over canonical linked data; the options speak the document's context."""
    in_context = {**proof_options, "@context": covered_document.get("@context")}

    def lines(part: Mapping[str, Any]) -> bytes:
        return canonical(part, contexts, hashing=hashing).encode("utf-8")

    return hash_data(in_context, covered_document, lines, hashing)


def jcs_hash_data(
    proof_options: Mapping[str, Any],
    covered_document: Mapping[str, Any],
    hashing: Hashing = "sha256",
    *,
    as_read: bool = False,
) -> bytes:
    """`hash_data` over the JSON itself in RFC 8785 form; `as_read`: the numbers are as `bounded` reads them."""
    write = canonical_json if as_read else rfc8785.dumps
    return hash_data(proof_options, covered_document, lambda part: write(dict(part)), hashing)


def options_of(proof: Mapping[str, Any]) -> JsonObject:
    """A proof without its value."""
    return {name: value for name, value in proof.items() if name != "proofValue"}


def in_its_own_context(document: Mapping[str, Any], proof: Mapping[str, Any]) -> JsonObject | None:
    """The document as it was signed where a jcs proof repeats its contexts: others may have been added behind them.

    None where the document does not begin with the contexts that were signed (EdDSA Cryptosuites, 3.3.2).
    """
    if "@context" not in proof:
        return dict(document)
    signed, shown = _entries(proof), _entries(document)
    return {**document, "@context": proof["@context"]} if shown[: len(signed)] == signed else None


def _entries(value: Mapping[str, Any]) -> list[object]:
    context = value.get("@context")
    return context if isinstance(context, list) else [context]


def with_proof(document: Mapping[str, Any], proof: JsonObject, signature: bytes) -> JsonObject:
    """The document with its one proof, in a list as the Open Badges schema asks."""
    value = "z" + base58.b58encode(signature).decode("ascii")
    return {**unsecured(document), "proof": [{**proof, "proofValue": value}]}


def verifies(proof: Mapping[str, Any], key: PublicKey, data: bytes, accepted: Sequence[str] = ("ed25519",)) -> bool:
    """Whether the proof's value is `key`'s signature over `data`; `accepted` are the types of key that may make it.

    Raises GuildmarkError `proof.key.type` and `proof.value`.
    """
    if key.type not in accepted:
        sentence = say(
            "The proof names a key of the type {found}; its kind is made with {accepted}.",
            found=key.type,
            accepted=Listing.of(accepted, either=True),
        )
        raise GuildmarkError(Fault("proof.key.type", sentence, found=key.type, accepted=tuple(accepted)))
    length = SIGNATURE_BYTES[key.type]
    value = proof.get("proofValue")
    try:
        signature = signature_of_base58(value[1:]) if isinstance(value, str) and value[:1] == "z" else b""
    except ValueError:
        signature = b""
    if len(signature) != length:
        sentence = say("The proof has no signature of {length} bytes in base58.", length=length)
        raise GuildmarkError(Fault("proof.value", sentence, found=str(value)[:200]))
    return key.verifies(signature, data)
