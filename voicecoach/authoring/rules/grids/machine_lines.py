"""Tables of a machine's settings that were copied without their bars: `Minutes Speed Incline` above `0-5 3.5 1`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case

_TIME = r"(?:time|duration|minutes?|mins?)(?: ?\([a-z: ]+\))?"
_SET = (
    any_of(
        "speed|incline|gradient|grade|elevation|rpm|cadence|watts?|power|resistance|level|gear|rpe|mph|kph|km/?h|pace",
        "effort|intensity",
    )
    + r"(?: ?(?:\([a-z0-9/%. -]+\)|\(?%\)?|mph|level))?"
)
_WORDS = any_of("activity|what|exercise|movement|description|notes?|comments?|phase|segment|instructions?|type")
_HEAD = in_any_case(rf"(?P<time>{_TIME})(?P<columns>(?:\s*[,/|]?\s*(?:{_SET}|{_WORDS})){{1,5}})\s*")
_COLUMN = in_any_case(rf"(?P<set>{_SET})|{_WORDS}")
_AT = r"\d{1,3}(?::[0-5]\d)?"
_LONG = rf"{_AT}(?:\s?(?:-|–|to)\s?{_AT})?(?:\s?(?:min(?:ute)?s?|s(?:ec(?:ond)?s?)?)\b)?:?"
_NUMBER = r"\d{1,3}(?:\.\d{1,2}|:\d\d)?"
_SETTING = rf"[~<>]?{_NUMBER}(?:\s?[-–]\s?{_NUMBER})?(?:\s?(?:%|mph|kph|km/?h|rpm|w(?:atts)?\b))?"
_TOLD = r"[^\W\d_][^\d]*?"
LEAST_ROWS = 3


def with_machine_rows(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; the lines below such a head as rows of a table."""
    found, at = list[Block](), 0
    while at < len(blocks):
        table = _table(blocks, at)
        found += table or [blocks[at]]
        at += len(table) or 1
    return found


def _table(blocks: Sequence[Block], at: int) -> list[Block]:
    """The table whose head stands at a place, empty where none does."""
    head, behind = blocks[at], blocks[at + 1 :]
    columns = _columns(head.text) if head.kind in _LINES else ()
    cells = list(takewhile(bool, (_cells(one, columns) for one in behind))) if columns else []
    if len(cells) < LEAST_ROWS:
        return []
    rows = (replace(one, kind=BlockKind.ROW, cells=row) for one, row in zip(behind, cells, strict=False))
    return [replace(head, kind=BlockKind.ROW_HEAD, level=0, cells=columns), *rows]


_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def _columns(text: str) -> tuple[str, ...]:
    """The names of the columns, none for a line that is no such head."""
    head = _HEAD.fullmatch(text.strip(" *:"))
    if not head:
        return ()
    columns = [one[0].strip() for one in _COLUMN.finditer(head["columns"])]
    return (head["time"], *columns) if any(one["set"] for one in _COLUMN.finditer(head["columns"])) else ()


def _cells(block: Block, columns: tuple[str, ...]) -> tuple[str, ...]:
    row = _row(columns).fullmatch(block.text.strip()) if block.kind in _LINES else None
    return tuple((one or "").strip(" :") for one in row.groups()) if row else ()


@lru_cache(maxsize=8)
def _row(columns: tuple[str, ...]) -> re.Pattern[str]:
    """A row of these columns; what is told in words may be left out at its end."""
    cells = [_SETTING if (found := _COLUMN.fullmatch(one)) and found["set"] else _TOLD for one in columns[1:]]
    behind = "".join(rf"(?:\s+({one}))?" if one is _TOLD else rf"\s+({one})" for one in cells)
    return re.compile(rf"({_LONG}){behind}", re.IGNORECASE)
