"""One input tried: checked alone, in a batch of its own, and in a batch that has met its kind before."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from guildmark.credentials.bounded import read_object
from guildmark.credentials.verify import Check, Verification, Verifier, verify
from guildmark.credentials.verify.presentation import verify_presentation
from guildmark.errors import GuildmarkError
from tests.credentials.signed import NOW
from tools.fuzz.beginnings import CHALLENGE, DOMAIN, beginnings
from tools.fuzz.web import Web

LANGUAGE = "de"


class DifferingError(AssertionError):
    """The same record got two answers."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of one input.

    `answer` is the verdict, or "refused"; `shown` is what was said of it, without its values: an input that shows
    something new is worth changing further. `recognised` says whether a batch knew it by its text.
    """

    answer: str
    shown: tuple[object, ...]
    recognised: bool


class Batches:
    """The batches that have met each kind before, on one web."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._verifiers: dict[str, Verifier] = {}

    def of(self, kind: str) -> Verifier:
        """The batch of this kind; of a kind that comes in threes it has learnt the template, if its web allowed it."""
        if kind not in self._verifiers:
            verifier = self._verifiers[kind] = Verifier(now=NOW, fetch=self._web.fetch)
            for data in beginnings()[kind]:
                _told(partial(verifier.verify, data))
        return self._verifiers[kind]

    def tried(self, kind: str, data: bytes) -> Tried:
        """What came of an input; raises DifferingError where a batch answers otherwise, or whatever broke."""
        fetch = self._web.fetch
        told, answer, shown = _told(lambda: verify(data, now=NOW, fetch=fetch))
        if _told(lambda: Verifier(now=NOW, fetch=fetch).verify(data))[0] != told:
            raise DifferingError("alone and in a batch, the answers differ")
        batch = self.of(kind)
        known = batch.known
        if _told(lambda: batch.verify(data))[0] != told:
            raise DifferingError("alone and in a batch that knows its kind, the answers differ")
        if kind == "presentation":
            return Tried(*self._presented(data), recognised=False)
        return Tried(answer, shown, batch.known > known)

    def _presented(self, data: bytes) -> tuple[str, tuple[object, ...]]:
        """The verdict on a presentation, for which there is no batch, and what is said of it."""
        try:
            found = verify_presentation(
                read_object(data), now=NOW, fetch=self._web.fetch, challenge=CHALLENGE, domain=DOMAIN
            )
        except GuildmarkError as error:
            return "refused", tuple(fault.code for fault in error.faults)
        inside = [check for credential in found.credentials for check in credential.checks]
        _written([check.as_json(LANGUAGE) for check in (*found.checks, *inside)])
        return found.verdict, _outline(found.checks)


def _told(check: Callable[[], Verification]) -> tuple[str, str, tuple[object, ...]]:
    """Everything that is said of a record as text, the verdict, and what is said without its values."""
    try:
        found = check()
    except GuildmarkError as error:
        codes = tuple(fault.code for fault in error.faults)
        return _written([fault.as_json(LANGUAGE) for fault in error.faults]), "refused", codes
    return _written(found.as_json(LANGUAGE)), found.verdict, (found.format, *_outline(found.checks))


def _outline(checks: tuple[Check, ...]) -> tuple[object, ...]:
    return tuple((check.check, check.result, check.sentence.template) for check in checks)


def _written(answer: object) -> str:
    """An answer as it is printed: whatever it repeats of a record, it can be written as UTF-8."""
    text = json.dumps(answer, ensure_ascii=False)
    text.encode("utf-8")
    return text
