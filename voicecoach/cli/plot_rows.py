"""The picture of a session in a terminal: the same rows as in a file, a character for so many seconds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from voicecoach.outputs.plot.lanes import VOICES, Lane, Mark, shorter
from voicecoach.outputs.plot.rows import Row, rows
from voicecoach.outputs.plot.svg import STEP_NAMES, heading, subheading
from voicecoach.plan.script import StepKind
from voicecoach.plan.workout import Workout
from voicecoach.timeline.model import Timeline
from voicecoach.times import Ms, clock

NAMES_WIDTH = 9
"""Columns for the names of the lanes."""
LEAST_COLUMNS = 8
"""Of a row at least, however narrow the terminal is."""
LEAST_CHARACTERS = 4
"""A label that is cut off still has so many."""
WIDE = 40
"""Terminals of more columns have the legend below the lanes."""


@dataclass(frozen=True, slots=True)
class Sign:
    """How something is drawn: by a character, one of ASCII where there is no other, and a colour.

    One that is `rare` is seen whatever else is in its column.
    """

    drawn: str
    plain: str
    style: str
    rare: bool = False


STEPS: Mapping[str, Sign] = {
    StepKind.LEAD_IN: Sign("░", ":", "yellow"),
    StepKind.WORK: Sign("█", "#", "green"),
    StepKind.HOLD: Sign("▓", "H", "bright_green"),
    StepKind.CHANGE: Sign("▞", "/", "magenta"),
    StepKind.REST: Sign("▁", "_", "cyan"),
    StepKind.OUTRO: Sign("░", ":", "yellow"),
}
SOUNDS: Mapping[str, Sign] = {
    Lane.TOLD: Sign("t", "t", "bold"),
    Lane.COUNTS: Sign("1", "1", "green"),
    Lane.CUES: Sign("c", "c", "red"),
    Lane.CALLS: Sign("!", "!", "yellow"),
    Lane.SIGNALS: Sign("▲", "^", "bold", rare=True),
    Lane.TICKS: Sign("·", ".", ""),
    Lane.SILENCE: Sign("─", "-", "dim"),
}
TONES = (Lane.SIGNALS, Lane.TICKS)
LEGEND: Mapping[str, str] = {
    Lane.TOLD: "told",
    Lane.COUNTS: "counts",
    Lane.CUES: "cues",
    Lane.CALLS: "calls",
    Lane.SIGNALS: "signals",
    Lane.TICKS: "ticks",
}


def plot_rows(workout: Workout, timeline: Timeline, width: int, encoding: str) -> Iterator[Text]:
    """The lines of the picture, none longer than `width` columns, in characters that `encoding` has."""
    canvas = _Canvas(max(LEAST_COLUMNS, width - NAMES_WIDTH), draws=_can_show(encoding))
    for line in _lines(canvas, workout, timeline, width):
        line.truncate(width)
        yield line


def _lines(canvas: _Canvas, workout: Workout, timeline: Timeline, width: int) -> Iterator[Text]:
    yield Text(canvas.cut(heading(workout), width), "bold")
    yield Text(canvas.cut(subheading(workout, timeline), width))
    for row in rows(timeline):
        yield Text()
        yield from canvas.lines(row)
    yield Text()
    kinds = dict.fromkeys(str(step.kind) for step in timeline.steps)
    yield from canvas.legend([(STEPS[kind], STEP_NAMES[StepKind(kind)]) for kind in kinds], width)
    yield from canvas.legend([(SOUNDS[lane], name) for lane, name in LEGEND.items()], width)


def _can_show(encoding: str) -> bool:
    try:
        "".join(one.drawn for one in (*STEPS.values(), *SOUNDS.values())).encode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Canvas:
    """So many columns, with or without characters for drawing."""

    columns: int
    draws: bool

    def lines(self, row: Row) -> Iterator[Text]:
        """The lines of a row: names, steps, voice, tones, silence, times."""
        yield self._named("", self._labels(row, [(one.start, one.label) for one in row.lanes[Lane.NAMES]]))
        yield self._named("steps", self._signs(row, [(one, STEPS[one.kind]) for one in row.lanes[Lane.STEPS]]))
        yield self._named("voice", self._signs(row, _of(row, VOICES)))
        yield self._named("tones", self._signs(row, _of(row, TONES)))
        yield self._named("silence", self._silences(row))
        yield self._named("", self._times(row))

    def legend(self, signs: Sequence[tuple[Sign, str]], width: int) -> Iterator[Text]:
        """What the signs stand for, in as many lines as it takes."""
        indent = " " * (NAMES_WIDTH if width > WIDE else 0)
        line = Text(indent)
        for sign, name in dict.fromkeys(signs):
            if line.cell_len + len(name) + 5 > width and line.plain.strip():
                yield line
                line = Text(indent)
            line.append(self._sign(sign) * 2, sign.style)
            line.append(f" {name}  ")
        line.rstrip()
        yield line

    def _named(self, name: str, line: Text) -> Text:
        return Text.assemble(f"{name:<{NAMES_WIDTH}}", line)

    def _sign(self, sign: Sign) -> str:
        return sign.drawn if self.draws else sign.plain

    def _column(self, row: Row, at: Ms) -> int:
        return (at - row.start) * self.columns // row.room

    def _signs(self, row: Row, found: Iterable[tuple[Mark, Sign]]) -> Text:
        """In each column what takes most of its time."""
        most: dict[int, tuple[int, Sign]] = {}
        for mark, sign in found:
            for column in range(
                self._column(row, mark.start), self._column(row, Ms(max(mark.end - 1, mark.start))) + 1
            ):
                share = self._share(row, mark, column) + sign.rare * row.room
                if column not in most or share > most[column][0]:
                    most[column] = share, sign
        signs = (most[column][1] if column in most else None for column in range(max(most, default=-1) + 1))
        line = Text()
        for drawn, run in groupby(signs):
            length = sum(1 for _ in run)
            line.append((self._sign(drawn) if drawn else " ") * length, drawn.style if drawn else "")
        line.truncate(self.columns)
        return line

    def _share(self, row: Row, mark: Mark, column: int) -> int:
        """How much of a column's time a mark takes."""
        start, end = (row.start + edge * row.room // self.columns for edge in (column, column + 1))
        return min(mark.end, end) - max(mark.start, start)

    def _silences(self, row: Row) -> Text:
        line, sign = Text(), SOUNDS[Lane.SILENCE]
        for mark in row.lanes[Lane.SILENCE]:
            start, end = self._column(row, mark.start), self._column(row, mark.end)
            line.append(" " * (start - len(line)))
            room, label = max(1, end - start), mark.label.removeprefix("… ")
            line.append((label if len(label) < room else "").center(room, self._sign(sign)), sign.style)
        return line

    def _labels(self, row: Row, found: Sequence[tuple[Ms, str]]) -> Text:
        """Names where they begin, as much of each as there is room for."""
        line = Text()
        starts = [self._column(row, at) for at, _ in found]
        for (_, label), start, end in zip(found, starts, [*starts[1:], self.columns], strict=True):
            room = end - start - 1
            fitting = next((one for one in shorter(label) if cell_len(one) <= room), "")
            if fitting or room >= LEAST_CHARACTERS + 2:
                line.append(" " * (start - line.cell_len))
                line.append(self.cut(fitting or label, room), "bold")
        return line

    def _times(self, row: Row) -> Text:
        line = Text()
        for at in row.ticks:
            start, text = self._column(row, at), clock(at)
            if (line.cell_len < start or not line) and start + len(text) <= self.columns:
                line.append(" " * (start - line.cell_len))
                line.append(text, "dim")
        return line

    def cut(self, text: str, room: int) -> str:
        """As much of a text as fits."""
        shown = "".join(char if char.isprintable() else " " for char in text)
        if cell_len(shown) > room:
            shown = f"{set_cell_size(shown, max(0, room - 1)).rstrip(' ,:')}…"
        return shown if self.draws else shown.replace("…", "~")


def _of(row: Row, lanes: Iterable[Lane]) -> list[tuple[Mark, Sign]]:
    return [(mark, SOUNDS[lane]) for lane in lanes for mark in row.lanes[lane]]
