"""The words of a repetition's phases, and soft ticks where a phase is long."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from voicecoach.definitions.model import Guide, Phase
from voicecoach.plan.bouts import Bout, Turn
from voicecoach.plan.script import Floating, Line, Mark, Moment, Priority, Role, Window, after_start
from voicecoach.plan.workout import Work

GUIDED_REPS = 3
"""In so many repetitions of a set all phases are named, where guidance is thin."""
LONG_PHASE_MS = 3000
"""A phase from this length on is marked in every repetition, and counted down where nothing moves in it."""
QUICK_MS = 2000
"""Movements quicker than this keep no words after the guided repetitions."""
WORD_LATE_MS = 1200
"""A phase word begins this long after its phase at the latest, or in the first half of a longer one."""
SOFT_TICKS_MS = (3000, 2000, 1000)


class _Movement(NamedTuple):
    """A movement of a set: in which repetition it is, counted from zero, and when it starts."""

    rep: int
    start: int


class _Phase(NamedTuple):
    """A phase with its length, and how far into a movement it begins, in ms."""

    phase: Phase
    length: int
    into: int

    @property
    def is_long(self) -> bool:
        """Whether it is marked in every repetition."""
        return self.length >= LONG_PHASE_MS


def _phases(work: Work) -> Iterator[_Phase]:
    into = 0
    for phase, length in work.phases:
        yield _Phase(phase, length, into)
        into += length


def movements(bout: Bout, turn: Turn) -> Iterator[_Movement]:
    """All movements of a stretch of work that has phases and keeps their tempo."""
    work = bout.work
    if bout.is_listed or not work.phases or bout.target is not None:
        return
    each = work.movement_ms + work.pause
    in_rep = max(1, work.rep_ms // each)
    count = turn.reps * in_rep if turn.reps is not None else turn.length // each
    for number in range(count):
        yield _Movement(number // in_rep, number * each)


def phase_words(bout: Bout, turn: Turn, step: int, carrying: Collection[int]) -> Iterator[Floating]:
    """The words of the phases; in the repetitions `carrying` a cue they give way to it."""
    guide = bout.work.exercise.guide
    if guide is Guide.NONE:
        return
    phases = list(_phases(bout.work))
    named, long = [one for one in phases if one.phase.say], [one for one in phases if one.is_long]
    for movement in movements(bout, turn):
        is_guided = guide is Guide.ALWAYS or movement.rep < GUIDED_REPS
        if not is_guided and bout.work.movement_ms < QUICK_MS:
            return
        priority = Priority.YIELDING if movement.rep in carrying else Priority.PHASE
        for one in named if is_guided else long:
            window = Window(step, *_room(movement.start + one.into, one.length))
            # A word that only keeps the pace may be a tone.
            yield Floating(_line(one.phase.say, priority), (window,), or_tone=None if is_guided else "soft")


@cache
def _room(start: int, length: int) -> tuple[Moment, Moment, Moment]:
    """Between which moments a phase's word is said, and by when it begins, early enough to lead."""
    latest = min(max(WORD_LATE_MS, length // 2), length)
    return after_start(start), after_start(start + length), after_start(start + latest)


@cache
def _line(word: str | None, priority: Priority) -> Line:
    """A phase's word as a line; a session has few, each very many times."""
    return Line(Role.PHASE, (f"{word}.",) if word else (), priority)


def soft_ticks(bout: Bout, turn: Turn) -> Iterator[Mark]:
    """The last seconds of every long phase in which nothing moves."""
    still = [one for one in _phases(bout.work) if one.phase.is_still and one.is_long]
    ticks = [one.into + one.length - left for one in still for left in SOFT_TICKS_MS if left < one.length]
    for movement in movements(bout, turn) if ticks else ():
        yield from (Mark(after_start(movement.start + into), Role.PHASE, tone="soft") for into in ticks)
