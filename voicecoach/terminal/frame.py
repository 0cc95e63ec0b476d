"""The rows of the live screen for any size of terminal, from what there is to see at a position."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from rich.cells import cell_len
from rich.text import Text

from voicecoach.plan.script import StepKind
from voicecoach.terminal.block_letters import CHARACTERS, digits, letters
from voicecoach.terminal.lines import HINTS, KEYS, State, clean, status, where
from voicecoach.terminal.lists import listing_rows
from voicecoach.timeline.view import View
from voicecoach.times import clock

LEAST_WIDTH, LEAST_HEIGHT = 30, 10
"""Columns and rows of the smallest screen with big digits."""
SECONDS_UP_TO = 99
"""Longer countdowns are shown as minutes and seconds."""
LARGE = 2
"""The scale of the digits where there is plenty of room."""
VOLUME_FROM_WIDTH = 50
STYLES = {
    StepKind.LEAD_IN: "yellow",
    StepKind.WORK: "green",
    StepKind.HOLD: "green",
    StepKind.CHANGE: "magenta",
    StepKind.REST: "cyan",
    StepKind.OUTRO: "green",
}
DRAWN = CHARACTERS + "━─…"


@dataclass(frozen=True, slots=True)
class Canvas:
    """What the rows are for: columns, rows, and the characters a terminal can show."""

    width: int
    height: int
    encoding: str = "utf-8"

    @property
    def draws(self) -> bool:
        """Whether it can show block characters."""
        return clean(DRAWN, self.encoding) == DRAWN

    def row(self, text: str, style: str = "") -> Text:
        """One row, cut to the width."""
        row = Text(clean(text, self.encoding), style)
        row.truncate(self.width, overflow="ellipsis" if self.draws else "crop")
        return row


@dataclass
class _Budget:
    """The rows that are still free."""

    rows: int

    def takes(self, rows: int) -> bool:
        """Whether so many more rows fit; if so, they are taken."""
        if rows > self.rows:
            return False
        self.rows -= rows
        return True


def frame(view: View, state: State, canvas: Canvas) -> list[Text]:
    """At most `canvas.height` rows of at most `canvas.width` columns."""
    if state.help:
        return list(_help(canvas, state))[: canvas.height]
    if state.listing:
        return [canvas.row(*row) for row in listing_rows(state.listing, canvas.height)][: canvas.height]
    if canvas.width < LEAST_WIDTH or canvas.height < LEAST_HEIGHT:
        return list(_small(view, state, canvas))[: canvas.height]
    return list(_full(view, state, canvas))


def _small(view: View, state: State, canvas: Canvas) -> Iterator[Text]:
    """Words alone."""
    style = f"bold {STYLES[StepKind(view.kind)]}"
    yield canvas.row(f"{_number(view)}{_of(view)} {status(view, state)}", style)
    yield canvas.row(", ".join(part for part in (view.title, where(view)) if part), "bold")
    yield canvas.row(state.notice or f"{clock(view.left)} left")
    yield canvas.row(_next(view))
    yield canvas.row(view.said)


def _full(view: View, state: State, canvas: Canvas) -> Iterator[Text]:
    """The smallest screen has ten rows; what else there is comes in order of its worth, as far as there is room."""
    budget = _Budget(canvas.height - LEAST_HEIGHT)
    said, hints, set_bar = (budget.takes(1) for _ in range(3))
    title, place = _heading(_titles(view), canvas, budget), _place(view, canvas, budget)
    said_rows, next_rows, gaps = said + budget.takes(1), 1 + budget.takes(1), [budget.takes(1) for _ in range(3)]
    number = _big_number(view, canvas, budget)
    style = STYLES[StepKind(view.kind)]
    blank = [Text()]
    yield from (canvas.row(row, "bold") for row in title)
    yield from blank[: gaps[2]]
    yield from (canvas.row(row, f"bold {style}") for row in place)
    yield from blank[: gaps[0]]
    yield from (canvas.row(row, f"bold {style}") for row in number)
    yield from blank[: gaps[1]]
    yield canvas.row(status(view, state), "bold reverse" if state.paused or state.holding else f"bold {style}")
    yield from _filled(view.said, said_rows, canvas)
    if set_bar:
        yield _bar("rest" if view.kind == StepKind.REST else "set ", view.set_progress, "", canvas, style)
    yield _bar("all ", view.session_progress, _left(view, state, canvas), canvas, "blue")
    yield from _filled(state.notice or _next(view), next_rows, canvas, "bold yellow" if state.notice else "")
    if hints:
        yield canvas.row(_hints(canvas.width), "dim")


# The headings


def _titles(view: View) -> tuple[str, ...]:
    return (view.title or status(view, State()),)


def _place(view: View, canvas: Canvas, budget: _Budget) -> list[str]:
    """Which set it is and which side, or the entries of a list, one a row or as many as there is room for."""
    if not view.entries:
        return _heading(_places(view), canvas, budget)
    for rows in (list(view.entries), _wrapped(where(view), canvas.width)):
        if budget.takes(len(rows) - 1):
            return rows
    return [where(view)]


def _places(view: View) -> tuple[str, ...]:
    """Set and side, in full and shorter."""
    full = where(view)
    if not view.turn or view.kind == StepKind.REST:
        return (full,)
    short = " ".join(part for part in (f"{view.turn.number}/{view.turn.of}", view.side, view.target) if part)
    return full.replace(",", ""), short


def _heading(texts: Sequence[str], canvas: Canvas, budget: _Budget) -> list[str]:
    """The first of `texts` that fits in large letters, in one line of them or in two; else in plain ones."""
    if not canvas.draws:
        return [texts[0].upper()]
    for text in texts:
        if (big := letters(text)) and _width(big) <= canvas.width and budget.takes(len(big) - 1):
            return big
    for lines in (textwrap.wrap(text, -(-len(text) * 2 // 3)) for text in texts if text):
        drawn = [letters(line) or [] for line in lines]
        rows = [row for line in drawn for row in line]
        if all(drawn) and rows and _width(rows) <= canvas.width and budget.takes(len(rows) - 1):
            return rows
    return [texts[0].upper()]


def _width(rows: Sequence[str]) -> int:
    return max(cell_len(row) for row in rows)


# The number


def _number(view: View) -> str:
    if view.reps is None and view.number > SECONDS_UP_TO:
        minutes, seconds = divmod(view.number, 60)
        return f"{minutes}:{seconds:02}"
    return str(view.number)


def _of(view: View) -> str:
    return f" of {view.reps}" if view.reps else "" if ":" in _number(view) else " s"


def _big_number(view: View, canvas: Canvas, budget: _Budget) -> list[str]:
    number, beside = _number(view), _of(view)
    draw = partial(digits, number, block="█" if canvas.draws else "#")
    rows = draw()
    large = draw(LARGE)
    if _width(large) + len(beside) <= canvas.width and budget.takes(len(large) - len(rows)):
        rows = large
    if _width(rows) > canvas.width:
        rows = [*[""] * (len(rows) - 1), number]
    return [*rows[:-1], f"{rows[-1]}{beside}"]


# The rows below it


def _next(view: View) -> str:
    needs = f" Needs: {view.needs}." if view.needs else ""
    return f"Next: {view.next}.{needs}" if view.next else ""


def _filled(text: str, rows: int, canvas: Canvas, style: str = "") -> Iterator[Text]:
    """Exactly `rows` rows with as much of `text` as they hold."""
    lines = _wrapped(text, canvas.width)
    if rows and len(lines) > rows:
        lines[rows - 1 :] = [" ".join(lines[rows - 1 :])]
    yield from (canvas.row(line, style) for line in [*lines, *[""] * rows][:rows])


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and cell_len(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _left(view: View, state: State, canvas: Canvas) -> str:
    left = f"{clock(view.left)} left"
    if state.muted:
        return f"{left}, muted"
    return f"{left}, volume {state.volume:.0%}" if canvas.width >= VOLUME_FROM_WIDTH else left


def _bar(name: str, progress: float, beside: str, canvas: Canvas, style: str) -> Text:
    room = max(0, canvas.width - len(name) - 1 - (len(beside) + 1 if beside else 0))
    done = int(room * progress)
    full, empty = "━─" if canvas.draws else "#-"
    row = Text(f"{name} ")
    row.append(full * done, style)
    row.append(empty * (room - done), "dim")
    row.append(f" {beside}" if beside else "")
    row.truncate(canvas.width)
    return row


def _hints(width: int) -> str:
    """As many hints as fit."""
    fitting = ""
    for hint in HINTS:
        longer = f"{fitting}   {hint}" if fitting else hint
        if len(longer) > width:
            break
        fitting = longer
    return fitting


# Help


def _help(canvas: Canvas, state: State) -> Iterator[Text]:
    """A key a row; in two columns or in running text where there isn't the room."""
    lines = [f"{key:<9} {what}" for key, what in KEYS]
    columns = -(-len(lines) // max(1, canvas.height - 1 - bool(state.address)))
    width = max(map(len, lines)) + 2
    yield canvas.row("Keys", "bold")
    if columns * width <= canvas.width:
        rows = -(-len(lines) // columns)
        yield from (canvas.row("".join(f"{line:<{width}}" for line in lines[row::rows])) for row in range(rows))
    else:
        text = "; ".join(f"{key} {what}" for key, what in KEYS)
        yield from (canvas.row(line) for line in _wrapped(text, canvas.width))
    if state.address:
        yield canvas.row(f"Second screen: {state.address}")
