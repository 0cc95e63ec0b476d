"""Tables with a row for each set, `Exercise | Set | Reps | Weight`, as rows for all sets of a weight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.grids.tables import columns_of
from voicecoach.authoring.rules.language.pattern import in_any_case

_SET = in_any_case(r"set(?: ?(?:#|no\.?|number|order|index|\()?\)?)?")
_SETS = "Sets"
_NUMBER = re.compile(r"(?:set )?\#?\d{1,2}", re.IGNORECASE)
LEAST_SETS = 2


def with_sets_together(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; rows that count the sets of an exercise are one for those of the same weight."""
    found, at = list[Block](), 0
    while at < len(blocks):
        rows = list(takewhile(lambda one: one.kind is BlockKind.ROW, blocks[at + 1 :]))
        place = _place(blocks[at], rows)
        found += [blocks[at], *rows] if place is None else _together(blocks[at], rows, place)
        at += 1 + len(rows)
    return found


def _place(head: Block, rows: Sequence[Block]) -> int | None:
    """Where the column is that counts the sets, `None` in other tables."""
    if head.kind is not BlockKind.ROW_HEAD or "name" not in columns_of(head):
        return None
    place = next((at for at, cell in enumerate(head.cells) if _SET.fullmatch(cell.strip(" *"))), None)
    if place is None or any(
        len(row.cells) != len(head.cells) or not _NUMBER.fullmatch(row.cells[place]) for row in rows
    ):
        return None
    counts = [_count(row, place) for row in rows]
    is_counted = all(after in {before + 1, 0, 1} for before, after in pairwise(counts))
    return place if is_counted and len(set(counts)) >= LEAST_SETS else None


def _count(row: Block, place: int) -> int:
    return int(re.sub(r"\D", "", row.cells[place]))


def _together(head: Block, rows: Sequence[Block], place: int) -> Iterator[Block]:
    columns = columns_of(head)
    name, reps = columns.index("name"), columns.index("reps") if "reps" in columns else None
    named, called = list[Block](), ""
    for row in rows:
        called = row.cells[name].strip() or called
        named.append(replace(row, cells=_with(row.cells, name, called)))
    if reps is not None and any(not _is_bare(one.cells[reps]) for one in named):
        named = [one for one in named if not _is_bare(one.cells[reps]) or _is_timed(columns, one)]
    beside = [at for at in range(len(columns)) if at not in {place, reps} and columns[at] not in {"notes", "rpe", ""}]
    yield replace(head, cells=_with(head.cells, place, _SETS))
    for _, group in groupby(named, lambda row: tuple(row.cells[at].strip() for at in beside)):
        sets = list(group)
        cells = _with(sets[0].cells, place, str(len(sets)))
        each = [one.cells[reps].strip() for one in sets] if reps is not None else []
        if reps is not None and len(set(each)) > 1:
            cells = _with(cells, reps, ", ".join(each))
        yield replace(sets[0], cells=cells)


def _is_bare(cell: str) -> bool:
    """Whether nothing stands in it, as where somebody only warms up."""
    return not cell.strip(" -–—.")


def _is_timed(columns: Sequence[str], row: Block) -> bool:
    """Whether a row says how long or how far, and how often needn't be said."""
    return any(
        column in {"seconds", "minutes", "far"} and any(map(str.isdecimal, cell))
        for column, cell in zip(columns, row.cells, strict=False)
    )


def _with(cells: tuple[str, ...], at: int, cell: str) -> tuple[str, ...]:
    return (*cells[:at], cell, *cells[at + 1 :])
