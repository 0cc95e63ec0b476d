"""Tables with a column for each day, as a table for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.tables import columns_of

_DAY = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*|(?:day|session|workout)\s*(?:\d{1,2}|[a-e]))\b.{0,30}", re.IGNORECASE
)
_EMPTY = re.compile(r"[\W_]*|rest|off|n/?a", re.IGNORECASE)
HEADING_LEVEL, LEAST_DAYS = 6, 2


def by_days(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which a table of exercises with a column for each day is a table below each day's title."""
    found, at = list[Block](), 0
    while at < len(blocks):
        days = _days(blocks[at])
        rows = list(takewhile(lambda one: one.kind is BlockKind.ROW, blocks[at + 1 :])) if days else []
        found += list(_tables(blocks[at], rows, days)) if rows else [blocks[at]]
        at += 1 + len(rows)
    return found


def _days(head: Block) -> list[int]:
    """Which columns are days, where all behind the exercises' names are."""
    if head.kind not in {BlockKind.ROW, BlockKind.ROW_HEAD} or len(head.cells) <= LEAST_DAYS:
        return []
    is_named = columns_of(replace(head, cells=head.cells[:1]))[0] == "name" and not _DAY.fullmatch(head.cells[0])
    days = [at for at, cell in enumerate(head.cells) if at and _DAY.fullmatch(cell.strip(" *"))]
    return days if is_named and len(days) == len(head.cells) - 1 else []


def _tables(head: Block, rows: Sequence[Block], days: Sequence[int]) -> Iterator[Block]:
    for at in days:
        done = [one for one in rows if at < len(one.cells) and not _EMPTY.fullmatch(one.cells[at].strip())]
        if done:
            yield Block(BlockKind.HEADING, head.cells[at].strip(" *"), head.line, level=HEADING_LEVEL)
            yield replace(head, kind=BlockKind.ROW_HEAD, cells=(head.cells[0], "Sets x reps"))
            yield from (replace(one, cells=(one.cells[0], one.cells[at])) for one in done)
