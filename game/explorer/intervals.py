"""Intervals of 95 %: of a share, of a paired difference of shares, of a mean difference."""

from __future__ import annotations

from math import inf, sqrt
from statistics import NormalDist
from typing import NamedTuple

Z = NormalDist().inv_cdf(0.975)


class Interval(NamedTuple):
    """A value and the bounds that hold it in 95 of 100 such runs."""

    mean: float
    low: float
    high: float


NOUGHT = Interval(0.0, 0.0, 0.0)


def share(count: int, games: int) -> Interval:
    """A share of games, by Wilson's score."""
    p, n = count / games, games
    middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    reach = Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
    return Interval(p, max(0.0, middle - reach), min(1.0, middle + reach))


def paired_shares(gained: int, lost: int, games: int) -> Interval:
    """The difference of a share between two settings on the same draws.

    `gained` games are so under the second setting alone, `lost` under the first alone. Wald's
    interval of paired shares with one game added to each of the two (Bonett and Price, 2012),
    which keeps its 95 % where few games changed.
    """
    n = games + 2
    up, down = (gained + 1) / n, (lost + 1) / n
    middle = up - down
    reach = Z * sqrt((up + down - middle * middle) / n)
    return Interval((gained - lost) / games, max(-1.0, middle - reach), min(1.0, middle + reach))


def mean_difference(total: int, squares: int, games: int) -> Interval:
    """The mean of differences game by game, from their sum and the sum of their squares."""
    mean = total / games
    if games < 2:
        return Interval(mean, -inf, inf)
    variance = max(0.0, squares - total * mean) / (games - 1)
    reach = student(games - 1) * sqrt(variance / games)
    return Interval(mean, mean - reach, mean + reach)


def student(degrees: int) -> float:
    """The 97.5th percentile of Student's t, by Hill's expansion of 1970."""
    if degrees == 1:
        return 12.7062
    if degrees == 2:
        return 4.3027
    z, n = Z, degrees
    return (
        z
        + (z**3 + z) / (4 * n)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * n**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * n**3)
        + (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / (92160 * n**4)
    )
