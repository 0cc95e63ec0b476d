"""What takes the middle of the window while it is asked for: the keys, or a list to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from voicecoach.terminal.lettering import plain_lines
from voicecoach.terminal.lines import KEYS, State
from voicecoach.terminal.lists import listing_hint, rows_around

CLOSES = "? or Escape closes"
GAP = "  "


@dataclass(frozen=True, slots=True)
class Panel:
    """A `heading`, rows of text each with the name of its style in the palette, and a `hint` of what closes it."""

    heading: str
    rows: tuple[tuple[str, str], ...]
    hint: str


def panel_of(state: State, columns: int, rows: int) -> Panel | None:
    """What was asked for, in so many columns and rows, one of which is the heading's; None if nothing was."""
    if state.help:
        lines = help_lines(columns, rows - 1, state.address)
        return Panel("Keys", tuple((line, "strong") for line in lines), CLOSES)
    if state.listing:
        seen = rows_around(state.listing, rows - 1)
        styled = tuple((line, "notice" if is_chosen else "strong") for line, is_chosen in seen)
        return Panel(state.listing.title, styled, listing_hint(columns))
    return None


def help_lines(columns: int, rows: int, address: str) -> tuple[str, ...]:
    """A key a row, in columns or in running text where there isn't the room; and the second screen's address."""
    last = (f"Second screen: {address}",) if address else ()
    lines = [f"{key:<9} {what}" for key, what in KEYS]
    side_by_side = -(-len(lines) // max(1, rows - len(last)))
    width = max(map(len, lines))
    if side_by_side * (width + len(GAP)) > columns + len(GAP):
        return (*plain_lines("; ".join(f"{key} {what}" for key, what in KEYS), columns, rows), *last)
    high = -(-len(lines) // side_by_side)
    found = (GAP.join(f"{line:<{width}}" for line in lines[row::high]) for row in range(high))
    return (*(line.rstrip() for line in found), *last)
