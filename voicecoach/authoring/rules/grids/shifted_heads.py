"""Tables whose head begins a column too late: the empty cell above what its rows are called got lost in copying.

`Time | Effort |` above `Warm-up | 10 min | easy` is the head of the second column and the third. So is a head of days
that has the empty cell above its weeks, which nothing else calls.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.grids.tables import column_of
from voicecoach.authoring.rules.language.clock_words import MODES
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import DAY, SHORT_DAY

_OF_AMOUNTS = frozenset({"sets", "reps", "sets_reps", "seconds", "minutes", "rest", "load", "percent", "rpe", "far"})
_MEASURED = in_any_case(rf"(?:speed|incline|distance|pace|level|{MODES.pattern})(?: ?\([^()]*\))?")
_WEEKDAY = in_any_case(rf"{DAY}|{SHORT_DAY}")
_DAY = in_any_case(rf"{DAY}|{SHORT_DAY}|(?:day|session|run|workout) ?#?(?:\d|[a-c])")
_WEEK = in_any_case(r"(?:(?:week|wk)s?\W*)?\d{1,2}(?:\s?[-–]\s?\d{1,2})?")
_AMOUNT = in_any_case(r"[~<>]?\s?\d.*|(?:to )?failure|max|amrap|bw|[-–—/.]*|n/?a")
_ROWS = frozenset({BlockKind.ROW, BlockKind.ROW_HEAD})
LEAST_ROWS = 2


def with_heads_shifted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; such a head has a cell more before the others, called by what stands below it."""
    return [
        _shifted(one, blocks[at + 1 :]) if _is_head(one, blocks[at - 1] if at else None) else one
        for at, one in enumerate(blocks)
    ]


def _is_head(block: Block, before: Block | None) -> bool:
    """Whether it can be such a head: one, or the first row of a table that only names days."""
    if block.kind is BlockKind.ROW_HEAD:
        return len(block.cells) > 1
    is_first = before is None or before.kind not in _ROWS
    named = _named(block)
    return block.kind is BlockKind.ROW and is_first and (_are_days(named) or _are_weeks(named))


def _named(head: Block) -> list[str]:
    return [one for one in head.cells if one.strip(" *")]


def _are_days(named: Sequence[str]) -> bool:
    return len(named) > 1 and all(_WEEKDAY.fullmatch(one.strip(" *")) for one in named)


def _are_weeks(named: Sequence[str]) -> bool:
    return len(named) > 1 and all(_WEEK.fullmatch(one.strip(" *")) and not one.strip(" *").isdecimal() for one in named)


def _shifted(head: Block, behind: Sequence[Block]) -> Block:
    named = _named(head)
    rows = list(takewhile(lambda one: one.kind is BlockKind.ROW, behind))
    is_wider = len(named) > 1 and len(rows) >= LEAST_ROWS and all(len(one.cells) > len(named) for one in rows)
    is_last = is_wider and any(one.cells[len(named)].strip() for one in rows)
    empty = [""] * (len(head.cells) - len(named))
    if not is_last or list(head.cells) not in ([*named, *empty], ["", *named, *empty[1:]]):
        return head
    called = _called([one.cells[0].strip(" *") for one in rows], named)
    return replace(head, kind=BlockKind.ROW_HEAD, cells=(called, *named)) if called else head


def _called(first: Sequence[str], named: Sequence[str]) -> str:
    """What the column of these cells is, which the first name of the head can't mean; empty where it can."""
    are_weeks = all(map(_WEEK.fullmatch, first))
    if _are_days(named):
        return "Week" if are_weeks else ""
    if _are_weeks(named):
        return "Day" if all(map(_DAY.fullmatch, first)) else ""
    if not _is_measure(named[0]) or any(map(_AMOUNT.fullmatch, first)):
        return ""
    return "Week" if are_weeks else "Exercise"


def _is_measure(cell: str) -> bool:
    bare = cell.strip(" *:")
    return column_of(bare) in _OF_AMOUNTS or bool(_MEASURED.fullmatch(bare))
