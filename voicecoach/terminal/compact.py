"""The rows of the live screen where there is little room, and the list of the keys."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from voicecoach.plan.script import StepKind
from voicecoach.terminal.block_letters import drawn
from voicecoach.terminal.canvas import COLOURS, Canvas
from voicecoach.terminal.lettering import plain_lines
from voicecoach.terminal.lines import KEYS, State, following, hints, number_text, of_text, status, where
from voicecoach.timeline.view import View
from voicecoach.times import clock

LEAST_WIDTH, LEAST_HEIGHT = 30, 10
"""Columns and rows of the smallest screen with big digits."""
DIGITS_ROWS = 5


def compact(view: View, state: State, canvas: Canvas) -> Iterator[Text]:
    """Big digits from 30 columns and ten rows on, words alone below."""
    style = COLOURS[StepKind(view.kind)]
    if canvas.width >= LEAST_WIDTH and canvas.height >= LEAST_HEIGHT:
        yield from _with_digits(view, state, canvas, style)
        return
    yield canvas.row(f"{number_text(view)}{of_text(view)} {status(view, state)}", f"bold {style}")
    yield canvas.row(", ".join(part for part in (view.title, where(view)) if part), "bold")
    yield canvas.row(_told(state) or f"{clock(view.left)} left")
    yield canvas.row(following(view))
    yield canvas.row(view.said)


def _with_digits(view: View, state: State, canvas: Canvas, style: str) -> Iterator[Text]:
    spare = canvas.height - LEAST_HEIGHT
    told = _told(state)
    yield canvas.row((view.title or status(view, State())).upper(), "bold")
    place = where(view) if view.entries else where(view).replace(",", "").upper()
    yield canvas.row(place, f"bold {style}")
    yield from (canvas.row(row, f"bold {style}") for row in _digits(view, canvas))
    yield canvas.row(status(view, state), "bold reverse" if state.paused or state.holding else f"bold {style}")
    if spare:
        yield canvas.row(view.said)
    yield _bar("all  ", view.session_progress, f"{clock(view.left)} left{', muted' if state.muted else ''}", canvas)
    yield canvas.row(told or following(view), "bold yellow" if told else "")
    if spare > 1:
        yield canvas.row(hints(state, canvas.width), "dim")


def _told(state: State) -> str:
    return state.notice or " ".join(state.notes)


def _digits(view: View, canvas: Canvas) -> list[str]:
    """The number in five rows, and what it is of."""
    grain, number = canvas.grain, number_text(view)
    rows = drawn((number,), DIGITS_ROWS * grain.down, 2 * grain.across, grain)
    if len(rows[0]) > canvas.width:
        rows = (*[""] * (DIGITS_ROWS - 1), number)
    return [*rows[:-1], f"{rows[-1]}{of_text(view)}"]


def _bar(name: str, progress: float, beside: str, canvas: Canvas) -> Text:
    room = max(0, canvas.width - len(name) - len(beside) - 1)
    done = int(room * progress)
    full, empty = "━─" if canvas.draws else "#-"
    row = Text(name)
    row.append(full * done, "blue")
    row.append(empty * (room - done), "dim")
    row.append(f" {beside}")
    row.truncate(canvas.width)
    return row


def help_rows(canvas: Canvas, address: str) -> Iterator[Text]:
    """A key a row, in columns or in running text where there isn't the room; and the second screen's address."""
    lines = [f"{key:<9} {what}" for key, what in KEYS]
    columns = -(-len(lines) // max(1, canvas.height - 1 - bool(address)))
    width = max(map(len, lines)) + 2
    yield canvas.row("Keys", "bold")
    if columns * width <= canvas.width:
        rows = -(-len(lines) // columns)
        yield from (canvas.row("".join(f"{line:<{width}}" for line in lines[row::rows])) for row in range(rows))
    else:
        text = "; ".join(f"{key} {what}" for key, what in KEYS)
        yield from (canvas.row(line) for line in plain_lines(text, canvas.width, canvas.height))
    if address:
        yield canvas.row(f"Second screen: {address}")
