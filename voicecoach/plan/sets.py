"""The marks of one set: counts, ticks, halfway, countdown; and the lines that float around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from voicecoach.definitions.model import Counting, Sides, Wordings
from voicecoach.plan.choices import Detail
from voicecoach.plan.script import (
    Floating,
    Line,
    Mark,
    Priority,
    Role,
    Step,
    StepKind,
    Window,
    after_start,
    before_end,
)
from voicecoach.plan.wording import Wording
from voicecoach.plan.workout import Work
from voicecoach.times import Ms

LAST_NUMBER_LEAD_MS = Ms(500)
HALFWAY_FROM_MS = 30_000
TEN_SECONDS_FROM_MS = 20_000
COUNTDOWN_MS = (3000, 2000, 1000)
AFTER_SIGNAL_MS = 500
"""The 3-2-1 leaves the tone at a step's beginning this long; in a short step it is a 2-1, or a single tick."""
AFTER_GO_MS = 1000
HALFWAY_LINE_MS = 2500
LEAST_FOR_LAST_TWO = 3
"""Repetitions: in a set of so few, the last two are nearly all of it."""
WORD_ROOM_MS = 1200
"""A phase word is over this soon after its phase began, or is not said."""


@dataclass(frozen=True)
class Turn:
    """One stretch of work: a set, or one side's part of it. `number` counts the sets from one.

    `side` is the side that works, `alternating` or `None`; `begins` the side it begins with, if there are sides.
    """

    work: Work
    number: int
    side: str | None
    begins: str | None = None
    is_first_side: bool = True

    @property
    def guided_reps(self) -> int:
        """In how many repetitions the phases are named: fewer from set to set."""
        if self.number == 1:
            return 3 if self.is_first_side else 1
        return 1 if self.number == 2 and self.is_first_side else 0  # noqa: PLR2004


def work_step(turn: Turn, wording: Wording, detail: Detail, *, count_aloud: bool) -> Step:
    """The step of one turn, with everything that has a moment of its own."""
    work = turn.work
    marks = [Mark(after_start(0), Role.GO, tone="go")]
    if work.reps is not None:
        marks += _counts(turn, wording, detail)
    else:
        marks += _time_signals(work.set_ms)
        marks += countdown(work.set_ms - AFTER_GO_MS, wording, detail, count_aloud=count_aloud)
    return Step(
        kind=StepKind.HOLD if work.exercise.is_hold else StepKind.WORK,
        length=work.set_ms,
        exercise=work.exercise.name,
        set=turn.number,
        side=turn.side,
        reps=work.reps,
        marks=tuple(marks),
    )


def _counts(turn: Turn, wording: Wording, detail: Detail) -> Iterator[Mark]:
    """One count a repetition, where it completes; the last one ahead of the end of the set."""
    work, rep_ms = turn.work, turn.work.rep_ms
    alternating = work.exercise.sides is Sides.ALTERNATING
    counts_each = alternating and work.exercise.count is Counting.EACH
    reps = work.reps or 0
    for rep in range(1, reps + 1):
        if alternating:
            moment = after_start(rep * rep_ms - rep_ms // 2)
            if counts_each:
                yield Mark(moment, Role.COUNT, _number(2 * rep - 1, wording, detail), tone="tick", rep=rep)
            else:
                yield Mark(moment, Role.HALF_REP, tone="tick", rep=rep)
        moment, lead = (after_start(rep * rep_ms), None) if rep < reps else (before_end(0), LAST_NUMBER_LEAD_MS)
        line = _number(2 * rep if counts_each else rep, wording, detail)
        yield Mark(moment, Role.COUNT, line, tone="tick", rep=rep, lead=lead)


def _number(number: int, wording: Wording, detail: Detail) -> Wordings:
    return () if detail is Detail.TONES else wording.line("count", number=number)


def _time_signals(length_ms: int) -> Iterator[Mark]:
    if length_ms >= HALFWAY_FROM_MS:
        yield Mark(after_start(halfway_ms(length_ms)), Role.HALFWAY, tone="halfway")


def halfway_ms(length_ms: int) -> int:
    """The middle, on the grid."""
    return length_ms // 200 * 100


def countdown(room_ms: int, wording: Wording, detail: Detail, *, count_aloud: bool) -> Iterator[Mark]:
    """As much of 3-2-1 as the last `room_ms` of a step hold: ticks, and numbers as well if they are counted aloud."""
    for before in (before for before in COUNTDOWN_MS if before <= room_ms):
        yield Mark(before_end(before), Role.COUNTDOWN, tone="tick")
        if count_aloud and detail is not Detail.TONES:
            yield Mark(before_end(before - 100), Role.COUNTDOWN, wording.line("count", number=before // 1000))


def set_lines(turn: Turn, step: int, wording: Wording, detail: Detail) -> Iterator[Floating]:
    """The lines of one turn that every detail but `tones` has, and the phase words of `full`."""
    if detail is Detail.TONES:
        return
    if turn.work.reps is None:
        yield from _time_lines(turn, step, wording)
    else:
        yield from _last_reps(turn, step, wording)
    if detail is Detail.FULL:
        yield from _phase_words(turn, step)


def _transition(role: Role, wordings: Wordings, window: Window) -> Floating:
    return Floating(Line(role, wordings), (window,))


def _time_lines(turn: Turn, step: int, wording: Wording) -> Iterator[Floating]:
    length, low = turn.work.set_ms, turn.work.amount.low
    if length >= HALFWAY_FROM_MS:
        middle = halfway_ms(length)
        window = Window(step, after_start(middle), after_start(middle + HALFWAY_LINE_MS))
        yield _transition(Role.HALFWAY, wording.line("halfway"), window)
    if length >= TEN_SECONDS_FROM_MS:
        window = Window(step, before_end(10_000), before_end(7500))
        yield _transition(Role.COUNTDOWN, wording.line("ten_seconds"), window)
    if low < length:
        window = Window(step, after_start(low), before_end(3200))
        line = wording.line("more_seconds_if_good", turn.number, length=wording.length(low))
        yield _transition(Role.CUE, line, window)


def _last_reps(turn: Turn, step: int, wording: Wording) -> Iterator[Floating]:
    """`Last two`, `last one`; one line at the low end of a range serves for both when it is that near the end."""
    reps, low, rep_ms = turn.work.reps or 0, turn.work.amount.low, turn.work.rep_ms
    lines: dict[int, Wordings] = {}
    at = f"{turn.work.exercise.name} {turn.number} {turn.side}"
    if reps > LEAST_FOR_LAST_TWO and not reps - LEAST_FOR_LAST_TWO <= low < reps:
        lines[reps - 2] = wording.line("last_two", at)
    if reps > 1:
        lines[reps - 1] = wording.line("last_one", at)
    if low < reps:
        lines[low] = wording.line("more_if_good", at, more=reps - low)
    for rep, line in sorted(lines.items()):
        window = Window(step, after_start(rep * rep_ms), after_start((rep + 1) * rep_ms))
        yield _transition(Role.CUE, line, window)


def _phase_words(turn: Turn, step: int) -> Iterator[Floating]:
    work = turn.work
    if work.exercise.is_hold:
        return
    movement_ms = work.movement_ms
    movements = work.rep_ms // movement_ms
    reps = work.reps if work.reps is not None else work.set_ms // work.rep_ms
    each_counted = work.exercise.count is Counting.EACH
    for rep in range(min(turn.guided_reps, reps)):
        for movement in range(movements):
            start = rep * work.rep_ms + movement * movement_ms
            # The number of the rep or movement before stands there.
            replaced = start > 0 and work.reps is not None and (movement == 0 or each_counted)
            yield from _words_of_movement(turn, step, start, skip_first=replaced)


def _words_of_movement(turn: Turn, step: int, start: int, *, skip_first: bool) -> Iterator[Floating]:
    for index, (phase, length) in enumerate(turn.work.phases):
        if phase.say and not (skip_first and index == 0):
            window = Window(step, after_start(start), after_start(start + WORD_ROOM_MS))
            yield Floating(Line(Role.PHASE, (f"{phase.say}.",), Priority.PHASE), (window,))
        start += length
