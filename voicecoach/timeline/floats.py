"""Lines that take what room is left: an author's timed lines, the call of the middle, all that float in windows."""

from __future__ import annotations

from collections.abc import Iterator

from voicecoach.plan.script import Floating, Line, Role, StepKind, Timed, Window
from voicecoach.timeline.board import Board, tone
from voicecoach.times import GRID_MS, Ms, clock

TIMED_OFF_MS = 300
"""An author's line is at most so far from its time."""
HALFWAY_OFF = 0.09
"""The middle of a session is called at most this share of its length away from it."""
CALLED_END_MS, CALLED_FROM_MS = 10_600, 12_000
"""It leaves the end of a longer step to the call of the last ten seconds."""
SHORT_END_MS = 2000
"""And of a shorter one, so much of it."""


def place_timed(board: Board, timed: Timed) -> None:
    """Place an author's line exactly at its time, or report it."""
    if timed.line.say not in board.voice_ms:
        return
    start, end = board.spans[timed.first][0], board.spans[timed.last][1]
    for moment in _moments(timed, start, end):
        number = next((n for n in range(timed.first, timed.last + 1) if moment < board.spans[n][1]), None)
        at = None
        if number is not None and moment >= start:
            length = board.voice_ms[timed.line.say]
            at = board.taken[number].near(length, moment, TIMED_OFF_MS, board.around(number, moment))
        if number is None or moment < start:
            board.unheard.append(f"The work is over before {timed.line.say!r} would be said.")
        elif at is None:
            board.unheard.append(f"There was no room at {clock(moment)} to say {timed.line.say!r}.")
        else:
            board.place(board.voices[timed.line.say], Role.LINE, at, number)


def place_halfway(board: Board, duration: Ms) -> None:
    """Say that half of the session is done, in the rest nearest to the middle that has room, else in work."""
    text = board.preferred(board.script.halfway)
    if text is None:
        return
    middle, most_off = duration / 2, duration * HALFWAY_OFF
    steps = board.script.steps
    numbers = [
        n for n in range(len(steps)) if board.spans[n][1] > middle - most_off and board.spans[n][0] < middle + most_off
    ]
    for number in sorted(numbers, key=lambda n: (steps[n].kind is not StepKind.REST, abs(board.spans[n][0] - middle))):
        start, end = board.around(number, board.spans[number][0])
        clear = CALLED_END_MS if end - start > CALLED_FROM_MS else SHORT_END_MS
        earliest, latest = max(start, int(middle - most_off)), min(end - clear, int(middle + most_off))
        at = board.taken[number].room(board.voice_ms[text], earliest, latest)
        if at is not None:
            board.place(board.voices[text], Role.CALL, at, number)
            return


def place_floating(board: Board, floating: Floating) -> None:
    """Say a line in the first of its windows with room, else a tone in its place, or report it if it must be heard."""
    line = floating.line
    if floating.once and board.was_said(line.wordings, floating.windows[0].step):
        return
    texts = board.sayable(line.wordings)
    for windows in (floating.windows, floating.elsewhere):
        for text in texts:
            for window in windows:
                at = _room_in(board, window, line, text)
                if at is not None:
                    board.place(board.voices[text], line.role, at, window.step)
                    return
    if floating.or_tone:
        window = floating.windows[0]
        moment = window.earliest.within(*board.spans[window.step])
        board.place(tone(floating.or_tone), line.role, moment, window.step)
    elif floating.must and texts:
        board.unheard.append(f"{floating.must}: there was no room to say {line.wordings[0]!r}.")


def _room_in(board: Board, window: Window, line: Line, text: str) -> Ms | None:
    """The first moment of a window at which a wording of a line fits."""
    number, length = window.step, board.voice_ms[text]
    start, end = board.spans[number]
    first = start + GRID_MS if number in board.openers else start
    earliest = max(first, window.earliest.within(start, end))
    latest = min(end, window.latest.within(start, end))
    start_by = window.start_by.within(start, end) if window.start_by else None
    at = board.taken[number].room(length, earliest, latest, start_by)
    if at is None or board.straddles(number, at, length) or board.repeats(line, at, text):
        return None
    return at


def _moments(timed: Timed, start: Ms, end: Ms) -> Iterator[Ms]:
    line = timed.line
    if line.at is not None:
        yield Ms(start + line.at)
    if line.left is not None:
        yield Ms(end - line.left)
    if line.every:
        yield from (Ms(at) for at in range(start + line.every, end - 1000, line.every))
