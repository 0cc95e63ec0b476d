"""EMOM, every minute on the minute: each interval has its work, and what is left of it is rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.definitions.amounts import Amount, Unit
from voicecoach.plan.bouts import Bout, Turn, halves, one_set
from voicecoach.plan.workout import Work, WorkSection
from voicecoach.times import Ms, length_text


def expand(section: WorkSection) -> Iterator[Bout]:
    """The intervals in order, each with one entry of the list, or with all entries that share it."""
    groups = _groups(section)
    for number in range(section.rounds):
        entries, turn = groups[number % len(groups)], number // len(groups) + 1
        yield from (replace(bout, round=number + 1) for bout in _interval(section, entries, turn))


def intervals_in(works: Sequence[Work], rounds: int) -> int:
    """How many intervals it takes to go through the list `rounds` times."""
    return rounds * sum(not work.joined or not place for place, work in enumerate(works))


def uncounted(section: WorkSection) -> Iterator[str]:
    """Sentences about work that would be counted, if its repetitions at their tempo fitted into an interval."""
    every = length_text(section.every)
    for group in _groups(section):
        sets = [one_set(section, entry, 1, Ms(0)) for entry in group]
        length = Ms(sum(one.length for one in sets))
        if length > section.every and all(is_measured(one.work, one.amount) for one in sets):
            titles = " and ".join(one.work.exercise.title for one in sets)
            why = f"a set takes {length_text(length)} at its tempo and the interval {every}"
            yield f"{titles}: {why}, so nothing is counted."


def _groups(section: WorkSection) -> list[list[int]]:
    """The entries that share an interval."""
    groups: list[list[int]] = []
    for entry, work in enumerate(section.works):
        if work.joined and groups:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return groups


def _interval(section: WorkSection, entries: list[int], number: int) -> Iterator[Bout]:
    sets = [one_set(section, entry, number, Ms(0), round_number=number) for entry in entries]
    left = section.every - sum(one.length for one in sets)
    if left >= 0 and all(is_measured(one.work, one.amount) for one in sets):
        yield from sets[:-1]
        yield replace(sets[-1], rest=Ms(left))
    elif len(sets) == 1:
        target = sets[0].amount.high if sets[0].amount.unit is Unit.REPS else None
        turns = halves(sets[0].work, number, section.every)
        yield replace(sets[0], turns=turns, change=Ms(0), target=target, ends_with_ticks=True)
    else:
        whole = Amount(section.every, section.every, Unit.MS)
        turns = (Turn(section.every),)
        works = tuple(one.work for one in sets)
        yield replace(sets[0], works=works, amount=whole, turns=turns, change=Ms(0), ends_with_ticks=True)


def is_measured(work: Work, amount: Amount) -> bool:
    """Whether it is known how long a set takes: by the clock, or since a repetition has its tempo or pace."""
    return (amount.unit is Unit.MS and not amount.is_open) or (amount.unit is Unit.REPS and work.exercise.has_beat)
