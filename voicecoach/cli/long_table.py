"""Tables of very many rows, as rich draws them: rich takes a third of a millisecond for each row, which adds up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from rich.box import HEAVY_HEAD, Box
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.table import Table
from rich.text import Text

Row = tuple[str, ...]


@dataclass(frozen=True)
class LongTable:
    """A table whose columns are as wide as what is in them; the last is wrapped to what room is left.

    `headers` has a title for each column, `right` says how many from the left are set to the right.
    """

    title: str
    headers: Row
    right: int
    rows: Sequence[Row]

    def print(self, console: Console) -> None:
        """Print it to where the console prints."""
        widths = self._widths(console)
        if widths[-1] < cell_len(self.headers[-1]):
            console.print(self._by_rich((None,) * len(widths), self.rows))  # it knows what gives way first
            return
        with console.capture() as frame:
            console.print(self._by_rich(tuple(widths), ()))
        *head, foot = frame.get().splitlines(keepends=True)
        box = HEAVY_HEAD.substitute(console.options, safe=console.safe_box)
        console.file.write("".join([*head, *self._drawn(console, box, widths), foot]))

    def _widths(self, console: Console) -> list[int]:
        natural = [max(map(cell_len, column)) for column in zip(self.headers, *self.rows, strict=True)]
        borders = 3 * len(natural) + 1
        return [*natural[:-1], min(natural[-1], console.width - borders - sum(natural[:-1]))]

    def _by_rich(self, widths: tuple[int | None, ...], rows: Sequence[Row]) -> Table:
        table = Table(title=self.title, title_justify="left", box=HEAVY_HEAD)
        for place, (header, width) in enumerate(zip(self.headers, widths, strict=True)):
            is_last = place == len(widths) - 1
            table.add_column(
                header, justify="right" if place < self.right else "left", no_wrap=not is_last, width=width
            )
        for row in rows:
            table.add_row(*map(Text, row))
        return table

    def _drawn(self, console: Console, box: Box, widths: Sequence[int]) -> Iterator[str]:
        between = f" {box.mid_vertical} "
        wrapped = cache(partial(_wrapped, console, width=widths[-1]))  # a long table has the same cell many times
        for row in self.rows:
            for number, last in enumerate(wrapped(row[-1])):
                cells = (*row[:-1], last) if number == 0 else ("",) * (len(row) - 1) + (last,)
                sized = (
                    _to_the_right(cell, width) if place < self.right else set_cell_size(cell, width)
                    for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
                )
                yield f"{box.mid_left} {between.join(sized)} {box.mid_right}\n"


def _to_the_right(cell: str, width: int) -> str:
    return " " * (width - cell_len(cell)) + cell


def _wrapped(console: Console, cell: str, width: int) -> list[str]:
    if cell_len(cell) <= width and cell.isprintable():
        return [cell]
    return [line.plain.rstrip() for line in Text(cell).wrap(console, width)]
