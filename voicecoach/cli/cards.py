"""Cards as they are printed: a title, what it is about, and labelled rows, in a terminal or plain into a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

MOST_COLUMNS, PIPE_COLUMNS = 100, 80
"""Lines longer than this are hard to read; a pipe gets shorter ones."""
LABEL_COLUMNS = 11


@dataclass(frozen=True)
class Line:
    """A paragraph of a row, with a `mark` before it; a `key` line stands out."""

    text: str
    mark: str = ""
    key: bool = False


@dataclass(frozen=True)
class Row:
    """What stands beside a label; nothing is printed of a row without lines."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Part:
    """Rows with a heading over them."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Card:
    """A card: `facts` in short below the title, `about` in a sentence or two, then its rows and parts."""

    title: str
    facts: str
    about: str
    rows: tuple[Row, ...]
    parts: tuple[Part, ...] = ()
    more: str = ""


def row(label: str, lines: Iterable[str | Line]) -> Row:
    """A row of these paragraphs, without the empty ones."""
    return Row(label, tuple(Line(one) if isinstance(one, str) else one for one in lines if one))


def print_card(card: Card) -> None:
    """Print a card to stdout, as wide as the terminal up to a hundred columns."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else PIPE_COLUMNS
    console = Console(width=width, highlight=False)
    console.width = min(console.width, MOST_COLUMNS)
    with console.capture() as drawn:
        _draw(console, card)
    for line in drawn.get().splitlines():
        print(line.rstrip())


def _draw(console: Console, card: Card) -> None:
    _say(console, card.title, "bold")
    _say(console, card.facts, "dim")
    _say(console, card.about)
    _draw_rows(console, card.rows)
    for part in card.parts:
        console.print()
        _say(console, part.heading, "bold")
        _draw_rows(console, part.rows)
    if card.more:
        console.print()
        _say(console, card.more, "dim")


def _say(console: Console, text: str, style: str = "") -> None:
    if text:
        console.print(_text(text, style))


def _text(text: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(text, style)


def _draw_rows(console: Console, rows: Sequence[Row]) -> None:
    from rich.table import Table

    shown = [one for one in rows if one.lines]
    widest = max((len(one.label) + 2 for one in shown), default=0)
    columns = min(max(widest, LABEL_COLUMNS), console.width // 3)
    for one in shown:
        for number, line in enumerate(one.lines):
            table = Table.grid(expand=False, padding=0)
            table.add_column(width=columns)
            table.add_column(width=len(line.mark) + 1 if line.mark else 0)
            table.add_column(width=console.width - columns - (len(line.mark) + 1 if line.mark else 0))
            label = _text(one.label if number == 0 else "", "bold cyan")
            table.add_row(label, _text(line.mark), _text(line.text, "bold" if line.key else ""))
            console.print(table)
