"""Sets and amounts of a prescription: one amount, one for each set, a distance, or one that builds."""

from __future__ import annotations

from dataclasses import replace

from voicecoach.definitions.amounts import Amount, Prescription
from voicecoach.definitions.notation.amounts import from_part, from_span
from voicecoach.definitions.notation.errors import RefusedError
from voicecoach.definitions.notation.forms import Part, Says
from voicecoach.definitions.notation.loads import LOADS
from voicecoach.definitions.notation.names import MAX_SETS
from voicecoach.definitions.notation.quantities import LEAST_CHAIN, Measure, as_time
from voicecoach.definitions.notation.refusals import no_amount, several_amounts, two_sets
from voicecoach.definitions.notation.said import AMOUNTS, note, one, weeks

MAX_DISTANCE_M = 1_000_000


def work_of(said: tuple[Part, ...], *, is_load_built: bool) -> Prescription:
    """Sets, amounts and progression alone; weeks may belong to a load that builds instead. Raises RefusedError."""
    sets = [part for part in said if part.says is Says.SETS]
    amounts = [part for part in said if part.says in AMOUNTS]
    if not amounts:
        raise no_amount(said)
    if len(sets) > 1:
        return _groups(said)
    number, notes = _sets(sets[0]) if sets else (None, ())
    if len(amounts) >= LEAST_CHAIN:
        return replace(_each_set(said, amounts, number), notes=notes)
    if len(amounts) > 1:
        raise several_amounts(said)
    if _is_distance(amounts[0]):
        return _distance(said, amounts[0], number, notes)
    built = _progression(said, amounts[0])
    return replace(built, sets=number, notes=notes, weeks=None if is_load_built and built.goal is None else built.weeks)


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
    goal, over_weeks = _goal(said), weeks(said, (Says.GOAL,))
    start, end = from_part(part), from_span(goal.spans[0]) if goal else None
    if goal and end and (start.is_open or start.unit is not end.unit):
        raise RefusedError(f"{part.text} {goal.text} has two units. Write 30 s -> 60 s.")
    return Prescription(start=start, goal=end, weeks=over_weeks)


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
    return _in_sets(said, tuple(_amounts(parts)))


def _groups(said: tuple[Part, ...]) -> Prescription:
    """Sets and amounts in pairs: `1x5, 1x5+`."""
    pairs = [part for part in said if part.says in AMOUNTS or part.says is Says.SETS]
    heads, tails = pairs[::2], pairs[1::2]
    is_sets_first = heads[0].says is Says.SETS
    sets, amounts = (heads, tails) if is_sets_first else (tails, heads)
    if len(heads) != len(tails) or any(part.says is not Says.SETS for part in sets) or _sets_among(amounts):
        raise two_sets(said)
    numbers = [_sets(part) for part in sets]
    each = [amount for (number, _), amount in zip(numbers, _amounts(amounts), strict=True) for _ in range(number)]
    notes = tuple(line for _, lines in numbers for line in lines)
    return replace(_in_sets(said, tuple(each)), notes=notes)


def _sets_among(parts: list[Part]) -> bool:
    return any(part.says is Says.SETS for part in parts)


def _amounts(parts: list[Part]) -> list[Amount]:
    """The amounts in one unit, which it is enough to write at the last one: `30, 45, 60 s`."""
    *firsts, last = parts
    measures = [part.spans[0].measure if part.says is Says.AMOUNT else None for part in parts]
    if measures[-1] is Measure.MS and set(measures[:-1]) == {Measure.BARE}:
        parts = [*(replace(part, spans=(as_time(part.spans[0]),)) for part in firsts), last]
    return [from_part(part) for part in parts]


def _in_sets(said: tuple[Part, ...], each: tuple[Amount, ...]) -> Prescription:
    if one(said, Says.GOAL):
        raise RefusedError("an amount for each set doesn't build as well. Write one or the other.")
    if len({amount.unit for amount in each if not amount.is_open}) > 1:
        raise RefusedError("that has both repetitions and times. Write one or the other.")
    if len(each) > MAX_SETS:
        raise RefusedError(f"{len(each)} is not a number of sets from 1 to {MAX_SETS}.")
    return Prescription(sets=len(each), start=each[0], each_set=each)
