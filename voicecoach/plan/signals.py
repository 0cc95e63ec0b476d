"""Signals and calls of time: 3-2-1, halfway, `ten seconds`, the minutes that are left."""

from __future__ import annotations

from collections.abc import Iterator

from voicecoach.plan.choices import Detail
from voicecoach.plan.draft import Draft
from voicecoach.plan.script import Line, Mark, Role, Window, after_start, before_end
from voicecoach.times import MINUTE_MS

COUNTDOWN_MS = (3000, 2000, 1000)
AFTER_SIGNAL_MS = 500
"""The 3-2-1 leaves the tone at a step's beginning this long; in a short step it is a 2-1, or a single tick."""
COUNTDOWN_START_MS = 3200
"""Before the end of a step lines are over by then, for the 3-2-1."""
HALFWAY_FROM_MS = 30_000
TEN_SECONDS_FROM_MS = 20_000
THIRTY_SECONDS_FROM_MS = 45_000
MINUTES_FROM_MS = 120_000
CALL_OFF_MS = 400
"""A call of time starts at most this much sooner or later than it says."""
AFTER_TONE_MS = 500
"""`Halfway` follows its tone by then."""
CALL_ROOM_MS = 3000
TEN_MS, THIRTY_MS = 10_000, 30_000
CALLED_REST_MS = 12_000
"""In a longer rest `ten seconds` is called."""
LONG_REST_MS = 75_000
"""In a longer rest `one minute` is called."""


def countdown(draft: Draft, room_ms: int) -> Iterator[Mark]:
    """As much of 3-2-1 as the last `room_ms` of a step hold: ticks, and numbers as well if they are counted aloud."""
    for before in (before for before in COUNTDOWN_MS if before <= room_ms):
        yield Mark(before_end(before), Role.COUNTDOWN, tone="tick")
        if draft.count_aloud and draft.detail.says(Detail.COUNTS):
            number = draft.wording.line("count", number=before // 1000)
            yield Mark(before_end(before - 100), Role.COUNTDOWN, number)


def halfway_ms(length_ms: int) -> int:
    """The middle, on the grid."""
    return length_ms // 200 * 100


def call(draft: Draft, name: str, step: int, left_ms: int, **values: int) -> None:
    """Call how much time is left of a step, exactly then or not at all."""
    window = Window(
        step,
        before_end(left_ms + CALL_OFF_MS),
        before_end(left_ms - CALL_OFF_MS - CALL_ROOM_MS),
        start_by=before_end(left_ms - CALL_OFF_MS),
    )
    at = Window(step, before_end(left_ms), before_end(left_ms - CALL_ROOM_MS), start_by=window.start_by)
    draft.say(Line(Role.COUNTDOWN, draft.wording.line(name, **values)), (at, window))


def call_time_left(draft: Draft, step: int, length_ms: int, *, halfway: bool = True) -> None:
    """The calls of work by time: halfway, if that is known, every minute left, thirty and ten seconds."""
    middle = halfway_ms(length_ms)
    is_called = length_ms > THIRTY_SECONDS_FROM_MS
    if length_ms > MINUTES_FROM_MS:
        for minutes in range((length_ms - 1) // MINUTE_MS, 0, -1):
            name = "minutes_left" if minutes > 1 else "minute_left"
            call(draft, name, step, minutes * MINUTE_MS, minutes=minutes)
    elif halfway and length_ms >= HALFWAY_FROM_MS:
        both = is_called and 0 <= length_ms - middle - THIRTY_MS <= CALL_OFF_MS
        begin, end = after_start(middle), after_start(middle + CALL_ROOM_MS)
        window = Window(step, begin, end, start_by=after_start(middle + AFTER_TONE_MS))
        words = draft.wording.line("halfway_thirty" if both else "halfway")
        draft.say(Line(Role.HALFWAY, words), (window,))
        is_called = is_called and not both
    if is_called:
        call(draft, "thirty_seconds", step, THIRTY_MS)
    if length_ms >= TEN_SECONDS_FROM_MS:
        call(draft, "ten_seconds", step, TEN_MS)


def call_rest_left(draft: Draft, step: int, length_ms: int, *, back: bool = False) -> None:
    """The calls of a rest: one minute, ten seconds; with `back` it calls back into position."""
    if length_ms > LONG_REST_MS:
        call(draft, "minute_left", step, MINUTE_MS)
    if length_ms > CALLED_REST_MS:
        call(draft, "back_into_position" if back else "ten_seconds", step, TEN_MS)


def halfway_tone(length_ms: int) -> Iterator[Mark]:
    """The signal in the middle of work by time."""
    if HALFWAY_FROM_MS <= length_ms <= MINUTES_FROM_MS:
        yield Mark(after_start(halfway_ms(length_ms)), Role.HALFWAY, tone="halfway")
