"""Tables with a column for each way to move, as `Week | Run | Walk | Repeats`: their cells are legs of one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from voicecoach.authoring.document import Block
from voicecoach.authoring.rules.grids.tables import column_of
from voicecoach.authoring.rules.language.clock_words import MODES
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, WARM_UP
from voicecoach.late_patterns import late

_UNIT = in_any_case(r"\b(?P<unit>s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|km|k|miles?)\b\W*$")
"""In what a column is counted, at the end of what it is called: `Run (min)`."""
_UNIT_FIRST = in_any_case(r"(?P<unit>seconds|secs?|minutes|mins?|km|miles) (?:of |to )?(?=[a-z])")
"""The same at its beginning: `Minutes running`."""
_OF_LEG = in_any_case(
    r"(?:time |duration |length |minutes |mins? |seconds )?(?:of )?"
    r"(?:(?:easy|brisk|steady|slow|gentle|light|fast|hard) )?"
    r"(?P<how>[a-z]+)"
    r"(?: (?:intervals?|time|segments?|duration|portions?|length|for|break|bouts?|period))?"
)
_OF_END = in_any_case(rf"(?P<how>{WARM_UP}|{COOL_DOWN})(?: (?:walk|jog|time))?")
_OFTEN = in_any_case(
    r"(?:number of |no\.? of |\# of |how many |total )?"
    r"(?:repetitions?|repeats?|reps?|rounds?|times|cycles?|sets?|intervals)(?: to (?:repeat|do|complete)| each)?",
    r"(?:how (?:many|often)|repeat(?:ed)?|do|x)(?:,? ?\(?(?:x|times|it|this|how many times)\)?)*",
)
_AMOUNT = late(r"\d{1,3}(?:[.:]\d{1,2})?(?:\s*(?:-|–|to)\s*\d{1,3}(?:\.\d)?)?")
_COUNT = in_any_case(r"(?:x|×)?\s*(?P<often>\d{1,2}(?:\s*[-–]\s*\d{1,2})?)\s*(?:x|×|times|reps?|rounds?)?")
_NOTHING = in_any_case(r"[\W_]*0?[\W_]*|none|n/?a")
_MODES = late(rf"{MODES.pattern}|bik(?:e|ing)|erg")
_EFFORTS = late(r"hard|easy|fast|slow|sprint|steady|brisk|recover(?:y|ies)|effort")
"""What a leg is called by how it feels, in a table that says how often."""
_SESSION, _DAY = "Each session", "Session"
_HOW_OFTEN = in_any_case(
    r"\b(?:rep(?:eat|etition)?s?|times|rounds?|sets?|cycles?|how (?:many|often)|number|no\.? of|x)\b"
)
_TOTAL = in_any_case(r"(?:total|weekly|overall) (?:distance|mileage|miles|time|duration|minutes)(?: \([^()]*\))?")
"""What the legs of a row come to, which is none of them."""
LEAST_LEGS = 2


@dataclass(frozen=True)
class _Column:
    """What a column is: a leg, an end, how often, or none of these; `how` one moves in it, and its `unit`."""

    is_leg: bool = False
    is_end: bool = False
    is_often: bool = False
    how: str = ""
    unit: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether it stays as it is."""
        return not (self.is_leg or self.is_end or self.is_often)


def with_legs(head: Block, rows: Sequence[Block]) -> tuple[Block, Sequence[Block]]:
    """A table; one whose columns are legs of a session has these in one cell of each row.

    Nothing is changed where a cell has neither a unit of its own nor one in its head.
    """
    columns = _columns(head.cells)
    sessions = [_session(row, columns) for row in rows]
    if sum(one.is_leg for one in columns) < LEAST_LEGS or not all(sessions):
        return head, rows
    is_counted = any(map(_HOW_OFTEN.search, head.cells))
    kept = [
        at
        for at, one in enumerate(columns)
        if one.is_kept and not (is_counted and _TOTAL.fullmatch(head.cells[at].strip(" *:")))
    ]
    called = head.cells[0] if 0 in kept and not column_of(head.cells[0]) else ""
    cells = [_DAY if called and at == 0 else head.cells[at] for at in kept]
    return replace(head, cells=(*cells, _SESSION)), [
        replace(row, cells=(*_kept(row, kept, called), session or ""))
        for row, session in zip(rows, sessions, strict=True)
    ]


def _kept(row: Block, kept: Sequence[int], called: str) -> Iterator[str]:
    """The cells of a row that stay; a number that counts the rows is called by its head: `Level 2`."""
    for at in kept:
        cell = row.cells[at] if at < len(row.cells) else ""
        yield f"{called} {cell}" if at == 0 and called and cell.strip().isdecimal() else cell


def _columns(cells: Sequence[str]) -> list[_Column]:
    """What the columns are; those called by an effort are legs where another says how often."""
    found = [_column(cell) for cell in cells]
    if not any(one.is_often for one in found):
        return found
    return [
        replace(one, is_leg=True) if one.is_kept and one.how and _EFFORTS.fullmatch(one.how) else one for one in found
    ]


def _column(cell: str) -> _Column:
    bare = cell.strip(" *:_.")
    found = _UNIT.search(bare)
    unit, name = (found["unit"], bare[: found.start()].strip(" (")) if found else ("", bare)
    if not found and (first := _UNIT_FIRST.match(bare)):
        unit, name = first["unit"], bare[first.end() :]
    leg = _OF_LEG.fullmatch(re.sub(r"\W+", " ", name).strip())
    if leg and _MODES.fullmatch(leg["how"].lower()):
        return _Column(is_leg=True, how=leg["how"].lower(), unit=unit)
    if end := _OF_END.fullmatch(name):
        return _Column(is_end=True, how=end["how"].lower(), unit=unit)
    return _Column(is_often=bool(_OFTEN.fullmatch(bare)), how=leg["how"].lower() if leg else "", unit=unit)


def _session(row: Block, columns: Sequence[_Column]) -> str | None:
    """The legs of a row as one cell, `None` where one of them can't be told."""
    before, legs, after, often = list[str](), list[str](), list[str](), ""
    for cell, column in zip(row.cells, columns, strict=False):
        if column.is_kept or _NOTHING.fullmatch(cell.strip(" *")):
            continue
        read = _count(cell) if column.is_often else _leg(cell.strip(" *"), column)
        if read is None:
            return None
        if column.is_often:
            often = read
        else:
            (legs if column.is_leg else after if legs else before).append(read)
    if not legs:
        return None
    repeated = f"{often} x ({', '.join(legs)})" if len(legs) > 1 else f"{often} x {legs[0]}"
    return ", ".join([*before, *([repeated] if often else legs), *after])


def _count(cell: str) -> str | None:
    found = _COUNT.fullmatch(cell.strip(" *"))
    return found["often"] if found else None


def _leg(cell: str, column: _Column) -> str | None:
    """A cell as a leg: `2 minutes walk`."""
    if not re.search(r"[^\W\d_]", cell):
        if not (column.unit and _AMOUNT.fullmatch(cell)):
            return None
        cell = f"{cell} {column.unit}"
    return cell if re.search(rf"\b{column.how}", cell, re.IGNORECASE) else f"{cell} {column.how}"
