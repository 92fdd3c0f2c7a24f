"""Shares of a small group and how sure they are (facts 3.5, 3.6)."""

from __future__ import annotations

import math

Z_95 = 1.959963984540054
"""The two-sided 95 % point of the normal distribution."""


def wilson(yes: int, n: int, *, population: int | None = None, z: float = Z_95) -> tuple[float, float]:
    """The Wilson interval for a share of `yes` among `n` answers, as two numbers from 0 to 1.

    With `population`, the size of a small known group, the interval shrinks as the answers come near to
    everybody: the variance is multiplied by (N - n) / (N - 1). Newcombe (1998) has worked examples.
    """
    if not 0 <= yes <= n or n < 1:
        raise ValueError("0 <= yes <= n, and n at least 1")
    effective = z * (finite_population_correction(n, population) if population is not None else 1.0)
    if effective == 0:
        return yes / n, yes / n
    share, square = yes / n, effective * effective
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = effective * math.sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    # At the ends the formula is exact and only its arithmetic is not.
    return (0.0 if yes == 0 else max(0.0, middle - half)), (1.0 if yes == n else min(1.0, middle + half))


def finite_population_correction(n: int, population: int) -> float:
    """sqrt((N - n) / (N - 1)): what the standard error is multiplied by when n of a group of N answered."""
    if not 1 <= n <= population:
        raise ValueError("1 <= n <= population")
    return math.sqrt((population - n) / (population - 1)) if population > 1 else 0.0


def standard_error(yes: int, n: int, *, population: int | None = None) -> float:
    """The standard error of a share, corrected for a finite population where its size is known."""
    if not 0 <= yes <= n or n < 1:
        raise ValueError("0 <= yes <= n, and n at least 1")
    share = yes / n
    correction = finite_population_correction(n, population) if population is not None else 1.0
    return math.sqrt(share * (1 - share) / n) * correction
