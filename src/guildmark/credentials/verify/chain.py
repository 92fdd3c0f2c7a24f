"""Which proofs a proof rests on: a chain is signed link by link, each over the ones that it names.

Source: VC Data Integrity 1.0, 2.1.2 ("Proof Chains") and 4.5 ("Verify Proof Sets and Chains").
"""

from __future__ import annotations

from collections.abc import Sequence

from guildmark.credentials.verify.model import Result
from guildmark.credentials.verify.outcome import Outcome
from guildmark.words import Sentence, say

Links = tuple[int, ...]
"""The positions of the proofs that one names in `previousProof`, in its order."""


def links_of(proofs: Sequence[object]) -> list[Links | Sentence]:
    """For each proof the ones before it, or what is wrong with how it names them."""
    named = [_named(proof, proofs) for proof in proofs]
    circle = say("The proofs of the record rest on each other in a circle.")
    return [circle if _comes_back(start, named) else links for start, links in enumerate(named)]


def rested(outcomes: Sequence[Outcome], links: Sequence[Links | Sentence]) -> tuple[Outcome, ...]:
    """The outcomes, where a good proof counts only if those that it rests on are good."""
    return tuple(_rested(position, outcomes, links) for position in range(len(outcomes)))


def _rested(position: int, outcomes: Sequence[Outcome], links: Sequence[Links | Sentence]) -> Outcome:
    own, before = outcomes[position], links[position]
    if own.result != "pass" or not isinstance(before, tuple):
        return own
    under = [_rested(link, outcomes, links) for link in before]
    if all(outcome.result == "pass" for outcome in under):
        return own
    sentence = say("The signature rests on another proof of the record that is not known to be good.")
    result: Result = "fail" if any(outcome.result == "fail" for outcome in under) else "not_checked"
    return Outcome(result, sentence, own.method, own.key_result)


def _named(proof: object, proofs: Sequence[object]) -> Links | Sentence:
    previous = proof.get("previousProof") if isinstance(proof, dict) else None
    if previous is None:
        return ()
    names = previous if isinstance(previous, list) else [previous]
    if not names or len(names) > len(proofs) or not all(isinstance(name, str) for name in names):
        return say("The proof does not say in a readable way on which proofs it rests.")
    links: list[int] = []
    for name in names:
        found = [
            position for position, other in enumerate(proofs) if isinstance(other, dict) and other.get("id") == name
        ]
        if len(found) != 1:
            return say("The proof rests on the proof “{name}”, which the record does not carry once.", name=name[:200])
        links += found
    return tuple(links)


def _comes_back(start: int, named: Sequence[Links | Sentence]) -> bool:
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        links = named[waiting.pop()]
        for link in links if isinstance(links, tuple) else ():
            if link == start:
                return True
            if link not in seen:
                seen.add(link)
                waiting.append(link)
    return False
