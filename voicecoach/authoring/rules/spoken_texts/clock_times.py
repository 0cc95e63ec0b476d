"""Times on a session's clock in lines and in tables, as how long each stretch goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.timelines import Stretch, in_words, lengths, lengths_between
from voicecoach.late_patterns import late

_ROWS = frozenset({BlockKind.ROW, BlockKind.ROW_HEAD})
_HEAD = in_any_case(r"(?:time|duration|clock|when|minutes?|mins?|secs?|seconds|interval|segment)\b")
"""How the column is called that says when."""
_UNIT = in_any_case(r"\b(?P<unit>min|sec|s\b)")
_BEGUN = re.compile(r"[(\[]?(?P<at>\d{1,2}:[0-5]\d(?::[0-5]\d)?)[)\]]?\s*[-–—|:]?\s+(?=[^\W\d_])")
"""When something begins, before what it is."""
_BEHIND = late(r"\s*(?:[:–—|-]\s*)?")


def by_length(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which what goes on from one time to another, `5:00-6:30 run`, is as long as that is."""
    found = lengths(["" if block.kind in _ROWS else block.text for block in blocks])
    lines = [replace(one, text=_as_long(one.text, found[at])) if at in found else one for at, one in enumerate(blocks)]
    return [one for table in _tables(_until_the_end(lines)) for one in table]


def _until_the_end(blocks: list[Block]) -> list[Block]:
    """The blocks, in which what begins at a time, `0:00 walk, 5:00 run, 6:00 end`, is as long as up to the next."""
    found = {
        at: one
        for at, block in enumerate(blocks)
        if block.kind not in _ROWS
        for one in [_BEGUN.match(block.text)]
        if one
    }
    names = [blocks[at].text[one.end() :].strip() for at, one in found.items()]
    lengths_s = lengths_between([one["at"] for one in found.values()], names)
    told = dict(zip(found, zip(names, lengths_s, strict=True), strict=True)) if lengths_s else {}
    timed = [(block, *told.get(at, ("", 0))) for at, block in enumerate(blocks)]
    return [
        replace(block, text=f"{in_words(length_s)}: {name}") if length_s else block
        for block, name, length_s in timed
        if length_s is not None
    ]


def _as_long(text: str, stretch: Stretch) -> str:
    """A line with a length in the place of two times; before what it is of it stands with a colon."""
    before, behind = text[: stretch.begin], text[stretch.end :]
    length = in_words(stretch.length_s)
    if before.strip(" ([") or not behind.strip(" )]"):
        return f"{before}{length}{behind}"
    return f"{length}: {_BEHIND.sub('', behind.lstrip(' )]'), count=1)}"


def _tables(blocks: list[Block]) -> Iterator[list[Block]]:
    """The blocks, table by table, each with its times as lengths; what is none goes by itself."""
    table: list[Block] = []
    for block in blocks:
        if table and block.kind is not BlockKind.ROW:
            yield _timed(table)
            table = []
        if block.kind in _ROWS:
            table.append(block)
        else:
            yield [block]
    yield _timed(table) if table else []


def _timed(table: list[Block]) -> list[Block]:
    """A table whose column of times says how long each row goes on."""
    head = table[0] if table[0].kind is BlockKind.ROW_HEAD else None
    rows = table[1:] if head else table
    for at, called in enumerate(head.cells if head else ()):
        if head is None or not _HEAD.match(called.strip(" *")):
            continue
        cells = [row.cells[at].strip() if at < len(row.cells) else "" for row in rows]
        if found := _lengths(called, cells, [_rest(row, at) for row in rows]):
            heads = replace(head, cells=_with(head.cells, at, "Duration"))
            return [heads, *(_row(row, at, length) for row, length in zip(rows, found, strict=True) if length)]
    return table


def _lengths(called: str, cells: list[str], names: list[str]) -> list[str]:
    """What each cell says of how long it is, empty for the end of the clock; nothing if they are no times of one."""
    unit = _UNIT.search(called)
    stretches = lengths(cells, unit["unit"].lower() if unit else "")
    if len(stretches) == len(cells):
        return [in_words(stretches[at].length_s) for at in range(len(cells))]
    return [in_words(one) if one else "" for one in lengths_between(cells, names)]


def _rest(row: Block, at: int) -> str:
    return " ".join(cell for place, cell in enumerate(row.cells) if place != at).strip()


def _row(row: Block, at: int, length: str) -> Block:
    return replace(row, cells=_with(row.cells, at, length))


def _with(cells: tuple[str, ...], at: int, cell: str) -> tuple[str, ...]:
    return (*cells[:at], cell, *cells[at + 1 :])
