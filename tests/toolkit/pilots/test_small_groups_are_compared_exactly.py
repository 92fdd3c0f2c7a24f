"""Before and after: against published values and cases counted by hand."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guildmark.toolkit.pilots import compare_before_after, holm, rank_biserial, sign_test, wilcoxon

ratings = st.integers(1, 5)
pairs = st.lists(st.tuples(ratings, ratings), min_size=1, max_size=9)


def test_the_depression_scores_of_hollander_and_wolfe() -> None:
    # Hollander and Wolfe (1973), p. 29: nine patients; the two-sided p is .0391.
    before = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
    after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    test = wilcoxon(before, after)
    assert (test.n, test.zeros, test.positive_ranks, test.negative_ranks) == (9, 0, 5, 40)
    assert test.exact
    assert test.p == pytest.approx(0.0390625)
    assert rank_biserial(before, after).r == pytest.approx(-35 / 45)


def test_darwins_maize() -> None:
    # Darwin (1876): fifteen pairs of crossed and self-fertilised plants, in eighths of an inch. The sum of the
    # smaller ranks is 24 and the exact two-sided p .0413, as many textbooks print it.
    differences = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]
    test = wilcoxon([0] * 15, differences)
    assert test.negative_ranks == 24
    assert test.p == pytest.approx(0.0413, abs=0.0001)


@pytest.mark.parametrize(
    ("n", "critical"), [(6, 0), (7, 2), (8, 3), (9, 5), (10, 8), (12, 13), (15, 25), (20, 52), (25, 89)]
)
def test_the_critical_values_of_the_printed_tables(n: int, critical: int) -> None:
    # Two-sided, 5 %: the greatest rank sum that is significant (Wilcoxon and Wilcox 1964).
    assert _p_of_rank_sum(n, critical) <= 0.05
    assert _p_of_rank_sum(n, critical + 1) > 0.05


def test_five_changes_never_reach_significance() -> None:
    assert wilcoxon([1] * 5, [2, 3, 4, 5, 6]).p == pytest.approx(2 / 32)


def test_zeros_are_dropped_and_ties_share_their_ranks() -> None:
    test = wilcoxon([3, 3, 3, 3, 3], [3, 4, 4, 2, 5])
    # Changes +1 +1 -1 +2: ranks 2 2 2 4.
    assert (test.n, test.zeros, test.positive_ranks, test.negative_ranks, test.ties) == (4, 1, 8, 2, True)
    assert test.p == pytest.approx(2 * 4 / 16)


def test_above_twenty_five_pairs_the_normal_distribution_is_used() -> None:
    before, after = [0] * 30, [(-1) ** n * (n + 1) for n in range(30)]
    test = wilcoxon(before, after)
    assert not test.exact
    rank_sum = min(test.positive_ranks, test.negative_ranks)
    z = (30 * 31 / 4 - rank_sum - 0.5) / math.sqrt(30 * 31 * 61 / 24)
    assert test.p == pytest.approx(math.erfc(z / math.sqrt(2)))


@settings(max_examples=40)
@given(pairs)
def test_the_exact_p_is_the_share_of_all_patterns_of_signs(rated: list[tuple[int, int]]) -> None:
    before, after = [one for one, _ in rated], [other for _, other in rated]
    test = wilcoxon(before, after)
    changed = [later - earlier for earlier, later in rated if later != earlier]
    sizes = sorted(abs(change) for change in changed)
    ranks = [sum(place for place, size in enumerate(sizes, 1) if size == abs(c)) / sizes.count(abs(c)) for c in changed]
    observed = min(test.positive_ranks, test.negative_ranks)
    patterns = list(itertools.product((0, 1), repeat=len(ranks)))
    at_most = sum(sum(r for r, up in zip(ranks, signs, strict=True) if up) <= observed for signs in patterns)
    assert test.p == pytest.approx(min(1.0, 2 * at_most / len(patterns)))


@given(pairs)
def test_turning_the_scale_round_turns_the_effect_round(rated: list[tuple[int, int]]) -> None:
    before, after = [one for one, _ in rated], [other for _, other in rated]
    there, back = compare_before_after(before, after), compare_before_after(after, before)
    assert there.p == back.p
    assert (there.signs.rose, there.signs.fell) == (back.signs.fell, back.signs.rose)
    if there.effect and back.effect:
        assert there.effect.r == -back.effect.r
        assert there.effect.size == back.effect.size
        assert -1 <= there.effect.r <= 1


def test_the_sign_test_counts_the_tail() -> None:
    # 1 fall among 8 changes: 2 (1 + 8) / 256.
    test = sign_test([3] * 9, [4, 4, 4, 4, 4, 4, 4, 2, 3])
    assert (test.rose, test.fell, test.stayed) == (7, 1, 1)
    assert test.p == pytest.approx(18 / 256)


def test_few_changes_are_only_described() -> None:
    comparison = compare_before_after([3, 3, 3, 3, 3, 3], [4, 4, 4, 5, 5, 3])
    assert comparison.p is None
    assert comparison.wilcoxon is None
    assert [str(note) for note in comparison.notes] == [
        "Pairs without a change were dropped before the test: 1.",
        "Fewer than 6 people changed: too few for a test; the changes are only described.",
    ]


def test_changes_of_one_size_are_tested_by_their_signs() -> None:
    comparison = compare_before_after([3] * 8, [4, 4, 4, 4, 4, 4, 2, 5])
    assert comparison.wilcoxon is None
    assert comparison.p == comparison.signs.p == pytest.approx(18 / 256)


@pytest.mark.parametrize(
    ("after", "size", "sentence"),
    [
        ([4, 5, 6], "large", "A large rise (r = +1.00)."),
        ([2, 1, 0], "large", "A large fall (r = -1.00)."),
        ([2, 1, 6], "none", "No change to speak of (r = +0.00)."),
        ([4, 5, 0], "none", "No change to speak of (r = +0.00)."),
        ([4, 1, 6], "medium", "A medium rise (r = +0.33)."),
    ],
)
def test_the_effect_is_said_in_words(after: list[int], size: str, sentence: str) -> None:
    effect = rank_biserial([3, 3, 3], after)
    assert effect.size == size
    assert str(effect.sentence) == sentence


def test_holms_correction() -> None:
    assert holm({"a": 0.01, "b": 0.04, "c": 0.03, "d": 0.005}) == pytest.approx(
        {"a": 0.03, "b": 0.06, "c": 0.06, "d": 0.02}
    )
    assert holm({}) == {}
    assert holm({"only": 0.04}) == {"only": 0.04}


def test_misuse_is_an_error_of_the_programmer() -> None:
    with pytest.raises(ValueError, match="one after"):
        wilcoxon([1, 2], [1])
    with pytest.raises(ValueError, match="no pair changed"):
        rank_biserial([1], [1])
    with pytest.raises(ValueError, match="between 0 and 1"):
        holm({"a": 1.5})


def _p_of_rank_sum(n: int, rank_sum: int) -> float:
    # Changes of the sizes 1 to n, of which those that make up the rank sum are falls.
    falls, left = set(), rank_sum
    for rank in range(n, 0, -1):
        if rank <= left:
            falls.add(rank)
            left -= rank
    return wilcoxon([0] * n, [-rank if rank in falls else rank for rank in range(1, n + 1)]).p
