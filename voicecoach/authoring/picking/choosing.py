"""Which exercises a picked session has: a balanced choice for its main part, what warms up for it, what follows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from voicecoach.authoring.picking.belonging import is_jump
from voicecoach.authoring.picking.order import BIG_RANK, arranged, rank
from voicecoach.authoring.picking.pool import FIRST_MUSCLES, Choice, Pool, pieces
from voicecoach.definitions.groups import Family, Muscle
from voicecoach.definitions.model import Position

COMPANIONS = ("core", "hips", "upper body", "thighs")
"""What stands between exercises for one and the same muscle, the first that is another one."""
MOST_WORKED = 3
"""So many of an exercise's muscles, from its first one, work enough to be stretched."""
WORKED_SHARE = 0.25
"""A muscle that works less than this, beside the one that works most, needs no stretch."""
ONCE_MORE = 1
"""How much a muscle needs a second stretch."""
FEWEST_IN_BLOCK = 3
"""A block needs so many exercises of what is asked for, or half of it."""
MOST_QUICK = 2
"""So many drills at the end of a warm-up are enough."""
RELATED: Mapping[Muscle, frozenset[Muscle]] = {
    Muscle.BICEPS: frozenset({Muscle.CHEST, Muscle.FOREARMS}),
    Muscle.TRICEPS: frozenset({Muscle.SHOULDERS, Muscle.LATS}),
    Muscle.FOREARMS: frozenset({Muscle.BICEPS, Muscle.CHEST}),
    Muscle.UPPER_BACK: frozenset({Muscle.LATS, Muscle.SHOULDERS}),
    Muscle.ABS: frozenset({Muscle.LOWER_BACK}),
    Muscle.OBLIQUES: frozenset({Muscle.LATS, Muscle.LOWER_BACK}),
    Muscle.SHINS: frozenset({Muscle.CALVES}),
    Muscle.FEET: frozenset({Muscle.CALVES}),
}
"""What is stretched for a muscle that has no stretch of its own."""


class Chooser:
    """Takes exercises for the `parts` of a session in turn, none of them twice, and only those that `is_fit`."""

    def __init__(
        self, pool: Pool, parts: Sequence[str], is_fit: Callable[[Choice], bool], *, companions: bool = True
    ) -> None:
        self.queues = {part: list(filter(is_fit, pool.of_part(part))) for part in parts}
        self.empty = tuple(part for part, queue in self.queues.items() if not queue)
        self.for_parts = frozenset(one.name for queue in self.queues.values() for one in queue)
        others = [part for part in COMPANIONS if part not in parts] if companions else []
        self._companions = [list(filter(is_fit, pool.of_part(part))) for part in others]
        self._pieces = list(pieces(pool.request.items))
        self._taken = list[Choice]()

    def blocks(self, count: int, size: int, *, again: bool) -> list[list[Choice]]:
        """So many blocks of about `size` exercises, each in the order in which it is done; fewer if there are no more.

        With `again` a block is gone through several times.
        """
        self._taken = []
        fewer = max(1, min(count, len(self.for_parts) // min(FEWEST_IN_BLOCK, -(-size // 2))))
        taken = [self._block(size, again=again) for _ in range(fewer)]
        return [block for block in taken if block]

    def _block(self, size: int, *, again: bool) -> list[Choice]:
        chosen: list[Choice] = []
        while len(chosen) < size and (one := self._next(chosen, size)):
            chosen.append(one)
        order = arranged(chosen, again=again)
        while chosen and not order:
            chosen = _eased(chosen)
            order = arranged(chosen, again=again)
        self._taken += order or []
        return order or []

    def _next(self, chosen: Sequence[Choice], count: int) -> Choice | None:
        """The next exercise: for the part that has the fewest so far, of a muscle that isn't there too often."""
        counts = Counter(part for part in self.queues for one in self.queues[part] if one in chosen)
        for part in sorted(self.queues, key=lambda one: counts[one]):
            for one in self._sorted(self.queues[part], chosen):
                if self._may_join(one, chosen, count):
                    return one
        if 2 * len(self.companions_among(chosen)) >= len(chosen):
            return None  # most of it is what was asked for
        for queue in self._companions:
            for one in self._sorted(queue, chosen):
                if self._may_join(one, chosen, count):
                    return one
        return None

    def _sorted(self, queue: Sequence[Choice], chosen: Sequence[Choice]) -> list[Choice]:
        """The queue with what was asked for and isn't used yet first, and what is much like something chosen last.

        If less than half of it are big movements, those come soon as well.
        """
        kinds, muscles = {_kind(one) for one in chosen}, Counter(one.muscle for one in chosen)
        big = sum(rank(one) == BIG_RANK and one in queue for one in chosen)
        has_big = 2 * big > len(chosen)

        waiting = [piece for piece in self._pieces if not any(one.uses(piece) for one in (*self._taken, *chosen))]

        def lateness(one: Choice) -> tuple[bool, bool, bool, int, bool]:
            is_awaited = any(one.uses(piece) for piece in waiting)
            is_small = not has_big and rank(one) > BIG_RANK
            on_floor = not has_big and one.entry.position is Position.FLOOR
            return not is_awaited, is_small, on_floor, muscles[one.muscle], _kind(one) in kinds

        return sorted(queue, key=lateness)

    def _may_join(self, one: Choice, chosen: Sequence[Choice], count: int) -> bool:
        there = [*self._taken, *chosen]
        if any(one.name == other.name for other in there):
            return False
        return sum(one.muscle == other.muscle for other in chosen) < max(count // 2, 1)

    def companions_among(self, chosen: Iterable[Choice]) -> list[Choice]:
        """Those that are for none of the parts."""
        return [one for one in chosen if one.name not in self.for_parts]


def _eased(chosen: Sequence[Choice]) -> list[Choice]:
    """The choices without the last one of the muscle that is there most often."""
    counts = Counter(one.muscle for one in chosen)
    most = counts.most_common(1)[0][0]
    last = [one for one in chosen if one.muscle == most][-1]
    return [one for one in chosen if one is not last]


def _kind(one: Choice) -> str:
    """The last word of its name, which says what kind of movement it is."""
    return one.name.rsplit("-", 1)[-1]


def worked(choices: Iterable[Choice]) -> Counter[Muscle]:
    """How much each muscle works, those that are named first the most."""
    found: Counter[Muscle] = Counter()
    for one in choices:
        found.update({muscle: MOST_WORKED - place for place, muscle in enumerate(one.entry.muscles[:MOST_WORKED])})
    return found


def warm_up(pool: Pool, main: Sequence[Choice]) -> list[Choice]:
    """What warms up for the main part: the most fitting ones first, to be cut off anywhere."""
    muscles, used = worked(main), {one.name for one in main}
    there = [one for one in pool.warming() if one.name not in used]
    there.sort(key=lambda one: not any(muscles[muscle] for muscle in one.entry.muscles[:FIRST_MUSCLES]))
    slow = [one for one in there if one.entry.family is Family.MOBILITY]
    quick = [one for one in there if one.entry.family is not Family.MOBILITY][:MOST_QUICK]
    if any(is_jump(one.entry) for one in main):
        return slow[:1] + quick + slow[1:]
    return slow[:1] + quick[:1] + slow[1:2] + quick[1:] + slow[2:]


def fewest_to_warm_up(main: Iterable[Choice]) -> int:
    """Before jumps there is something slow and all that is quick, before what else is quick something of each."""
    families = {one.entry.family for one in main}
    return 1 + MOST_QUICK if Family.PLYOMETRICS in families else 2 if Family.CONDITIONING in families else 1


def from_slow_to_quick(choices: Iterable[Choice]) -> list[Choice]:
    """Warm-up goes from the floor to the feet and from slow to quick."""

    def quickness(one: Choice) -> tuple[bool, bool, bool, float]:
        is_standing, family = one.entry.position is Position.STANDING, one.entry.family
        is_drill, is_jumped = family is not Family.MOBILITY, is_jump(one.entry)
        return is_standing, is_drill, is_jumped, -(one.entry.rep_s or one.entry.set_s or 0.0)

    return sorted(choices, key=quickness)


def cool_down(pool: Pool, main: Sequence[Choice]) -> list[Choice]:
    """Stretches of what worked and of nothing else, the most needed first, to be cut off anywhere.

    They are put `to_the_floor`. Where what worked has no stretch, there is one for what is related to it, or any one.
    """
    left = pool.stretches()
    muscles = to_stretch(main, {muscle for one in left for muscle in one.entry.muscles})
    return list(_most_needed(muscles, left)) or left[:1]


def to_stretch(main: Sequence[Choice], there: Collection[Muscle]) -> Counter[Muscle]:
    """What worked enough to be stretched, and how much; in the place of what is not `there` what is related to it."""
    muscles = worked(main)
    enough = max(MOST_WORKED, WORKED_SHARE * max(muscles.values(), default=0))
    found: Counter[Muscle] = Counter()
    for muscle, much in muscles.items():
        if much >= enough:
            found.update(dict.fromkeys([muscle] if muscle in there else RELATED.get(muscle, ()), much))
    return found


def _most_needed(muscles: Counter[Muscle], left: list[Choice]) -> Iterator[Choice]:
    while left := [one for one in left if any(muscles[muscle] for muscle in one.entry.muscles)]:
        best = max(left, key=lambda one: sum(muscles[muscle] for muscle in one.entry.muscles))
        yield best
        left = [one for one in left if one is not best]
        for muscle in best.entry.muscles:  # another stretch of it comes after those of what else worked
            muscles[muscle] = min(muscles[muscle], ONCE_MORE)


def to_the_floor(choices: Iterable[Choice]) -> list[Choice]:
    """Cool-down goes the other way: first on the feet, then on the floor."""
    return sorted(choices, key=lambda one: one.entry.position is Position.FLOOR)
