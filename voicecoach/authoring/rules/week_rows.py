"""A table whose cells ran together, with a week in each line: `Week Walk Run`, and then `1 Brisk walk ... Jog ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind

_HEAD = re.compile(r"(?:week|wk)\b\.?(?P<columns>(?:\s+[A-Z][a-z]+(?:\s+\d)?){1,7})", re.IGNORECASE)
_COLUMN = re.compile(r"[A-Z][a-z]+(?:\s+\d)?", re.IGNORECASE)
_ROW = re.compile(r"(?P<week>\d{1,2})\s+(?P<cells>[A-Za-z].*)")
_CELL = re.compile(r"(?<=[a-z)\d])\s+(?=[A-Z][a-z])")
LEAST_WEEKS, MOST_WEEKS = 3, 104


def by_weeks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a heading for each week of such a table, and a block for each of its cells."""
    return list(_by_weeks(blocks))


def _by_weeks(blocks: Sequence[Block]) -> Iterator[Block]:
    at = 0
    while at < len(blocks):
        rows = _rows(blocks, at)
        if rows:
            columns = len(_COLUMN.findall(blocks[at].text)) - 1
            for block, (week, cells) in zip(blocks[at + 1 : at + 1 + len(rows)], rows, strict=True):
                yield from _row(block, week, cells, columns)
        else:
            yield blocks[at]
        at += 1 + len(rows)


def _rows(blocks: Sequence[Block], at: int) -> list[tuple[str, str]]:
    """The weeks and the cells below a head, if they are counted from one line to the next."""
    if blocks[at].kind is BlockKind.ROW or not _HEAD.fullmatch(blocks[at].text.strip()):
        return []
    found = [
        (week, _written(one))
        for week, one in zip(range(1, MOST_WEEKS + 1), blocks[at + 1 : at + 1 + MOST_WEEKS], strict=False)
    ]
    rows = [(one["week"], one["cells"]) for _, one in takewhile(lambda row: _is_of(*row), found) if one]
    return rows if len(rows) >= LEAST_WEEKS else []


def _written(block: Block) -> re.Match[str] | None:
    number = block.marker.strip("().") if block.marker[:1].isdecimal() else ""
    return _ROW.fullmatch(f"{number} {block.text}".strip())


def _is_of(week: int, row: re.Match[str] | None) -> bool:
    return row is not None and int(row["week"]) == week


def _row(block: Block, week: str, cells: str, columns: int) -> Iterator[Block]:
    yield Block(BlockKind.PARAGRAPH, f"Week {week}", block.line, breaks=1)
    parts = _CELL.split(cells)
    for part in parts if len(parts) == columns else [cells]:
        yield replace(block, kind=BlockKind.PARAGRAPH, text=part, marker="", breaks=1)
