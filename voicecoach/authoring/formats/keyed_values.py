"""An exercise whose amounts stand behind keys, such as `reps_per_set` or `restSeconds`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from voicecoach.authoring.formats.csv_cells import bare_weight, prescription_of, sides_of
from voicecoach.authoring.formats.csv_columns import Column, Head, head_of
from voicecoach.authoring.formats.prescribed import prescribed
from voicecoach.authoring.written import Unplaced, WrittenExercise
from voicecoach.counted import sentence_case
from voicecoach.definitions.line_names import is_held
from voicecoach.definitions.model import Sides

AMOUNTS = frozenset({Column.SETS, Column.REPS, Column.TIME, Column.HOLD, Column.DISTANCE, Column.PRESCRIPTION})
"""The columns that say how much of an exercise is done."""
_STILL = re.compile(r"static|isometric|hold|held", re.IGNORECASE)
_HOLD = re.compile(r"hold(?![a-z])", re.IGNORECASE)


def heads_in(keys: Mapping[str, str]) -> dict[str, Head]:
    """What those keys are of that are known, as heads of columns."""
    return {key: head for key in keys if (head := head_of(key))}


def cells_of(keys: Mapping[str, str]) -> dict[Column, str]:
    """What the known keys say, as the cells of a row; the first where several say the same."""
    return {head.column: keys[key] for key, head in reversed(heads_in(keys).items()) if keys[key]}


def keyed_exercise(
    exercise: WrittenExercise, rows: Sequence[Mapping[str, str]], unplaced: list[Unplaced]
) -> Iterator[WrittenExercise]:
    """The exercise with what its keys say, in one row or in a row for each set: an entry for each load.

    A word for an amount, as `continuous`, says none.
    """
    for _, group in groupby(rows, _load):
        yield from _keyed(exercise, list(group), unplaced)


def _load(keys: Mapping[str, str]) -> tuple[str, ...]:
    cells = cells_of(keys)
    return tuple(cells.get(one, "") for one in (Column.LOAD, Column.EFFORT, Column.PERCENT, Column.TEMPO))


def _keyed(
    exercise: WrittenExercise, rows: Sequence[Mapping[str, str]], unplaced: list[Unplaced]
) -> Iterator[WrittenExercise]:
    keys = rows[0]
    sides, said = _told(keys)
    table = [_counted(one) for one in rows]
    units = {head.column: head.unit for head in heads_in(keys).values()}
    prescription, unread = prescription_of(table, units)
    weight = bare_weight(table[0], units)
    unplaced.extend(Unplaced(exercise.line, f"{exercise.name}: {one}") for one in unread)
    is_still = is_held(exercise.name) or any(_HOLD.match(key) or _is_still(key, text) for key, text in keys.items())
    is_in_sets = any(one in table[0] for one in (Column.SETS, Column.SET, Column.PRESCRIPTION))
    weighed = (f"weight {weight}, without a unit",) if weight else ()
    notes = (*exercise.notes, *(as_sentence(one) for one in said), *weighed)
    for one in prescribed(exercise, prescription):
        yield replace(
            one,
            sets=one.sets if is_in_sets else None,
            load=one.load or weight,
            sides=one.sides or sides or exercise.sides,
            is_hold=exercise.is_hold or (True if is_still and one.seconds else None),
            notes=tuple(dict.fromkeys((*notes, *one.notes))),
        )


def _counted(keys: Mapping[str, str]) -> dict[Column, str]:
    """The cells without words for amounts, without the side, and without an effort in words."""
    cells = {one: text for one, text in cells_of(keys).items() if one not in AMOUNTS or re.search(r"\d", text)}
    cells.pop(Column.SIDE, None)
    if not re.search(r"\d", cells.get(Column.PERCENT, "")):
        cells.pop(Column.PERCENT, None)
    return cells


def _told(keys: Mapping[str, str]) -> tuple[Sides | None, tuple[str, ...]]:
    """The side, and what is said in words of it or of the effort."""
    cells = cells_of(keys)
    side, effort = cells.get(Column.SIDE, "").replace("_", " "), cells.get(Column.PERCENT, "")
    sides = sides_of(side)
    said = (side if sides is None else "", f"Intensity: {effort}" if effort and not re.search(r"\d", effort) else "")
    return sides, tuple(filter(None, said))


def as_sentence(text: str) -> str:
    """A text with a capital and a full stop."""
    return f"{sentence_case(text.rstrip('.'))}."


def _is_still(key: str, text: str) -> bool:
    """Whether a key tells of which kind an exercise is, and that one holds still in it."""
    return key.endswith(("type", "kind", "category")) and bool(_STILL.search(text))
