"""Any credential of VC Data Model 2.0 or 1.1 made verifiable: checked first, then signed.

Records of learners are written by `openbadges` and signed by `issuing`; this is for documents that others bring.
Nothing is signed that the verifier would refuse for its form: an undefined word, a shape that is wrong, an end before
the beginning.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, get_args

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.keys import Signer
from guildmark.credentials.linkeddata import CREDENTIALS_V1, DATA_INTEGRITY_V2, Contexts, to_dataset
from guildmark.credentials.linkeddata.direction import has_direction, without_direction
from guildmark.credentials.proofs import ecdsa_rdfc, eddsa_jcs, eddsa_rdfc, vcjwt
from guildmark.credentials.verify.enveloped import envelope
from guildmark.credentials.verify.issuer import issuer_id
from guildmark.credentials.verify.resources import check_resources
from guildmark.credentials.verify.schema import check_schema
from guildmark.credentials.verify.status import malformed_status
from guildmark.credentials.verify.validity import ENDS, STARTS, moment
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.words import Sentence, say

Mechanism = Literal["eddsa-rdfc-2022", "eddsa-jcs-2022", "ecdsa-rdfc-2019", "vc-jwt"]
MECHANISMS: tuple[Mechanism, ...] = get_args(Mechanism)

_WHOLE = frozenset({"eddsa-jcs-2022", "vc-jwt"})
"""Those that sign the JSON itself."""


def secure(
    credential: JsonObject, signer: Signer, mechanism: Mechanism, *, created: datetime, contexts: Contexts
) -> JsonObject:
    """The credential with its proof, or in an envelope for `vc-jwt`.

    A credential of VC Data Model 1.1 gets the context of Data Integrity where it has none. Raises GuildmarkError with
    the codes `secure.*` and those of `linkeddata`.
    """
    document = _with_context(credential) if mechanism != "vc-jwt" else credential
    _check(document, signer, contexts)
    whole = mechanism in _WHOLE
    if has_direction(document) and not whole:
        sentence = say("A text's direction is not covered by {mechanism}; sign the JSON itself.", mechanism=mechanism)
        raise GuildmarkError(Fault("secure.direction", sentence, found=mechanism, accepted=tuple(sorted(_WHOLE))))
    to_dataset(without_direction(document), contexts)
    match mechanism:
        case "vc-jwt":
            return envelope(vcjwt.sign(document, signer, kind="vc+jwt"))
        case "eddsa-jcs-2022":
            return eddsa_jcs.sign(document, signer, created=created)
        case "ecdsa-rdfc-2019":
            return ecdsa_rdfc.sign(document, signer, created=created, contexts=contexts)
        case _:
            return eddsa_rdfc.sign(document, signer, created=created, contexts=contexts)


def _with_context(credential: JsonObject) -> JsonObject:
    """VC Data Integrity 1.0, 2.4.1 ("Context Injection"); VC Data Model 2.0 has the terms in its own context."""
    context = credential.get("@context")
    entries = context if isinstance(context, list) else [context]
    if entries[:1] != [CREDENTIALS_V1] or DATA_INTEGRITY_V2 in entries:
        return credential
    return {**credential, "@context": [*entries, DATA_INTEGRITY_V2]}


def _check(document: JsonObject, signer: Signer, contexts: Contexts) -> None:
    if "proof" in document:
        raise _refused("secure.proof", say("The credential has a proof already."), "/proof")
    schema = check_schema(document)
    if schema.result != "pass":
        raise _refused("secure.schema", schema.sentence)
    if issuer_id(document) != signer.controller:
        sentence = say("The credential's issuer is not {issuer}, who signs here.", issuer=signer.controller)
        raise _refused("secure.issuer", sentence, "/issuer")
    start, end = (_time(document, members) for members in (STARTS, ENDS))
    if start and end and end < start:
        sentence = say("The record would end ({end}) before it begins ({start}).", start=start, end=end)
        raise _refused("secure.validity", sentence)
    if fault := malformed_status(document):
        raise _refused("secure.status", fault, "/credentialStatus")
    resources = check_resources(document, contexts)
    if resources and resources.result == "fail":
        raise _refused("secure.resources", resources.sentence, "/relatedResource")


def _time(document: Mapping[str, Any], members: tuple[str, ...]) -> datetime | None:
    return next((moment(document[member]) for member in members if member in document), None)


def _refused(code: str, sentence: Sentence, path: str | None = None) -> GuildmarkError:
    return GuildmarkError(Fault(code, sentence, Place(path=path)))
