"""Issuing: one signed SD-JWT VC a record, made by openvc-core. What a design and issuer share is gathered once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from openvc.proof.sd_jwt import SdJwtVcProofSuite

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.keys import Signer
from guildmark.credentials.record import Issuer, Record
from guildmark.credentials.sdjwt.claims import HIDDEN, hidden_claims, own_claims, shared_claims
from guildmark.toolkit.design.model import Design


class _Shared(NamedTuple):
    """What the records of one design and issuer have in common."""

    design: Design
    issuer: Issuer
    claims: JsonObject
    grades: Mapping[str, Any] | None


class SdJwtSigner:
    """Signs records as SD-JWT VC, with every disclosure: the holder decides later which of them to show.

    Salts and decoys come from the library's own source of randomness, which takes no other; nothing else here does.
    """

    def __init__(self, signer: Signer) -> None:
        self._signer = signer
        self._suite = SdJwtVcProofSuite()
        self._shared: _Shared | None = None

    def sign(self, record: Record) -> bytes:
        """The signed bytes of a record."""
        shared = self._shared_by(record)
        hidden = hidden_claims(record, shared.grades)
        # As many digests in every record: how many claims it has is nobody's business.
        decoys = len(HIDDEN) - len(hidden)
        claims = {**shared.claims, **own_claims(record), **hidden}
        issued: str = self._suite.issue(claims, signing_key=self._signer, disclosable=hidden, decoys=decoys)
        return issued.encode("ascii")

    def _shared_by(self, record: Record) -> _Shared:
        shared = self._shared
        if shared is None or shared.design is not record.design or shared.issuer is not record.issuer:
            grades = None if record.design.grade is None else record.design.grade.as_written()
            shared = _Shared(record.design, record.issuer, shared_claims(record), grades)
            self._shared = shared
        return shared
