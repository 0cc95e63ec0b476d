"""The cells of a row as the prescription that they are together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from voicecoach.authoring.formats.csv_columns import Column
from voicecoach.authoring.formats.prescribed import is_prescription, seconds
from voicecoach.authoring.rules.grids.tables import COVERS
from voicecoach.definitions.amounts import Prescription
from voicecoach.definitions.model import Sides
from voicecoach.definitions.notation import parse_length, parse_prescription
from voicecoach.definitions.notation.spelling import in_digits

_NOTHING = frozenset({"", "-", "–", "—", "n/a", "na", "none", "x", "bw", "bodyweight", "body weight", "0"})
"""What stands in a cell that says nothing."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?(?:\s*[-–]\s*\d+(?:[.,]\d+)?)?")
_SETS = re.compile(r"\d")
_THING = r"(?:hand|side|arm|db|dumb-?bell|kb|kettle-?bell|bell|plate|bar(?:bell)?)s?"
_WEIGHT = re.compile(
    r"(?:[12]\s*[x×]\s*)?(?P<weight>\d+(?:\.\d+)?)\s*(?P<unit>kg|lbs?)?\.?"
    rf"(?:\s*(?:/|per|in each|each|an?)?\s*{_THING}|\s*each)?",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?P<sets>\d{1,3})x(?P<each>.+)")
_REMARKED = re.compile(
    r"(?P<amount>\d{1,4}(?:\s*[-–]\s*\d{1,4})?(?=\s*\()|\d{1,4}\s*(?:m|km|s|secs?|seconds|mins?|minutes)\b).+",
    re.IGNORECASE,
)
_YARDS = re.compile(r"(\d+(?:\.\d+)?)\s*(?:(y(?:ar)?ds?)|ft|feet)", re.IGNORECASE)
METRES_A_YARD, METRES_A_FOOT = 0.9144, 0.3048
_COUNTS = frozenset({Column.SETS, Column.REPS, Column.TIME, Column.HOLD, Column.REST, Column.DISTANCE})
LEAST_BARE_REST_S = 10
"""A rest without a unit is seconds from this on; fewer might be minutes."""
_SIDES = (
    (Sides.ALTERNATING, re.compile(r"alt\w*", re.IGNORECASE)),
    (
        Sides.EACH,
        re.compile(
            r"(?:(?:each|per|both)(?! directions?)|l\s*[/&+]\s*r|y(?:es)?|uni\w*|left (?:and|&) right)\b.*",
            re.IGNORECASE,
        ),
    ),
    (Sides.NONE, re.compile(r"no(?:ne)?|bilateral", re.IGNORECASE)),
)


_EACH = re.compile(r"(?:on |for )?(?:each|per) (?:leg|side|arm|hand|foot|direction|way)\b(?=\W|$)", re.IGNORECASE)


def sides_of(cell: str) -> Sides | None:
    """The sides that a cell says."""
    return next((sides for sides, form in _SIDES if form.fullmatch(cell.strip())), None)


def sides_told(notes: str) -> Sides | None:
    """What the first words of a row's notes say of sides: `Each leg`, `Per side`."""
    return Sides.EACH if _EACH.match(notes) else None


def length_s(row: dict[Column, str], column: Column, unit: str) -> float | None:
    """The length in a cell, in seconds; `None` of an empty one. A number alone has `unit`. Raises NotationError."""
    cell = _cell(row, column)
    if not cell:
        return None
    is_limit = column is Column.LIMIT
    return seconds(parse_length(_with_unit(cell, unit or "min") if is_limit else _rest(cell, unit)))


def prescription_of(rows: list[dict[Column, str]], units: dict[Column, str]) -> tuple[Prescription, list[str]]:
    """What the cells of an exercise prescribe, and those that can't be read.

    Where several rows have a set each, they are put together.
    """
    if len(rows) > 1:
        rows = [{**row, Column.SETS: ""} for row in rows]
    parts = [(_amount(row, units), _beside(row, units)) for row in rows]
    amounts = [amount for amount, _ in parts if amount]
    beside = list(dict.fromkeys(one for _, found in parts for one in found))
    is_set_each = len(rows) > 1 or bool(rows[0].get(Column.SET))
    amount = _in_rows(amounts) if amounts and is_set_each else "".join(amounts)
    return _read(amount, beside)


def _in_rows(amounts: list[str]) -> str:
    """The amounts of a set each as one."""
    if len(set(amounts)) == 1:
        return f"{len(amounts)}x{amounts[0]}"
    return ", ".join(f"1x{one}" for one in amounts)


def _read(amount: str, beside: list[str]) -> tuple[Prescription, list[str]]:
    """All parts together, as far as they can be read beside each other; sets and rests may stand without an amount."""
    plain = _without_remark(amount)
    unsaid, amount = (amount, plain) if plain != amount else ("", amount)
    sets_alone = re.fullmatch(r"(\d{1,3}) sets", amount)
    if sets_alone and not is_prescription(f"{sets_alone[1]}x1"):
        sets_alone = None
    is_readable = not sets_alone and bool(amount) and is_prescription(amount)
    kept = [amount if is_readable else f"{sets_alone[1] if sets_alone else 1}x1"]
    unread = [unsaid or amount] if unsaid or (amount and not is_readable and not sets_alone) else []
    for part in beside:
        (kept if is_prescription(" ".join([*kept, part])) else unread).append(part)
    read = parse_prescription(" ".join(kept))
    if is_readable:
        return read, unread
    return replace(read, sets=read.sets if sets_alone else None, start=None), unread


def _without_remark(amount: str) -> str:
    """An amount that can be read, without what stands behind it: `3x10 (slow)`, `4x20m heavy`; else its sets alone."""
    counted = _COUNTED.fullmatch(amount)
    if not counted or is_prescription(amount):
        return amount
    found = _REMARKED.fullmatch(counted["each"])
    kept = f"{counted['sets']}x{found['amount']}" if found else ""
    return kept if kept and is_prescription(kept) else f"{counted['sets']} sets"


def _amount(row: dict[Column, str], units: dict[Column, str]) -> str:
    """Sets and how much each is, as the notation has it."""
    whole = _cell(row, Column.PRESCRIPTION)
    if whole:
        return whole
    sets, reps = _cell(row, Column.SETS), _cell(row, Column.REPS)
    time = _with_unit(_cell(row, Column.TIME), units.get(Column.TIME) or "s")
    if (hold := _hold(row, units)) and reps in {"", "1"}:
        reps, time = "", hold
    distance = _with_unit(_cell(row, Column.DISTANCE), units.get(Column.DISTANCE) or "m")
    reps = re.sub(r"\s*reps?$", "", reps, flags=re.IGNORECASE)
    amount = _in_metres(reps or time or distance)
    if not sets and reps.isdecimal() and distance and COVERS.search(_cell(row, Column.EXERCISE)):
        return _in_metres(f"{reps}x{distance}")
    if not _SETS.search(sets):
        return amount
    if re.search(r"[x×]\s*\d", sets) or not amount:
        return sets if re.search(r"[x×]", sets) else f"{sets} sets"
    is_list = re.fullmatch(r"\d+(?:\s*[,/-]\s*\d+){2,}", amount)
    return amount if is_list else f"{sets}x{amount}"


def _hold(row: dict[Column, str], units: dict[Column, str]) -> str:
    """How long it is held: each repetition, or all of it where it is done once."""
    hold = _with_unit(_cell(row, Column.HOLD), units.get(Column.HOLD) or "s")
    return hold if any(map(str.isdecimal, hold)) else ""


def _beside(row: dict[Column, str], units: dict[Column, str]) -> Iterable[str]:
    """What stands beside an amount: tempo, load, effort, rest."""
    sets = _cell(row, Column.SETS)
    if sets and not _SETS.search(sets):
        yield sets
    if (hold := _hold(row, units)) and _cell(row, Column.REPS) not in {"", "1"}:
        yield f"({hold} hold)"
    if tempo := _cell(row, Column.TEMPO):
        yield f"tempo {tempo}"
    weight = _weight(re.sub(r"^(\d+),(\d+)$", r"\1.\2", _cell(row, Column.LOAD)))
    load = _with_unit(weight, units.get(Column.LOAD) or _unit_of_load(row))
    if load and not _is_bare(load):
        yield load if not re.fullmatch(_NUMBER, load) else f"load {load}"
    if (percent := _cell(row, Column.PERCENT)) and not load:
        yield _with_unit(percent, "%")
    if (effort := _cell(row, Column.EFFORT)) and not load:
        yield effort if effort.lower().startswith("rpe") else f"RPE {effort}"
    if rest := _cell(row, Column.REST):
        yield f"rest {_rest(rest, units.get(Column.REST, ''))}"


def bare_weight(row: dict[Column, str], units: dict[Column, str]) -> str | None:
    """A weight whose unit nobody says, which stays for the reader."""
    weight = _weight(_cell(row, Column.LOAD))
    has_unit = bool(units.get(Column.LOAD) or _unit_of_load(row))
    return f"{float(weight):.2f}".rstrip("0").rstrip(".") if _is_bare(weight) and not has_unit else None


def _is_bare(weight: str) -> bool:
    return re.fullmatch(r"\d{1,4}(?:\.\d+)?", weight) is not None


def _unit_of_load(row: dict[Column, str]) -> str:
    """The unit of a load that a column of its own has."""
    unit = _cell(row, Column.LOAD_UNIT).lower().rstrip("s.")
    return unit if unit in {"kg", "lb"} else ""


def _weight(cell: str) -> str:
    """A weight without how many there are of it, and without what it is: `30 lb DBs`, `2x10`, `70 lb/hand`."""
    found = _WEIGHT.fullmatch(cell)
    return f"{found['weight']} {found['unit'] or ''}".strip() if found else cell


def _in_metres(cell: str) -> str:
    """A distance in metres: `50 yd` is 46 m."""
    found = _YARDS.fullmatch(cell)
    return f"{round(float(found[1]) * (METRES_A_YARD if found[2] else METRES_A_FOOT))} m" if found else cell


def _rest(cell: str, unit: str) -> str:
    cell = re.sub(r"^(?:[~≈]|about|approx\.?|around|ca\.?)\s*(?=\d)", "", cell, flags=re.IGNORECASE)
    if not _NUMBER.fullmatch(cell):
        return cell
    is_clear = unit or float(re.split(r"\s*[-–]", cell)[0].replace(",", ".")) >= LEAST_BARE_REST_S
    return f"{cell} {unit or 's'}" if is_clear else f"{cell} (seconds or minutes?)"


def _with_unit(cell: str, unit: str) -> str:
    return f"{cell} {unit}" if unit and _NUMBER.fullmatch(cell) else cell


def _cell(row: dict[Column, str], column: Column) -> str:
    """What a cell says; nothing for a dash or the like."""
    text = row.get(column, "").strip()
    text = in_digits(text) if column in _COUNTS else text
    return "" if text.lower() in _NOTHING else re.sub(r"(?<=\d)\.0+(?=\D|$)", "", text)
