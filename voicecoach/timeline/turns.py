"""Which set, round or interval a step belongs to, as a listener counts them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from voicecoach.plan.script import StepKind
from voicecoach.timeline.model import TimedStep, Timeline
from voicecoach.timeline.places import WORKING, set_of


@dataclass(frozen=True, slots=True)
class Turn:
    """The how-manieth of `of`: `what` is `set`, `round`, `interval` or `exercise`."""

    what: str
    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.what} {self.number} of {self.of}"


def turn_of(timeline: Timeline, number: int) -> Turn | None:
    """The turn of step `number`; `None` where nothing is counted.

    Where exercises follow each other in rounds these are counted; intervals where a round is a single piece of work,
    exercises where there is one round.
    """
    step = timeline.steps[number]
    if step.round is None:
        return _set(step)
    first = number
    while first and timeline.steps[first - 1].section == step.section:
        first -= 1
    last = number + 1
    while last < len(timeline.steps) and timeline.steps[last].section == step.section:
        last += 1
    return list(_of_section(timeline.steps[first:last]))[number - first]


def turns(timeline: Timeline) -> tuple[Turn | None, ...]:
    """The turns of all steps, as `turn_of` has them, each section gone through once."""
    sections = (tuple(steps) for _, steps in groupby(timeline.steps, key=lambda step: step.section))
    return tuple(turn for steps in sections for turn in _of_section(steps))


def _of_section(steps: tuple[TimedStep, ...]) -> Iterator[Turn | None]:
    places = list(_places(steps))
    rounds, pieces = places[-1]
    for step, (round_number, piece) in zip(steps, places, strict=True):
        if step.round is None:
            yield _set(step)
        elif pieces == 1:
            yield None
        elif rounds == 1:
            yield Turn("exercise", piece, pieces)
        else:
            yield Turn("interval" if rounds == pieces else "round", round_number, rounds)


def _set(step: TimedStep) -> Turn | None:
    if step.set is None or step.set_in_row is None:
        return None
    if step.round_in_all and step.sets_in_row == 1:
        return Turn("round", step.round_in_all, step.repeats)
    return Turn("set", step.set_in_row, step.sets_in_row or step.set)


def _places(steps: tuple[TimedStep, ...]) -> Iterator[tuple[int, int]]:
    """Of each step of a section in which round and which piece of work it is, both counted on through its repeats.

    What leads in to work belongs to that work, every other step to the work before.
    """
    rounds = pieces = 0
    before: TimedStep | None = None
    sets: dict[tuple[str | None, str | None], int] = {}
    waiting = 0
    for step in steps:
        if step.kind == StepKind.LEAD_IN:
            waiting += 1
            continue
        if step.kind in WORKING and (before is None or set_of(before) != set_of(step)):
            entry = step.exercise, step.title
            if before is None or before.round != step.round or (step.set or 0) > sets.get(entry, step.set or 0):
                rounds += 1
                sets = {}
            pieces += 1
            sets[entry] = step.set or 0
            before = step
        yield from [(rounds, pieces)] * (waiting + 1)
        waiting = 0
    yield from [(rounds, pieces)] * waiting
