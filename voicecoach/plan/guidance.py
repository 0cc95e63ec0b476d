"""Form cues and encouragement over the sets of one exercise: which, and in which gaps they may stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from voicecoach.definitions.model import Cue, Wordings
from voicecoach.plan.choices import Detail
from voicecoach.plan.cues import spread
from voicecoach.plan.script import Floating, Line, Priority, Role, Window, after_start, before_end
from voicecoach.plan.sets import Turn
from voicecoach.plan.workout import Work

MOST_GAPS = 100
MOST_WINDOWS = 12
"""Gaps a cue tries in one set; more would only cost time."""
SETTLE_MS = 2500
"""A hold begins without a cue for this long."""
QUIET_END_MS = 11_000
"""And ends without one from the ten-second call on."""
SHORT_HOLD_END_MS = 3500


@dataclass
class Stretches:
    """Where one exercise's work and the rests within it stand in the script, in order: `turns` with their step numbers,
    `rests` with the number of the set that follows."""

    work: Work
    turns: list[tuple[Turn, int]] = field(default_factory=list)
    rests: list[tuple[int, int]] = field(default_factory=list)


def form_cues(stretches: Stretches, cues: Sequence[Cue], detail: Detail, changed_sets: set[int]) -> Iterator[Floating]:
    """The exercise's form cues, each where it belongs first and then wherever later there is room.

    `changed_sets` are the sets before which the rest is taken by what changes in them.
    """
    if detail not in (Detail.FULL, Detail.BRIEF) or not cues:
        return
    sets = max(turn.number for turn, _ in stretches.turns)
    for number, in_set in enumerate(_by_set(cues, sets, detail), start=1):
        remaining = list(in_set)
        rest = next((step for step, follows in stretches.rests if follows == number), None)
        if remaining and rest is not None and number not in changed_sets and detail is Detail.FULL:
            cue = remaining.pop(0)
            yield _form(stretches, cue, (_rest_window(rest),), number)
        turns = [(turn, step) for turn, step in stretches.turns if turn.number == number]
        for index, cue in enumerate(remaining):
            turn, step = turns[index * len(turns) // len(remaining)]
            share = (index * len(turns) % len(remaining)) / len(remaining)
            yield _form(stretches, cue, tuple(_gaps(turn, step, cue, share)), number)


def _by_set(cues: Sequence[Cue], sets: int, detail: Detail) -> tuple[tuple[Cue, ...], ...]:
    if detail is Detail.BRIEF:
        return tuple((cues[number % len(cues)],) for number in range(sets))
    return spread(cues, sets)


def _form(stretches: Stretches, cue: Cue, windows: tuple[Window, ...], number: int) -> Floating:
    line = Line(Role.CUE, cue.wordings, Priority.FORM)
    return Floating(line, windows, tuple(_anywhere(stretches, cue, number)), must=stretches.work.exercise.name)


def _rest_window(step: int) -> Window:
    return Window(step, after_start(0), before_end(QUIET_END_MS))


def _anywhere(stretches: Stretches, cue: Cue, number: int) -> Iterator[Window]:
    """Every later gap, then every earlier one, then the rests."""
    later = [pair for pair in stretches.turns if pair[0].number >= number]
    earlier = [pair for pair in stretches.turns if pair[0].number < number]
    gaps = (window for turn, step in (*later, *earlier) for window in _gaps(turn, step, cue, 0.0))
    yield from islice(gaps, MOST_GAPS)
    for step, _ in stretches.rests[:MOST_GAPS]:
        yield _rest_window(step)
        yield Window(step, after_start(0), before_end(SHORT_HOLD_END_MS))


def _gaps(turn: Turn, step: int, cue: Cue, share: float) -> Iterator[Window]:
    """Windows for a cue in one turn, the first about `share` of the way through it."""
    work = turn.work
    if work.reps is None:
        end = QUIET_END_MS if work.set_ms >= QUIET_END_MS + SETTLE_MS else SHORT_HOLD_END_MS
        first = SETTLE_MS + int((work.set_ms - SETTLE_MS - end) * share)
        yield Window(step, after_start(first), before_end(end))
        yield Window(step, after_start(SETTLE_MS), before_end(SHORT_HOLD_END_MS))
        return
    starts = list(_phase_starts(work, cue))
    first_rep = 1 + int(max(0, work.reps - 3) * share)
    for rep in range(first_rep, min(work.reps, first_rep + MOST_WINDOWS)):
        for start in starts:
            yield Window(step, after_start(rep * work.rep_ms + start), after_start((rep + 1) * work.rep_ms))


def _phase_starts(work: Work, cue: Cue) -> Iterator[int]:
    """When, within a repetition, the moment of the cue begins: once for each side in turn."""
    movement_ms = work.exercise.movement_length(work.tempo)
    phases = [phase.name for phase, _ in work.exercise.phase_lengths(work.tempo)]
    lengths = [length for _, length in work.exercise.phase_lengths(work.tempo)]
    into = sum(lengths[: phases.index(cue.phase)]) if cue.phase in phases else 0
    yield from range(into, work.rep_ms, movement_ms)


def encouragement(stretches: Stretches, options: Sequence[Wordings], offset: int) -> Iterator[Floating]:
    """One line late in each set from the second on, never the same twice in a row."""
    last_turns = {turn.number: (turn, step) for turn, step in stretches.turns}
    for count, (number, (turn, step)) in enumerate(sorted(last_turns.items())):
        if number > 1:
            wordings = options[(offset + count) % len(options)]
            windows = tuple(_gaps(turn, step, Cue(say=wordings[0]), 0.6))
            yield Floating(Line(Role.ENCOURAGEMENT, wordings, Priority.ENCOURAGEMENT), windows)
