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
    Moment,
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
COUNTDOWN_ROOM_MS = 4000
"""A step shorter than this has no room for a 3-2-1 of its own."""
HALFWAY_LINE_MS = 2500
WORD_ROOM_MS = 1200
"""A phase word is over this soon after its phase began, or is not said."""


@dataclass(frozen=True)
class Turn:
    """One stretch of work: a set, or one side's part of it. `number` counts the sets from one."""

    work: Work
    number: int
    side: str | None
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
        marks += countdown(work.set_ms, wording, detail, count_aloud=count_aloud)
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
    counts_each = alternating and work.exercise.counting is Counting.EACH
    reps = work.reps or 0
    for rep in range(1, reps + 1):
        if alternating:
            moment = after_start(rep * rep_ms - rep_ms // 2)
            if counts_each:
                yield _count(moment, 2 * rep - 1, rep, wording, detail)
            else:
                yield Mark(moment, Role.HALF_REP, tone="tick", rep=rep)
        last = rep == reps
        moment = before_end(0) if last else after_start(rep * rep_ms)
        yield _count(moment, 2 * rep if counts_each else rep, rep, wording, detail, LAST_NUMBER_LEAD_MS if last else None)


def _count(moment: Moment, number: int, rep: int, wording: Wording, detail: Detail, lead: Ms | None = None) -> Mark:
    line = () if detail is Detail.TONES else wording.line("count", number=number)
    return Mark(moment, Role.COUNT, line, tone="tick", rep=rep, lead=lead)


def _time_signals(length_ms: int) -> Iterator[Mark]:
    if length_ms >= HALFWAY_FROM_MS:
        yield Mark(after_start(halfway_ms(length_ms)), Role.HALFWAY, tone="halfway")


def halfway_ms(length_ms: int) -> int:
    """The middle, on the grid."""
    return length_ms // 200 * 100


def countdown(length_ms: int, wording: Wording, detail: Detail, *, count_aloud: bool) -> Iterator[Mark]:
    """3-2-1 at the end of a step: ticks, and numbers as well if they are to be counted aloud."""
    if length_ms < COUNTDOWN_ROOM_MS:
        return
    for before in COUNTDOWN_MS:
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
    reps, low, rep_ms = turn.work.reps or 0, turn.work.amount.low, turn.work.rep_ms
    lines: dict[int, Wordings] = {}
    at = f"{turn.work.exercise.name} {turn.number} {turn.side}"
    if reps > 3:  # noqa: PLR2004
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
    movement_ms = work.exercise.movement_length(work.tempo)
    movements = work.rep_ms // movement_ms
    reps = work.reps if work.reps is not None else work.set_ms // work.rep_ms if work.rep_ms else 0
    for rep in range(min(turn.guided_reps, reps)):
        for movement in range(movements):
            start = rep * work.rep_ms + movement * movement_ms
            replaced = rep > 0 and movement == 0  # the number of the rep before stands there
            yield from _words_of_movement(turn, step, start, skip_first=replaced)


def _words_of_movement(turn: Turn, step: int, start: int, *, skip_first: bool) -> Iterator[Floating]:
    for index, (phase, length) in enumerate(turn.work.exercise.phase_lengths(turn.work.tempo)):
        if phase.say and not (skip_first and index == 0):
            window = Window(step, after_start(start), after_start(start + WORD_ROOM_MS))
            yield Floating(Line(Role.PHASE, (f"{phase.say}.",), Priority.PHASE), (window,))
        start += length
