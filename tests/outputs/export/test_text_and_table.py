"""Exported workouts say all that there is to do, in forms that people write."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given

from tests.every_kind import SECTIONS, SQUAT, session_of
from tests.plan.laid import glutes
from tests.plan.sessions import sessions
from voicecoach.definitions.amounts import Amount, Prescription, Unit
from voicecoach.definitions.model import Level, Variation
from voicecoach.definitions.session import Item, Section, Session
from voicecoach.outputs.export.table import COLUMNS, as_table
from voicecoach.outputs.export.text import as_text
from voicecoach.plan.choices import Choices
from voicecoach.plan.select import select
from voicecoach.plan.workout import Workout
from voicecoach.times import Ms

TEXTS = {
    "straight": ["Squats 2 x 4, tempo 1-0-1-0, rest 15 s", "Side plank 1 x 12 s hold each side, rest 15 s"],
    "pyramid": [
        "Squats 3-5-3, tempo 1-0-1-0, rest 20 s",
        "Burpees 4, 2, max reps in 30 s, rest 20 s",
    ],
    "superset": [
        "Superset, 3 rounds, no rest between exercises, 40 s rest between rounds",
        "Squats 5 reps, tempo 1-0-1-0",
        "Rows 5 reps, 16 kg, tempo 1-0-1-0",
    ],
    "circuit": [
        "Round and round:",
        "(Circuit, 2 rounds, 12 s rest between exercises, 25 s rest between rounds)",
        "Lunges 3 reps, alternating, tempo 1-0-1-0",
        "Side plank 12 s hold each side",
        "Lunges 2 reps, alternating, tempo 1-0-1-0",
    ],
    "intervals": [
        "Intervals, 2 rounds: 20 s work, 10 s rest, 30 s rest between rounds",
        "Jumping jacks",
        "Side plank each side, held",
    ],
    "tabata": ["Intervals, 4 rounds: 20 s work, 10 s rest", "Squats, tempo 1-0-1-0"],
    "run": ["Intervals, 2 rounds: no rest", "Jumping jacks 20 s", "Burpees 30 s"],
    "once": [
        "By the clock, 5 s rest between exercises",
        "Jumping jacks 15 s",
        "Plank 15 s hold",
        "Squats 15 s, tempo 1-0-1-0",
    ],
    "exact": ["Rests by the clock", "Side plank 2 x 12 s hold each side, rest 5 s", "Plank 1 x 12 s hold, rest 5 s"],
    "emom": ["Every 30 s for 2 min", "Squats 6 reps, tempo 1-0-1-0", "Jumping jacks 8 reps"],
    "emom-lists": [
        "Every 40 s for 2 rounds",
        "Jumping jacks 5 reps",
        "+ Lunges 4 reps, alternating, tempo 1-0-1-0",
        "Squats 3 reps, tempo 1-0-1-0",
        "+ Rows 3 reps, tempo 1-0-1-0",
    ],
    "amrap": ["AMRAP 4 min", "Squats 10 reps", "Lunges 5 reps, alternating", "Plank 20 s hold"],
    "for-time": ["For time, cap 3 min", "Burpees 21-15-9", "Squats 21-15-9"],
    "repeated": [
        "Superset, 3 rounds, 10 s rest between exercises, 20 s rest between rounds",
        "Squats 4 reps, tempo 1-0-1-0",
        "Lunges 2 reps, alternating, tempo 1-0-1-0",
    ],
    "twice": ["Done 2 times, 45 s rest in between", "Squats 2 x 4, tempo 1-0-1-0, rest 15 s"],
}


def chosen(session: Session, choices: Choices | None = None) -> Workout:
    return select(session, choices or Choices())


def said(workout: Workout) -> list[str]:
    """The lines but for the title and the equipment."""
    lines = as_text([workout]).splitlines()[2:]
    return [line for line in lines if line and not line.startswith("Equipment: ")]


def table(*workouts: Workout) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(as_table(workouts))))


@pytest.mark.parametrize("name", TEXTS)
def test_a_section_reads_as_people_write_it(name: str) -> None:
    assert said(chosen(session_of(name))) == TEXTS[name]


def test_a_session_is_a_title_what_to_fetch_and_what_to_do() -> None:
    assert as_text([chosen(glutes(), Choices(client="Sam", without=("band",)))]).splitlines() == [
        "Glutes strength for runners",
        "===========================",
        "",
        "Week 1",
        "",
        "For: Sam",
        "",
        "Equipment: a step or a staircase; a sofa or radiator or wall to press against; a chair or sofa",
        "",
        "Step ups 3 x 8-10 each leg, tempo 2-0-2-1, rest 30 s",
        "Wall press 3 x 30 s hold each side, rest 30 s",
        "Hip lifts 3 x 8-10, tempo 3-0-1-1, rest 30 s",
        "Lunges 3 x 8-10, alternating, tempo 2-0-1-0, rest 30 s",
        "Squats 3 x 8-10, tempo 3-0-2-0, rest 30 s",
    ]


def test_weeks_stand_below_one_title_with_what_to_fetch_once() -> None:
    lines = as_text([chosen(glutes(), Choices(week=week)) for week in (1, 2)]).splitlines()
    assert lines[:4] == ["Glutes strength for runners", "===========================", "", "Week 1"]
    assert "Week 2" in lines
    assert sum(line.startswith("Equipment: ") for line in lines) == 1
    assert "Squats 3 x 9-11, tempo 3-0-2-0, rest 30 s" in lines


def test_notes_and_variations_stand_below_their_exercise() -> None:
    wide = replace(SQUAT, variations={"wide": Variation("Squats with wide feet", "wide", Level.EASIER)})
    item = Item(wide, Prescription(2, Amount(5, 5)), variations=("wide",), note="Slowly today.")
    workout = chosen(Session("one", "One", (Section((item,), rest=Ms(0)),), exercises={"squat": wide}))
    assert said(workout) == [
        "Squats 2 x 5, tempo 1-0-1-0, no rest",
        "Variation: Squats with wide feet",
        "Note: Slowly today.",
    ]
    (row,) = table(workout)
    assert (row["variations"], row["notes"]) == ("Squats with wide feet", "Slowly today.")


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Amount(8, 10), "3 x 8-10"),
        (Amount(1, 1), "3 x 1"),
        (Amount(20_000, 30_000, Unit.MS), "3 x 20-30 s"),
        (Amount(120_000, 120_000, Unit.MS), "3 x 2 min"),
        (Amount(60_000, 60_000, Unit.MS, is_open=True), "3 x max"),
        (Amount(60_000, 60_000, Unit.MS, is_open=True, least=5), "3 x 5+"),
        (Amount(40_000, 40_000, Unit.MS, is_open=True), "3 x max reps in 40 s"),
    ],
)
def test_amounts_are_written_as_they_may_be_in_a_definition(amount: Amount, text: str) -> None:
    section = Section((Item(SQUAT, Prescription(3, amount)),))
    (line,) = said(chosen(Session("one", "One", (section,), exercises={"squat": SQUAT})))
    assert line.startswith(f"Squats {text},")


@pytest.mark.parametrize("name", SECTIONS)
def test_the_table_has_a_row_for_each_entry(name: str) -> None:
    workout = chosen(session_of(name))
    rows = table(workout)
    assert list(rows[0]) == list(COLUMNS)
    titles = list(dict.fromkeys(row["exercise"] for row in rows))
    assert titles == list(dict.fromkeys(work.exercise.title for work in workout.works))
    assert {row["kind"] for row in rows} == {str(SECTIONS[name].kind)}
    assert all(row["reps"] or row["time"] or row["distance"] for row in rows)


def test_the_cells_say_what_the_columns_are_of() -> None:
    rows = {row["exercise"]: row for row in table(chosen(session_of("superset", "amrap", "emom", "intervals")))}
    filled = {name: {key: value for key, value in row.items() if value} for name, row in rows.items()}
    title = session_of("superset").title
    assert filled["Rows"] == {
        "session": title,
        "section_rest": "20 s",
        "section": "Part 1",
        "kind": "superset",
        "rounds": "3",
        "exercise": "Rows",
        "reps": "5",
        "load": "16 kg",
        "tempo": "1-0-1-0",
        "round_rest": "40 s",
    }
    assert filled["Plank"] == {
        "session": title,
        "section_rest": "20 s",
        "section": "Part 2",
        "kind": "amrap",
        "limit": "4 min",
        "exercise": "Plank",
        "time": "20 s hold",
    }
    assert filled["Side plank"] == {
        "session": title,
        "section_rest": "20 s",
        "section": "Part 4",
        "kind": "intervals",
        "rounds": "2",
        "exercise": "Side plank",
        "time": "20 s hold",
        "side": "each",
        "round_rest": "30 s",
    }


def test_several_weeks_have_a_column_of_their_own() -> None:
    rows = table(*(chosen(glutes(), Choices(week=week)) for week in (1, 3)))
    assert [row["week"] for row in rows] == ["1"] * 5 + ["3"] * 5
    assert list(rows[0]) == ["week", *COLUMNS]


def test_no_cell_is_a_formula() -> None:
    exercise = replace(SQUAT, title="=1+1")
    item = Item(exercise, Prescription(1, Amount(5, 5)), note="-2")
    (row,) = table(chosen(Session("one", "One", (Section((item,)),), exercises={"squat": exercise})))
    assert (row["exercise"], row["notes"]) == ("'=1+1", "'-2")


@given(sessions())
def test_every_exercise_of_any_session_is_in_both(session: Session) -> None:
    workout = chosen(session)
    text, rows = as_text([workout]), table(workout)
    for work in workout.works:
        assert " ".join(work.exercise.title.split()) in text
    assert {row["exercise"].removeprefix("'") for row in rows} == {work.exercise.title for work in workout.works}
