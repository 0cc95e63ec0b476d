"""Rows of a table that have lists in their cells, as plans by days have: `- Squats 3x8<br>- Rows 3x10`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from voicecoach.authoring.document import Block, BlockKind

_BULLET = re.compile(r"\s*(?:[-•*+·–]|\d{1,2}[.)])\s+(?=\S)")
_AMOUNT = re.compile(
    r"\d\s*[x×]\s*\d|\b[x×]\s?\d|\d+\s*(?:sets?|reps?|s|secs?|seconds?|mins?|minutes?|m|km|met(?:er|re)s?|steps)\b",
    re.IGNORECASE,
)
_OF_EXERCISES = re.compile(r"\W*(?:exercises?|movements?|drills?|lifts?|moves?)\b.*", re.IGNORECASE | re.DOTALL)
_TOLD = re.compile(r"(?!(?:sets?|rounds?|weeks?|reps?|rest)\b)[^\W\d_]{2}", re.IGNORECASE)
_NOTHING = re.compile(r"[\W_]*|n/?a", re.IGNORECASE)
_LENGTH = re.compile(r"\s*[≈~]?\s*\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?min(?:ute)?s?\.?\s*", re.IGNORECASE)
"""How long a part takes, which is no exercise of it."""
LEVEL = 7
"""Of the headings that rows become: as a line in bold letters."""
LEAST_LINES = 2


def is_of_lists(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table has lists in its cells: one whose first column names an exercise a row has none."""
    return not (rows and rows[0] and _OF_EXERCISES.fullmatch(rows[0][0])) and any(map(_has_lists, rows))


def _has_lists(cells: Sequence[str]) -> bool:
    """Whether a row has a list in a cell behind its first, which is no list and no amount itself."""
    is_called = bool(cells) and "\n" not in cells[0].strip() and not _AMOUNT.search(cells[0])
    return is_called and any(map(_is_list, map(_lines, cells[1:])))


def listed(cells: Sequence[str], line: int) -> list[Block]:
    """A row as a heading, of its first cell and one with words about it, with the items of its other cells below."""
    lists = [at for at, cell in enumerate(cells) if at and (_is_list(_lines(cell)) or _BULLET.match(cell))]
    about = next((at for at in range(1, min(lists, default=2)) if at < len(cells) - 1 and _is_about(cells[at])), 0)
    title = ": ".join(cells[at].strip() for at in sorted({0, about}) if cells[at].strip())
    length = next((at for at in range(1, len(cells)) if _LENGTH.fullmatch(cells[at])), 0)
    title = f"{title} ({cells[length].strip(' ≈~')})" if length and title else title
    items = [one for at, cell in enumerate(cells) if at not in {0, about, length} for one in _items(cell)]
    heading = Block(BlockKind.HEADING, title, line, LEVEL, breaks=1)
    return [heading, *(Block(BlockKind.ITEM, one, line, marker="-") for one in items)] if title else []


def _is_about(cell: str) -> bool:
    return bool(cell.strip()) and not re.search(r"\d|\n", cell)


def _lines(cell: str) -> list[str]:
    return [line.strip() for line in cell.split("\n") if line.strip()]


def _is_list(lines: Sequence[str]) -> bool:
    """Whether its lines have bullets, or each its own amount."""
    are_marked = [bool(_BULLET.match(line)) for line in lines]
    are_told = [bool(_AMOUNT.search(line)) and _TOLD.match(line) is not None for line in lines]
    return len(lines) >= LEAST_LINES and (sum(are_marked) >= LEAST_LINES or all(are_told))


def _items(cell: str) -> Iterator[str]:
    for line in _lines(cell):
        text = line[found.end() :] if (found := _BULLET.match(line)) else line
        if not _NOTHING.fullmatch(text):
            yield text
