"""Lines that take what room is left: an author's timed lines, the call of the middle, all that float in windows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from voicecoach.counted import quoted_sentence
from voicecoach.definitions.model import Wordings
from voicecoach.plan.script import Floating, Line, Role, StepKind, Timed, Window
from voicecoach.timeline.board import Board
from voicecoach.timeline.rooms import CLEARANCE_MS
from voicecoach.timeline.sayings import tone
from voicecoach.times import GRID_MS, Ms, clock

TIMED_OFF_MS = 300
"""An author's line is at most so far from its time."""
HALFWAY_OFF, HALFWAY_OFF_IN_REST = 0.05, 0.08
"""The middle of a session is called at most this share of its length away from it; a rest may be further than work."""
HALVES_APART_MS = 10_000
"""So far from the call of half of a piece of work, that of the session is taken for what it is."""
SOONER_MS = 12_000
"""What has to be heard and has no room behind the line that it follows is said at most so long before that begins."""
CALLED_END_MS, CALLED_FROM_MS = 10_600, 12_000
"""It leaves the end of a longer step to the call of the last ten seconds."""
SHORT_END_MS = 2000
"""And of a shorter one, so much of it."""


def place_timed(board: Board, timed: Timed) -> None:
    """Place an author's line exactly at its time, or report it."""
    if not board.sayings.is_said(timed.line.say):
        return
    start, end = board.spans[timed.first][0], board.spans[timed.last][1]
    for moment in _moments(timed, start, end):
        number = bisect_right(board.spans, moment, timed.first, timed.last + 1, key=lambda span: span[1])
        is_within = start <= moment and number <= timed.last
        at = None
        if is_within:
            length = board.sayings.voice_ms(timed.line.say)
            at = board.taken[number].near(length, moment, TIMED_OFF_MS, board.around(number, moment))
        if not is_within:
            board.unheard.append(f"The work is over before {timed.line.say!r} would be said.")
        elif at is None:
            board.unheard.append(f"There was no room at {clock(moment)} to say {quoted_sentence(timed.line.say)}.")
        else:
            board.say(timed.line.say, Role.LINE, at, number)


def place_halfway(board: Board, duration: Ms) -> None:
    """Say that half of the session is done, in the rest nearest to the middle that has room, else in work."""
    text = board.sayings.preferred(board.script.halfway)
    if text is None:
        return
    middle, steps = duration / 2, board.script.steps
    halves = [event.start for event in board.events if event.role is Role.HALFWAY]
    numbers = sorted(
        range(len(steps)), key=lambda n: (steps[n].kind is not StepKind.REST, abs(board.spans[n][0] - middle))
    )
    for number, apart in ((number, apart) for apart in (halves, ()) for number in numbers):
        start, end = board.around(number, board.spans[number][0])
        most_off = duration * (HALFWAY_OFF_IN_REST if steps[number].kind is StepKind.REST else HALFWAY_OFF)
        clear = CALLED_END_MS if end - start > CALLED_FROM_MS else SHORT_END_MS
        earliest, latest = max(start, int(middle - most_off)), min(end - clear, int(middle + most_off))
        length, taken = board.sayings.voice_ms(text), board.taken[number]
        moments = (int(middle), earliest, *(half + HALVES_APART_MS for half in apart))
        found = (taken.room(length, max(earliest, moment), latest) for moment in moments)
        at = next((one for one in found if one is not None and _is_apart(one, apart)), None)
        if at is not None:
            board.say(text, Role.CALL, at, number)
            return


def _is_apart(at: Ms, halves: Iterable[Ms]) -> bool:
    """Whether no half of a piece of work is called near a moment, so that nobody takes one half for the other."""
    return all(abs(at - half) >= HALVES_APART_MS for half in halves)


def place_floating(board: Board, number: int) -> None:
    """Say a line in the first of its windows with room, else a tone in its place, or report it if it must be heard.

    `number` is its place in the script.
    """
    floating = board.script.floating[number]
    line = floating.line
    texts = board.sayings.sayable(line.wordings)
    leader = board.placed.get(floating.follows) if floating.follows is not None else None
    if floating.once and (window := floating.first_window) and board.was_said(line.wordings, window.step):
        _pass_on(board, number, leader)
        return
    if floating.in_order and floating.follows is not None and leader is None:
        _report(board, floating, texts)
        return
    if _is_said(board, number, texts, Ms(leader[1] + CLEARANCE_MS) if leader else Ms(0)):
        return
    if floating.in_order:
        _report(board, floating, texts)
        return
    if leader and floating.must and _is_said(board, number, texts, Ms(leader[0] - SOONER_MS)):
        return
    _pass_on(board, number, leader)
    if floating.or_tone and (window := floating.first_window):
        moment = window.earliest.within(*board.spans[window.step])
        board.place(tone(floating.or_tone), line.role, moment, window.step)
    else:
        _report(board, floating, texts)


def _pass_on(board: Board, number: int, leader: tuple[Ms, Ms] | None) -> None:
    """Let what follows a line that isn't said follow what that would have followed."""
    if leader and number in board.leaders:
        board.placed[number] = leader


def _report(board: Board, floating: Floating, texts: Wordings) -> None:
    """Tell of a line that can be said, must be heard and isn't."""
    if floating.must and texts:
        board.unheard.append(f"{floating.must}: there was no room to say {quoted_sentence(floating.line.wordings[0])}.")


def _is_said(board: Board, number: int, texts: Wordings, not_before: Ms) -> bool:
    """Whether there was room for one of the `texts` of a line."""
    floating = board.script.floating[number]
    line = floating.line
    for windows in (floating.windows, floating.elsewhere):
        for text in texts:
            for window in windows:
                at = _room_in(board, window, line, text, not_before)
                if at is not None:
                    board.say(text, line.role, at, window.step)
                    if number in board.leaders:
                        board.placed[number] = at, Ms(at + board.sayings.voice_ms(text))
                    return True
    return False


def _room_in(board: Board, window: Window, line: Line, text: str, not_before: Ms) -> Ms | None:
    """The first moment of a window at which a wording of a line fits."""
    number, earliest, latest, start_by = window
    length, (start, end) = board.sayings.voice_ms(text), board.spans[number]
    first = start + GRID_MS if number in board.openers else start
    at = board.taken[number].room(
        length,
        max(first, not_before, earliest.within(start, end)),
        min(end, latest.within(start, end)),
        start_by.within(start, end) if start_by else None,
    )
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
