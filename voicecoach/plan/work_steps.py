"""The work of a bout: its steps with go, numbers and signals, and the lines that float around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from voicecoach.definitions.model import Counting, Sides, Wordings
from voicecoach.definitions.session import SectionKind
from voicecoach.plan.announce import list_recall
from voicecoach.plan.bouts import Bout, Turn
from voicecoach.plan.choices import Detail
from voicecoach.plan.draft import Draft, about, whole
from voicecoach.plan.phase_words import soft_ticks
from voicecoach.plan.script import (
    Count,
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
from voicecoach.plan.signals import (
    AFTER_SIGNAL_MS,
    COUNTDOWN_START_MS,
    call_time_left,
    countdown,
    halfway_tone,
)
from voicecoach.plan.targets import call_target

AFTER_GO_MS = 1000
SWITCH_AHEAD_MS = 6000
"""Where sides change without a break, the next one is named in the last seconds before."""
RECALL_EVERY_MS = 150_000
"""A list is recalled so often."""
RECALL_ROOM_MS = 40_000
RECALL_END_MS = 120_000
TENS, TWENTY = 10, 20


def write_work(bout: Bout, draft: Draft, *, ends_on_beat: bool) -> list[int]:
    """Write a bout's turns with the changes of side between them; gives the numbers of their steps.

    `ends_on_beat` says that the next work starts as this one ends.
    """
    steps = []
    for index, turn in enumerate(bout.turns):
        is_last = index == len(bout.turns) - 1
        if index and turn.side:
            _write_change(bout, turn, draft)
        on_beat = ends_on_beat if is_last else not bout.change
        steps.append(draft.here)
        _float_lines(bout, turn, draft, is_last_turn=is_last)
        if not bout.is_listed:
            draft.say_timed(bout.work.lines, draft.here, draft.here)
        is_switch = index > 0 and not bout.change
        draft.steps.append(_work_step(bout, turn, draft, on_beat=on_beat, is_switch=is_switch))
    return steps


def _write_change(bout: Bout, turn: Turn, draft: Draft) -> None:
    """The change to the side of `turn`: a step of its own, or words at the end of the work before."""
    exercise, side = bout.work.exercise, turn.side or ""
    word, noun = draft.wording.side(side), exercise.side_noun
    first = draft.here - 1
    late = Window(first, before_end(SWITCH_AHEAD_MS), before_end(0))
    if not bout.change:
        line = Line(Role.SWITCH, draft.wording.line("switch_now", side=word, noun=noun))
        draft.say(line, (late,), (whole(first), whole(draft.here)), must=bout.work.title)
        return
    words = draft.wording.line("switch", side=word, noun=noun)
    if exercise.switch:
        words = (*draft.wording.cue((exercise.switch,), side), words[-1])
    step = draft.here
    before = Window(step, after_start(0), before_end(COUNTDOWN_START_MS))
    elsewhere = (late, whole(first), whole(step + 1))
    draft.say(Line(Role.SWITCH, words), (before, whole(step)), elsewhere, must=bout.work.title)
    marks = (Mark(after_start(0), Role.SWITCH, tone="switch"), *countdown(draft, bout.change - AFTER_SIGNAL_MS))
    what = replace(about(bout, turn), reps=None)
    draft.steps.append(Step(StepKind.CHANGE, bout.change, what, marks=marks))


def _work_step(bout: Bout, turn: Turn, draft: Draft, *, on_beat: bool, is_switch: bool) -> Step:
    signal = "switch" if is_switch else "go"
    marks = [Mark(after_start(0), Role.GO if not is_switch else Role.SWITCH, tone=signal)]
    counts: tuple[Count, ...] = ()
    if turn.reps is not None:
        counts = tuple(_counts(bout, turn, draft))
        marks += _half_reps(bout, turn)
    else:
        if bout.section.kind is not SectionKind.FOR_TIME:  # nobody knows when half of it is done
            marks += halfway_tone(turn.length)
        if bout.ends_with_ticks or not on_beat:
            marks += countdown(draft, turn.length - AFTER_GO_MS)
    marks += soft_ticks(bout, turn)
    is_hold = bout.work.exercise.is_hold and not bout.is_listed
    return Step(
        StepKind.HOLD if is_hold else StepKind.WORK,
        turn.length,
        about(bout, turn),
        marks=tuple(marks),
        counts=counts,
        ends_on_beat=on_beat,
    )


def _counts(bout: Bout, turn: Turn, draft: Draft) -> Iterator[Count]:
    """One count a repetition, where it completes; one a movement where each is counted."""
    rep_ms, each = bout.work.rep_ms, _counts_each(bout)
    for rep in range(1, (turn.reps or 0) + 1):
        if each:
            yield Count(after_start(rep * rep_ms - rep_ms // 2), rep, _number(2 * rep - 1, draft))
        yield Count(after_start(rep * rep_ms), rep, _number(2 * rep if each else rep, draft))


def _counts_each(bout: Bout) -> bool:
    exercise = bout.work.exercise
    return exercise.sides is Sides.ALTERNATING and exercise.count is Counting.EACH


def _half_reps(bout: Bout, turn: Turn) -> Iterator[Mark]:
    """A tick for the first side of an alternating repetition."""
    if bout.work.exercise.sides is not Sides.ALTERNATING or _counts_each(bout):
        return
    rep_ms = bout.work.rep_ms
    for rep in range(1, (turn.reps or 0) + 1):
        yield Mark(after_start(rep * rep_ms - rep_ms // 2), Role.HALF_REP, tone="tick", rep=rep)


def _number(number: int, draft: Draft) -> Wordings:
    """The number's word, then its short form: `five` after `twenty-four`."""
    if not draft.detail.says(Detail.COUNTS):
        return ()
    words = draft.wording.line("count", number=number)
    if number > TWENTY and number % TENS:
        return (*words, *draft.wording.line("count", number=number % TENS))
    return words


def _float_lines(bout: Bout, turn: Turn, draft: Draft, *, is_last_turn: bool) -> None:
    step = draft.here
    call_target(bout, turn, step, draft, is_last_turn=is_last_turn)
    if turn.reps is None:
        call_time_left(draft, step, turn.length, halfway=bout.section.kind is not SectionKind.FOR_TIME)
    if bout.is_listed:
        _recall(bout, step, draft)


def _recall(bout: Bout, step: int, draft: Draft) -> None:
    """The list once more, every few minutes."""
    length = bout.turns[0].length
    for at in range(RECALL_EVERY_MS, length - RECALL_END_MS, RECALL_EVERY_MS):
        window = Window(step, after_start(at), after_start(at + RECALL_ROOM_MS))
        draft.say(Line(Role.CALL, list_recall(bout, draft.wording), Priority.NEXT), (window,))
