"""Tables of one exercise, which the heading above calls: a row for its sets, one for its repetitions, its rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.grids.parameter_tables import is_parameter
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case

_TABLE = frozenset({BlockKind.ROW, BlockKind.ROW_HEAD})
_CALLED = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_AMOUNT = in_any_case(r"(?:sets?|reps?|repetitions|rounds?|hold|duration|time|work)\b.*")
_BESIDE = in_any_case(
    r"frequency|how often|times (?:a|per) day",
    r"progressions?|notes?|cues?|tips?|equipment|muscles?|targets?|grip|stance|form|level|why|goal",
)
CELLS, MOST_WORDS, MOST_ROWS = 2, 6, 8


def with_keys_told(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which such a table stands as items with their keys: `Sets: 3`, `Rest: 60 s`."""
    found, at = list[Block](), 0
    while at < len(blocks):
        table = list(takewhile(lambda one: one.kind in _TABLE, blocks[at:]))
        told = _turned(table) if _is_below_name(found) else []
        found += _items(told) if told and _is_of_one(told) else table or [blocks[at]]
        at += len(table) or 1
    return found


def _is_below_name(above: Sequence[Block]) -> bool:
    """Whether a heading, or a short line that may call an exercise, stands above, perhaps with a sentence between."""
    if not above or above[-1].kind is BlockKind.HEADING:
        return bool(above)
    near = above[-2:] if above[-1].text.rstrip().endswith(".") else above[-1:]
    return near[0].kind in _CALLED and _is_short(near[0].text) and has_movement(near[0].text)


def _is_short(text: str) -> bool:
    return text[:1].isupper() and len(text.split()) <= MOST_WORDS and not text.rstrip().endswith((".", "!", "?"))


def _turned(table: Sequence[Block]) -> list[Block]:
    """The table; one with a row of keys above one of what they say, with a row for each key."""
    if len(table) > MOST_ROWS:
        return []
    is_turned = len(table) == CELLS and table[0].kind is BlockKind.ROW_HEAD
    if not is_turned or len(table[0].cells) != len(table[1].cells) or _said(table[0].cells[-1]):
        return list(table)
    return [replace(table[1], cells=pair) for pair in zip(table[0].cells, table[1].cells, strict=True)]


def _said(cell: str) -> bool:
    """Whether a cell says something with a number, as no key does."""
    return any(map(str.isdecimal, cell))


def _is_of_one(table: Sequence[Block]) -> bool:
    """Whether it has keys in its first column, some of them of amounts, and in the second what they say."""
    keys = [_key(one) for one in _told(table)]
    are_told = all(is_parameter(one) or _AMOUNT.fullmatch(one) or _BESIDE.fullmatch(one) for one in keys)
    return all(len(one.cells) == CELLS for one in table) and are_told and any(map(_AMOUNT.fullmatch, keys))


def _told(table: Sequence[Block]) -> list[Block]:
    """Its rows; the first as well where that has a key and a number itself, and is no head: `Metric | Target`."""
    has_amount = is_parameter(_key(table[0])) and re.search(r"\d", table[0].cells[-1]) is not None if table else True
    return list(table if has_amount else table[1:])


def _key(row: Block) -> str:
    return row.cells[0].strip(" :*") if row.cells else ""


def _items(table: Sequence[Block]) -> list[Block]:
    return [
        replace(one, kind=BlockKind.ITEM, text=f"{_key(one)}: {one.cells[1].strip()}", marker="-", cells=())
        for one in _told(table)
    ]
