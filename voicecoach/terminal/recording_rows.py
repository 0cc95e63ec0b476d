"""What is seen while sentences are recorded: the sentence, how loud it is, what is to be done."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from rich.cells import cell_len
from rich.text import Text

from voicecoach.counted import counted
from voicecoach.pipeline.sentences import Sentence
from voicecoach.terminal.block_letters import letters
from voicecoach.terminal.canvas import Canvas

QUIETEST_DB = -60.0
LOUD_DB, TOO_LOUD_DB = -9.0, -1.0
OTHER_ROWS = 9
"""What stands around the sentence at most."""

LARGE_ROWS, LEAST_COLUMNS = 4, 2
"""Of a line in large letters with the one above it, and of the narrowest letter."""


class Stage(Enum):
    """What the recorder is doing."""

    READY = "ready"
    RECORDING = "recording"
    TAKEN = "taken"


HINTS = {
    Stage.READY: ("space record", "s skip", "b back", "q quit", "p play"),
    Stage.RECORDING: ("space stop", "esc drop it"),
    Stage.TAKEN: ("enter keep", "p play", "r again", "s skip", "b back", "q quit"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What there is to see.

    `number` is the place of the sentence among `total`, `left_minutes` about how long the rest takes; `peak` is from 0
    to full scale at 1, `seconds` the length of the take so far; `has_recording` says that there is one already.
    """

    sentence: Sentence
    number: int
    total: int
    left_minutes: int
    stage: Stage
    peak: float
    seconds: float = 0.0
    has_recording: bool = False
    notice: str = ""


def rows(shown: Shown, canvas: Canvas) -> list[Text]:
    """The rows for a screen of this size."""
    return list(_rows(shown, canvas))[: canvas.height]


def status(shown: Shown) -> str:
    """What is done, or to be done, in a sentence."""
    if shown.stage is Stage.RECORDING:
        return f"Recording, {shown.seconds:.1f} s. Space stops."
    if shown.stage is Stage.TAKEN:
        return f"{shown.seconds:.1f} s. Enter keeps it, p plays it, r records it again."
    return "Recorded. Space records it again, s goes on." if shown.has_recording else "Space records."


def progress(shown: Shown) -> str:
    """`12 of 240, about 4 minutes left, heard 6 times`."""
    left = f"about {counted(shown.left_minutes, 'minute')} left"
    return f"{shown.number} of {shown.total}, {left}, heard {counted(shown.sentence.times, 'time')}"


def hints(stage: Stage) -> str:
    """The keys."""
    return "   ".join(HINTS[stage])


def _rows(shown: Shown, canvas: Canvas) -> Iterator[Text]:
    style = "bold red" if shown.stage is Stage.RECORDING else "bold"
    yield canvas.row(progress(shown), "cyan")
    yield Text()
    yield canvas.row(f"… {shown.sentence.before}" if shown.sentence.before else "", "dim")
    yield from (canvas.row(row, style) for row in _large(shown.sentence.text, canvas))
    yield canvas.row(f"{shown.sentence.after} …" if shown.sentence.after else "", "dim")
    yield Text()
    yield _meter(shown.peak, canvas)
    yield canvas.row(status(shown), style)
    yield from (canvas.row(line, "yellow") for line in textwrap.wrap(shown.notice, canvas.width)[:2])
    yield canvas.row(hints(shown.stage), "dim")


@lru_cache(8)
def _large(text: str, canvas: Canvas) -> tuple[str, ...]:
    """The sentence as it is written, and in large letters above if there is room for all of them."""
    plain = ("", *textwrap.wrap(text, canvas.width), "")
    room = canvas.height - OTHER_ROWS - len(plain)
    for width in range(canvas.width // LEAST_COLUMNS, 0, -1) if canvas.draws else ():
        lines = textwrap.wrap(text, width, break_long_words=False)
        drawn = [letters(line) for line in lines]
        if None in drawn or len(lines) * LARGE_ROWS > room:
            break
        large = [row for line in drawn for row in ("", *(line or ()))]
        if max(map(cell_len, large)) <= canvas.width:
            return (*large, *plain)
    return plain if room >= 0 else plain[1:-1]


def _meter(peak: float, canvas: Canvas) -> Text:
    """A bar of how loud it is, green where it should be."""
    decibels = max(QUIETEST_DB, 20 * math.log10(max(peak, 1e-6)))
    beside = f" {decibels:4.0f} dB"
    room = max(1, canvas.width - len(beside) - len("level "))
    full, empty = "━─" if canvas.draws else "#-"
    style = "red" if decibels > TOO_LOUD_DB else "yellow" if decibels > LOUD_DB else "green"
    done = round(room * (1 - decibels / QUIETEST_DB))
    row = Text("level ")
    row.append(full * done, style)
    row.append(empty * (room - done), "dim")
    row.append(beside)
    row.truncate(canvas.width)
    return row
