"""One European Digital Credential checked: the checks in their order, and what they were found to say together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from guildmark.credentials import elm
from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.dids import Fetch
from guildmark.credentials.verify.completeness import completeness
from guildmark.credentials.verify.elm.context import check_context
from guildmark.credentials.verify.elm.proof import check_proof
from guildmark.credentials.verify.elm.schema import check_schema
from guildmark.credentials.verify.elm.status import check_status
from guildmark.credentials.verify.issuer import check_issuer
from guildmark.credentials.verify.model import Check, Verification
from guildmark.credentials.verify.trust import TrustList, check_trust
from guildmark.credentials.verify.validity import check_validity


def verify_elm(
    document: JsonObject,
    seals: Sequence[elm.Seal],
    parsed: Check,
    *,
    now: datetime,
    fetch: Fetch | None,
    trust: TrustList | None,
) -> Verification:
    """Everything that can be found out about a European Digital Credential; `seals` is empty where it has none."""
    proof, outcomes = check_proof(seals, fetch)
    schema = check_schema(document)
    record = elm.read(document) if schema.result == "pass" else {}
    checks = (
        parsed,
        schema,
        check_context(document),
        proof,
        check_issuer(document, outcomes),
        check_validity(document, None, now),
        check_status(document),
        check_trust(document, trust),
    )
    return Verification("elm", checks, record, completeness(record))
