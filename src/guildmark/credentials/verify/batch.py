"""Many records checked at one time: what they share is looked up, and read whole, once."""

from __future__ import annotations

from datetime import datetime

from guildmark.credentials import openbadges
from guildmark.credentials.bounded import DEFAULT_LIMITS, JsonObject, Limits
from guildmark.credentials.dids import Fetch
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.prepared.known import Known, KnownRecords
from guildmark.credentials.prepared.known_tokens import KnownToken, KnownTokens, is_signed
from guildmark.credentials.verify.completeness import completeness
from guildmark.credentials.verify.issuer import check_issuer
from guildmark.credentials.verify.later import Later
from guildmark.credentials.verify.looked_up import StatusLists
from guildmark.credentials.verify.model import Check, Verification
from guildmark.credentials.verify.parse import Parsed, parse
from guildmark.credentials.verify.proof import check_proofs
from guildmark.credentials.verify.resources import check_resources
from guildmark.credentials.verify.single import judge, known_contexts
from guildmark.credentials.verify.status import check_status
from guildmark.credentials.verify.trust import TrustList, check_trust
from guildmark.credentials.verify.validity import ENDS, STARTS, check_validity, moment
from guildmark.errors import Fault, GuildmarkError

_OfForm = tuple[Check, ...]
_OF_FORM = ("parse", "schema", "context")
"""The checks that say the same of every record of one template."""
MOST_FETCHED = 256


class Verifier:
    """Gives each record the very answer of `verify`; `known` counts those that were recognised by their text."""

    def __init__(
        self,
        *,
        now: datetime,
        fetch: Fetch | None = None,
        trust: TrustList | None = None,
        limits: Limits = DEFAULT_LIMITS,
        contexts: Contexts | None = None,
    ) -> None:
        """As `verify`; `now` holds for the whole batch, and an address is fetched once."""
        self._now = now
        self._fetch = _once(fetch) if fetch else None
        self._trust = trust
        self._limits = limits
        self._contexts = contexts or known_contexts()
        self._records: KnownRecords[_OfForm] = KnownRecords(self._contexts)
        self._tokens: KnownTokens[_OfForm] = KnownTokens()
        self._lists = StatusLists()
        self.known = 0

    def verify(self, data: bytes) -> Verification:
        """Everything that can be found out about the credential in `data`; raises what `verify` raises."""
        if len(data) <= self._limits.bytes:
            known: Known[_OfForm] | KnownToken[_OfForm] | None = self._records.match(data.strip())
            known = known or self._tokens.match(data.strip())
            if known is not None and _times_are_times(known.document):
                self.known += 1
                return self._recognised(known)
        parsed = parse(data, self._limits)
        verification = judge(
            parsed,
            now=self._now,
            fetch=self._fetch,
            trust=self._trust,
            contexts=self._contexts,
            lists=self._lists,
        )
        if not parsed.picture and all(verification.result(name) == "pass" for name in (*_OF_FORM, "proof")):
            of_form = tuple(check for check in verification.checks if check.check in _OF_FORM)
            if verification.format in {"ob3", "ob3-jcs"}:
                self._records.learn(parsed.document, data.strip(), of_form)
            elif verification.format == "ob3-jwt" and data.count(b".") == 2:
                self._tokens.learn(parsed.document, data.strip(), of_form)
        return verification

    def _recognised(self, known: Known[_OfForm] | KnownToken[_OfForm]) -> Verification:
        document = known.document
        token = known.token if isinstance(known, KnownToken) else None
        proof, outcomes = check_proofs(
            document,
            token,
            now=self._now,
            contexts=self._contexts,
            fetch=self._fetch,
            hash_data=known.hash_data if isinstance(known, Known) else None,
            is_signed=is_signed,
        )
        checks = (
            *known.learnt,
            proof,
            check_issuer(document, outcomes),
            check_validity(document, token, self._now),
            check_status(document, now=self._now, fetch=self._fetch, contexts=self._contexts, lists=self._lists),
            *([resources] if (resources := check_resources(document, self._contexts)) else []),
            check_trust(document, self._trust),
        )
        record = Later(lambda: openbadges.read(document))
        found = Parsed(document, token, picture=False)
        return Verification(found.format, checks, record, Later(lambda: completeness(record)))


def _times_are_times(document: JsonObject) -> bool:
    return all(moment(document[name]) is not None for name in (*STARTS, *ENDS) if name in document)


def _once(fetch: Fetch) -> Fetch:
    kept: dict[str, bytes | tuple[Fault, ...]] = {}

    def fetched(address: str) -> bytes:
        if address not in kept:
            if len(kept) >= MOST_FETCHED:
                kept.clear()
            try:
                kept[address] = fetch(address)
            except GuildmarkError as error:
                # Who does not answer is not asked again for each record: that would be ten seconds each.
                kept[address] = tuple(error.faults)
        answer = kept[address]
        if isinstance(answer, bytes):
            return answer
        raise GuildmarkError(answer)

    return fetched
