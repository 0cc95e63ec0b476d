"""A workout as a table: a row an entry, in columns that spreadsheets and `voicecoach import` know."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind
from voicecoach.outputs.export import parts
from voicecoach.outputs.export.amounts import is_chain, is_counted, is_ladder, ladder, set_amount
from voicecoach.plan.workout import Work, Workout, WorkSection
from voicecoach.times import Ms, length_text

COLUMNS = (
    *(
        "session",
        "section",
        "kind",
        "rounds",
        "every",
        "limit",
        "exercise",
        "sets",
        "reps",
        "time",
        "distance",
        "takes",
    ),
    *("load", "tempo", "side", "rest", "round_rest", "notes", "variations", "same_interval"),
    *("before", "repeat", "timing", "section_rest"),
)
"""Before them stands `week`, where there are several. `limit` is when a section is over by the clock."""
_SIDES = {Sides.NONE: "", Sides.EACH: "each", Sides.ALTERNATING: "alternating"}
_FORMULA = tuple("=+-@")
"""What a spreadsheet takes for the beginning of a formula."""


def as_table(workouts: Sequence[Workout]) -> str:
    """The table as CSV (write it as UTF-8), the names of the columns first; several workouts are weeks."""
    text = StringIO()
    has_weeks = len(workouts) > 1
    columns = ("week", *COLUMNS) if has_weeks else COLUMNS
    out = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    out.writeheader()
    for workout in workouts:
        week = {"week": str(workout.week)} if has_weeks else {}
        out.writerows({**week, **row} for row in _rows(workout))
    return text.getvalue()


def _rows(workout: Workout) -> Iterator[dict[str, str]]:
    of_session = {"session": _cell(workout.session.title)}
    if len(workout.sections) > 1:
        of_session["section_rest"] = length_text(workout.session.rest)
    called = ""
    for number, section in enumerate(workout.sections, start=1):
        name = parts.title_of(section.title, number)
        called = f"Part {number} ({name})" if name == called else name
        of_section = {**of_session, "section": _cell(called), **_section(section, number)}
        for entry, work in enumerate(section.works):
            rest = {"rest": _length(parts.rest(section, entry))}
            yield {**of_section, **rest, **_amount(section, work), **_exercise(section, work)}


def _section(section: WorkSection, number: int) -> dict[str, str]:
    repeats = parts.repeats(section)
    return {
        "kind": str(section.kind),
        "before": _length(section.before) if number > 1 else "",
        "repeat": str(repeats) if repeats > 1 else "",
        "timing": str(parts.timing(section) or ""),
        "rounds": str(parts.rounds(section) or ""),
        "every": length_text(section.every) if section.kind is SectionKind.EMOM else "",
        "limit": _length(parts.limit(section)),
        "round_rest": length_text(section.round_rest) if repeats > 1 else _length(parts.round_rest(section)),
    }


def _exercise(section: WorkSection, work: Work) -> dict[str, str]:
    return {
        "exercise": _cell(work.exercise.title),
        "same_interval": "yes" if parts.shares_interval(section, work) else "",
        "variations": _cell("; ".join(one.title for one in work.variations)),
        "takes": _length(parts.takes(section, work)),
        "load": parts.load_of(work),
        "tempo": parts.tempo_of(section, work),
        "side": _SIDES[work.exercise.sides],
        "notes": _cell(work.note or ""),
    }


def _amount(section: WorkSection, work: Work) -> dict[str, str]:
    """The sets, and how much each is in the column of its unit."""
    hold = " hold" if work.exercise.is_hold else ""
    if section.kind is SectionKind.INTERVALS:
        return {"time": length_text(Ms(work.amount.high)) + hold}
    if is_ladder(work):
        of_reps = is_chain(work)
        return {"sets": str(work.sets), "reps" if of_reps else "time": ladder(work) + ("" if of_reps else hold)}
    count = parts.sets(section, work)
    one = set_amount(work, work.amount) + (f" ({length_text(work.pause)} hold)" if work.pause else "")
    is_reps = is_counted(work.amount) or work.amount.is_open
    column = "distance" if work.distance_m is not None else "reps" if is_reps else "time"
    return {"sets": str(count or ""), column: one if is_counted(work.amount) else one + hold}


def _length(length: Ms | None) -> str:
    return "" if length is None else length_text(length)


def _cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
