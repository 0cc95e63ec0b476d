"""The screens of a live session: one that is drawn, one that adds lines, one that only names the steps.

All of them show a position and a state, and nothing moves but by being shown another: there is no clock here.
"""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from itertools import zip_longest
from typing import TYPE_CHECKING, Protocol, TextIO

from voicecoach.terminal.latest import Latest
from voicecoach.terminal.lines import State, changes, clean, step_line
from voicecoach.timeline.view import View
from voicecoach.times import clock

if TYPE_CHECKING:
    from rich.console import Console
    from rich.segment import Segments
    from rich.text import Text

    from voicecoach.terminal.canvas import Canvas

LEAST_WIDTH, LEAST_HEIGHT = 30, 10
"""A terminal with fewer columns or rows gets lines."""
USUAL_SIZE = (80, 24)
LAST_PICTURE_S = 0.5
"""A terminal may take so long for the last picture."""


class Screen(Protocol):
    """Where a live session is shown. A terminal that is gone raises OSError from `open` and `show`, never `close`.

    It may do so from the `show` after.
    """

    def open(self) -> None:
        """Begin, or begin again after `close`."""

    def show(self, view: View, state: State) -> None:
        """Show this now."""

    def close(self) -> None:
        """Leave the terminal as it was; more than once does no harm."""


def screen_for(out: TextIO, *, plain: bool = False) -> Screen:
    """The screen that suits `out`: lines with `plain`, on dumb terminals and on tiny ones; steps where it is none."""
    if not plain and not out.isatty():
        return LineScreen(out)
    if plain or is_dumb() or is_tiny(out):
        return PlainScreen(out)
    return DrawnScreen(out)


def is_dumb() -> bool:
    """Whether the terminal can't place text."""
    return sys.platform != "win32" and os.environ.get("TERM", "") in {"", "dumb", "unknown"}


def is_tiny(out: TextIO) -> bool:
    """Whether the terminal is too small for a drawn screen."""
    columns, rows = terminal_size(out)
    return columns < LEAST_WIDTH or rows < LEAST_HEIGHT


def terminal_size(out: TextIO) -> tuple[int, int]:
    """Columns and rows of the terminal that `out` goes to, 80 and 24 if it doesn't say."""
    with suppress(OSError, ValueError):
        columns, rows = os.get_terminal_size(out.fileno())
        if columns and rows:
            return columns, rows
    return USUAL_SIZE


class DrawnScreen:
    """The whole terminal, redrawn where it changes, in a thread: a slow one gets fewer pictures, and no key waits."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._console: Console | None = None
        self._drawing: Latest | None = None
        self._canvas: Canvas | None = None
        self._rows: list[Text] = []
        self._seen: tuple[View, State, Canvas] | None = None

    def open(self) -> None:
        """Take the terminal over, until `close` or the end of the program."""
        if self._console:
            return
        from rich.console import Console

        self._console = Console(file=self._out, force_terminal=True, highlight=False)
        self._canvas = None
        atexit.register(self.close)
        self._console.set_alt_screen()
        self._console.show_cursor(show=False)
        self._drawing = Latest()

    def close(self) -> None:
        """Give the terminal back with what stood there before."""
        console, self._console = self._console, None
        drawing, self._drawing = self._drawing, None
        atexit.unregister(self.close)
        if drawing:
            drawing.end(LAST_PICTURE_S)
        if console:
            with suppress(OSError, ValueError):
                console.show_cursor(show=True)
                console.set_alt_screen(enable=False)

    @property
    def rows(self) -> list[str]:
        """What stands on it now, row by row."""
        return [row.plain for row in self._rows]

    def wait(self, limit_s: float) -> bool:
        """Until what was shown last is on the terminal, for so long at most; whether it is."""
        return not self._drawing or self._drawing.wait(limit_s)

    def show(self, view: View, state: State) -> None:
        """Draw the view, if it looks other than the one before."""
        console = self._console
        if console and self._drawing:
            self._drawing.do(lambda: self._show(console, view, state))

    def draw(self, rows_for: Callable[[Canvas], list[Text]]) -> None:
        """Draw the rows that are other than before, and all of them when the terminal's size is."""
        console = self._console
        if console and self._drawing:
            self._drawing.do(lambda: self._draw(console, self._sized(console), rows_for))

    def _show(self, console: Console, view: View, state: State) -> None:
        from voicecoach.terminal.frame import coarse, frame

        canvas = self._sized(console)
        seen = coarse(view, canvas), state, canvas
        if seen != self._seen or not self._rows:
            self._draw(console, canvas, lambda _canvas: frame(*seen))
            self._seen = seen

    def _draw(self, console: Console, canvas: Canvas, rows_for: Callable[[Canvas], list[Text]]) -> None:
        """In one piece, so that a terminal never shows half of it."""
        from rich.control import Control
        from rich.segment import Segment, Segments

        rows = rows_for(canvas)[: canvas.height]
        rows += [canvas.row("")] * (canvas.height - len(rows))
        segments: list[Segment] = []
        if not self._rows:
            segments += [Control.clear().segment]
        for number, (row, before) in enumerate(zip_longest(rows, self._rows)):
            if row is not before and (row != before or row.style != before.style):
                drawn = Segment.apply_style(row.render(console), console.get_style(row.style))
                segments += [Control.move_to(0, number).segment]
                segments += Segment.adjust_line_length(list(drawn), canvas.width)
        self._rows = rows
        if segments:
            self._write(console, Segments(segments))

    def _write(self, console: Console, segments: Segments) -> None:
        """Past the buffer of `out`: whoever ends the program doesn't wait for a terminal that takes nothing."""
        if console.legacy_windows:
            console.print(segments, end="", crop=False, soft_wrap=True)
            return
        with console.capture() as captured:
            console.print(segments, end="", crop=False, soft_wrap=True)
        left = captured.get().encode(console.encoding, "replace")
        while left:
            left = left[os.write(self._out.fileno(), left) :]

    def _sized(self, console: Console) -> Canvas:
        """The canvas of the terminal as it is now; a new one has no rows that could stay."""
        from rich.console import ConsoleDimensions

        from voicecoach.terminal.canvas import Canvas

        console.size = ConsoleDimensions(*terminal_size(self._out))
        colours = None if console.no_color else "standard" if console.legacy_windows else console.color_system
        is_fine = os.environ.get("TERM") != "linux" and not console.legacy_windows
        canvas = Canvas(console.width, console.height, console.encoding, colours, is_fine)
        if canvas != self._canvas:
            self._canvas, self._seen, self._rows = canvas, None, []
        return canvas


class _Lines:
    """Writes lines to `out`, each at once."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._view: View | None = None
        self._state = State()

    def open(self) -> None:
        """Nothing to do."""

    def close(self) -> None:
        """Nothing to do."""

    def _write(self, line: str) -> None:
        self._out.write(clean(line, self._out.encoding or "utf-8") + "\n")
        self._out.flush()

    def _is_new_step(self, view: View) -> bool:
        return self._view is None or (view.step, view.kind, view.title) != (
            self._view.step,
            self._view.kind,
            self._view.title,
        )


class PlainScreen(_Lines):
    """A line whenever something changes but the numbers, which are heard: for screen readers and dumb terminals."""

    def show(self, view: View, state: State) -> None:
        """Write what is new."""
        for line in changes(self._state, state):
            self._write(line)
        new_step = self._is_new_step(view)
        if new_step:
            self._write(step_line(view))
        if view.said and (new_step or self._view is None or view.said != self._view.said):
            self._write(view.said)
        self._view, self._state = view, state


class LineScreen(_Lines):
    """A line for each step, with its time, and the notices: for logs and pipes."""

    def show(self, view: View, state: State) -> None:
        """Write the step if it is another one."""
        if state.notice and state.notice != self._state.notice:
            self._write(f"{clock(view.at)}  {state.notice}")
        if self._is_new_step(view):
            self._write(f"{clock(view.at)}  {step_line(view)}")
        self._view, self._state = view, state
