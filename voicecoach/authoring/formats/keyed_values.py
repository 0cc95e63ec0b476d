"""An exercise whose amounts stand behind keys, such as `reps_per_set` or `restSeconds`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from voicecoach.authoring.formats.csv_cells import prescription_of, sides_of
from voicecoach.authoring.formats.csv_columns import Column, Head, head_of
from voicecoach.authoring.formats.prescribed import prescribed
from voicecoach.authoring.written import Unplaced, WrittenExercise
from voicecoach.counted import sentence_case
from voicecoach.definitions.line_names import is_held

AMOUNTS = frozenset({Column.SETS, Column.REPS, Column.TIME, Column.DISTANCE, Column.PRESCRIPTION})
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
    exercise: WrittenExercise, keys: Mapping[str, str], unplaced: list[Unplaced]
) -> Iterator[WrittenExercise]:
    """The exercise with what its keys say; a word for an amount, as `continuous`, says none."""
    cells = {one: text for one, text in cells_of(keys).items() if one not in AMOUNTS or re.search(r"\d", text)}
    side = cells.pop(Column.SIDE, "").replace("_", " ")
    effort = "" if re.search(r"\d", cells.get(Column.PERCENT, "")) else cells.pop(Column.PERCENT, "")
    sides = sides_of(side)
    said = (side if side and sides is None else "", f"Intensity: {effort}" if effort else "")
    prescription, unread = prescription_of([cells], {head.column: head.unit for head in heads_in(keys).values()})
    unplaced.extend(Unplaced(exercise.line, f"{exercise.name}: {one}") for one in unread)
    is_still = is_held(exercise.name) or any(_HOLD.match(key) or _is_still(key, text) for key, text in keys.items())
    is_in_sets = Column.SETS in cells or Column.PRESCRIPTION in cells
    notes = (*exercise.notes, *(as_sentence(one) for one in said if one))
    for one in prescribed(exercise, prescription):
        yield replace(
            one,
            sets=one.sets if is_in_sets else None,
            sides=one.sides or sides,
            is_hold=exercise.is_hold or (True if is_still and one.seconds else None),
            notes=tuple(dict.fromkeys((*notes, *one.notes))),
        )


def as_sentence(text: str) -> str:
    """A text with a capital and a full stop."""
    return f"{sentence_case(text.rstrip('.'))}."


def _is_still(key: str, text: str) -> bool:
    """Whether a key tells of which kind an exercise is, and that one holds still in it."""
    return key.endswith(("type", "kind", "category")) and bool(_STILL.search(text))
