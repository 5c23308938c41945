"""The arithmetic of the comparison."""

from __future__ import annotations

import math
from collections.abc import Iterable
from statistics import median

Pair = tuple[float, float]
"""Two measurements that were taken one behind the other."""


def ratio(pairs: Iterable[Pair]) -> float:
    """Give the median of first / second: a machine that is busy for a while slows both of a pair, not their ratio."""
    return median(one / other for one, other in pairs)


def difference(pairs: Iterable[Pair]) -> float:
    """Give the median of first - second."""
    return median(one - other for one, other in pairs)


def exponent(small: Pair, large: Pair) -> float:
    """Give k of y ~ x^k through two points (x, y): 1 is linear growth, 2 is growth with the square."""
    return math.log(large[1] / small[1]) / math.log(large[0] / small[0])
