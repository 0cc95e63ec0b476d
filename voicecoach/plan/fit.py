"""Fitting a workout into a number of minutes: less work a set, then fewer sets, shorter rests, fewer exercises.

Each rung of the ladder takes a little more away than the one before, and the first that fits is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from voicecoach.definitions.amounts import Amount, Unit
from voicecoach.definitions.session import SectionKind
from voicecoach.plan.bouts import lead_ins, working_ms
from voicecoach.plan.workout import Work, Workout, WorkSection
from voicecoach.times import Ms

FEWEST_SETS = 2
SHORTEST_REST_MS, LONGEST_REST_MS, REST_STEP_MS = 20_000, 60_000, 5000
WORDING_MS = 5000
"""Other numbers take other times to say: by so much, for each exercise, can what is said become shorter."""

Sections = tuple[WorkSection, ...]


def ladder(workout: Workout) -> list[Workout]:
    """The workout itself, then ever shorter ones; within a rung's kind the last exercise gives way first."""
    return [replace(workout, sections=sections) for sections in _rungs(workout.sections)]


def _rungs(sections: Sections) -> Iterator[Sections]:
    yield sections
    low_end = ((_low_end, [place]) for place in reversed(_places(sections)))
    fewer_sets = ((change, unit) for change in _fewer_sets(sections) for unit in _units(sections))
    for change, places in (*low_end, *fewer_sets):
        changed = sections
        for place in places:
            changed = _with_work(changed, place, change)
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


def _units(sections: Sections) -> list[list[tuple[int, int]]]:
    """The works that give way together, last first: the sets of a circuit are its rounds, and stay equal."""
    units: list[list[tuple[int, int]]] = []
    for index, section in reversed(list(enumerate(sections))):
        places = [(index, place) for place in range(len(section.works))]
        units += [places] if section.kind is SectionKind.CIRCUIT else [[place] for place in reversed(places)]
    return units


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
        yield partial(_with_sets_up_to, sets)


def _with_sets_up_to(sets: int, work: Work) -> Work:
    return replace(work, sets=min(work.sets, sets))


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


def first_that_fits(rungs: Sequence[Workout], limit: Ms, whole_ms: Callable[[Workout], Ms]) -> Workout | None:
    """The first rung that takes at most `limit`; `None` if not even the last does.

    `whole_ms` tells how long a workout takes with everything that is said, and is asked only about rungs that may fit.
    """
    index = 0
    while index < len(rungs):
        rung = rungs[index]
        whole = whole_ms(rung)
        if whole <= limit:
            return rung
        index += 1
        while index < len(rungs) and whole - _most_saved(rung, rungs[index], whole) > limit:
            index += 1
    return None


def _most_saved(before: Workout, after: Workout, whole_ms: int) -> int:
    """The most by which `after` can be shorter than `before`, which takes `whole_ms`.

    With an exercise or a round, all that is said before it goes, however long that is: `after` takes its work at least.
    """
    if lead_ins(before) > lead_ins(after):
        return whole_ms - working_ms(after)
    return working_ms(before) - working_ms(after) + WORDING_MS * (1 + len(after.works))


def changes(before: Workout, after: Workout) -> Iterator[str]:
    """What fitting changed, one sentence each."""
    kept = dict(_by_place(after))
    for place, work in _by_place(before):
        if place in kept and (facts := list(_facts(work, kept[place]))):
            yield f"{work.exercise.title}: {', '.join(facts)}."
    for was, now in zip(before.sections, after.sections, strict=False):
        if was.round_rest and now.round_rest and was.round_rest != now.round_rest:
            yield f"Rests of {now.round_rest / 1000:g} s between rounds instead of {was.round_rest / 1000:g} s."
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
        yield f"{after.sets} {'set' if after.sets == 1 else 'sets'} instead of {before.sets}"
    if before.rest != after.rest:
        yield f"rests of {after.rest / 1000:g} s instead of {before.rest / 1000:g} s"


def amount_text(amount: Amount) -> str:
    """`8–10 reps`, `30 s`."""
    scale, unit = (1, "reps") if amount.unit is Unit.REPS else (1000, "s")
    low, high = f"{amount.low / scale:g}", f"{amount.high / scale:g}"
    return f"{low}–{high} {unit}" if low != high else f"{high} {unit}"
