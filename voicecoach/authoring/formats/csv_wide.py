"""Wide tables made long: a column for each week or day, or for each exercise, becomes a row for each of its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from voicecoach.authoring.formats.csv_columns import Column, head_of, heads_of

_WEEK = re.compile(r"(?:(?:weeks?|wks?)\W?|w)\d{1,2}(?:\s*[-–]\s*\d{1,2})?\b.{0,20}", re.IGNORECASE)
_DAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|(?:day|session) ?(?:\d{1,2}|[a-e])", re.IGNORECASE)
_AMOUNT = re.compile(
    r"\d+\s*[x×@]\s*\d.*|\d+(?:\s*[-–,/]\s*\d+)*\+?(?:\s*(?:reps?|s|secs?|seconds|min|minutes|m))?|[-–]?"
)
_SET = re.compile(r"set ?#?\d{1,2}", re.IGNORECASE)
LEAST_WIDE = 2

Numbered = tuple[int, list[str]]
"""The line in which a row begins, and its cells."""


def lengthened(rows: Sequence[Numbered]) -> list[Numbered]:
    """The rows of a table, from its heads on; wide ones have a row for each of their cells, week by week."""
    if not rows:
        return []
    (line, heads), below = rows[0], rows[1:]
    for column, form in ((Column.WEEK, _WEEK), (Column.DAY, _DAY), (Column.SET, _SET)):
        wide = [at for at, cell in enumerate(heads) if form.fullmatch(cell)]
        others = [at for at in range(len(heads)) if at not in wide]
        if len(wide) >= LEAST_WIDE and any(map(_is_exercise, heads)):
            head = (line, [column, Column.PRESCRIPTION, *(heads[at] for at in others)])
            cells = [(row, at) for at in wide for row in below if _cell(row[1], at)]
            if column is Column.SET:
                cells.sort(key=lambda one: one[0][0])  # those of an exercise stand together
            return [head, *(_of(heads[at], row, at, others) for row, at in cells)]
    return _by_exercise(rows) if _are_exercises(heads, [cells for _, cells in below]) else list(rows)


def _is_exercise(head: str) -> bool:
    found = head_of(head)
    return found is not None and found.column is Column.EXERCISE


def _of(called: str, row: Numbered, at: int, others: Sequence[int]) -> Numbered:
    line, cells = row
    return line, [called, cells[at], *(_cell(cells, other) for other in others)]


def _are_exercises(heads: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether the first column counts weeks or days, and all others are called like nothing else and have amounts."""
    first = head_of(heads[0]) if len(heads) > LEAST_WIDE else None
    is_counted = first is not None and first.column in {Column.WEEK, Column.DAY} and not heads_of(heads)
    is_named = is_counted and all(head and head_of(head) is None for head in heads[1:])
    cells = [cell for row in below for cell in row[1:]]
    return is_named and bool(cells) and all(_AMOUNT.fullmatch(cell) for cell in cells)


def _by_exercise(rows: Sequence[Numbered]) -> list[Numbered]:
    (line, heads), below = rows[0], rows[1:]
    long = [
        (at, [cells[0], name, cell])
        for at, cells in below
        for name, cell in zip(heads[1:], cells[1:], strict=False)
        if cell
    ]
    return [(line, [heads[0], Column.EXERCISE, Column.PRESCRIPTION]), *long]


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at] if at < len(cells) and cells[at].strip("-–") else ""
