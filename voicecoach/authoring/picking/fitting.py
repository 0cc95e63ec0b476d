"""A whole session for a request: the main part that fits, what warms up for it, and what it ends with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from voicecoach.authoring.picking.belonging import is_jump
from voicecoach.authoring.picking.choosing import (
    Chooser,
    cool_down,
    fewest_to_warm_up,
    from_slow_to_quick,
    to_the_floor,
    warm_up,
)
from voicecoach.authoring.picking.lengths import CLOSING_S, OPENING_S, once_s
from voicecoach.authoring.picking.mains import CLOCK_S, TABATA_CLOCK_S, Main, fits_a_minute, jump_sets, mains
from voicecoach.authoring.picking.pool import Choice, Pool
from voicecoach.authoring.picking.request import USUAL_MINUTES, PickKind, Request
from voicecoach.authoring.picking.stretching import stretching
from voicecoach.authoring.picking.whole import COOL_REST_S, MOST_OF_LEAST, WARM_REST_S, Fitted, filling, stretched_s
from voicecoach.definitions.groups import Difficulty, Family
from voicecoach.definitions.model import Sides
from voicecoach.errors import ChoiceError

WARM_SHARE, COOL_SHARE = 0.17, 0.15
"""How much of a session warms up and cools down."""
JUMPS, JUMPS_SHARE, MOST_JUMPS = "jumps", 0.25, 2
"""Where a session is for other things as well, so much of it is jumps, of so many exercises."""
ATTEMPTS = 12
"""So often it is put together anew where it doesn't take as long as was asked for."""
LARGEST_MISS_S, LARGEST_MISS = 60, 0.05
"""A session may be so much longer or shorter than what was asked for without a word about it."""
FEWEST_REPS = 4
"""Work by the clock has room for so many repetitions."""
MOST_WARM, MOST_COOL = 8, 7
MOST_EXERCISES = 20
"""More are hard to follow, and voice packs count no further."""
WARM_MINUTES, COOL_MINUTES = 5, 8
"""For each so many minutes of a session there is an exercise to warm up, and one to cool down."""
MINUTE_S = 60
SECONDS_A_POINT = 6.0
"""So many seconds away from the length asked for are as bad as one point of oddness."""
UNUSED, CROWDED = 30.0, 60.0
"""How odd it is not to use something that was asked for, and to have too many exercises."""
SPARE_S = 15
"""A difference up to this is no reason for an odder main part."""
LONGEST_READY_S, SHORTEST_READY_S = 12, 8
"""The longest that an exercise of intervals, and of a Tabata, may take to get into position."""


def fitted(pool: Pool, request: Request) -> Fitted:
    """The session for a request. Raises ChoiceError if the library has nothing for it."""
    found = _nearest(pool, request)
    if found is None:
        raise ChoiceError(
            f"--pick: the library has nothing for {' and '.join(request.parts)} that fits the rest: "
            f"{_limits(request, pool)}. {_advice(pool, request)}"
        )
    return found


def is_near(whole: Fitted, request: Request) -> bool:
    """Whether it takes about as long as was asked for."""
    asked_s = (request.minutes or USUAL_MINUTES) * MINUTE_S
    return miss_s(whole, request) <= max(LARGEST_MISS_S, LARGEST_MISS * asked_s)


def miss_s(whole: Fitted, request: Request) -> float:
    """How much longer or shorter it is than what was asked for, in seconds."""
    return abs(whole.seconds - (request.minutes or USUAL_MINUTES) * MINUTE_S)


def _nearest(pool: Pool, request: Request) -> Fitted | None:
    """The first that takes about as long as was asked for, else the nearest of a few, each shuffled another way."""
    found = list[Fitted]()
    for attempt in range(ATTEMPTS):
        one = fit_once(replace(pool, attempt=attempt), request)
        if one is None or is_near(one, request):
            return one
        found.append(one)
    return min(found, key=lambda one: miss_s(one, request))


def fit_once(pool: Pool, request: Request) -> Fitted | None:
    """The session for a request in one shuffle, however long it takes; `None` if the library has nothing for it."""
    whole_s = (request.minutes or USUAL_MINUTES) * MINUTE_S - OPENING_S - CLOSING_S
    if request.kind is PickKind.STRETCHING:
        return stretching(pool, request, whole_s)
    others = tuple(part for part in request.parts if part != JUMPS)
    if others == request.parts:
        return _session(pool, others, whole_s)
    jumps = _few_jumps(pool, whole_s) if others else None
    if others and (found := _session(pool, others, whole_s, jumps)):
        return found if jumps else replace(found, empty=(*found.empty, JUMPS))
    alone = _session(pool, (JUMPS,), whole_s)
    return replace(alone, empty=others) if alone else None


def _session(pool: Pool, parts: tuple[str, ...], whole_s: float, jumps: Main | None = None) -> Fitted | None:
    """The best session with a main part for these parts of the body, behind `jumps`; `None` if it has none."""
    kind = pool.request.kind or PickKind.CIRCUIT
    chooser = Chooser(pool, parts, is_fit=_fitness(kind, pool.level), companions=parts != (JUMPS,))
    about_s = whole_s - (jumps.seconds if jumps else 0)
    ways = _by_exercises(mains(kind, chooser, pool.level, about_s)) if len(chooser.empty) < len(parts) else []
    found = [_completed(pool, one, whole_s, jumps, chooser.for_parts) for one in ways]
    if not found:
        return None

    def worse(one: Fitted) -> float:
        oddness = UNUSED * len(pool.unused(one.choices)) + CROWDED * (len(one.choices) > MOST_EXERCISES)
        return _penalty(one.main, one.seconds - whole_s) + oddness

    best = min(found, key=worse)
    apart = tuple(chooser.companions_among(best.main.choices)) if best.main else ()
    return replace(best, seconds=best.seconds + OPENING_S + CLOSING_S, empty=chooser.empty, companions=apart)


def _few_jumps(pool: Pool, whole_s: float) -> Main | None:
    """The jumps of a session that is for other things as well."""
    found = jump_sets(Chooser(pool, (JUMPS,), is_fit=lambda _: True, companions=False), MOST_JUMPS)
    return min(found, key=lambda one: _penalty(one, one.seconds - JUMPS_SHARE * whole_s), default=None)


def _fitness(kind: PickKind, level: Difficulty) -> Callable[[Choice], bool]:
    """Which exercises a kind can have: by the clock what has no sides to change, is quickly begun and quickly done."""
    clocks = {
        PickKind.INTERVALS: (LONGEST_READY_S, CLOCK_S[level][0]),
        PickKind.TABATA: (SHORTEST_READY_S, TABATA_CLOCK_S[0]),
    }
    if kind not in clocks:
        return fits_a_minute if kind is PickKind.EMOM else lambda _: True
    longest_s, work_s = clocks[kind]

    def is_fit(one: Choice) -> bool:
        is_quick = (one.entry.rep_s or 0) * FEWEST_REPS <= work_s
        return one.entry.sides is not Sides.EACH and one.entry.ready_s <= longest_s and is_quick

    return is_fit


def _by_exercises(found: Iterable[Main]) -> list[list[Main]]:
    """The ways of the main part, those with the same exercises together."""
    ways: dict[tuple[str, ...], list[Main]] = {}
    for main in found:
        ways.setdefault(tuple(one.name for one in main.choices), []).append(main)
    return list(ways.values())


def _penalty(main: Main | None, over_s: float) -> float:
    return max(abs(over_s) - SPARE_S, 0) / SECONDS_A_POINT + abs(over_s) / MINUTE_S + (main.oddness if main else 0)


def _completed(
    pool: Pool, ways: Sequence[Main], whole_s: float, jumps: Main | None, for_parts: Collection[str]
) -> Fitted:
    """The session with one of these ways of its main part, which all have the same exercises.

    What is stretched is what those worked that were asked for, by their names in `for_parts`.
    """
    minutes, choices = whole_s / MINUTE_S, (*(jumps.choices if jumps else ()), *ways[0].choices)
    whole_s -= jumps.seconds if jumps else 0
    around = MOST_EXERCISES - len(choices)
    is_crowded = around < 2 * MOST_OF_LEAST  # a main part that is needed all the same: fewer around it change little
    warming = warm_up(pool, choices)[: MOST_WARM if is_crowded else min(MOST_WARM, -(-around // 2))]
    asked = [one for one in choices if one.name in for_parts or one.entry.family is Family.PLYOMETRICS]
    stretches = cool_down(pool, asked)[: MOST_COOL if is_crowded else min(MOST_COOL, around // 2)]
    least_warm = max(round(minutes / WARM_MINUTES), fewest_to_warm_up(choices))
    if least_warm <= 1:  # a single one is no quick one
        warming = [one for one in warming if not is_jump(one.entry)] or warming
    warm = filling(warming, WARM_SHARE * whole_s, WARM_REST_S, least_warm)
    cool = filling(stretches, COOL_SHARE * whole_s, COOL_REST_S, round(minutes / COOL_MINUTES))
    sets = 2 if stretched_s(cool, 2) <= COOL_SHARE * whole_s else 1
    around_s = once_s(warm, WARM_REST_S) + stretched_s(cool, sets)
    main = min(ways, key=lambda one: _penalty(one, one.seconds + around_s - whole_s))
    warm = filling(warming, whole_s - main.seconds - stretched_s(cool, sets), WARM_REST_S, len(warm))
    left_s = whole_s - main.seconds - once_s(warm, WARM_REST_S)
    cool = cool if sets > 1 else filling(stretches, left_s, COOL_REST_S, len(cool))
    seconds = (jumps.seconds if jumps else 0) + main.seconds + once_s(warm, WARM_REST_S) + stretched_s(cool, sets)
    return Fitted(tuple(from_slow_to_quick(warm)), main, tuple(to_the_floor(cool)), seconds, sets, jumps=jumps)


def _advice(pool: Pool, request: Request) -> str:
    """What to leave out: the first that is enough alone."""
    without: dict[str, Request] = {
        "quiet": replace(request, quiet=False),
        f"no {' or '.join(request.apart)}": replace(request, apart=()),
    }
    for said, other in without.items():
        if other != request and fit_once(replace(pool, request=other), other):
            return f"Leave out {said!r}."
    if helpful := _helpful(pool, request):
        return f"With {helpful} there would be something: name what you have."
    return f"Leave out {str(request.kind)!r}." if request.kind else "Ask for something harder."


def _helpful(pool: Pool, request: Request) -> str | None:
    """The first piece of equipment with which there would be a session, as it is spoken of."""
    for item, spoken in pool.index.equipment.items():
        if item not in {*pool.there, *request.missing}:
            only = request.only or request.bare
            other = replace(request, there=(*request.there, item), bare=False, only=only)
            if fit_once(replace(pool, request=other), other):
                return spoken
    return None


def _limits(request: Request, pool: Pool) -> str:
    """What the exercises had to fit: `no equipment, intermediate at most, quiet`."""
    there = "no equipment" if request.bare else f"with {', '.join(sorted(pool.there))}"
    limits = (there, f"{pool.level} at most", request.quiet and "quiet", request.kind)
    return ", ".join(str(limit) for limit in limits if limit)
