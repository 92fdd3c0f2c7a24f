"""Before and after, by the same people: signed ranks, signs, effect size, several tests (facts 3.7 to 3.14).

Pure arithmetic, checked against published tables (tests/toolkit/pilots).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from guildmark.words import Sentence, say

EXACT_UP_TO = 25
"""Pairs up to which the p-value is exact; above, the normal distribution comes near enough."""
FEWEST_PAIRS = 6
"""Fewer non-zero differences cannot reach p < .05 two-sided: five give at best 2 / 32."""

Size = Literal["none", "small", "medium", "large"]


@dataclass(frozen=True, slots=True)
class WilcoxonTest:
    """Wilcoxon's signed-rank test, two-sided.

    `zeros` pairs did not change and were dropped (Wilcoxon's way, not Pratt's); `n` is what is left.
    `exact` tells whether `p` was counted or approximated.
    """

    n: int
    zeros: int
    positive_ranks: float
    negative_ranks: float
    p: float
    exact: bool
    ties: bool


@dataclass(frozen=True, slots=True)
class SignTest:
    """The sign test, two-sided and exact: how many rose, fell and stayed."""

    rose: int
    fell: int
    stayed: int
    p: float


@dataclass(frozen=True, slots=True)
class EffectSize:
    """The matched-pairs rank-biserial correlation (Kerby 2014), from -1 to 1; positive is a rise.

    The words follow Cohen's rule of thumb: from .1 small, from .3 medium, from .5 large.
    """

    r: float
    size: Size
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Comparison:
    """A before-and-after comparison with the test that suits it and what may be said of it."""

    n: int
    wilcoxon: WilcoxonTest | None
    signs: SignTest
    effect: EffectSize | None
    notes: tuple[Sentence, ...]

    @property
    def p(self) -> float | None:
        """The p-value to report; None where there are too few changes for any."""
        if self.wilcoxon is not None:
            return self.wilcoxon.p
        return self.signs.p if self.signs.rose + self.signs.fell >= FEWEST_PAIRS else None


def compare_before_after(before: Sequence[float], after: Sequence[float]) -> Comparison:
    """Compare ratings of the same people, in the same order.

    Wilcoxon's test where at least six pairs changed; the sign test instead where most changes are of one
    size, since ranks then say no more than signs; with fewer changes the direction is only described.
    """
    differences = _differences(before, after)
    changed = [difference for difference in differences if difference]
    signs = sign_test(before, after)
    notes: list[Sentence] = []
    if signs.stayed:
        notes.append(say("Pairs without a change were dropped before the test: {count}.", count=signs.stayed))
    if len(changed) < FEWEST_PAIRS:
        notes.append(
            say(
                "Fewer than {fewest} people changed: too few for a test; the changes are only described.",
                fewest=FEWEST_PAIRS,
            )
        )
        return Comparison(
            len(differences), None, signs, rank_biserial(before, after) if changed else None, tuple(notes)
        )
    if _heavily_tied(changed):
        notes.append(say("Most changes are of one size, so only their signs are tested."))
        return Comparison(len(differences), None, signs, rank_biserial(before, after), tuple(notes))
    test = wilcoxon(before, after)
    notes.append(
        say("Wilcoxon's signed-rank test with an exact p-value.")
        if test.exact
        else say("Wilcoxon's signed-rank test with a p-value by normal approximation.")
    )
    return Comparison(len(differences), test, signs, rank_biserial(before, after), tuple(notes))


def wilcoxon(before: Sequence[float], after: Sequence[float]) -> WilcoxonTest:
    """Wilcoxon's signed-rank test of paired ratings, two-sided.

    Zeros are dropped and ties share their ranks. Exact up to 25 pairs, ties included: every pattern of signs
    of the ranks at hand is counted. Above, the normal approximation with correction for ties and continuity.
    """
    differences = _differences(before, after)
    changed = [difference for difference in differences if difference]
    ranks = _ranks(changed)
    positive = sum((rank for rank, change in zip(ranks, changed, strict=True) if change > 0), Fraction(0))
    negative = sum((rank for rank, change in zip(ranks, changed, strict=True) if change < 0), Fraction(0))
    exact = len(changed) <= EXACT_UP_TO
    p = _exact_p(ranks, min(positive, negative)) if exact else _normal_p(ranks, min(positive, negative))
    return WilcoxonTest(
        n=len(changed),
        zeros=len(differences) - len(changed),
        positive_ranks=float(positive),
        negative_ranks=float(negative),
        p=p,
        exact=exact,
        ties=len(set(ranks)) < len(ranks),
    )


def sign_test(before: Sequence[float], after: Sequence[float]) -> SignTest:
    """The exact sign test of paired ratings, two-sided; pairs without a change are left out."""
    differences = _differences(before, after)
    rose = sum(difference > 0 for difference in differences)
    fell = sum(difference < 0 for difference in differences)
    n = rose + fell
    tail = sum(math.comb(n, count) for count in range(min(rose, fell) + 1))
    return SignTest(rose, fell, len(differences) - n, min(1.0, float(Fraction(2 * tail, 2**n))))


def rank_biserial(before: Sequence[float], after: Sequence[float]) -> EffectSize:
    """The effect size r = (W+ - W-) / (W+ + W-); ValueError where nobody changed."""
    changed = [difference for difference in _differences(before, after) if difference]
    if not changed:
        raise ValueError("no pair changed, so there is no effect to measure")
    ranks = _ranks(changed)
    signed = sum((rank if change > 0 else -rank for rank, change in zip(ranks, changed, strict=True)), Fraction(0))
    ratio = signed / sum(ranks, Fraction(0))
    return EffectSize(float(ratio), _size(ratio), _effect_in_words(ratio))


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """Holm's correction for several tests: each p-value adjusted, in the order given (Holm 1979)."""
    if any(not 0 <= p <= 1 for p in p_values.values()):
        raise ValueError("a p-value lies between 0 and 1")
    adjusted: dict[str, float] = {}
    highest = 0.0
    for place, (name, p) in enumerate(sorted(p_values.items(), key=lambda item: item[1])):
        highest = max(highest, min(1.0, (len(p_values) - place) * p))
        adjusted[name] = highest
    return {name: adjusted[name] for name in p_values}


def _differences(before: Sequence[float], after: Sequence[float]) -> list[Fraction]:
    if len(before) != len(after):
        raise ValueError("each person has a rating before and one after")
    # Written decimals, so that 0.3 - 0.2 and 0.2 - 0.1 tie.
    return [Fraction(str(later)) - Fraction(str(earlier)) for earlier, later in zip(before, after, strict=True)]


def _ranks(changed: Sequence[Fraction]) -> list[Fraction]:
    ordered = sorted(abs(change) for change in changed)
    first: dict[Fraction, int] = {}
    last: dict[Fraction, int] = {}
    for place, size in enumerate(ordered, start=1):
        first.setdefault(size, place)
        last[size] = place
    return [Fraction(first[abs(change)] + last[abs(change)], 2) for change in changed]


def _exact_p(ranks: Sequence[Fraction], smaller: Fraction) -> float:
    # Ranks are whole or half: doubled, they are whole, and sums of any subset can be counted in one pass.
    doubled = [int(2 * rank) for rank in ranks]
    ways = [1] + [0] * sum(doubled)
    for rank in doubled:
        for total in range(len(ways) - 1, rank - 1, -1):
            ways[total] += ways[total - rank]
    tail = sum(ways[: int(2 * smaller) + 1])
    return min(1.0, float(Fraction(2 * tail, 2 ** len(ranks))))


def _normal_p(ranks: Sequence[Fraction], smaller: Fraction) -> float:
    n = len(ranks)
    mean = Fraction(n * (n + 1), 4)
    tied = sum(count**3 - count for count in _multiplicities(ranks))
    variance = Fraction(n * (n + 1) * (2 * n + 1), 24) - Fraction(tied, 48)
    distance = max(Fraction(0), mean - smaller - Fraction(1, 2))
    return min(1.0, math.erfc(float(distance) / math.sqrt(float(variance)) / math.sqrt(2)))


def _multiplicities(ranks: Iterable[Fraction]) -> list[int]:
    counts: dict[Fraction, int] = {}
    for rank in ranks:
        counts[rank] = counts.get(rank, 0) + 1
    return list(counts.values())


def _heavily_tied(changed: Sequence[Fraction]) -> bool:
    # More than half of the changes of one size: their ranks say little more than their signs.
    return max(_multiplicities(abs(change) for change in changed)) * 2 > len(changed)


def _size(ratio: Fraction) -> Size:
    distance = abs(ratio)
    if distance >= Fraction(1, 2):
        return "large"
    if distance >= Fraction(3, 10):
        return "medium"
    return "small" if distance >= Fraction(1, 10) else "none"


def _effect_in_words(ratio: Fraction) -> Sentence:
    r = f"{float(ratio):+.2f}"
    match _size(ratio), ratio > 0:
        case "large", True:
            return say("A large rise (r = {r}).", r=r)
        case "large", False:
            return say("A large fall (r = {r}).", r=r)
        case "medium", True:
            return say("A medium rise (r = {r}).", r=r)
        case "medium", False:
            return say("A medium fall (r = {r}).", r=r)
        case "small", True:
            return say("A small rise (r = {r}).", r=r)
        case "small", False:
            return say("A small fall (r = {r}).", r=r)
        case _:
            return say("No change to speak of (r = {r}).", r=r)
