"""answer: was the presentation made for what was asked?"""

from __future__ import annotations

from collections.abc import Iterator

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.proofs.data_integrity import proofs_of
from guildmark.credentials.verify.model import Check
from guildmark.words import say


def check_answer(
    document: JsonObject, token: vcjwt.Token | None, *, challenge: str | None, domain: str | None
) -> Iterator[Check]:
    """Whether every proof names the challenge and the domain that were asked for; no check where nothing was."""
    answers = _answers(document, token)
    asked = ((challenge, [given for given, _ in answers]), (domain, [given for _, given in answers]))
    for wanted, given in asked:
        if wanted is None:
            continue
        fits = bool(given) and all(wanted in (one if isinstance(one, list) else [one]) for one in given)
        if not fits:
            sentence = say("The presentation was not made for what was asked: “{wanted}”.", wanted=wanted[:200])
            yield Check("answer", "fail", sentence)
            return
    if challenge is not None or domain is not None:
        yield Check("answer", "pass", say("The presentation was made for what was asked."))


def _answers(document: JsonObject, token: vcjwt.Token | None) -> list[tuple[object, object]]:
    """Challenge and domain, as each proof names them; in a token they are `nonce` and `aud`."""
    if token is not None:
        return [(token.payload.get("nonce"), token.payload.get("aud"))]
    return [(item.get("challenge"), item.get("domain")) for item in proofs_of(document) if isinstance(item, dict)]
