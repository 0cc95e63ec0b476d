"""What an exercise's object in JSON says of amounts, as the cells of a table's rows: a row for each of its sets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from voicecoach.authoring.formats.csv_columns import Column
from voicecoach.authoring.formats.json_groups import MAX_CHARACTERS
from voicecoach.authoring.formats.keyed_values import heads_in

PRESCRIBED = frozenset(
    {
        *(Column.SETS, Column.REPS, Column.TIME, Column.HOLD, Column.DISTANCE, Column.PRESCRIPTION),
        *(Column.REST, Column.LOAD, Column.TEMPO, Column.SIDE, Column.EFFORT, Column.PERCENT),
    }
)
_ENDS = (("min", "max"), ("start", "end"), ("low", "high"), ("from", "to"))
_END = re.compile(
    r"(?:(?P<first>min|max)(?:imum)?_?(?P<of>[a-z_]+)|(?P<before>[a-z_]+?)_?(?P<last>min|max))", re.IGNORECASE
)
_WARM = re.compile(r"warm[ _-]?up|w", re.IGNORECASE)
_UNITS = ("weightUnit", "weight_unit", "loadUnit", "load_unit", "unit", "units")
Values = Mapping[str, Any]


def rows_of(values: Values) -> tuple[list[dict[str, str]], int]:
    """The plain keys of each set, or of the whole in one row; and how many sets only warm up."""
    sets = values.get("sets")
    is_listed = isinstance(sets, list)
    whole = {key: text for key, text in _plain(values) if heads_in({key: text}) and not (is_listed and key == "sets")}
    if not isinstance(sets, list) or not sets:
        return [_prescribed(whole)], 0
    if all(_is_number(one) for one in sets):
        return [_prescribed({**whole, "set": "1", "reps": f"{one:g}"}) for one in sets], 0
    members = [one for one in sets if isinstance(one, dict)]
    work = [one for one in members if not _warms_up(one)] or members
    return [_prescribed({**whole, "set": "1", **dict(_plain(one))}) for one in work], len(members) - len(work)


def _prescribed(keys: dict[str, str]) -> dict[str, str]:
    return {
        key: keys[key] for key, head in heads_in(keys).items() if head.column in PRESCRIBED or head.column is Column.SET
    }


def _warms_up(values: Values) -> bool:
    kind = values.get("type") or values.get("set_type") or values.get("setType")
    flag = values.get("isWarmup") or values.get("warmup") or values.get("is_warmup")
    return flag is True or (isinstance(kind, str) and _WARM.fullmatch(kind) is not None)


def _plain(values: Values) -> Iterator[tuple[str, str]]:
    """The keys with what they say in a word or two; two ends of one amount under one key."""
    ends: dict[str, dict[str, str]] = {}
    for key, value in values.items():
        if (end := _END.fullmatch(key)) and _is_number(value) and value:
            ends.setdefault((end["of"] or end["before"]).strip("_"), {})[(end["first"] or end["last"]).lower()] = (
                f"{value:g}"
            )
        elif isinstance(value, dict):
            yield from _of_ends(key, value)
        elif isinstance(value, list):
            if value and all(_is_number(one) for one in value):
                yield key, ", ".join(f"{one:g}" for one in value)
        elif _is_plain(value):
            yield key, _with_unit(key, value, values)
        elif value is True and (head := heads_in({key: ""}).get(key)) and head.column is Column.SIDE:
            yield key, "each"
    for key, span in ends.items():
        yield key.lower(), _span(span.get("min"), span.get("max"))


def _of_ends(key: str, values: Values) -> Iterator[tuple[str, str]]:
    """What an object says that is an amount: its two ends, or a value with its unit."""
    for low, high in _ENDS:
        if _is_number(values.get(low)) or _is_number(values.get(high)):
            yield key, _span(*(f"{values[one]:g}" if _is_number(values.get(one)) else None for one in (low, high)))
            return
    value = next((values[one] for one in ("value", "amount") if _is_plain(values.get(one))), None)
    if value is not None:
        unit = next((values[one] for one in ("unit", "units") if isinstance(values.get(one), str)), "")
        yield key, f"{value} {unit}".strip()


def _span(low: str | None, high: str | None) -> str:
    return f"{low}-{high}" if low and high and low != high else low or high or ""


def _with_unit(key: str, value: object, values: Values) -> str:
    """A weight with the unit that another key names."""
    head = heads_in({key: ""}).get(key) if _is_number(value) else None
    is_bare = head is not None and head.column is Column.LOAD and not head.unit
    unit = next((values[one] for one in _UNITS if is_bare and isinstance(values.get(one), str)), "")
    return f"{value} {unit}".strip() if unit.lower() in {"kg", "lb", "lbs"} else f"{value}"


def _is_plain(value: object) -> bool:
    return isinstance(value, int | float | str) and not isinstance(value, bool) and len(str(value)) <= MAX_CHARACTERS


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
