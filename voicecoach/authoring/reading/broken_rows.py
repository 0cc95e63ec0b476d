"""Rows of a page's table whose cells each have several lines: `Rows<br>Press-ups` beside `3x8<br>3x10`."""

from __future__ import annotations

import re
from collections.abc import Sequence

MOST_LINES, MOST_WORDS = 6, 6
"""So many lines of so many words are names one above the other, and no text."""
_AMOUNT = re.compile(r"[(~]?\d")


def rows_apart(cells: Sequence[str]) -> list[tuple[str, ...]]:
    """A row for each line of its first cell, where another cell has an amount for each; else the row, in one line."""
    lines = [[line.strip() for line in cell.split("\n") if line.strip()] for cell in cells]
    names = next((one for one in lines if one), [])
    are_names = 1 < len(names) <= MOST_LINES and all(len(name.split()) <= MOST_WORDS for name in names)
    are_apart = are_names and any(one is not names and _are_amounts(one, len(names)) for one in lines)
    return [
        tuple(one[at] if are_apart and len(one) == len(names) else " ".join(one) for one in lines)
        for at in range(len(names) if are_apart else 1)
    ]


def _are_amounts(lines: Sequence[str], count: int) -> bool:
    return len(lines) == count and all(map(_AMOUNT.match, lines))
