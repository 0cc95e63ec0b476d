"""Form cues and encouragement over the sets of one exercise: which, and in which gaps they may stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from voicecoach.definitions.model import Cue, Wordings
from voicecoach.plan.choices import Detail
from voicecoach.plan.cues import spread
from voicecoach.plan.script import Floating, Line, Priority, Role, Window, after_start, before_end
from voicecoach.plan.sets import Turn
from voicecoach.plan.wording import Wording
from voicecoach.plan.workout import Work

MOST_WINDOWS = 12
"""Gaps a cue tries in one set, and steps it tries when they are taken; more would only cost time."""
SETTLE_MS = 2500
"""A hold begins without a cue for this long."""
QUIET_END_MS = 11_000
"""And ends without one from the ten-second call on."""
SHORT_HOLD_END_MS = 3500
CUE_MS = 3000
"""About what a cue takes, with the silence around it."""
NUMBER_MS = 1000
"""About what a number takes."""
SHORT_CUE_MS = 2000
"""The shortest movement that leaves a gap for a short cue."""
CUE_REST_MS = 13_000
"""A rest from this length on has room for a cue beside what belongs to it."""


@dataclass
class Stretches:
    """Where one exercise stands in the script, in order, and how many of its form cues the set-up takes.

    `turns` are its work with their step numbers, `rests` the steps of the rests within it by the number of the set that
    follows, `lead_ins` the steps that lead into it.
    """

    work: Work
    cues_in_setup: int = 0
    turns: list[tuple[Turn, int]] = field(default_factory=list)
    rests: dict[int, int] = field(default_factory=dict)
    lead_ins: list[int] = field(default_factory=list)

    def turns_by_set(self) -> dict[int, list[tuple[Turn, int]]]:
        """The turns of each set."""
        found: dict[int, list[tuple[Turn, int]]] = {}
        for turn, step in self.turns:
            found.setdefault(turn.number, []).append((turn, step))
        return found


def cues_for_setup(work: Work, cues: Sequence[Cue], *, in_circuit: bool) -> int:
    """How many of an exercise's form cues its sets and rests are too short for: those belong to the set-up."""
    rests = work.sets - 1 if work.rest >= CUE_REST_MS and not in_circuit else 0
    return max(0, len(cues) - rests - work.sets * work.sides_in_turn * _cues_in_turn(work))


def _cues_in_turn(work: Work) -> int:
    if work.reps is None:
        return max(0, work.set_ms - SETTLE_MS - SHORT_HOLD_END_MS) // CUE_MS
    if work.movement_ms < SHORT_CUE_MS:
        return 0
    movements = work.reps * work.rep_ms // work.movement_ms
    return max(0, movements - 2) * max(1, (work.movement_ms - NUMBER_MS) // CUE_MS)


def form_cues(
    stretches: Stretches, cues: Sequence[Cue], wording: Wording, detail: Detail, changed_sets: set[int]
) -> Iterator[Floating]:
    """The form cues, each where it belongs first and then wherever there is room, later rather than earlier.

    `changed_sets` are the sets before which the rest is taken by what changes in them.
    """
    if detail not in (Detail.FULL, Detail.BRIEF) or not cues:
        return
    by_set = stretches.turns_by_set()
    for number, in_set in enumerate(_by_set(cues, len(by_set), detail), start=1):
        remaining = list(in_set)
        anywhere = tuple(_anywhere(stretches, number)) if in_set else ()
        rest = stretches.rests.get(number)
        turns = by_set[number]
        if remaining and rest is not None and number not in changed_sets and detail is Detail.FULL:
            cue = remaining.pop(0)
            yield _form(stretches, _said(stretches, cue, turns[0][0], wording, anywhere), (_rest_window(rest),))
        for index, cue in enumerate(remaining):
            turn, step = turns[index * len(turns) // len(remaining)]
            share = (index * len(turns) % len(remaining)) / len(remaining)
            said = _said(stretches, cue, turn, wording, anywhere)
            yield _form(stretches, said, tuple(_gaps(turn, step, cue, share)))


def _by_set(cues: Sequence[Cue], sets: int, detail: Detail) -> tuple[tuple[Cue, ...], ...]:
    if detail is Detail.FULL:
        return spread(cues, sets)
    if len(cues) == 1:
        return (tuple(cues),)  # never the same one twice in a row
    return tuple((cues[number % len(cues)],) for number in range(sets))


def _said(
    stretches: Stretches, cue: Cue, turn: Turn, wording: Wording, anywhere: tuple[Window, ...]
) -> tuple[Wordings, tuple[Window, ...]]:
    """What is said of a cue in a turn, and where else it may be: one that names the side stays with that side."""
    said = wording.cue(cue.wordings, turn.begins)
    if said == cue.wordings:
        return said, anywhere
    same_side = (_within(one, step) for one, step in stretches.turns if one.begins == turn.begins)
    return said, tuple(islice(same_side, MOST_WINDOWS))


def _form(stretches: Stretches, said: tuple[Wordings, tuple[Window, ...]], windows: tuple[Window, ...]) -> Floating:
    wordings, elsewhere = said
    line = Line(Role.CUE, wordings, Priority.FORM)
    return Floating(line, windows, elsewhere, must=stretches.work.exercise.name)


def _rest_window(step: int) -> Window:
    return Window(step, after_start(0), before_end(QUIET_END_MS))


def _anywhere(stretches: Stretches, number: int) -> Iterator[Window]:
    """Any room in this set, in the later ones, in the rests, before the exercise begins, in the earlier sets."""
    first = bisect_left(stretches.turns, number, key=lambda pair: pair[0].number)
    idle = (*islice(stretches.rests.values(), MOST_WINDOWS), *stretches.lead_ins[:MOST_WINDOWS])
    yield from (_within(turn, step) for turn, step in islice(stretches.turns, first, first + MOST_WINDOWS))
    yield from (Window(step, after_start(0), before_end(SHORT_HOLD_END_MS)) for step in idle)
    yield from (_within(turn, step) for turn, step in islice(stretches.turns, min(first, MOST_WINDOWS)))


def _within(turn: Turn, step: int) -> Window:
    settled = SETTLE_MS if turn.work.reps is None else 0
    return Window(step, after_start(settled), before_end(SHORT_HOLD_END_MS if turn.work.reps is None else 0))


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
    phases = [phase.name for phase, _ in work.phases]
    into = sum(length for _, length in work.phases[: phases.index(cue.phase)]) if cue.phase in phases else 0
    yield from range(into, work.rep_ms, work.movement_ms)


def encouragement(
    stretches: Stretches, options: Sequence[Wordings], wording: Wording, offset: int
) -> Iterator[Floating]:
    """One line late in each set from the second on, never the same twice in a row."""
    last_turns = {turn.number: (turn, step) for turn, step in stretches.turns}
    for count, (number, (turn, step)) in enumerate(sorted(last_turns.items())):
        if number > 1:
            wordings = wording.cue(options[(offset + count) % len(options)], turn.begins)
            windows = tuple(_gaps(turn, step, Cue(say=wordings[0]), 0.6))
            yield Floating(Line(Role.ENCOURAGEMENT, wordings, Priority.ENCOURAGEMENT), windows)
