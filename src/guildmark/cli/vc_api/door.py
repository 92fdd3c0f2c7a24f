"""What the door answers: a request's JSON in, an answer's JSON out; HTTP stands in `server`."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from guildmark.cli.vc_api.contexts import AnyInline
from guildmark.cli.vc_api.lists import PURPOSES, StatusList
from guildmark.cli.vc_api.problems import (
    GENERATION,
    MALFORMED,
    PARSING,
    ProblemError,
    not_verified,
    problem,
    refused,
)
from guildmark.credentials import keys
from guildmark.credentials.bounded import Limits
from guildmark.credentials.dids import Fetch
from guildmark.credentials.keys import SigningKey
from guildmark.credentials.linkeddata.direction import has_direction
from guildmark.credentials.securing import MECHANISMS, Mechanism, secure
from guildmark.credentials.verify import Check, verify
from guildmark.credentials.verify.presentation import verify_presentation
from guildmark.errors import GuildmarkError

JsonObject = dict[str, Any]
Answer = tuple[int, JsonObject]

MOST_KEPT = 10_000
"""Challenges, and places in one status list, that are remembered."""
MOST_LISTS = 64
_OF_PROOF = ("parse", "schema", "context", "proof")
_SHARED_OPTIONS = frozenset({"checks", "returnResults", "returnProblemDetails"})


class Door:
    """The state of one run: keys, status lists and challenges, all in memory."""

    def __init__(
        self,
        *,
        base: str,
        now: Callable[[], datetime],
        choose: Callable[[int], int],
        fetch: Fetch,
        limits: Limits,
    ) -> None:
        """`base` is where the status lists are served; `choose` draws a number below another."""
        self._base, self._now, self._choose, self._fetch = base, now, choose, fetch
        self.limits = limits
        self._contexts = AnyInline()
        self._signers: dict[Mechanism, SigningKey] = dict.fromkeys(MECHANISMS, keys.generate())
        self._signers["ecdsa-rdfc-2019"] = keys.generate("p256")
        self._lists: dict[str, StatusList] = {}
        self._challenges: dict[str, bool] = {}
        self._lock = threading.Lock()

    def about(self) -> JsonObject:
        """Who signs here: the issuer of each mechanism."""
        return {"issuers": {mechanism: signer.controller for mechanism, signer in self._signers.items()}}

    def issue(self, body: JsonObject) -> Answer:
        """POST /credentials/issue."""
        credential, options = (
            _object(body, "credential"),
            _options(body, {"mechanism", "credentialStatus", "credentialId"}),
        )
        mechanism = options.get("mechanism") or ("eddsa-jcs-2022" if has_direction(credential) else "eddsa-rdfc-2022")
        if not isinstance(mechanism, str) or mechanism not in self._signers:
            raise ProblemError(400, [problem(GENERATION, "mechanism", f"one of {', '.join(self._signers)}")])
        if purpose := options.get("credentialStatus"):
            credential = {**credential, "credentialStatus": self._place(credential, options, purpose, mechanism)}
        try:
            made = secure(credential, self._signers[mechanism], mechanism, created=self._now(), contexts=self._contexts)
        except GuildmarkError as error:
            raise refused(error) from error
        return 201, {"verifiableCredential": made}

    def verify_proof(self, body: JsonObject) -> Answer:
        """POST /credentials/verify?checks=proof: whether the proof is good, whoever the issuer is."""
        return self.verify_credential(body, decisive=_OF_PROOF)

    def verify_credential(self, body: JsonObject, *, decisive: Collection[str] | None = None) -> Answer:
        """POST /credentials/verify; `decisive` names the checks that count, where not all do."""
        credential, options = _object(body, "verifiableCredential"), _options(body, {"returnCredential"})
        try:
            found = verify(
                json.dumps(credential, ensure_ascii=False).encode("utf-8"),
                now=self._now(),
                fetch=self._fetched,
                limits=self.limits,
                contexts=self._contexts,
            )
        except GuildmarkError as error:
            raise _unreadable(error) from error
        counted = [check for check in found.checks if decisive is None or check.check in decisive]
        good = found.verdict == "valid" if decisive is None else {check.result for check in counted} == {"pass"}
        beside: JsonObject = {"verified": good, "checks": _shown(found.checks)}
        if options.get("returnCredential"):
            beside["credential"] = credential
        if not good:
            raise ProblemError(400, not_verified(counted), **beside)
        return 200, {**beside, "problemDetails": []}

    def verify_presentation(self, body: JsonObject) -> Answer:
        """POST /presentations/verify. A challenge that was made here is good once."""
        presentation = _object(body, "verifiablePresentation")
        options = _options(body, {"challenge", "domain", "returnPresentation"})
        challenge, domain = (options.get(name) for name in ("challenge", "domain"))
        if not all(value is None or isinstance(value, str) for value in (challenge, domain)):
            raise ProblemError(400, [problem(MALFORMED, "challenge and domain are texts")])
        with self._lock:
            if self._challenges.get(challenge or ""):
                raise ProblemError(400, [problem(MALFORMED, "challenge", "it was used before")], verified=False)
            if challenge in self._challenges:
                self._challenges[challenge] = True
        try:
            found = verify_presentation(
                presentation,
                now=self._now(),
                challenge=challenge,
                domain=domain,
                fetch=self._fetched,
                limits=self.limits,
                contexts=self._contexts,
            )
        except GuildmarkError as error:
            raise _unreadable(error) from error
        checks = [*found.checks, *(check for one in found.credentials for check in one.checks)]
        beside: JsonObject = {
            "verified": found.verdict == "valid",
            "checks": _shown(found.checks),
            "credentialResults": [
                {"verified": one.verdict == "valid", "checks": _shown(one.checks)} for one in found.credentials
            ],
        }
        if options.get("returnPresentation"):
            beside["verifiablePresentation"] = presentation
        if found.verdict != "valid":
            raise ProblemError(400, not_verified(checks), **beside)
        return 200, {**beside, "problemDetails": []}

    def new_challenge(self, _body: JsonObject) -> Answer:
        """POST /challenges."""
        challenge = str(self._uuid())
        with self._lock:
            if len(self._challenges) < MOST_KEPT:
                self._challenges[challenge] = False
        return 200, {"challenge": challenge}

    def set_status(self, body: JsonObject) -> Answer:
        """POST /credentials/status."""
        credential_id, value, wanted = body.get("credentialId"), body.get("status"), body.get("credentialStatus")
        purpose = wanted.get("statusPurpose") if isinstance(wanted, dict) else None
        if not isinstance(credential_id, str) or not isinstance(value, bool) or purpose not in PURPOSES:
            detail = "credentialId, status (true or false) and credentialStatus.statusPurpose are needed"
            raise ProblemError(400, [problem(MALFORMED, "status", detail)])
        with self._lock:
            held = [one for one in self._lists.values() if one.purpose == purpose and credential_id in one.places]
            if not held:
                raise ProblemError(404, [problem(MALFORMED, "status", "no list has a place for this credential")])
            held[0].set(credential_id, value)
        return 200, {}

    def new_list(self, body: JsonObject) -> Answer:
        """POST /status-lists."""
        purpose = body.get("statusPurpose")
        if purpose not in PURPOSES or "id" in body:
            raise ProblemError(400, [problem(MALFORMED, "statusPurpose", f"one of {', '.join(PURPOSES)}; no id")])
        with self._lock:
            made = self._made(purpose, "eddsa-rdfc-2022")
            return 201, {"id": made.url, "verifiableCredential": made.published(self._now(), self._contexts)}

    def published_list(self, path: str) -> JsonObject | None:
        """GET /status-lists/{id}: the list at this path, or None."""
        with self._lock:
            found = self._lists.get(f"{self._base}{path}")
            return found.published(self._now(), self._contexts) if found else None

    def _place(
        self, credential: JsonObject, options: Mapping[str, Any], wanted: object, mechanism: Mechanism
    ) -> JsonObject:
        purpose = wanted.get("statusPurpose") if isinstance(wanted, dict) else None
        credential_id = options.get("credentialId") or credential.get("id")
        if purpose not in PURPOSES or not isinstance(credential_id, str) or "credentialStatus" in credential:
            detail = "a place in a list needs a statusPurpose, an id, and a credential without a status"
            raise ProblemError(400, [problem(MALFORMED, "credentialStatus", detail)])
        with self._lock:
            held = (
                one
                for one in self._lists.values()
                if (one.purpose, one.mechanism) == (purpose, mechanism) and len(one.places) < MOST_KEPT
            )
            kept = next(held, None) or self._made(purpose, mechanism)
            return kept.entry(credential_id, self._choose)

    def _made(self, purpose: str, mechanism: Mechanism) -> StatusList:
        if len(self._lists) >= MOST_LISTS:
            raise ProblemError(429, [problem(MALFORMED, "status-lists", "no more lists are made in this run")])
        made = StatusList(f"{self._base}/status-lists/{self._uuid()}", purpose, self._signers[mechanism], mechanism)
        self._lists[made.url] = made
        return made

    def _fetched(self, address: str) -> bytes:
        """Lists of this door out of memory, anything else by the guarded client, which visits no inner address."""
        if address.startswith(f"{self._base}/") and (found := self.published_list(address.removeprefix(self._base))):
            return json.dumps(found).encode("utf-8")
        return self._fetch(address)

    def _uuid(self) -> UUID:
        return UUID(int=self._choose(1 << 128), version=4)


def _object(body: JsonObject, member: str) -> JsonObject:
    found = body.get(member)
    if not isinstance(found, dict):
        raise ProblemError(400, [problem(PARSING, member, f"“{member}” must be an object")])
    return found


def _options(body: JsonObject, known: set[str]) -> Mapping[str, Any]:
    """The request's options. One that is not known is refused: nobody should believe that it was heeded."""
    options = body.get("options", {})
    if not isinstance(options, dict):
        raise ProblemError(400, [problem(PARSING, "options", "“options” must be an object")])
    unknown = sorted(options.keys() - known - _SHARED_OPTIONS)
    if unknown:
        raise ProblemError(400, [problem(MALFORMED, "options", f"not known: {', '.join(unknown)[:200]}")])
    return options


def _shown(checks: tuple[Check, ...]) -> list[dict[str, str]]:
    return [check.as_json() for check in checks]


def _unreadable(error: GuildmarkError) -> ProblemError:
    found = refused(error, kind=PARSING)
    return ProblemError(found.status, found.problems, verified=False)
