"""Tables with a column for each week, or a row for each week and a column for each exercise or set, week by week."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import name_in
from voicecoach.authoring.rules.grids.day_columns import HEADING_LEVEL
from voicecoach.authoring.rules.grids.tables import column_of, columns_of
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import DAY, SHORT_DAY

_WEEK = in_any_case(r"(?:(?:weeks?|wks?)\W{0,3}|w)(?P<weeks>\d{1,2}(?:\s*[-–]\s*\d{1,2})?)\b.{0,20}")
_NUMBERED = in_any_case(r"(?:(?:weeks?|wks?|w)\W{0,3})?(?P<weeks>\d{1,2}(?:\s*[-–]\s*\d{1,2})?)\b.{0,20}")
"""What the first cell of a row is that is a week."""
_SET = in_any_case(r"(?:set|top set|work(?:ing)? set)\s*#?\d{0,2}(?:\s*\(.*\))?")
_EMPTY = in_any_case(r"[\W_]*|rest(?: week)?|off|n/?a|deload")
_REPS = in_any_case(r"\d+(?:\s*[x×@/,-].*|\+)?|.*\breps?\b.*")
"""A cell that says how often, not how long."""
_COUNTED = in_any_case(r"\d{1,3}(?P<more>(?:\s*[,/]\s*\d{1,3})*)[\s,]*(?:reps?)?")
"""A cell that says how often in each set: `12,12,8,8`."""
_ON_FOOT = in_any_case(r".*\b(?:run|walk|jog|ride|bike|swim)\w*\b.*")
_SCHEME = in_any_case(r"[\s:–-]+(?:cycle|progression|program(?:me)?|plan|block|scheme|weeks?|sets)\s*$")
_SETS = "Sets x reps"
_OF_ONE = frozenset({"sets", "reps", "seconds", "load", "rest", "notes", "tempo", "rpe", "percent"})
"""What the columns are about of a table that tells of one exercise."""
_DAY = in_any_case(rf"{DAY}|{SHORT_DAY}|(?:day|session|run|workout) ?#?(?:\d|[a-c])")
_RUN = in_any_case(r"^\W*run #?(?=\d)")
_DAY_AND_SESSION = ("Day", "Each session")
LEAST_WEEKS, MOST_WORDS_OF_TITLE = 2, 6


def are_unnamed_sets(table: Sequence[Block], before: Sequence[Block]) -> bool:
    """Whether a table tells set by set what is done in each week, and nothing says of which exercise."""
    head, *rows = table
    weeks = sum(bool(_WEEK.fullmatch(_bare(cell))) for cell in head.cells)
    is_by_set = bool(rows) and all(one.cells and _SET.fullmatch(_bare(one.cells[0])) for one in rows)
    return weeks >= LEAST_WEEKS and is_by_set and not _name_above(before)


def with_weeks_apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which such a table is a table, or a list, below each week's title."""
    found, at = list[Block](), 0
    while at < len(blocks):
        is_head = blocks[at].kind in {BlockKind.ROW, BlockKind.ROW_HEAD}
        rows = list(takewhile(lambda one: one.kind is BlockKind.ROW, blocks[at + 1 :])) if is_head else []
        above = _name_above(found) if rows else ""
        apart = list(_apart(blocks[at], rows, above)) if rows and blocks[at].cells else []
        if len(found) > 1 and _bare(found[-1].text) == above and any(_calls(one, above) for one in apart):
            found.pop()  # the name stands in what is below now
        found += apart or [blocks[at], *rows]
        at += 1 + len(rows)
    return found


def _apart(head: Block, rows: Sequence[Block], above: str) -> Iterator[Block]:
    weeks = [at for at, cell in enumerate(head.cells) if _WEEK.fullmatch(_bare(cell))]
    if len(weeks) >= LEAST_WEEKS and weeks[0]:
        yield from _by_columns(head, rows, weeks, above)
    elif len(rows) >= LEAST_WEEKS and column_of(head.cells[0]) == "week":
        yield from _by_rows(head, rows, above)


def _calls(block: Block, name: str) -> bool:
    return bool(name) and (name in block.cells or block.text.startswith(f"{name}: "))


def _by_columns(head: Block, rows: Sequence[Block], weeks: Sequence[int], above: str) -> Iterator[Block]:
    """What is done in the week of each column, a set in each row, or an exercise."""
    if above and all(_SET.fullmatch(_bare(row.cells[0])) for row in rows):
        for at in weeks:
            yield from _sets(head.cells[at], above, rows[0], [row.cells[at] for row in rows if at < len(row.cells)])
    elif weeks[0] == 1 and all(row.cells and _DAY.fullmatch(_bare(row.cells[0])) for row in rows):
        yield from _of_days(head, rows, weeks)
    elif "name" in columns_of(replace(head, cells=head.cells[: weeks[0]])):
        yield from _of_exercises(head, rows, weeks)


def _of_days(head: Block, rows: Sequence[Block], weeks: Sequence[int]) -> Iterator[Block]:
    """A table for each week, with what is done on the day of each row."""
    for at in weeks:
        done = [one for one in rows if at < len(one.cells) and not _EMPTY.fullmatch(one.cells[at].strip())]
        yield _title(head.cells[at], head.line)
        yield replace(head, kind=BlockKind.ROW_HEAD, cells=_DAY_AND_SESSION)
        yield from (replace(one, cells=(_RUN.sub("Session ", one.cells[0]), _as_run(one, at))) for one in done)


def _as_run(row: Block, at: int) -> str:
    """What is done in a week in the row of a run, which the cell may not say: `3 km`."""
    is_run = _RUN.match(row.cells[0]) and any(map(str.isdecimal, row.cells[at]))
    return row.cells[at] if not is_run or has_movement(row.cells[at]) else f"{row.cells[at].strip()} run"


def _of_exercises(head: Block, rows: Sequence[Block], weeks: Sequence[int]) -> Iterator[Block]:
    """A table for each week; columns that are of none stay in all of them, but for the repetitions that a week says."""
    kinds = [column_of(cell) for cell in head.cells]
    said = [row.cells[at].strip() for row in rows for at in weeks if at < len(row.cells)]
    listed = [_COUNTED.fullmatch(one) for one in said if not _EMPTY.fullmatch(one)]
    are_reps = "reps" in kinds and all(listed) and any(one and one["more"] for one in listed)
    for at in weeks:
        done = [one for one in rows if at < len(one.cells) and not _EMPTY.fullmatch(one.cells[at].strip())]
        others = (set(weeks) - {at}) | ({kinds.index("reps")} if are_reps else set())
        cells = (*head.cells[:at], "Reps" if are_reps else _SETS, *head.cells[at + 1 :])
        called = replace(head, kind=BlockKind.ROW_HEAD, cells=cells)
        if done:
            yield _title(head.cells[at], head.line)
            yield from (_without_cells(one, others) for one in (called, *done))


def _by_rows(head: Block, rows: Sequence[Block], above: str) -> Iterator[Block]:
    """What is done in the week of each row: a set in each cell, or an exercise."""
    if not all(row.cells and _NUMBERED.fullmatch(_bare(row.cells[0])) for row in rows):
        return
    called = head.cells[1:]
    if above and all(_SET.fullmatch(_bare(one)) for one in called):
        for row in rows:
            yield from _sets(row.cells[0], above, row, row.cells[1:])
    elif above and all(column_of(one) in _OF_ONE for one in called):
        yield replace(head, kind=BlockKind.ROW_HEAD, cells=(head.cells[0], "Exercise", *called))
        yield from (replace(one, cells=(one.cells[0], above, *one.cells[1:])) for one in rows)
    elif any(map(has_movement, called)) and _are_exercises(called, [row.cells[1:] for row in rows]):
        for row in rows:
            done = [one for one in zip(called, row.cells[1:], strict=False) if not _EMPTY.fullmatch(one[1].strip())]
            yield _title(row.cells[0], row.line)
            yield from (_item(row, name, cell) for name, cell in done)


def _are_exercises(called: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether the columns are exercises: none is called like anything else, and the cells say how often, not how long.

    What is walked and run in turns is told in such tables too, and is read as that.
    """
    is_other = any(column_of(one) or _ON_FOOT.fullmatch(one) or not one.strip() for one in called)
    cells = [one.strip() for row in rows for one in row if not _EMPTY.fullmatch(one.strip())]
    return not is_other and bool(cells) and sum(bool(_REPS.fullmatch(_bare(one))) for one in cells) * 2 > len(cells)


def _sets(week: str, name: str, row: Block, cells: Sequence[str]) -> Iterator[Block]:
    """What is done of one exercise in a week, set by set."""
    done = [one.strip() for one in cells if not _EMPTY.fullmatch(one.strip())]
    if done:
        yield _title(week, row.line)
        yield _item(row, name, ", ".join(done))


def _title(week: str, line: int) -> Block:
    called = re.sub(r"^w(?=\d)|^(?=\d)", "Week ", _bare(week), flags=re.IGNORECASE)
    return Block(BlockKind.HEADING, called, line, level=HEADING_LEVEL)


def _item(row: Block, name: str, amount: str) -> Block:
    return Block(BlockKind.ITEM, f"{_bare(name)}: {amount.strip()}", row.line, marker="-")


def _name_above(before: Sequence[Block]) -> str:
    """The exercise that the title above calls, `""` if it calls none."""
    text = before[-1].text if before and len(before[-1].text.split()) <= MOST_WORDS_OF_TITLE else ""
    return _SCHEME.sub("", name_in(parts_of(text).rest).text) if has_movement(text) else ""


def _without_cells(row: Block, others: set[int]) -> Block:
    return replace(row, cells=tuple(cell for at, cell in enumerate(row.cells) if at not in others))


def _bare(cell: str) -> str:
    return cell.strip(" *:")
