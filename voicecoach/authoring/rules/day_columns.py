"""Tables with a column for each day, or each part of a session, as a table for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.names import name_in
from voicecoach.authoring.rules.parts import parts_of
from voicecoach.authoring.rules.pattern import in_any_case
from voicecoach.authoring.rules.tables import columns_of
from voicecoach.authoring.rules.vocabulary import COOL_DOWN, WARM_UP

_DAY = in_any_case(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*|(?:day|session|workout|block|circuit|part)\s*(?:\d{1,2}|[a-e]|one|two|three|four|five|six))\b.{0,30}|d\d",
    rf"(?:{WARM_UP}|{COOL_DOWN}|main(?: \w+)?|finisher)",
    "(?:push|pull|legs?|cardio|core|chest|back|arms?|shoulders?|(?:upper|lower|full)(?: body)?)(?: day)?",
)
"""What a column is of whose cells are done one after the other: a day, a part of a session."""

_EMPTY = re.compile(r"[\W_]*|rest|off|n/?a", re.IGNORECASE)
HEADING_LEVEL, LEAST_DAYS = 6, 2


def by_days(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which a table with a column for each day is a table, or a list, below each day's title."""
    found, at = list[Block](), 0
    while at < len(blocks):
        days = _days(blocks[at])
        rows = list(takewhile(lambda one: one.kind is BlockKind.ROW, blocks[at + 1 :])) if days else []
        found += [one for day in days for one in _of_day(blocks[at], rows, day)] if rows else [blocks[at]]
        at += 1 + len(rows)
    return found


def _days(head: Block) -> list[int]:
    """Which columns are days, where all are, or all behind the exercises' names."""
    if head.kind not in {BlockKind.ROW, BlockKind.ROW_HEAD}:
        return []
    days = [at for at, cell in enumerate(head.cells) if _DAY.fullmatch(cell.strip(" *"))]
    is_named = 0 not in days and columns_of(replace(head, cells=head.cells[:1]))[0] == "name"
    return days if len(days) >= LEAST_DAYS and len(days) + is_named == len(head.cells) else []


def _of_day(head: Block, rows: Sequence[Block], day: int) -> Iterator[Block]:
    """What is done on a day, below its title."""
    done = [one for one in rows if day < len(one.cells) and not _EMPTY.fullmatch(one.cells[day].strip())]
    if not done:
        return
    yield Block(BlockKind.HEADING, head.cells[day].strip(" *"), head.line, level=HEADING_LEVEL)
    if _DAY.fullmatch(head.cells[0].strip(" *")):
        yield from (Block(BlockKind.ITEM, _with_name(one.cells, day), one.line, marker="-") for one in done)
        return
    yield replace(head, kind=BlockKind.ROW_HEAD, cells=(head.cells[0], "Sets x reps"))
    yield from (replace(one, cells=(one.cells[0], one.cells[day])) for one in done)


def _with_name(cells: Sequence[str], day: int) -> str:
    """A cell; with the name in the first of the row, where it is an amount alone."""
    is_amount = bool(parts_of(cells[day]).parts) and not name_in(parts_of(cells[day]).rest).text
    name = name_in(parts_of(cells[0]).rest).text if day and is_amount else ""
    return f"{name} {cells[day]}".strip()
