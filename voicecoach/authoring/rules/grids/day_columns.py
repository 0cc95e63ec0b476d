"""Tables with a column for each day, or each part of a session, as a table for each of them, week by week if so.

A row for each session, with a column for each of its exercises, is a list below the session's title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile, zip_longest

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.parts import parts_of, without_brackets
from voicecoach.authoring.rules.exercise_names.names import name_in
from voicecoach.authoring.rules.grids.tables import columns_of
from voicecoach.authoring.rules.grids.week_sessions import DAY, EMPTY, sessions_of, with_unit_of
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.late_patterns import late

_WEEK = in_any_case(r"\W*(?:(?:weeks?|wks?|w)\W*)?(?P<weeks>\d{1,2}(?:\s*[-–]\s*\d{1,2})?)\b.{0,30}")
"""What the first cell of a row is that has a week in it."""
_SLOT = in_any_case(
    r"(?:exercise|ex|lift|movement|move|drill)\s*[-–#.]*\s*(?:\d|[a-f])|t\d",
    r"(?:main|primary|secondary|accessory|assistance|supplement\w*)(?: (?:lift|exercise|movement|work))?(?: \d)?",
)
"""What a column is called that has one exercise of each row's session: `Exercise 1`, `T2`, `Main lift`."""
_SESSION = in_any_case("days?|sessions?|workouts?|focus|movement|split|type|routine|program(?:me)?|name|when|what|")
_OF_WEEKDAY = in_any_case(r"^(?:mon|tue|wed|thu|fri|sat|sun)\w*\W*(?=.*\b(?:run|ride|swim)s?\b)")
_RUN = in_any_case(r"\b(?:run|ride|swim)s?\b")
_COUNTED_RUN = in_any_case(r".*?\s*#?(?P<which>\d)")
"""What a session is called by that is no name of what is done in it: `Mid-week run 2`."""
_LENGTH = in_any_case(r"\d{1,3}(?:\.\d)?(?:\s*[-–]\s*\d{1,3}(?:\.\d)?)?\s*(?:kms?|k|mi|miles?|min(?:ute)?s?)(?:\W.*)?")
_COUNTED = late(r"\s*[-–#]\s*(?=\d{1,2}$)")
_NUMBER = re.compile(r"\s*#?\d+$")
_LETTER = re.compile(r"[A-H]?\d?", re.IGNORECASE)
_WEEKDAY = in_any_case(r"(?:mon|tue|wed|thu|fri|sat|sun)\w*")
_OFF = in_any_case(r"\W*(?:rest|off|rest day|day off)\W*")
_OF_A_PLAN = in_any_case(
    r"\b(?:runs?|jog|walk|easy|tempo|long|strides?|bike|swim|x-?train)\b|\d\s*(?:km|k|mi|miles?|min)\b"
)

"""What is done on the days of a running plan, each week otherwise."""
HEADING_LEVEL, LEAST_DAYS, LEAST_WEEKS, LEAST_SLOTS = 6, 2, 1, 2
LEAST_WEEKDAYS, LEAST_OFF = 3, 2


def with_weeks_called(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; above days' columns the cell over the numbers of the weeks is called so, empty or lost as it was."""
    return [_with_week(block, below) for block, below in zip_longest(blocks, blocks[1:])]


def _with_week(head: Block, below: Block | None) -> Block:
    is_above = below and below.kind is BlockKind.ROW and below.cells and below.cells[0].strip(" *.").isdecimal()
    cells = [cell.strip(" *") for cell in head.cells]
    if not below or not is_above or sum(bool(DAY.fullmatch(cell)) for cell in cells) < LEAST_DAYS:
        return head
    days = head.cells[1:] if not cells[0] else head.cells[:-1] if not cells[-1] else head.cells
    is_lost = DAY.fullmatch(days[0].strip(" *")) and len(days) + 1 == len(below.cells)
    return replace(head, cells=("Week", *days)) if is_lost else head


def by_days(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which a table with a column for each day is a table, or a list, below each day's title."""
    found, at = list[Block](), 0
    blocks = _with_weeks_counted(blocks)
    while at < len(blocks):
        head = blocks[at]
        days, weeks, slots = _days(head), _weeks(head, blocks[at + 1 :]), _slots(head)
        rows = weeks or (list(takewhile(_is_row, blocks[at + 1 :])) if days or slots else [])
        found += (
            [one for row in weeks for one in _of_week(head, row, sessions_of(head, weeks))]
            or [one for row in rows if slots for one in _of_session(head, row, slots)]
            or [one for day in days for one in _of_day(head, rows, day) if rows]
            or [head]
        )
        at += 1 + len(rows)
    return found


def _with_weeks_counted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; rows below the days of a week are counted as weeks, where a running plan has a day off."""
    found = list[Block]()
    for at, head in enumerate(blocks):
        is_head = bool(head.cells) and all(_WEEKDAY.fullmatch(cell.strip(" *")) for cell in head.cells)
        rows = list(takewhile(_is_row, blocks[at + 1 :])) if is_head and len(head.cells) >= LEAST_WEEKDAYS else []
        is_off = any(sum(bool(_OFF.fullmatch(cell)) for cell in of_day) >= LEAST_OFF for of_day in _by_column(rows))
        if is_off and _is_plan(rows):
            counted = [replace(one, cells=(str(week), *one.cells)) for week, one in enumerate(rows, 1)]
            return [*found, replace(head, cells=("Week", *head.cells)), *counted, *blocks[at + 1 + len(rows) :]]
        found.append(head)
    return found


def _is_plan(rows: Sequence[Block]) -> bool:
    """Whether most of what is done is run."""
    done = [cell for one in rows for cell in one.cells if cell.strip() and not _OFF.fullmatch(cell)]
    return 2 * sum(bool(_OF_A_PLAN.search(cell)) for cell in done) > len(done)


def _by_column(rows: Sequence[Block]) -> list[tuple[str, ...]]:
    return list(zip(*(one.cells for one in rows), strict=False))


def _days(head: Block) -> list[int]:
    """Which columns are days, where all are, or all behind the exercises' names."""
    if head.kind not in {BlockKind.ROW, BlockKind.ROW_HEAD}:
        return []
    days = [at for at, cell in enumerate(head.cells) if DAY.fullmatch(cell.strip(" *"))]
    is_named = 0 not in days and columns_of(replace(head, cells=head.cells[:1]))[0] == "name"
    return days if len(days) >= LEAST_DAYS and len(days) + is_named == len(head.cells) else []


def _slots(head: Block) -> list[int]:
    """Which columns have an exercise each, behind those that say what session a row is."""
    cells = [cell.strip(" *`") for cell in head.cells] if head.kind in {BlockKind.ROW, BlockKind.ROW_HEAD} else []
    slots = [at for at, cell in enumerate(cells) if _SLOT.fullmatch(cell)]
    is_behind = len(slots) >= LEAST_SLOTS and slots == list(range(slots[0], len(cells)))
    return slots if is_behind and slots[0] and all(map(_SESSION.fullmatch, cells[: slots[0]])) else []


def _of_session(head: Block, row: Block, slots: Sequence[int]) -> Iterator[Block]:
    """What is done in a row's session, below its title."""
    title = ": ".join(one for cell in row.cells[: slots[0]] if (one := _COUNTED.sub(" ", cell.strip(" *`"))))
    title = f"{head.cells[0].strip(' *`')} {title}" if _LETTER.fullmatch(title) else title
    yield Block(BlockKind.HEADING, title, row.line, level=HEADING_LEVEL)
    for cell in row.cells[slots[0] :]:
        if not EMPTY.fullmatch(cell.strip()):
            yield Block(BlockKind.ITEM, cell, row.line, marker="-")


def _is_row(block: Block) -> bool:
    return block.kind is BlockKind.ROW


def _weeks(head: Block, below: Sequence[Block]) -> list[Block]:
    """The rows that are a week each, below a cell for the weeks and others for days, and at most one for notes."""
    if head.kind not in {BlockKind.ROW, BlockKind.ROW_HEAD} or columns_of(replace(head, cells=head.cells[:1])) != (
        "week",
    ):
        return []
    rows = list(takewhile(lambda one: _is_row(one) and _WEEK.fullmatch(one.cells[0]), below))
    return rows if len(rows) >= LEAST_WEEKS and sessions_of(head, rows) else []


def _of_week(head: Block, row: Block, sessions: Sequence[int]) -> Iterator[Block]:
    """What is done in a week, below its title and those of its days."""
    week = _WEEK.fullmatch(row.cells[0])
    yield Block(BlockKind.HEADING, f"Week {week['weeks'] if week else ''}", row.line, level=HEADING_LEVEL - 1)
    for at in sessions:
        cell = row.cells[at].strip() if at < len(row.cells) else ""
        if not EMPTY.fullmatch(cell):
            called, done = without_brackets(head.cells[at]).strip(" *"), with_unit_of(head.cells[at], cell)
            name = _NUMBER.sub("", _OF_WEEKDAY.sub("", called))
            is_named = has_movement(name) and not has_movement(done) and bool(_LENGTH.fullmatch(done))
            title = called if is_named and name == called else _title(called)
            yield Block(BlockKind.HEADING, title, row.line, level=HEADING_LEVEL)
            yield Block(BlockKind.ITEM, f"{name} {done}" if is_named else done, row.line, marker="-")


def _title(called: str) -> str:
    """What a session is called by its column, without what it would be a name by: `Sunday`, `Session 2`."""
    if day := _OF_WEEKDAY.match(called):
        return day[0].strip()
    title = _RUN.sub("session", called)
    title = title if DAY.fullmatch(title) else _COUNTED_RUN.sub(r"Session \g<which>", title)
    return title[:1].upper() + title[1:]


def _of_day(head: Block, rows: Sequence[Block], day: int) -> Iterator[Block]:
    """What is done on a day, below its title."""
    done = [one for one in rows if day < len(one.cells) and not EMPTY.fullmatch(one.cells[day].strip())]
    if not done:
        return
    yield Block(BlockKind.HEADING, head.cells[day].strip(" *"), head.line, level=HEADING_LEVEL)
    if DAY.fullmatch(head.cells[0].strip(" *")):
        yield from (Block(BlockKind.ITEM, _with_name(one.cells, day), one.line, marker="-") for one in done)
        return
    yield replace(head, kind=BlockKind.ROW_HEAD, cells=(head.cells[0], "Sets x reps"))
    yield from (replace(one, cells=(one.cells[0], one.cells[day])) for one in done)


def _with_name(cells: Sequence[str], day: int) -> str:
    """A cell; with the name in the first of the row, where it is an amount alone."""
    is_amount = bool(parts_of(cells[day]).parts) and not name_in(parts_of(cells[day]).rest).text
    name = name_in(parts_of(cells[0]).rest).text if day and is_amount else ""
    return f"{name} {cells[day]}".strip()
