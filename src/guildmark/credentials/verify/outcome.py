"""What came of one proof, and which key it names."""

from __future__ import annotations

from dataclasses import dataclass

from guildmark.credentials.dids import Fetch, UnresolvedError, assertion_key
from guildmark.credentials.keys import PublicKey
from guildmark.credentials.verify.model import Result
from guildmark.errors import GuildmarkError
from guildmark.words import Sentence, say

ISSUE_PURPOSE = "assertionMethod"
"""What the proof of a record is made for."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one proof, and which key it names.

    `key_result` says what came of looking the key up: "pass" once it was found. `key_sentence` says it for a person
    where `sentence` speaks of something else.
    """

    result: Result
    sentence: Sentence
    method: str | None = None
    key_result: Result = "fail"
    key_sentence: Sentence | None = None

    @property
    def key_found(self) -> bool:
        """Whether the key was found under its name."""
        return self.key_result == "pass"

    @property
    def controller(self) -> str | None:
        """Whose key it is, as its name says."""
        return self.method.partition("#")[0] if self.method else None


def look_up(method: str, fetch: Fetch | None, purpose: str = ISSUE_PURPOSE) -> PublicKey | Outcome:
    """The key under this name, or why there is none."""
    try:
        return assertion_key(method, fetch, purpose)
    except UnresolvedError as error:
        return Outcome("not_checked", error.faults[0].sentence, method, "not_checked")
    except GuildmarkError as error:
        return Outcome("fail", error.faults[0].sentence, method)


def untried(result: Result, sentence: Sentence, key: PublicKey | Outcome, method: str) -> Outcome:
    """The outcome of a signature that is not even tried, beside what came of looking its key up."""
    if isinstance(key, Outcome):
        return Outcome(result, sentence, key.method, key.key_result, key.sentence)
    return Outcome(result, sentence, method, "pass")


def judged(good: bool, method: str) -> Outcome:
    """The outcome of a signature that was checked under the key of this name."""
    if good:
        return Outcome("pass", say("The signature is good: nothing was changed since it was made."), method, "pass")
    sentence = say("The signature does not fit: the record was changed after it was signed, or the key is another.")
    return Outcome("fail", sentence, method, "pass")
