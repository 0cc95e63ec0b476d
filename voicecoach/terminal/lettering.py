"""Texts that fill a box: in the largest letters that fit, in several lines if need be, else in plain ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

from voicecoach.terminal.block_letters import PIXEL_ROWS, Grain, drawn, rows_of, width_of, wrapped


@dataclass(frozen=True, slots=True)
class Box:
    """Where something is drawn: rows and columns from the upper left, and the height of its letters in dots."""

    top: int
    left: int
    rows: int
    columns: int
    height: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """A text in lines of large letters, `height` dots high, whose pixels are `pixel` dots wide."""

    lines: tuple[str, ...]
    width: int
    height: int
    pixel: int

    def rows(self, grain: Grain, *, air: bool = False) -> int:
        """How many rows it takes, with some room below for the next thing."""
        below = max(1, self.height // 8) if air and grain.down > 1 else 0
        return rows_of(len(self.lines), self.height, grain, below)

    def columns(self, grain: Grain) -> int:
        """How many columns it takes."""
        return -(-self.width * self.pixel // grain.across)


@lru_cache(4096)
def form_of(text: str, box: Box, most_lines: int, grain: Grain) -> Form | None:
    """The largest letters in which a text fits into a box, no higher than those of the box.

    Of several ways the one with fewest lines; None where it can't be in large letters.
    """
    ways = [way for count in range(1, most_lines + 1) if (way := wrapped(text, count))]
    return _largest(ways, box, grain)


@lru_cache(256)
def form_of_lines(lines: tuple[str, ...], box: Box, grain: Grain) -> Form | None:
    """The same for lines that stay as they are."""
    widths = [width for line in lines if (width := width_of(line))]
    return _largest([(lines, max(widths))], box, grain) if lines and len(widths) == len(lines) else None


def _largest(ways: list[tuple[tuple[str, ...], int]], box: Box, grain: Grain) -> Form | None:
    for height in range(box.height, PIXEL_ROWS - 1, -1):
        for lines, width in ways:
            pixel = min(grain.square(height), box.columns * grain.across // width)
            if pixel >= grain.narrowest(height) and rows_of(len(lines), height, grain) <= box.rows:
                return Form(lines, width, height, pixel)
    return None


@lru_cache(1024)
def fitted(texts: tuple[str, ...], box: Box, grain: Grain, most_lines: int = 4) -> tuple[str, ...]:
    """Exactly the rows of a box, with the first of `texts` that fits in its large letters, or the last in smaller ones.

    In plain letters it is the first that fits, or as much of the last as there is room for.
    """
    least = 0 if len(texts) == 1 else box.height
    for text in texts:
        form = form_of(text, box, most_lines, grain)
        if form and (form.height >= least or text is texts[-1]):
            return _centred(drawn(form.lines, form.height, form.pixel, grain), box)
    ways = [plain_lines(text, box.columns, box.rows) for text in texts]
    return _centred(next((rows for rows in ways if all(cell_len(row) <= box.columns for row in rows)), ways[-1]), box)


@lru_cache(64)
def fitted_lines(lines: tuple[str, ...], box: Box, grain: Grain) -> tuple[str, ...]:
    """The same for the rows of a list, which begin below each other."""
    form = form_of_lines(lines, box, grain)
    if form:
        return _centred(drawn(form.lines, form.height, form.pixel, grain, left=True), box)
    width = min(box.columns, max(map(cell_len, lines), default=0))
    return _centred(tuple(set_cell_size(line, width) for line in lines[: box.rows]), box)


def plain_lines(text: str, columns: int, rows: int) -> tuple[str, ...]:
    """A text in at most so many rows; what has no room there stands in the last one, to be cut."""
    lines: list[str] = []
    for word in text.split():
        if lines and cell_len(f"{lines[-1]} {word}") <= columns:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if rows and len(lines) > rows:
        lines[rows - 1 :] = [" ".join(lines[rows - 1 :])]
    return tuple(lines[:rows])


def _centred(rows: tuple[str, ...], box: Box) -> tuple[str, ...]:
    above = (box.rows - len(rows)) // 2
    indented = [" " * ((box.columns - cell_len(row)) // 2) + row for row in rows]
    return (*[""] * above, *indented, *[""] * (box.rows - len(rows) - above))
