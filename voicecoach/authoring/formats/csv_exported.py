"""What a table that `voicecoach export` wrote says beyond what all tables do, and exactly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from voicecoach.authoring.formats.csv_columns import Column
from voicecoach.authoring.formats.exported_lines import in_rounds, ladder_fields, title_in
from voicecoach.authoring.formats.prescribed import MS_PER_S
from voicecoach.authoring.written import WrittenCues, WrittenExercise, WrittenSection
from voicecoach.definitions.model import Sides
from voicecoach.definitions.notation import NotationError, parse_length
from voicecoach.definitions.session import SectionKind, Timing

OWN = frozenset(
    {Column.KIND, Column.BEFORE, Column.REPEAT, Column.SAME_INTERVAL, Column.VARIATIONS, Column.SECTION_REST}
)
"""No other table has all of these columns."""
_AMOUNTS = frozenset({Column.REPS, Column.TIME})
Cells = Mapping[Column, str]
_FORMULA = re.compile("^'(?=[=+@-])")
"""What the export puts before a text that a spreadsheet would take for a formula."""


def is_exported(columns: AbstractSet[Column]) -> bool:
    """Whether a table with these columns was written by `voicecoach export`."""
    return columns >= OWN


def unmarked(cells: Cells) -> dict[Column, str]:
    """The cells as they were before the export made sure that no spreadsheet takes them for formulas."""
    return {column: _FORMULA.sub("", text) for column, text in cells.items()}


def plain_cells(cells: Cells) -> dict[Column, str]:
    """The cells as other tables have them: without the amounts of sets that differ, and without saying what is held."""
    plain = {**cells, **{column: cells[column].removesuffix(" hold") for column in _AMOUNTS & cells.keys()}}
    if ", " in cells.get(Column.TIME, ""):
        plain.pop(Column.TIME)
    return plain


def exact_exercise(exercise: WrittenExercise, cells: Cells) -> WrittenExercise:
    """The exercise with what only an exported table says."""
    time = cells.get(Column.TIME, "")
    varied = cells.get(Column.VARIATIONS, "")
    return replace(
        exercise,
        **(ladder_fields(time.removesuffix(" hold")) if ", " in time else {}),
        sides=exercise.sides or Sides.NONE,
        is_hold=any(cells.get(column, "").endswith(" hold") for column in _AMOUNTS),
        takes_s=_seconds(cells, Column.TAKES),
        joined=bool(cells.get(Column.SAME_INTERVAL)),
        variations=tuple(varied.split("; ")) if varied else (),
        note=cells.get(Column.NOTES) or None,
        cues=WrittenCues(),
    )


def exact_section(section: WrittenSection, cells: Cells) -> WrittenSection:
    """The section with what only an exported table says; a rest that all its exercises share is its own."""
    fields: dict[str, Any] = {"title": title_in(section.title or ""), "before_s": _seconds(cells, Column.BEFORE)}
    if (times := cells.get(Column.REPEAT, "")).isdigit():
        fields |= {"repeat": int(times), "round_rest_s": _seconds(cells, Column.ROUND_REST)}
    if cells.get(Column.TIMING) in set(Timing):
        fields["timing"] = Timing(cells[Column.TIMING])
    rests = {one.rest_s for one in section.exercises if one.rest_s is not None}
    if section.kind in {SectionKind.SUPERSET, SectionKind.CIRCUIT, SectionKind.INTERVALS} and len(rests) < 2:  # noqa: PLR2004
        fields["rest_s"] = next(iter(rests), 0.0)
    return in_rounds(replace(section, **fields))


def session_rest_s(cells: Cells) -> float | None:
    """The rest between sections, in seconds."""
    return _seconds(cells, Column.SECTION_REST)


def _seconds(cells: Cells, column: Column) -> float | None:
    try:
        return parse_length(cells[column]) / MS_PER_S if cells.get(column) else None
    except NotationError:
        return None
