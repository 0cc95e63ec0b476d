"""Tables of a run or a ride that have a time in each row, how fast and how steep it is, and no name."""

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
        found += [blocks[at]] if time is None or name is None else _named(blocks[at], rows, time, name)
        at += 1 + (len(rows) if name else 0)
    return found


def _timed(head: Block, rows: Sequence[Block]) -> int | None:
    """Which column of a table has the times, where the others only have how fast, how steep, how hard."""
    cells = [one.strip(" *") for one in head.cells] if head.kind in _HEADS else []
    times = [at for at, one in enumerate(cells) if _TIME.fullmatch(one)]
    measured = [one for one in cells if _MEASURE.fullmatch(one)]
    others = [one for one in cells if not (_TIME.fullmatch(one) or _MEASURE.fullmatch(one) or _COUNT.fullmatch(one))]
    is_it = len(times) == 1 and measured and not others and len(rows) >= LEAST_ROWS
    return times[0] if is_it and not any(has_movement(one.text) for one in rows) else None


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
