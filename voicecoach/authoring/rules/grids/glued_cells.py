"""Cells of a table that were glued together as it was copied: `Squat 5x5Bench press 5x5`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from voicecoach.authoring.document import Block, BlockKind

_CELL = re.compile(r".*?(?:\d|\s)\s?[x×]\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?(?=[A-Z][a-z]{2})|.+$")
_TITLE_END = re.compile(r"(?<=\s[A-E1-5])(?=[A-Z][a-z]{2})")
"""Where a title ends that is glued to the next: `Workout AWorkout B`."""
_LABEL = re.compile(r"[^:]{1,20}:\s*[^:]+:")
"""How a row begins that is a day by itself: `A day: Squat: 3x5Bench: 3x5`."""
_LISTED = frozenset({BlockKind.ITEM, BlockKind.PARAGRAPH})
LEAST_ROWS = 2


def without_glue(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, each glued cell on its own; columns one after the other, if several rows have as many of them."""
    cells = [_cells(one) for one in blocks]
    if all(len(one) == 1 for one in cells):
        return list(blocks)
    found = list[Block]()
    for (count, _), run in groupby(range(len(blocks)), key=lambda at: (len(cells[at]), len(cells[at]) > 1 or at)):
        rows = list(run)
        if count == 1 or len(rows) < LEAST_ROWS:
            found += [one for at in rows for one in _apart(blocks[at], cells[at])]
            continue
        titles = _TITLE_END.split(found[-1].text) if found else []
        if len(titles) != count and any(_LABEL.match(cells[at][0]) for at in rows):
            found += [one for at in rows for one in _apart(blocks[at], cells[at])]
            continue
        if len(titles) == count:
            found.pop()
        for column in range(count):
            if len(titles) == count:
                found.append(replace(blocks[rows[0]], text=titles[column], breaks=1))
            found += [replace(blocks[at], text=cells[at][column], breaks=0) for at in rows]
    return found


def _cells(block: Block) -> list[str]:
    found = [one.strip() for one in _CELL.findall(block.text)] if block.kind in _LISTED else []
    return [one for one in found if one] or [block.text]


def _apart(block: Block, cells: Sequence[str]) -> Iterator[Block]:
    if len(cells) == 1:
        yield block
        return
    for at, one in enumerate(cells):
        yield replace(block, text=one, breaks=0 if at else block.breaks)
