"""Calls of a set's target: `last two`, `last one`, the low end of a range."""

from __future__ import annotations

from voicecoach.definitions.amounts import Unit
from voicecoach.definitions.model import Wordings
from voicecoach.plan.bouts import Bout, Turn
from voicecoach.plan.draft import Draft
from voicecoach.plan.script import Line, Role, Window, after_start, before_end
from voicecoach.plan.signals import COUNTDOWN_START_MS

LEAST_FOR_LAST_TWO = 3
"""Repetitions: in a set of so few, the last two are nearly all of it."""


def call_target(bout: Bout, turn: Turn, step: int, draft: Draft, *, is_last_turn: bool) -> None:
    """Call the target of a turn; a range's low end from the second set on, since the first aims at all of it."""
    if turn.reps is None:
        _call_time(bout, turn, step, draft)
        return
    for rep, words in sorted(_lines(bout, turn.reps, draft, is_last_turn=is_last_turn).items()):
        rep_ms = bout.work.rep_ms
        window = Window(step, after_start(rep * rep_ms), after_start((rep + 1) * rep_ms))
        draft.say(Line(Role.CALL, words), (window,))


def _lines(bout: Bout, reps: int, draft: Draft, *, is_last_turn: bool) -> dict[int, Wordings]:
    """What is said after which repetition: one line a turn, another one from set to set."""
    low, line = bout.amount.low, draft.wording.line
    if low < reps and bout.set > 1:
        if reps - low <= LEAST_FOR_LAST_TWO + 2 and is_last_turn:
            return {low: line("more_if_good", more=reps - low)}
        return {}
    if reps > LEAST_FOR_LAST_TWO and bout.set % 2:
        return {reps - 2: line("last_two")} if is_last_turn else {}
    return {reps - 1: line("last_one")} if reps > 1 and is_last_turn else {}


def _call_time(bout: Bout, turn: Turn, step: int, draft: Draft) -> None:
    low = bout.amount.low
    if bout.amount.is_open or bout.amount.unit is Unit.REPS or not low < turn.length or bout.set == 1:
        return
    window = Window(step, after_start(low), before_end(COUNTDOWN_START_MS))
    words = draft.wording.line("more_seconds_if_good", length=draft.wording.length(low))
    draft.say(Line(Role.CALL, words), (window,))
