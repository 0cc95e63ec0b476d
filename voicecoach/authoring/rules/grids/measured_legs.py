"""Tables of a run or a ride that have a time in each row, how fast and how steep it is, and no name but a part's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.timelines import in_words, lengths
from voicecoach.late_patterns import late

_TIME = in_any_case(r"(?P<unit>time|duration|length|minutes?|mins?|seconds)(?: ?\([^()]*\))?")
_MEASURE = in_any_case(
    r"(?:(?:target |avg |average )?(?:speed|incline|gradient|grade|elevation|rpm|cadence|watts?|power|resistance)"
    r"|(?:% ?)?(?:effort|intensity|ftp|max)(?: level)?|level|gear|rpe|heart rate|hr|zone|pace|mph|kph|km/?h)"
    r"(?: ?[(/][^()]*\)?)?"
)
_COUNT = in_any_case(r"intervals?|segments?|steps?|stages?|#|no\.?|")
_NAMES = (
    ("Ride", late(r"\b(?:bike|turbo|spin(?:ning)?|cycl\w+|rid(?:e|ing)|rpm|watts|ftp)\b", re.IGNORECASE)),
    ("Row", late(r"\b(?:row(?:er|ing)?|erg|spm)\b", re.IGNORECASE)),
    ("Run", late(r"\b(?:treadmill|run(?:s|ning)?|jog\w*|sprints?|mph|km/?h)\b", re.IGNORECASE)),
)
"""What such a table is of, by the words of its text."""
_HEADS = frozenset({BlockKind.ROW, BlockKind.ROW_HEAD})
LEAST_ROWS = 2


def with_legs_named(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; each row of such a table has a cell more, with what is done, and how long it goes on."""
    found, at = list[Block](), 0
    while at < len(blocks):
        rows = list(takewhile(lambda one: one.kind is BlockKind.ROW, blocks[at + 1 :])) if blocks[at].cells else []
        time = _timed(blocks[at], rows)
        name = _name(blocks) if time is not None else None
        if time is not None and name is not None:
            found += _named(blocks[at], rows, time, name)
        else:
            parts = _by_parts(blocks[at], rows)
            found += parts if parts and not _are_titles(parts, blocks[at + 1 + len(rows) :]) else [blocks[at], *rows]
        at += 1 + len(rows)
    return found


def _timed(head: Block, rows: Sequence[Block]) -> int | None:
    """Which column of a table has the times, where the others only have how fast, how steep, how hard."""
    cells = [one.strip(" *") for one in head.cells] if head.kind in _HEADS else []
    times = [at for at, one in enumerate(cells) if _TIME.fullmatch(one)]
    measured = [one for one in cells if _MEASURE.fullmatch(one)]
    others = [one for one in cells if not (_TIME.fullmatch(one) or _MEASURE.fullmatch(one) or _COUNT.fullmatch(one))]
    is_it = len(times) == 1 and measured and not others and len(rows) >= LEAST_ROWS and not _are_called(cells, rows)
    return times[0] if is_it and not any(has_movement(one.text) for one in rows) else None


_OF_PARTS = in_any_case(r"phase|section|part|segment|stage|intervals?|block|set|step|exercise|activity|what|")
_PART = (
    r"(?:warm|cool)[ -]?(?:up|down)|recovery|recover|rest|intervals?|efforts?|sprints?|hills?|climbs?|work|push|surge"
    r"|tempo|threshold|steady|easy|hard|fast|slow|brisk|moderate|light|base|flat|main|set|pace|spin|walk|jog|run|ride|row"
)
_CELL = in_any_case(rf"(?P<part>(?:{_PART})(?:[\s/-]+(?:{_PART}))*)(?:\s*#?(?P<at>\d{{1,2}}))?")
"""A part of a run or a ride, with its number: `Interval 3`."""
_DONE = in_any_case(r"\b(?:intervals?|efforts?|sprints?|hills?|climbs?|hard|fast|work|tempo|steady|run|jog|main)\b")


def _are_titles(table: Sequence[Block], behind: Sequence[Block]) -> bool:
    """Whether a line behind a table begins with the name of one of its parts: the table only says how long it is."""
    names = {cell.strip().lower() for row in table[1:] for cell in row.cells if _CELL.fullmatch(cell.strip())}
    return any(one.text.lower().startswith(name) for one in behind for name in names)


def _by_parts(head: Block, rows: Sequence[Block]) -> list[Block]:
    """A table with a time in each row and the part of the session that it is, called by that; empty for others."""
    cells = [one.strip(" *") for one in head.cells] if head.kind in _HEADS else []
    times = [one for one in cells if _TIME.fullmatch(one)]
    others = [at for at, one in enumerate(cells) if not (_TIME.fullmatch(one) or _MEASURE.fullmatch(one))]
    if len(times) != 1 or len(others) != 1 or len(rows) < LEAST_ROWS or not _OF_PARTS.fullmatch(cells[others[0]]):
        return []
    at = others[0]
    parts = [_CELL.fullmatch(row.cells[at].strip(" *")) if at < len(row.cells) else None for row in rows]
    named = [one["part"] for one in parts if one]
    if len(named) < len(rows) or not any(map(_DONE.search, named)):
        return []
    heads = replace(
        head, kind=BlockKind.ROW_HEAD, cells=tuple(_called(head, rows, one) for one in range(len(head.cells)))
    )
    heads = replace(heads, cells=_with(heads.cells, at, "Exercise"))
    return [heads, *(replace(row, cells=_with(row.cells, at, one)) for row, one in zip(rows, named, strict=True))]


def _called(head: Block, rows: Sequence[Block], at: int) -> str:
    """How a column is called; one that says in words how hard it is has remarks."""
    is_told = bool(_HARDNESS.fullmatch(head.cells[at].strip(" *")))
    cells = [row.cells[at] for row in rows if at < len(row.cells)]
    return "Notes" if is_told and not any(map(_DIGIT.search, cells)) else head.cells[at]


_HARDNESS = in_any_case(r"effort|intensity|level|load")
_DIGIT = late(r"\d")


def _are_called(heads: Sequence[str], rows: Sequence[Block]) -> bool:
    """Whether the cells of a column that could count the rows call them instead: `Warm-up`, `Recovery`."""
    counting = [at for at, one in enumerate(heads) if _COUNT.fullmatch(one)]
    return any(_CALLED.search(row.cells[at]) for row in rows for at in counting if at < len(row.cells))


_CALLED = late(r"[^\W\d_]{3}")


def _name(blocks: Sequence[Block]) -> str | None:
    text = " ".join(one.text for one in blocks)
    return next((name for name, words in _NAMES if words.search(text)), None)


def _named(head: Block, rows: Sequence[Block], time: int, name: str) -> list[Block]:
    cells = [row.cells[time] if time < len(row.cells) else "" for row in rows]
    unit = head.cells[time].strip(" *").lower()
    clock = lengths(cells, "sec" if unit.startswith("sec") else "min" if unit.startswith("min") else "")
    long = [in_words(clock[at].length_s) if at in clock else cell for at, cell in enumerate(cells)]
    called = "Duration" if clock else head.cells[time]
    heads = replace(head, kind=BlockKind.ROW_HEAD, cells=("Exercise", *_with(head.cells, time, called)))
    legs = [(name, *_with(row.cells, time, one)) for row, one in zip(rows, long, strict=True)]
    return [heads, *(replace(row, cells=leg) for row, leg in zip(rows, legs, strict=True))]


def _with(cells: tuple[str, ...], at: int, cell: str) -> tuple[str, ...]:
    return (*cells[:at], cell, *cells[at + 1 :])
