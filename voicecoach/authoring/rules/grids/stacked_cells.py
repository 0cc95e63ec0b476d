"""Tables whose cells stand each on a line of its own, as they come out of some pages: `Exercise`, `Sets`, `Squat`, `3`.

Without the lines between its rows such a table is known by its columns' names above, and by rows of as many lines whose
cells are what those columns are about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.grids.tables import column_of
from voicecoach.authoring.rules.grids.week_sessions import DAY
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.late_patterns import late

LEAST_COLUMNS, MOST_COLUMNS, LEAST_ROWS, MOST_WORDS = 2, 9, 2, 12
_AMOUNTS = frozenset({"sets", "reps", "sets_reps", "seconds", "minutes", "rest", "load", "rpe", "percent", "of_set"})
_COUNTED = frozenset({"week", "day", "order"})
_AMOUNT = in_any_case(
    r"(?:about |approx\.? |up to |rpe |\W)?\d.*",
    r"[-–—/.]*|n/?a|none|bw|body ?weight|max(?:imum)?|amrap|(?:to )?failure|as (?:needed|many).*|light|medium|heavy",
)
_NUMBER = late(r"\W*(?:(?:week|wk|day|w|d)\W?)?(\d{1,2})\W*", re.IGNORECASE)
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def with_stacked_cells(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; the lines of such a table as its rows."""
    found, at = list[Block](), 0
    while at < len(blocks):
        head = _head(blocks, at)
        rows = list(_rows(blocks, at + len(head), _columns(head))) if head else []
        if len(rows) < LEAST_ROWS:
            found.append(blocks[at])
            at += 1
            continue
        found += [_row(head, BlockKind.ROW_HEAD), *(_row(one, BlockKind.ROW) for one in rows)]
        at += len(head) * (1 + len(rows))
    return found


def _head(blocks: Sequence[Block], at: int) -> Sequence[Block]:
    """The lines from here on that are each what a column is called; none where they make no table."""
    lines = list(takewhile(_is_called, blocks[at : at + MOST_COLUMNS]))
    columns = _columns(lines)
    is_named = "name" in columns and bool(_AMOUNTS & set(columns))
    is_of_weeks = columns[:1] == ("week",) and len(columns) > LEAST_COLUMNS
    return lines if len(lines) >= LEAST_COLUMNS and (is_named or is_of_weeks) else ()


def _columns(lines: Sequence[Block]) -> tuple[str, ...]:
    return tuple("" if DAY.fullmatch(one.text.strip(" *")) else column_of(one.text) for one in lines)


def _is_called(block: Block) -> bool:
    text = block.text.strip(" *")
    return block.kind in _LINES and bool(column_of(text) or DAY.fullmatch(text))


def _rows(blocks: Sequence[Block], at: int, columns: Sequence[str]) -> Iterator[Sequence[Block]]:
    """The rows from here on, as long as each cell is what its column is about."""
    number = None
    while len(row := blocks[at : at + len(columns)]) == len(columns):
        if not all(_is_cell(one, column) for one, column in zip(row, columns, strict=True)):
            return
        counted = _NUMBER.fullmatch(row[0].text.strip()) if columns[0] in _COUNTED else None
        if columns[0] == "week" and (not counted or (number is not None and int(counted[1]) <= number)):
            return
        number = int(counted[1]) if counted else None
        yield row
        at += len(columns)


def _is_cell(block: Block, column: str) -> bool:
    text = block.text.strip()
    if block.kind not in _LINES or (len(text.split()) > MOST_WORDS and column != "notes"):
        return False
    if column == "name":
        return any(one.isalpha() for one in text) and not column_of(text) and not _AMOUNT.fullmatch(text)
    return column not in _AMOUNTS or bool(_AMOUNT.fullmatch(text))


def _row(lines: Sequence[Block], kind: BlockKind) -> Block:
    return replace(lines[0], kind=kind, cells=tuple(one.text.strip() for one in lines))
