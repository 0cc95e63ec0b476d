"""Cells of a page's table that several rows or columns share, as a cell for each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

MOST_SHARED, MOST_COLUMNS = 50, 100
"""No more rows or columns than this share a cell, and so many columns of a table are read."""


@dataclass(frozen=True)
class Cell:
    """What is in a cell, and how many rows and columns it goes over."""

    text: str
    rows: int = 1
    columns: int = 1


def span_of(written: str | None) -> int:
    """How many rows or columns a cell goes over, by what its page says."""
    return min(max(1, int(written)), MOST_SHARED) if written and written.strip().isdecimal() else 1


def unmerged(rows: Sequence[Sequence[Cell]]) -> list[tuple[str, ...]]:
    """The texts of each row: what several rows share stands in each, what goes over several columns in the first."""
    found, above = list[tuple[str, ...]](), dict[int, Cell]()
    for row in rows:
        cells = _completed(row, above)
        found.append(tuple(cell.text for cell in cells))
        above = {at: replace(cell, rows=cell.rows - 1) for at, cell in enumerate(cells) if cell.rows > 1}
    return found


def _completed(row: Sequence[Cell], above: Mapping[int, Cell]) -> list[Cell]:
    """The cells of a row, a column each, with those that go on from rows above."""
    cells, own = list[Cell](), iter(row)
    while len(cells) < MOST_COLUMNS:
        if len(cells) in above:
            cells.append(above[len(cells)])
        elif (cell := next(own, None)) is not None:
            cells += [replace(cell, columns=1), *[Cell("", cell.rows)] * (cell.columns - 1)]
        else:
            break
    return cells[:MOST_COLUMNS]
