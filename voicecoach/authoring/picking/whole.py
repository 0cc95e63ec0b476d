"""A session as it was put together, and how much of what surrounds a main part fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voicecoach.authoring.picking.lengths import longer_s, low_set_s, once_s
from voicecoach.authoring.picking.mains import Main
from voicecoach.authoring.picking.pool import Choice

WARM_REST_S, COOL_REST_S = 5, 10
MOST_OF_LEAST = 3
"""Every session warms up and cools down with so many exercises at least, if it is long enough for them."""


@dataclass(frozen=True)
class Fitted:
    """A session as it was put together. `seconds` is about how long it takes, `empty` the parts it has nothing for.

    A session of stretching has no `main`; its stretches are done in `cool_sets` sets, each for `held_s` where that is
    longer than it is usually held. `jumps` come before a main part that has other things as well.
    """

    warm: tuple[Choice, ...]
    main: Main | None
    cool: tuple[Choice, ...]
    seconds: float
    cool_sets: int = 1
    held_s: int = 0
    jumps: Main | None = None
    empty: tuple[str, ...] = ()
    companions: tuple[Choice, ...] = ()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All its exercises, in order."""
        return (*self.warm, *self.worked, *self.cool)

    @property
    def worked(self) -> tuple[Choice, ...]:
        """Those between warm-up and cool-down."""
        return tuple(one for part in (self.jumps, self.main) if part for one in part.choices)


def filling(choices: Sequence[Choice], about_s: float, rest_s: float, least: int = 1) -> list[Choice]:
    """As many of the choices as come nearest to a length, one at least, and `least` up to a few.

    Where the first alone is too long, and no more are needed, it is the one that comes nearest.
    """
    if least <= 1 and choices and once_s(choices[:1], rest_s) > about_s:
        return [min(choices, key=lambda one: abs(once_s([one], rest_s) - about_s))]
    counts = range(min(max(1, min(least, MOST_OF_LEAST)), len(choices)), len(choices) + 1)
    count = min(counts, key=lambda count: abs(once_s(choices[:count], rest_s) - about_s), default=0)
    return list(choices[:count])


def stretched_s(choices: Sequence[Choice], sets: int, least_s: int = 0) -> float:
    """So many sets of stretches, each held for `least_s` where that is longer than usual."""
    longer = sum(longer_s(one, least_s) for one in choices)
    again = sum((sets - 1) * (low_set_s(one) + COOL_REST_S) for one in choices)
    return once_s(choices, COOL_REST_S) + again + sets * longer
