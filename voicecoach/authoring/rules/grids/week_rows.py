"""A week in each line: of a table whose cells ran together, or below an exercise, with what is done of it then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.parts import without_brackets
from voicecoach.authoring.rules.language.movements import ends_with_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.late_patterns import late

_HEAD = in_any_case(r"(?:week|wk)\b\.?(?P<columns>(?:\s+[A-Z][a-z]+(?:\s+\d)?){1,7})")
_COLUMN = in_any_case(r"[A-Z][a-z]+(?:\s+\d)?")
_ROW = late(r"(?P<week>\d{1,2})\s+(?P<cells>[A-Za-z].*)")
_CELL = re.compile(r"(?<=[a-z)\d])\s+(?=[A-Z][a-z])")
LEAST_WEEKS, MOST_WEEKS = 3, 104
_WEEK_OF_ONE = in_any_case(
    r"(?:week|wk)s?\.?\s*(?P<week>\d{1,2}(?:\s*(?:-|–|to|&)\s*\d{1,2})?)\s*[:–-]\s*(?P<amount>\d.*)"
)
LEAST_WEEKS_OF_ONE, MOST_WORDS_OF_A_NAME = 2, 6


def by_weeks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a heading for each week of such a table or list, and a block for what is done in it."""
    return list(_by_weeks(list(_weeks_of_each(blocks))))


def _weeks_of_each(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; `Week 1: 3x10` and `Week 2: 3x12` below `Squats` are weeks that have squats so."""
    at = 0
    while at < len(blocks):
        below = map(_week_of_one, blocks[at + 1 : at + 1 + MOST_WEEKS])
        weeks = [one for one in takewhile(bool, below) if one]
        if len(weeks) < LEAST_WEEKS_OF_ONE or not _is_one(blocks[at]):
            yield blocks[at]
            at += 1
            continue
        name = blocks[at].text.strip(" :")
        for block, said in zip(blocks[at + 1 :], weeks, strict=False):
            yield from _row(block, said["week"], [f"{name}: {said['amount']}"])
        at += 1 + len(weeks)


def _week_of_one(block: Block) -> re.Match[str] | None:
    return None if block.cells else _WEEK_OF_ONE.fullmatch(block.text.strip())


def _is_one(block: Block) -> bool:
    """Whether it is the name of an exercise."""
    text = without_brackets(block.text).strip(" :")
    is_short = not block.cells and len(text.split()) <= MOST_WORDS_OF_A_NAME
    return is_short and not any(map(str.isdecimal, text)) and ends_with_movement(text)


def _by_weeks(blocks: Sequence[Block]) -> Iterator[Block]:
    blocks, at = _with_line_ends(blocks), 0
    while at < len(blocks):
        rows = _rows(blocks, at)
        if rows:
            columns = len(_COLUMN.findall(blocks[at].text)) - 1
            parts = _parts([cells for _, cells in rows], columns)
            for block, (week, _), cells in zip(blocks[at + 1 : at + 1 + len(rows)], rows, parts, strict=True):
                yield from _row(block, week, cells)
        else:
            yield blocks[at]
        at += 1 + len(rows)


def _with_line_ends(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a line below such a head that goes on with the week before, which was cut there, is of that."""
    found, week = list[Block](), 0
    for block in blocks:
        is_plain = block.kind is BlockKind.PARAGRAPH
        number = _written(block) if week else None
        if number and int(number["week"]) == week:
            week += 1
        elif week > 1 and is_plain and not block.breaks and _GOES_ON.match(block.text) and len(block.text) <= LONGEST:
            found[-1] = replace(found[-1], text=f"{found[-1].text} {block.text}")
            continue
        else:
            week = 1 if is_plain and _HEAD.fullmatch(block.text.strip()) else 0
        found.append(block)
    return found


_GOES_ON = in_any_case(r"[a-z(]|\d+\s?(?:min|sec|[smk]\b)")
LONGEST = 120


def _rows(blocks: Sequence[Block], at: int) -> list[tuple[str, str]]:
    """The weeks and the cells below a head, if they are counted from one line to the next."""
    if blocks[at].kind is BlockKind.ROW or not _HEAD.fullmatch(blocks[at].text.strip()):
        return []
    found = [
        (week, _written(one))
        for week, one in zip(range(1, MOST_WEEKS + 1), blocks[at + 1 : at + 1 + MOST_WEEKS], strict=False)
    ]
    rows = [(one["week"], one["cells"]) for _, one in takewhile(lambda row: _is_of(*row), found) if one]
    return rows if len(rows) >= LEAST_WEEKS else []


def _written(block: Block) -> re.Match[str] | None:
    number = block.marker.strip("().") if block.marker[:1].isdecimal() else ""
    return _ROW.fullmatch(f"{number} {block.text}".strip())


def _is_of(week: int, row: re.Match[str] | None) -> bool:
    return row is not None and int(row["week"]) == week


def _parts(rows: Sequence[str], columns: int) -> list[list[str]]:
    """The cells of each row; where its capitals are more than its cells, those begin as cells of other rows do."""
    found = [_CELL.split(one) for one in rows]
    begun = {cell.split()[0] for cells in found if len(cells) == columns for cell in cells}
    words = "|".join(map(re.escape, sorted(begun)))
    again = re.compile(rf"(?<=[a-z)\d])\s+(?=(?:{words})\b)") if begun else _CELL
    tries = [cells if len(cells) == columns else again.split(row) for row, cells in zip(rows, found, strict=True)]
    return [cells if len(cells) == columns else [row] for row, cells in zip(rows, tries, strict=True)]


def _row(block: Block, week: str, cells: Sequence[str]) -> Iterator[Block]:
    yield Block(BlockKind.PARAGRAPH, f"Week {week}", block.line, breaks=1)
    for part in cells:
        yield replace(block, kind=BlockKind.PARAGRAPH, text=part, marker="", breaks=1)
