"""Heads of columns that say in what the cells below are counted, or are written as programs write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.grids.tables import column_of
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.late_patterns import late

_UNIT = any_of(
    "kgs?|kilos?|kilograms?|lbs?|pounds?|s|secs?|seconds?|mins?|minutes?|m|met(?:re|er)s?|km|%",
)
_IN_BRACKETS = in_any_case(rf"(?P<name>[^()\[\]]+?)\s*[(\[]\s*(?:in\s+)?(?P<unit>{_UNIT})\s*[)\]]\s*")
"""A head with its unit: `Weight (kg)`, `Rest [min]`."""
_OF_SIDE = in_any_case(
    r"(?P<name>[^()\[\]]+?)\s*(?:[(\[/,]\s*)?\b(?:(?:each|per|a|ea\.?|both) )?(?P<unit>side|leg|arm|hand|foot)s?"
    r"\s*[)\]]?"
)
"""A head that says of which side its numbers are: `Reps (each side)`, `Reps/leg`."""
_SIDE = in_any_case(r"(?:left|right|l|r)(?:[ -](?:side|leg|arm|hand|foot))?")
_BARE_REPS, _REPS_BEHIND = late(r"^(\d{1,3}(?:\s*[-–]\s*\d{1,3})?)$"), r"\1 reps"
_AT_END = in_any_case(rf"(?P<name>\w+?)_(?P<unit>{_UNIT})")
"""The same as a program writes it: `weight_kg`."""
_OF_A_PROGRAM = late(r"[a-z]+(?:_[a-z]+)+|[a-z]+(?:[A-Z][a-z]+)+", re.IGNORECASE)
_CAMEL = late(r"(?<=[a-z])(?=[A-Z])")
_SAID = (
    (in_any_case(r"(?:exercise|movement|lift) (?:name|title)"), "Exercise"),
    (in_any_case(r"set (?:number|index|order|id|no|nr)"), "Set"),
    (in_any_case(r"(?:num(?:ber)?(?: of)?|total|target|planned) sets|sets? count"), "Sets"),
    (in_any_case(r"(?:num(?:ber)?(?: of)?|target|planned) reps|reps? count"), "Reps"),
    (in_any_case(r"(?:exercise|coaching|set) notes?"), "Notes"),
    (in_any_case(r"(?:target|planned|hold) (?P<what>time|duration|weight|load|rest|rpe)"), r"\g<what>"),
)
"""What programs call columns, and what people do."""
_FAR = "How far"
_COUNTED = frozenset({"load", "percent", "seconds", "minutes", "rest"})
_OF_SIDES = frozenset({"reps", "seconds", "sets_reps"})
_UNIT_OF = {"seconds": "s ", "reps": "reps "}
_BARE = late(r"\d{1,3}(?:\.\d{1,2})?(?:\s*(?:-|–|to)\s*\d{1,3}(?:\.\d{1,2})?)?")


def with_units(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; what a column is counted in stands in its cells, and its head is what people call it."""
    found, at = list[Block](), 0
    while at < len(blocks):
        head = blocks[at]
        rows = (
            list(takewhile(lambda one: one.kind is BlockKind.ROW, blocks[at + 1 :]))
            if head.kind is BlockKind.ROW_HEAD
            else []
        )
        found += _counted(*_with_both_sides(head, rows)) if rows else [head]
        at += 1 + len(rows)
    return found


def _are_same(cells: Sequence[str], left: int, right: int) -> bool:
    return len(cells) > right and cells[left] == cells[right] and any(map(str.isdecimal, cells[left]))


def _with_both_sides(head: Block, rows: list[Block]) -> tuple[Block, list[Block]]:
    """The table; a column for the left and one for the right that say the same are one of both."""
    sides = [_SIDE.fullmatch(cell.strip(" *")) for cell in head.cells]
    at = [place for place, found in enumerate(sides) if found]
    if len(at) != 2 or not all(_are_same(one.cells, *at) for one in rows):  # noqa: PLR2004
        return head, rows
    left, right = at
    named = replace(head, cells=("Reps / time", *(cell for place, cell in enumerate(head.cells) if place not in at)))
    merged = [
        replace(
            one,
            cells=(
                f"{_BARE_REPS.sub(_REPS_BEHIND, one.cells[left].strip())} each side",
                *(cell for place, cell in enumerate(one.cells) if place not in (left, right)),
            ),
        )
        for one in rows
    ]
    return named, merged


def _counted(head: Block, rows: Sequence[Block]) -> list[Block]:
    heads = [_head(cell) for cell in head.cells]
    units = [unit for _, unit in heads]
    if not any(units) and all(name == cell for (name, _), cell in zip(heads, head.cells, strict=True)):
        return [head, *rows]
    counted = [replace(one, cells=_with_units(one.cells, units)) for one in rows]
    return [replace(head, cells=tuple(name for name, _ in heads)), *counted]


def _head(cell: str) -> tuple[str, str]:
    """What people call a column, and in what its cells are counted, `""` if they say it themselves."""
    bare = cell.strip(" *")
    if (sided := _OF_SIDE.fullmatch(bare)) and column_of(sided["name"]) in _OF_SIDES:
        return sided["name"], f"{_UNIT_OF.get(column_of(sided['name']), '')}each {sided['unit']}"
    found = _IN_BRACKETS.fullmatch(bare) or _AT_END.fullmatch(bare)
    name = _said(found["name"]) if found else _said(bare)
    if found and column_of(name) in _COUNTED:
        return name, found["unit"]
    if found and name.lower() == "distance":
        return _FAR, found["unit"]
    return (name, "") if name != bare and not found else (cell, "")


def _said(name: str) -> str:
    if not _OF_A_PROGRAM.fullmatch(name):
        return name
    words = " ".join(_CAMEL.sub(" ", name).replace("_", " ").split())
    return next((form.sub(said, words) for form, said in _SAID if form.fullmatch(words)), words)


def _with_units(cells: tuple[str, ...], units: Sequence[str]) -> tuple[str, ...]:
    behind = (*units, *("" for _ in cells[len(units) :]))
    return tuple(
        f"{cell.strip()} {unit}" if unit and _BARE.fullmatch(cell.strip()) else cell
        for cell, unit in zip(cells, behind, strict=False)
    )
