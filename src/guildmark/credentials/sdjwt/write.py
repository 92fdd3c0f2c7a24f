"""Issuing: one signed SD-JWT VC a record. What a design and issuer share is written once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from guildmark.credentials import base64url
from guildmark.credentials.keys import Signer
from guildmark.credentials.record import Issuer, Record
from guildmark.credentials.sdjwt.claims import HIDDEN, hidden_claims, own_claims, shared_claims
from guildmark.credentials.sdjwt.disclosures import Disclosure
from guildmark.toolkit.design.model import Design

TYPE = "dc+sd-jwt"


class _Shared(NamedTuple):
    """What the records of one design and issuer have in common, written."""

    design: Design
    issuer: Issuer
    text: str
    grades: Mapping[str, Any] | None


class SdJwtSigner:
    """Signs records as SD-JWT VC, with every disclosure: the holder decides later which of them to show."""

    def __init__(self, signer: Signer, *, new_salt: Callable[[], str]) -> None:
        """`new_salt` gives 128 random bits at least as text, others at every call."""
        self._signer = signer
        self._new_salt = new_salt
        header = {"alg": signer.alg, "kid": signer.kid, "typ": TYPE}
        self._header = base64url.encode(_json(header).encode("utf-8"))
        self._shared: _Shared | None = None

    def sign(self, record: Record) -> bytes:
        """The signed bytes of a record."""
        shared = self._shared_by(record)
        hidden = hidden_claims(record, shared.grades)
        disclosures = [Disclosure.of(self._new_salt(), name, value) for name, value in hidden.items()]
        # As many digests in every record, in an order of their own: how many claims it has is nobody's business.
        digests = [disclosure.digest() for disclosure in disclosures]
        digests += [self._decoy() for _ in range(len(HIDDEN) - len(digests))]
        own = _json({**own_claims(record), "_sd_alg": "sha-256", "_sd": sorted(digests)})
        payload = f"{own[:-1]},{shared.text[1:]}"
        signed = f"{self._header}.{base64url.encode(payload.encode('utf-8'))}"
        token = f"{signed}.{base64url.encode(self._signer.sign(signed.encode('ascii')))}"
        return "".join(f"{part}~" for part in (token, *(one.encoded for one in disclosures))).encode("ascii")

    def _shared_by(self, record: Record) -> _Shared:
        shared = self._shared
        if shared is None or shared.design is not record.design or shared.issuer is not record.issuer:
            grades = None if record.design.grade is None else record.design.grade.as_written()
            shared = _Shared(record.design, record.issuer, _json(shared_claims(record)), grades)
            self._shared = shared
        return shared

    def _decoy(self) -> str:
        return base64url.encode(hashlib.sha256(self._new_salt().encode("utf-8")).digest())


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
