"""A whole session for a request: the main part that fits, what warms up for it, and what it ends with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from voicecoach.authoring.picking.choosing import Chooser, cool_down, from_slow_to_quick, to_the_floor, warm_up
from voicecoach.authoring.picking.lengths import CLOSING_S, OPENING_S, low_set_s, once_s
from voicecoach.authoring.picking.mains import Main, fits_a_minute, mains
from voicecoach.authoring.picking.pool import Choice, Pool
from voicecoach.authoring.picking.request import FOCUSES, USUAL_MINUTES, PickKind, Request
from voicecoach.definitions.groups import Family
from voicecoach.definitions.model import Sides
from voicecoach.errors import ChoiceError

WARM_SHARE, COOL_SHARE = 0.17, 0.15
"""How much of a session warms up and cools down."""
MOVING_SHARE = 0.3
"""How much of a session of stretching is in movement."""
WARM_REST_S, COOL_REST_S = 5, 10
MOST_WARM, MOST_COOL = 8, 7
MOST_EXERCISES = 20
"""More are hard to follow, and voice packs count no further."""
WARM_MINUTES, COOL_MINUTES = 6, 8
"""A session of so many minutes has an exercise to warm up, and one to cool down, for each."""
MINUTE_S = 60
SECONDS_A_POINT = 6.0
"""So many seconds away from the length asked for are as bad as one point of oddness."""
UNUSED, CROWDED = 30.0, 60.0
"""How odd it is not to use something that was asked for, and to have too many exercises."""
SPARE_S = 15
"""A difference up to this is no reason for an odder main part."""
MOST_OF_LEAST = 3
"""Every session warms up and cools down with so many exercises at least, if it is long enough for them."""
LONGEST_READY_S, SHORTEST_READY_S = 12, 8
"""The longest that an exercise of intervals, and of a Tabata, may take to get into position."""
STRETCH_SETS = range(1, 6)
"""How many sets of its stretches a session of stretching may have."""


@dataclass(frozen=True)
class Fitted:
    """A session as it was put together. `seconds` is about how long it takes, `empty` the parts it has nothing for.

    A session of stretching has no `main`; its stretches are done in `cool_sets` sets.
    """

    warm: tuple[Choice, ...]
    main: Main | None
    cool: tuple[Choice, ...]
    seconds: float
    cool_sets: int = 1
    empty: tuple[str, ...] = ()
    companions: tuple[Choice, ...] = ()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All its exercises, in order."""
        return (*self.warm, *(self.main.choices if self.main else ()), *self.cool)


def fitted(pool: Pool, request: Request) -> Fitted:
    """The session for a request. Raises ChoiceError if the library has nothing for it."""
    found = _fit(pool, request)
    if found is None:
        raise ChoiceError(
            f"--pick: the library has nothing for {' and '.join(request.parts)} that fits the rest: "
            f"{_limits(request, pool)}. {_advice(pool, request)}"
        )
    return found


def _fit(pool: Pool, request: Request) -> Fitted | None:
    whole_s = (request.minutes or USUAL_MINUTES) * MINUTE_S - OPENING_S - CLOSING_S
    if request.kind is PickKind.STRETCHING:
        return _stretching(pool, request, whole_s)
    kind = request.kind or PickKind.CIRCUIT
    chooser = Chooser(pool, request.parts, is_fit=_fitness(kind))
    if len(chooser.empty) == len(request.parts):
        return None
    found = [_completed(pool, ways, whole_s) for ways in _by_exercises(mains(kind, chooser, pool.level, whole_s))]
    if not found:
        return None

    def worse(one: Fitted) -> float:
        oddness = UNUSED * len(pool.unused(one.choices)) + CROWDED * (len(one.choices) > MOST_EXERCISES)
        return _penalty(one.main, one.seconds - whole_s) + oddness

    best = min(found, key=worse)
    apart = tuple(chooser.companions_among(best.main.choices)) if best.main else ()
    return replace(best, seconds=best.seconds + OPENING_S + CLOSING_S, empty=chooser.empty, companions=apart)


def _fitness(kind: PickKind) -> Callable[[Choice], bool]:
    """Which exercises a kind can have: what has no sides to change by the clock, and is quickly begun."""
    longest_s = {PickKind.INTERVALS: LONGEST_READY_S, PickKind.TABATA: SHORTEST_READY_S}.get(kind)
    if longest_s is not None:
        return lambda one: one.entry.sides is not Sides.EACH and one.entry.ready_s <= longest_s
    return fits_a_minute if kind is PickKind.EMOM else lambda _: True


def _by_exercises(found: Iterable[Main]) -> list[list[Main]]:
    """The ways of the main part, those with the same exercises together."""
    ways: dict[tuple[str, ...], list[Main]] = {}
    for main in found:
        ways.setdefault(tuple(one.name for one in main.choices), []).append(main)
    return list(ways.values())


def _penalty(main: Main | None, over_s: float) -> float:
    return max(abs(over_s) - SPARE_S, 0) / SECONDS_A_POINT + abs(over_s) / MINUTE_S + (main.oddness if main else 0)


def _completed(pool: Pool, ways: Sequence[Main], whole_s: float) -> Fitted:
    """The session with one of these ways of its main part, which all have the same exercises."""
    minutes, choices = whole_s / MINUTE_S, ways[0].choices
    around = MOST_EXERCISES - len(choices)
    is_crowded = around < 2 * MOST_OF_LEAST  # a main part that is needed all the same: fewer around it change little
    warming = warm_up(pool, choices)[: MOST_WARM if is_crowded else min(MOST_WARM, -(-around // 2))]
    stretches = cool_down(pool, choices)[: MOST_COOL if is_crowded else min(MOST_COOL, around // 2)]
    warm = _filling(warming, WARM_SHARE * whole_s, WARM_REST_S, int(minutes / WARM_MINUTES))
    cool = _filling(stretches, COOL_SHARE * whole_s, COOL_REST_S, int(minutes / COOL_MINUTES))
    around_s = once_s(warm, WARM_REST_S) + once_s(cool, COOL_REST_S)
    main = min(ways, key=lambda one: _penalty(one, one.seconds + around_s - whole_s))
    left_s = whole_s - main.seconds - once_s(cool, COOL_REST_S)
    warm = _filling(warming, left_s, WARM_REST_S, len(warm))
    cool = _filling(stretches, whole_s - main.seconds - once_s(warm, WARM_REST_S), COOL_REST_S, len(cool))
    seconds = main.seconds + once_s(warm, WARM_REST_S) + once_s(cool, COOL_REST_S)
    return Fitted(tuple(from_slow_to_quick(warm)), main, tuple(to_the_floor(cool)), seconds)


def _filling(choices: Sequence[Choice], about_s: float, rest_s: float, least: int = 1) -> list[Choice]:
    """As many of the choices as come nearest to a length, one at least, and `least` up to a few."""
    counts = range(min(max(1, min(least, MOST_OF_LEAST)), len(choices)), len(choices) + 1)
    count = min(counts, key=lambda count: abs(once_s(choices[:count], rest_s) - about_s), default=0)
    return list(choices[:count])


def _stretching(pool: Pool, request: Request, whole_s: float) -> Fitted | None:
    """First what is in movement, then stretches that are held, once or several times."""
    parts = [one for part in request.focuses for one in FOCUSES[part].muscles]
    wanted = [one for one in pool.stretches() if not parts or {*one.entry.muscles} & {*parts}]
    stretches = wanted + [one for one in cool_down(pool, wanted) if one not in wanted]
    moving = [one for one in warm_up(pool, stretches) if one.entry.rep_s and one.entry.family is Family.MOBILITY]
    if not stretches:
        return None
    warm = _filling(moving, MOVING_SHARE * whole_s, WARM_REST_S)
    left_s = whole_s - once_s(warm, WARM_REST_S)
    options = [(sets, stretches[:count]) for sets in STRETCH_SETS for count in range(1, len(stretches) + 1)]

    def worse(option: tuple[int, list[Choice]]) -> tuple[int, int]:
        sets, choices = option
        return round(abs(_held_s(choices, sets) - left_s) / SPARE_S), sets

    sets, chosen = min(options, key=worse)
    seconds = OPENING_S + CLOSING_S + once_s(warm, WARM_REST_S) + _held_s(chosen, sets)
    return Fitted(tuple(from_slow_to_quick(warm)), None, tuple(to_the_floor(chosen)), seconds, sets)


def _held_s(choices: Sequence[Choice], sets: int) -> float:
    again = sum((sets - 1) * (low_set_s(one) + COOL_REST_S) for one in choices)
    return once_s(choices, COOL_REST_S) + again


def _advice(pool: Pool, request: Request) -> str:
    """What to leave out: the first that is enough alone."""
    without: dict[str, Request] = {
        "quiet": replace(request, quiet=False),
        f"no {' or '.join(request.apart)}": replace(request, apart=()),
        str(request.kind): replace(request, kind=None),
    }
    for said, other in without.items():
        if other != request and _fit(replace(pool, request=other), other):
            return f"Leave out {said!r}."
    return "Name what you have, such as 'with dumbbells', or ask for something harder."


def _limits(request: Request, pool: Pool) -> str:
    """What the exercises had to fit: `no equipment, intermediate at most, quiet`."""
    there = "no equipment" if request.bare else f"with {', '.join(sorted(pool.there))}"
    limits = (there, f"{pool.level} at most", request.quiet and "quiet", request.kind)
    return ", ".join(str(limit) for limit in limits if limit)
