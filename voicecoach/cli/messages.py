"""What the user sees besides results: messages, progress, where the time went. All of it on stderr."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from unicodedata import category

from voicecoach.native_noise import audible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID
    from rich.text import Text

MEGABYTE = 1_000_000
GIGABYTE = 1000 * MEGABYTE
BAR_AFTER_S = 1.0
LONGEST_WORD, LONGEST_MESSAGE = 160, 1200
"""In characters; no name of a file that people give is as long, and a dozen lines are enough to read."""
LINE_EVERY_S = 20.0
"""So often progress is told where there is no terminal."""
PIPE_COLUMNS, MOST_COLUMNS = 160, 1000
"""The width of tables that don't go to a terminal, and the most that COLUMNS can ask for."""


def say(message: str) -> None:
    """A message for the user."""
    with audible():
        print(bounded(message), file=sys.stderr)


def bounded(message: str) -> str:
    """A message of a few lines, whatever it quotes: overlong words lose their middle, and signs that act are named."""
    shown = "".join(sign if sign == "\n" or category(sign) != "Cc" else repr(sign)[1:-1] for sign in message)
    shown = re.sub(rf"\S{{{LONGEST_WORD + 1},}}", lambda word: _shortened(word[0]), shown)
    return shown if len(shown) <= LONGEST_MESSAGE else f"{shown[:LONGEST_MESSAGE]}…"


def _shortened(word: str) -> str:
    return f"{word[: LONGEST_WORD * 2 // 3]}…{word[-LONGEST_WORD // 3 :]}"


def notes(sentences: Iterable[str]) -> None:
    """Things the user should know, each once."""
    for sentence in dict.fromkeys(sentences):
        say(f"note: {sentence}")


def size_text(size_bytes: int) -> str:
    """`93.1 MB`, `2.4 GB`."""
    return f"{size_bytes / GIGABYTE:.1f} GB" if size_bytes >= GIGABYTE else f"{size_bytes / MEGABYTE:.1f} MB"


def table_console() -> Console:
    """Where tables of results go: stdout, wide enough not to be cut when it isn't a terminal.

    Honours COLUMNS and NO_COLOR.
    """
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else _asked_columns() or PIPE_COLUMNS, highlight=False)


def _asked_columns() -> int:
    """The width that COLUMNS asks for, 0 if that says none."""
    asked = os.environ.get("COLUMNS", "")
    return min(int(asked), MOST_COLUMNS) if asked.isascii() and asked.isdigit() else 0


def cell(text: str) -> Text:
    """A cell of a table with a text of anybody's, which is no markup and does nothing to the terminal."""
    from rich.text import Text

    return Text(printable(text))


def printable(text: str) -> str:
    """A text in one line that does nothing to the terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


@dataclass
class Stopwatch:
    """Where the time went, stage by stage."""

    started_s: float = field(default_factory=time.perf_counter)
    spent_s: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def timing(self, stage: str) -> Iterator[None]:
        """Add the time of the body to `stage`."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.spent_s[stage] = self.spent_s.get(stage, 0.0) + time.perf_counter() - start

    def summary(self) -> str:
        """`0.31 s: plan 0.10, speech 0.02, file 0.12`."""
        stages = ", ".join(f"{stage} {spent:.2f}" for stage, spent in self.spent_s.items())
        return f"{time.perf_counter() - self.started_s:.2f} s: {stages}"


class ProgressBar:
    """A bar on a terminal, for work that takes more than a second; elsewhere a line now and then."""

    def __init__(self) -> None:
        self._since_s = time.perf_counter()
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._shown = True
        self._is_bar = sys.stderr.isatty()

    def __call__(self, what: str, done: int, total: int) -> None:
        """Show that `done` of `total` parts of `what` are done."""
        if not self._shown or time.perf_counter() - self._since_s < (BAR_AFTER_S if self._is_bar else LINE_EVERY_S):
            return
        if not self._is_bar:
            say(f"{what}: {done} of {total}")
            self._since_s = time.perf_counter()
            return
        bar = self._bar or self._start()
        if self._task is None or bar.tasks[self._task].description != what:
            if self._task is not None:
                bar.remove_task(self._task)
            self._task = bar.add_task(what)
        bar.update(self._task, completed=done, total=total)

    def of(self, what: str) -> Callable[[int, int], None]:
        """A progress callback for one kind of work."""
        return lambda done, total: self(what, done, total)

    def _start(self) -> Progress:
        from rich.console import Console
        from rich.progress import Progress

        self._bar = Progress(console=Console(stderr=True), transient=True)
        self._bar.start()
        return self._bar

    def hide(self) -> None:
        """Show it no more, whatever is done."""
        self.close()
        self._shown = False

    def close(self) -> None:
        """Take the bar away."""
        if self._bar:
            self._bar.stop()
            self._bar = None
            self._task = None
