"""The order of a session's main part: what a coach puts first, and what doesn't follow itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from voicecoach.authoring.picking.pool import LEVELS, Choice
from voicecoach.definitions.groups import Family, Muscle
from voicecoach.definitions.model import Position

BIG = frozenset({Muscle.GLUTES, Muscle.QUADS, Muscle.HAMSTRINGS, Muscle.CHEST, Muscle.LATS, Muscle.UPPER_BACK})
RANKS = {Family.PLYOMETRICS: 0, Family.CONDITIONING: 1, Family.CORE: 4}
BIG_RANK, SMALL_RANK = 2, 3


def rank(choice: Choice) -> int:
    """When an exercise comes: what has to be fresh, what moves quickly, big movements, small ones, the core."""
    family, muscles = choice.entry.family, choice.entry.muscles
    if family in RANKS:
        return RANKS[family]
    is_big = len(muscles) > 1 and muscles[0] in BIG
    return BIG_RANK if is_big else SMALL_RANK


def arranged(choices: Sequence[Choice], *, again: bool) -> list[Choice] | None:
    """The choices in a coach's order, so that no muscle works most twice in a row; `None` if there is no such order.

    With `again` the first follows the last, as in rounds. Within a rank, what is done standing comes before the floor.
    """
    usual = sorted(choices, key=lambda one: (rank(one), one.entry.position is Position.FLOOR, _size_of_jump(one)))
    if not can_be_arranged(usual):
        return None
    return next(_orders([], usual, again=again and len(choices) > 1), None)


def _size_of_jump(one: Choice) -> tuple[int, float]:
    """Jumps go from small to big ones."""
    if one.entry.family is not Family.PLYOMETRICS or one.entry.level is None:
        return 0, 0.0
    return LEVELS.index(one.entry.level), one.entry.rep_s or 0.0


def can_be_arranged(choices: Sequence[Choice]) -> bool:
    """Whether no muscle is first so often that it has to follow itself."""
    counts = Counter(one.muscle for one in choices)
    return max(counts.values(), default=0) <= (len(choices) + 1) // 2


def _orders(begun: list[Choice], left: list[Choice], *, again: bool) -> Iterator[list[Choice]]:
    """All orders that begin like this, the usual one first."""
    if not left:
        if not (again and begun[0].muscle == begun[-1].muscle):
            yield begun
        return
    if max(Counter(one.muscle for one in left).values()) > len(left) // 2 + 1:
        return
    tried = set[Muscle | None]()
    for one in left:
        if (begun and begun[-1].muscle == one.muscle) or one.muscle in tried:
            continue
        tried.add(one.muscle)  # another one of the same muscle would fail just the same
        yield from _orders([*begun, one], [other for other in left if other is not one], again=again)
