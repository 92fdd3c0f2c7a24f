"""One presentation checked: its own checks in their order, and each credential in it by itself."""

from __future__ import annotations

import json
from datetime import datetime

from guildmark.credentials.bounded import DEFAULT_LIMITS, JsonObject, Limits
from guildmark.credentials.dids import Fetch
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.verify import enveloped
from guildmark.credentials.verify.context import check_context
from guildmark.credentials.verify.model import Check, Verification
from guildmark.credentials.verify.parse import types_of
from guildmark.credentials.verify.presentation.answer import check_answer
from guildmark.credentials.verify.presentation.holder import check_holder
from guildmark.credentials.verify.presentation.inside import credentials_in, holder_of, is_secured, presented_in
from guildmark.credentials.verify.presentation.model import Presented
from guildmark.credentials.verify.presentation.proof import check_proof
from guildmark.credentials.verify.presentation.schema import check_schema
from guildmark.credentials.verify.single import known_contexts, verify
from guildmark.credentials.verify.validity import check_validity
from guildmark.errors import GuildmarkError
from guildmark.words import say

MOST_CREDENTIALS = 32


def verify_presentation(
    document: JsonObject,
    *,
    now: datetime,
    challenge: str | None = None,
    domain: str | None = None,
    fetch: Fetch | None = None,
    limits: Limits = DEFAULT_LIMITS,
    contexts: Contexts | None = None,
) -> Presented:
    """Everything that can be found out about a presentation, embedded or enveloped.

    `challenge` and `domain` are what its holder was asked for; None asks for nothing. Raises GuildmarkError where
    there is none to be read.
    """
    known = contexts or known_contexts()
    token = None
    if enveloped.PRESENTATION in types_of(document):
        token = vcjwt.read(enveloped.token_in(document, enveloped.PRESENTATION).encode("ascii"), limits=limits)
        document = presented_in(token)
    schema = check_schema(document)
    if schema.result != "pass":
        return Presented((schema,), ())

    def judge(credential: JsonObject) -> Verification:
        data = json.dumps(credential, ensure_ascii=False).encode("utf-8")
        try:
            return verify(data, now=now, fetch=fetch, limits=limits, contexts=known)
        except GuildmarkError as error:
            return Verification("", (Check("parse", "fail", error.faults[0].sentence),))

    holder, inside = holder_of(document), list(credentials_in(document))
    if len(inside) > MOST_CREDENTIALS:
        sentence = say(
            "The presentation holds more than {most} credentials; it was not checked.", most=MOST_CREDENTIALS
        )
        return Presented((schema, Check("proof", "not_checked", sentence)), ())
    proof, outcomes = check_proof(document, token, now=now, contexts=known, fetch=fetch)
    checks = (
        schema,
        check_context(document, known, in_token=token is not None),
        proof,
        check_holder(holder, outcomes, [one for one in inside if not is_secured(one)]),
        *check_answer(document, token, challenge=challenge, domain=domain),
        *([check_validity({}, token, now)] if token else []),
    )
    return Presented(checks, tuple(judge(credential) for credential in inside if is_secured(credential)))
