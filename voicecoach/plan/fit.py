"""Fitting a workout into a number of minutes: first less work a set, then fewer sets, then shorter rests, then fewer
exercises. Each rung of the ladder takes a little more away than the one before, and the first that fits is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from voicecoach.definitions.model import Amount, Unit
from voicecoach.plan.workout import Work, WorkSection, Workout
from voicecoach.times import Ms

FEWEST_SETS = 2
SHORTEST_REST_MS, LONGEST_REST_MS, REST_STEP_MS = 20_000, 60_000, 5000

Sections = tuple[WorkSection, ...]


def ladder(workout: Workout) -> list[Workout]:
    """The workout itself, then ever shorter ones; within a rung's kind the last exercise gives way first."""
    return [replace(workout, sections=sections) for sections in _rungs(workout.sections)]


def _rungs(sections: Sections) -> Iterator[Sections]:
    yield sections
    for change in (_low_end, *_fewer_sets(sections)):
        for place in reversed(_places(sections)):
            changed = _with_work(sections, place, change)
            if changed != sections:
                sections = changed
                yield sections
    for rest in range(LONGEST_REST_MS, SHORTEST_REST_MS - 1, -REST_STEP_MS):
        changed = _with_rests_up_to(sections, Ms(rest))
        if changed != sections:
            sections = changed
            yield sections
    while sum(len(section.works) for section in sections) > 1:
        sections = _without_last(sections)
        yield sections


def _places(sections: Sections) -> list[tuple[int, int]]:
    return [(index, place) for index, section in enumerate(sections) for place in range(len(section.works))]


def _with_work(sections: Sections, place: tuple[int, int], change: Callable[[Work], Work]) -> Sections:
    index, position = place
    works = list(sections[index].works)
    works[position] = change(works[position])
    section = replace(sections[index], works=tuple(works))
    return (*sections[:index], section, *sections[index + 1 :])


def _low_end(work: Work) -> Work:
    return replace(work, amount=Amount(work.amount.low, work.amount.low, work.amount.unit))


def _fewer_sets(sections: Sections) -> Iterator[Callable[[Work], Work]]:
    most = max(work.sets for section in sections for work in section.works)
    for sets in range(most - 1, FEWEST_SETS - 1, -1):
        yield lambda work, sets=sets: replace(work, sets=min(work.sets, sets))


def _with_rests_up_to(sections: Sections, rest: Ms) -> Sections:
    return tuple(
        replace(
            section,
            works=tuple(replace(work, rest=min(work.rest, rest)) for work in section.works),
            round_rest=None if section.round_rest is None else min(section.round_rest, rest),
        )
        for section in sections
    )


def _without_last(sections: Sections) -> Sections:
    last = sections[-1]
    if len(last.works) == 1:
        return sections[:-1]
    return (*sections[:-1], replace(last, works=last.works[:-1]))


def first_that_fits(rungs: Sequence[Workout], fits: Callable[[Workout], bool]) -> Workout | None:
    """The first rung that fits, given that every later one does as well; `None` if even the last doesn't."""
    low, high = 0, len(rungs)
    while low < high:
        middle = (low + high) // 2
        if fits(rungs[middle]):
            high = middle
        else:
            low = middle + 1
    return rungs[low] if low < len(rungs) else None


def changes(before: Workout, after: Workout) -> Iterator[str]:
    """What fitting changed, one sentence each."""
    kept = dict(_by_place(after))
    for place, work in _by_place(before):
        if place in kept and (facts := list(_facts(work, kept[place]))):
            yield f"{work.exercise.title}: {', '.join(facts)}."
    if dropped := [work.exercise.title for place, work in _by_place(before) if place not in kept]:
        yield f"Left out: {', '.join(dropped)}."


def _by_place(workout: Workout) -> Iterator[tuple[tuple[int, int], Work]]:
    for index, section in enumerate(workout.sections):
        for position, work in enumerate(section.works):
            yield (index, position), work


def _facts(before: Work, after: Work) -> Iterator[str]:
    if before.amount != after.amount:
        yield f"{amount_text(after.amount)} instead of {amount_text(before.amount)}"
    if before.sets != after.sets:
        yield f"{after.sets} sets instead of {before.sets}"
    if before.rest != after.rest:
        yield f"rests of {after.rest / 1000:g} s instead of {before.rest / 1000:g} s"


def amount_text(amount: Amount) -> str:
    """`8–10 reps`, `30 s`."""
    scale, unit = (1, "reps") if amount.unit is Unit.REPS else (1000, "s")
    low, high = f"{amount.low / scale:g}", f"{amount.high / scale:g}"
    return f"{low}–{high} {unit}" if low != high else f"{high} {unit}"
