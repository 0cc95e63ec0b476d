"""Which form cues and encouragements are heard in which set: all of them over the sets, most in the first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def thinning(cues: int, sets: int) -> tuple[int, ...]:
    """How many of `cues` cues each of `sets` sets takes: `cues` in all, and no set more than the one before.

    Set k of n takes its share of the weights n, n-1 … 1, rounded by the largest remainder.
    """
    weights = range(sets, 0, -1)
    total = sum(weights)
    shares = [cues * weight // total for weight in weights]
    remainders = sorted(range(sets), key=lambda index: -(cues * weights[index] % total))
    for index in remainders[: cues - sum(shares)]:
        shares[index] += 1
    return tuple(sorted(shares, reverse=True))


def spread(cues: Sequence[T], sets: int) -> tuple[tuple[T, ...], ...]:
    """The cues of each set, in order."""
    taken = iter(cues)
    return tuple(tuple(next(taken) for _ in range(count)) for count in thinning(len(cues), sets))
