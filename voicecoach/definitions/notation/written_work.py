"""Sets and amounts of a prescription: one amount, one for each set, a distance, or one that builds."""

from __future__ import annotations

from dataclasses import replace

from voicecoach.definitions.amounts import Amount, Prescription
from voicecoach.definitions.notation.forms import Part, Says
from voicecoach.definitions.notation.loads import LOADS
from voicecoach.definitions.notation.notation_error import RefusedError
from voicecoach.definitions.notation.quantities import LEAST_CHAIN, Measure, Span
from voicecoach.definitions.notation.refusals import no_amount, several_amounts, two_sets
from voicecoach.definitions.notation.said import AMOUNTS, is_bare, note, one, weeks
from voicecoach.definitions.notation.tokens import word_set
from voicecoach.definitions.notation.written_amounts import from_part, from_span
from voicecoach.definitions.notation.written_names import MAX_SETS

MAX_DISTANCE_M = 1_000_000
OPEN_END, OPEN_START = ("x", "by", ":"), ("x", "by")
"""How sets end that have their amount behind them, and begin that have it before them."""
LIST_SIGNS = word_set(", ; / - – & and then")
"""What stands between the amounts of several sets."""


def work_of(said: tuple[Part, ...], *, is_load_built: bool) -> Prescription:
    """Sets, amounts and progression alone; weeks may belong to a load that builds instead. Raises RefusedError."""
    work = _sets_and_amounts(said)
    return replace(work, weeks=None if is_load_built and work.goal is None else weeks(said, (Says.GOAL,)))


def _sets_and_amounts(said: tuple[Part, ...]) -> Prescription:
    sets = [part for part in said if part.says is Says.SETS]
    amounts = [part for part in said if part.says in AMOUNTS]
    if amounts and len(sets) > 1:
        return _groups(said)
    if not amounts or any(_is_astray(part, is_first=_pairs(said)[0] is part) for part in sets):
        raise no_amount(said, *sets)
    number, notes = _sets(sets[0]) if sets else (None, ())
    if len(amounts) >= LEAST_CHAIN:
        return replace(_each_set(said, amounts, number), notes=notes)
    if len(amounts) > 1:
        raise several_amounts(said)
    if _is_distance(amounts[0]):
        return _distance(said, amounts[0], number, notes)
    return replace(_progression(said, amounts[0]), sets=number, notes=notes)


def _sets(part: Part) -> tuple[int, tuple[str, ...]]:
    """How many sets, the low number of a range, with its note."""
    span = part.spans[0].ordered()
    if not span.low.is_integer() or not 1 <= span.low <= MAX_SETS:
        raise RefusedError(
            f"{span.text} is not a number of sets from 1 to {MAX_SETS}. Write 3x10, or 10 alone for one set."
        )
    return int(span.low), note(span, f"{span.text} sets")


def _is_distance(part: Part) -> bool:
    return part.says is Says.AMOUNT and part.spans[0].measure is Measure.METRES


def _distance(said: tuple[Part, ...], part: Part, sets: int | None, notes: tuple[str, ...]) -> Prescription:
    if one(said, Says.GOAL):
        raise RefusedError("a distance doesn't build. Write an entry for each week, or a time: 30 s -> 60 s.")
    span = part.spans[0].ordered()
    if not span.low.is_integer() or not 1 <= span.low <= MAX_DISTANCE_M:
        raise RefusedError(
            f"{span.text} is no distance in whole metres. Write 20 m, or {span.digits} min if it is a time."
        )
    return Prescription(sets=sets, distance_m=int(span.low), notes=(*notes, *note(span, span.text)))


def _progression(said: tuple[Part, ...], part: Part) -> Prescription:
    """The amount with what it builds to."""
    goal = _goal(said)
    start, end = from_part(part), from_span(goal.spans[0]) if goal else None
    if goal and end and (start.is_open or start.unit is not end.unit):
        raise RefusedError(f"{part.text} {goal.text} has two units. Write 30 s -> 60 s.")
    return Prescription(start=start, goal=end)


def _goal(said: tuple[Part, ...]) -> Part | None:
    """What the amount builds to. Raises RefusedError for a number that can be the goal of the load before it."""
    goal = one(said, Says.GOAL)
    if goal and goal.spans[0].measure is Measure.BARE and not goal.spans[0].is_range:
        before = said[said.index(goal) - 1]
        if before.says in LOADS:
            raise RefusedError(
                f"{goal.text} of what? Write {goal.text} reps, or {goal.text} with the unit of {before.text}."
            )
    return goal


def _each_set(said: tuple[Part, ...], parts: list[Part], sets: int | None) -> Prescription:
    """An amount for each set: `5, 8, 10, 8, 5`."""
    if sets not in {None, len(parts)}:
        raise RefusedError(f"that says {sets} sets and has {len(parts)} amounts. Write one for each set.")
    if side_by_side := [part for part in parts[1:] if not LIST_SIGNS.intersection(part.joint)]:
        raise RefusedError(f"what is {side_by_side[0].text}? Put commas between the amounts of the sets: 12, 10, 8.")
    return _in_sets(said, tuple(_amounts(parts)))


def _groups(said: tuple[Part, ...]) -> Prescription:
    """Sets and amounts in pairs: `1x5, 1x5+`."""
    pairs = _pairs(said)
    is_first = pairs[0].says is Says.SETS
    sets, amounts = (pairs[::2], pairs[1::2]) if is_first else (pairs[1::2], pairs[::2])
    is_paired = len(sets) == len(amounts) and [part for part in pairs if part.says is Says.SETS] == sets
    if not is_paired or any(_is_astray(part, is_first=is_first) for part in sets):
        raise two_sets(said)
    numbers = [_sets(part) for part in sets]
    each = [amount for (number, _), amount in zip(numbers, _amounts(amounts), strict=True) for _ in range(number)]
    notes = tuple(line for _, lines in numbers for line in lines)
    return replace(_in_sets(said, tuple(each)), notes=notes)


def _pairs(said: tuple[Part, ...]) -> list[Part]:
    """Sets and amounts in their order."""
    return [part for part in said if part.says in AMOUNTS or part.says is Says.SETS]


def _is_astray(sets: Part, *, is_first: bool) -> bool:
    """Whether it is `x3` without an amount before it, or `3x` without one behind it."""
    return sets.text.startswith(OPEN_START) if is_first else sets.text.endswith(OPEN_END)


def _amounts(parts: list[Part]) -> list[Amount]:
    """The amounts in one unit, which it is enough to write at the last one: `30, 45, 60 s`."""
    *firsts, last = parts
    if (
        last.says is Says.AMOUNT
        and last.spans[0].measure is Measure.MS
        and last.spans[0].size
        and all(map(is_bare, firsts))
    ):
        parts = [*(_in_unit_of(part, last.spans[0]) for part in firsts), last]
    return [from_part(part) for part in parts]


def _in_unit_of(part: Part, unit: Span) -> Part:
    span = part.spans[0]
    low, high = span.low * unit.size, span.high * unit.size
    return replace(part, spans=(replace(span, low=low, high=high, measure=unit.measure),))


def _in_sets(said: tuple[Part, ...], each: tuple[Amount, ...]) -> Prescription:
    if one(said, Says.GOAL):
        raise RefusedError("an amount for each set doesn't build as well. Write one or the other.")
    if len({amount.unit for amount in each if not amount.is_open}) > 1:
        raise RefusedError("that has both repetitions and times. Write one or the other.")
    if len(each) > MAX_SETS:
        raise RefusedError(f"{len(each)} is not a number of sets from 1 to {MAX_SETS}.")
    return Prescription(sets=len(each), start=each[0], each_set=each)
