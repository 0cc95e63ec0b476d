"""Tables in the shape that their heads tell: labels that no head names, and cells that several rows share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import name_in
from voicecoach.authoring.rules.grids.moved_columns import with_legs
from voicecoach.authoring.rules.grids.shared_rows import apart, named_by_cells
from voicecoach.authoring.rules.grids.tables import column_of, columns_of
from voicecoach.late_patterns import late

_LABEL = late(r"(?P<group>\d{1,2}|[A-H])(?:[a-e]|(?<=[A-H])\d)?[.):]?", re.IGNORECASE)
"""What counts a row, and those that go together: `1a` and `1b`, `A1` and `A2`."""
_WEEK = late(r"(?:week|wk)s?\s*\d{1,2}(?:\s*[-–]\s*\d{1,2})?", re.IGNORECASE)
LEAST_COUNTED = 3
_ORDER, _NAME = "#", "Exercise"


def squared(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; each table has a head for all of its columns, and rows that go together share their cells."""
    found, at = list[Block](), 0
    while at < len(blocks):
        rows = list(takewhile(lambda one: one.kind is BlockKind.ROW, blocks[at + 1 :])) if _is_head(blocks[at]) else []
        found += _table(*with_legs(blocks[at], rows)) if rows else [blocks[at]]
        at += 1 + len(rows)
    return found


def _is_head(block: Block) -> bool:
    return block.kind is BlockKind.ROW_HEAD


def _table(head: Block, rows: Sequence[Block]) -> list[Block]:
    if all(_WEEK.fullmatch(cell.strip(" *")) for cell in head.cells):
        return [replace(head, cells=(_NAME, *head.cells)), *map(_named, rows)]
    return apart(named_by_cells(_counting(_head(head, rows), rows), rows), list(_shared(rows)))


def _counting(head: Block, rows: Sequence[Block]) -> Block:
    """The head of a table; a first column that only counts the rows is called so, whatever it was: `Card`."""
    numbers = [row.cells[0].strip(" .)*") for row in rows if row.cells]
    is_counting = len(rows) >= LEAST_COUNTED and numbers == [str(one) for one in range(1, len(rows) + 1)]
    is_amount = not head.cells or column_of(head.cells[0]) in {"sets", "reps", "seconds", "minutes", "week", "day"}
    return replace(head, cells=(_ORDER, *head.cells[1:])) if is_counting and not is_amount else head


def _named(row: Block) -> Block:
    """A row of amounts week by week, with the name that stands in the first of them as a cell of its own."""
    name = name_in(parts_of(row.cells[0]).rest).text
    amount = row.cells[0].replace(name, "", 1).strip(" :,-–—")
    return replace(row, cells=(name, amount, *row.cells[1:]))


def _head(head: Block, rows: Sequence[Block]) -> Block:
    """The head of a table; with a cell more before it, where each row has a label there and no cell is called so."""
    named = _without_empty(head.cells)
    is_labelled = all(map(_label, rows)) and any(len(row.cells) > len(named) for row in rows)
    is_shifted = is_labelled and columns_of(replace(head, cells=named))[0] == "name"
    return replace(head, cells=(_ORDER, *named)) if is_shifted else head


def _without_empty(cells: tuple[str, ...]) -> tuple[str, ...]:
    last = max((at for at, cell in enumerate(cells) if cell.strip()), default=0)
    return cells[: last + 1]


def _shared(rows: Sequence[Block]) -> Iterator[Block]:
    """The rows; one of the same label as that before it has its cells, where it has none itself."""
    before: Block | None = None
    for row in rows:
        label, above = _label(row), _label(before) if before else None
        is_same = bool(label and above and label["group"].lower() == above["group"].lower())
        if before and is_same and not any(cell.strip() for cell in row.cells[2:]):
            row = replace(row, cells=(*row.cells[:2], *before.cells[2:]))  # noqa: PLW2901 - the same row
        before = row
        yield row


def _label(row: Block) -> re.Match[str] | None:
    """The label of a row that has a name behind it."""
    is_named = len(row.cells) > 1 and bool(re.search(r"[^\W\d_]{2}", row.cells[1]))
    return _LABEL.fullmatch(row.cells[0].strip(" *")) if is_named else None
