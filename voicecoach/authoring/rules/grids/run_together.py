"""A table whose cells ran together, below a line of its columns: `Exercise Sets Reps`, and then `Back squat 3 8`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case

_FIRST = any_of("exercises?|movements?|lifts?|moves?|name")
_COLUMN = any_of(
    r"sets? ?(?:[x×/&]|and) ?reps?|sets?|reps?|repetitions|rest(?: \([a-z]+\))?|weights?(?: \([a-z]+\))?|wt|loads?",
    r"time|tempo|rpe|rir|seconds|duration|intensity|grp|% ?1rm|%|hold(?: time)?(?: \([a-z]+\))?|distance",
)
_TOLD = any_of("notes?|methods?|comments?|instructions?|cues?|(?:target )?muscles?(?: group)?|remarks?|technique|focus")
_HEAD = in_any_case(
    r"(?:(?:\#|no\.?|muscle group|body ?part|type|day)\s+)?"
    rf"(?P<first>{_FIRST})(?P<columns>(?:\s+{_COLUMN}){{1,6}})(?P<told>\s+{_TOLD})?"
)
_COLUMNS = in_any_case(_COLUMN)
_CELL = any_of(
    r"(?:rpe\s?)?\d[\d.,:/-]*(?:\s?[-x×]\s?\d[\d.]*(?:\s?-\s?\d+)?)?(?:\s?(?:%|(?:s|secs?|seconds|min|mins|minutes|kgs?|lbs?|m)\b))?(?:\s?/?(?:(?:each|ea\.?|per|a)(?:\s(?:side|leg|arm|hand|foot|way|direction))?|side|leg|arm)\b)?",
    r"max|amrap|failure|bw|body-?weight|n/?a|-{1,2}|[a-h]\d?(?=\s)",
)
_GROUP = in_any_case(
    r"(?P<group>(?:super-?\s?set|tri-?set|giant set|circuit|block|group)\s*#?(?:\d{1,2}|[a-h])"
    r"|(?:warm|cool)[ -]?(?:up|down))[\s:.–-]+(?P<what>\S.*)"
)
"""What parts the rows have before the name: `Superset 1 Rows 3 8`."""
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
"""What is in capitals throughout is read as a heading."""
LEAST_ROWS, MOST_WORDS, LEAST_COLUMNS = 2, 14, 2
NOTES = "Notes"
_DASHES = str.maketrans("–—", "--")


def with_cells(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; the lines below such a head as rows with their cells, and what groups them as titles."""
    found, at = list[Block](), 0
    while at < len(blocks):
        columns = _columns(blocks[at])
        rows = _rows(blocks, at, columns) if columns else []
        found += _table(blocks[at], columns, rows) if rows else [blocks[at]]
        at += 1 + len(rows)
    return found


def _columns(block: Block) -> tuple[str, ...]:
    """The names of the columns, none for a line that is no head; what is told stands in the last of them."""
    found = _HEAD.fullmatch(block.text.strip()) if block.kind in _LINES else None
    columns = _COLUMNS.findall(found["columns"]) if found else []
    if not found or len(columns) + bool(found["told"]) < LEAST_COLUMNS:
        return ()
    return (found["first"], *columns, *([NOTES] if found["told"] else []))


def _rows(blocks: Sequence[Block], at: int, columns: tuple[str, ...]) -> list[Block]:
    """The lines of the table below a head; none if too few of them have its cells."""
    rows = list[Block]()
    for block in blocks[at + 1 :]:
        is_short = len(block.text.split()) <= MOST_WORDS
        is_line = block.kind in _LINES and (is_short or NOTES in columns)
        if not is_line or (rows and block.breaks and _cells(block, columns) is None):
            break
        rows.append(block)
    return rows if sum(_cells(one, columns) is not None for one in rows) >= LEAST_ROWS else []


def _cells(block: Block, columns: tuple[str, ...]) -> tuple[str, ...] | None:
    """The name and the amounts of a row, `None` for a line that has others."""
    cell = rf"\s+({_CELL})"
    amounts = cell * (len(columns) - 1 - (NOTES in columns))
    told = r"(?:\s+(.*))?" if NOTES in columns else ""
    text = block.text.strip().translate(_DASHES)
    row = re.fullmatch(rf"(?P<name>[^\W\d_](?:(?!\.\s).)*?){amounts}{told}", text, re.IGNORECASE)
    return (row["name"].strip(" :"), *(one or "" for one in row.groups()[1:])) if row else None


def _table(head: Block, columns: tuple[str, ...], rows: Sequence[Block]) -> Iterator[Block]:
    group, is_open = "", False
    for block in rows:
        grouped = _GROUP.fullmatch(block.text)
        own = grouped["group"] if grouped else ""
        if own.lower() != group.lower():
            group, is_open = own, False
            yield from [Block(BlockKind.PARAGRAPH, own, block.line, breaks=1)] if own else []
        bare = replace(block, text=grouped["what"]) if grouped else block
        cells = _cells(bare, columns)
        if cells is None:
            is_open = False
            yield replace(bare, kind=BlockKind.PARAGRAPH, breaks=0 if group else 1)
            continue
        if not is_open:
            yield replace(head, kind=BlockKind.ROW_HEAD, cells=columns, line=block.line)
            is_open = True
        yield replace(bare, kind=BlockKind.ROW, cells=cells)
