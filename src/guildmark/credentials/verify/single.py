"""One credential checked: the checks in their order, and what they were found to say together."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from guildmark.credentials import openbadges
from guildmark.credentials.bounded import DEFAULT_LIMITS, Limits
from guildmark.credentials.dids import Fetch
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.status import replacements
from guildmark.credentials.verify.completeness import completeness
from guildmark.credentials.verify.context import check_context
from guildmark.credentials.verify.elm import verify_elm
from guildmark.credentials.verify.issuer import check_issuer
from guildmark.credentials.verify.later import Later
from guildmark.credentials.verify.looked_up import StatusLists
from guildmark.credentials.verify.model import Verification
from guildmark.credentials.verify.openbadges2 import verify_badge
from guildmark.credentials.verify.parse import Parsed, parse
from guildmark.credentials.verify.proof import check_proofs
from guildmark.credentials.verify.resources import check_resources
from guildmark.credentials.verify.schema import check_schema
from guildmark.credentials.verify.sdjwt import verify_sd_jwt
from guildmark.credentials.verify.stated import stated
from guildmark.credentials.verify.status import check_status
from guildmark.credentials.verify.trust import TrustList, check_trust
from guildmark.credentials.verify.validity import check_validity
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say

MOST_FETCHED = 12
"""Addresses that are fetched for one record: keys of its issuer, status lists and their issuers' keys."""


def verify(
    data: bytes,
    *,
    now: datetime,
    fetch: Fetch | None = None,
    trust: TrustList | None = None,
    limits: Limits = DEFAULT_LIMITS,
    contexts: Contexts | None = None,
    lists: StatusLists | None = None,
) -> Verification:
    """Everything that can be found out about the credential in `data`: JSON, a JWT, a PNG or an SVG.

    `now` is an aware time; `lists` keeps status lists for the other records of a batch. Without `fetch`
    nothing is fetched, and a did:web cannot be checked. Raises GuildmarkError where there is nothing in the
    input that could be a credential, or one in a format that this version does not read yet
    (`format.unsupported`).
    """
    return judge(parse(data, limits), now=now, fetch=fetch, trust=trust, contexts=contexts, lists=lists)


def judge(
    parsed: Parsed,
    *,
    now: datetime,
    fetch: Fetch | None = None,
    trust: TrustList | None = None,
    contexts: Contexts | None = None,
    lists: StatusLists | None = None,
) -> Verification:
    """As `verify`, of a credential that was parsed."""
    if now.tzinfo is None:
        raise ValueError("now needs a time zone")
    fetch = few(fetch) if fetch else None
    if parsed.sd_jwt:
        return verify_sd_jwt(parsed.sd_jwt, parsed.check(), now=now, fetch=fetch, trust=trust, lists=lists)
    if parsed.is_european:
        return verify_elm(parsed.document, parsed.seals, parsed.check(), now=now, fetch=fetch, trust=trust)
    if parsed.is_old_badge:
        return verify_badge(parsed.document, parsed.token, parsed.check(), now=now, fetch=fetch, trust=trust)
    document, known = parsed.document, contexts or known_contexts()
    hash_data, defined = (None, False) if parsed.token else stated(document, known)
    proof, outcomes = check_proofs(document, parsed.token, now=now, contexts=known, fetch=fetch, hash_data=hash_data)
    schema = check_schema(document)
    resources = check_resources(document, known)
    checks = (
        parsed.check(),
        schema,
        check_context(document, known, in_token=parsed.token is not None, defined=defined),
        proof,
        check_issuer(document, outcomes),
        check_validity(document, parsed.token, now),
        check_status(document, now=now, fetch=fetch, contexts=known, lists=lists),
        *([resources] if resources else []),
        check_trust(document, trust),
    )
    # What is not built as a badge is not read as one: its words could stand anywhere.
    is_badge = parsed.is_badge and schema.result == "pass"
    record = Later(lambda: openbadges.read(document) if is_badge else {})
    return Verification(parsed.format, checks, record, Later(lambda: completeness(record)))


def few(fetch: Fetch) -> Fetch:
    """Fetches for one record: no record makes its reader ask for more than `MOST_FETCHED` addresses."""
    asked: set[str] = set()

    def fetched(address: str) -> bytes:
        asked.add(address)
        if len(asked) > MOST_FETCHED:
            sentence = say("The record names more than {most} addresses; no more were fetched.", most=MOST_FETCHED)
            raise GuildmarkError(Fault("fetch.many", sentence, found=address[:200]))
        return fetch(address)

    return fetched


@cache
def known_contexts() -> Contexts:
    """The published contexts, and Guildmark's own inline ones: that of records, and that of lists that tell more."""
    return Contexts(openbadges.INLINE_CONTEXT, replacements.CONTEXT)
