"""Tables."""

from __future__ import annotations

import pytest

from tests.authoring.formats.reading import exercises, only_section, read
from voicecoach.authoring.formats.csv_columns import Column, head_of
from voicecoach.authoring.formats.csv_table import MAX_ROWS
from voicecoach.authoring.reading import read_document
from voicecoach.authoring.written import Written
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind
from voicecoach.errors import DefinitionError


def test_a_row_is_an_exercise_with_what_its_cells_say() -> None:
    written = read(
        "Exercise,Sets,Reps,Rest (sec),Weight (kg),Tempo,Equipment,Notes\n"
        'Squat,3,8-10,60,20,3-1-1-0,barbell,"Feet hip-wide. Keep your heels down."\n',
        "plan.csv",
    )
    (squat,) = exercises(written)
    assert (squat.name, squat.line, squat.sets, squat.reps) == ("Squat", 2, 3, (8, 10))
    assert (squat.rest_s, squat.load, squat.tempo, squat.needs) == (60, "20 kg", "3-1-1-0", ("barbell",))
    assert (squat.cues.setup, squat.cues.form) == (("Feet hip-wide.",), ("Keep your heels down.",))


@pytest.mark.parametrize(
    ("cells", "sets", "reps", "seconds", "sides"),
    [
        ("3,10", 3, (10, 10), None, None),
        ("3,10 each", 3, (10, 10), None, Sides.EACH),
        ("3,8/side", 3, (8, 8), None, Sides.EACH),
        ("2,45 s", 2, None, (45, 45), None),
        ("2,30-45s", 2, None, (30, 45), None),
        ("3,12/10/8", 3, (8, 12), None, None),
        ("3x10,", 3, (10, 10), None, None),
        (",20", None, (20, 20), None, None),
        ("4,", 4, None, None, None),
        ("3-4,8", 3, (8, 8), None, None),
        ("3.0,10.0", 3, (10, 10), None, None),
        ("three,8-12", 3, (8, 12), None, None),
        ("four,ten", 4, (10, 10), None, None),
        ("two,thirty s", 2, None, (30, 30), None),
        ("some,8", None, (8, 8), None, None),
        ("max,5", None, (5, 5), None, None),
    ],
)
def test_amounts_are_read_in_the_notation_of_the_files(
    cells: str,
    sets: int | None,
    reps: tuple[int, int] | None,
    seconds: tuple[int, int] | None,
    sides: Sides | None,
) -> None:
    (row,) = exercises(read(f"exercise,sets,reps\nRow,{cells}\n", "plan.csv"))
    assert (row.sets, row.reps, row.seconds, row.sides) == (sets, reps, seconds, sides)


def test_an_open_set_is_open() -> None:
    (row,) = exercises(read("exercise,sets,reps\nPush-up,3,AMRAP\n", "plan.csv"))
    assert (row.sets, row.is_open, row.reps) == (3, True, None)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_delimiters_and_encodings_are_found_out(delimiter: str, encoding: str) -> None:
    text = "Übung;exercise;sets;reps\r\na;Squat;3;10\r\nb;Lunge;2;8\r\n".replace(";", delimiter)
    found = read_document(text.encode(encoding), "plan.csv")
    assert isinstance(found, Written)
    assert [(one.name, one.sets) for one in exercises(found)] == [("Squat", 3), ("Lunge", 2)]


def test_days_sections_and_weeks_hold_until_others_are_written() -> None:
    written = read(
        "week,day,section,exercise,sets,reps\n1,1,Main,Squat,3,10\n,,,Lunge,3,8\n,,Core,Crunch,2,15\n2,1,Main,Squat,4,10\n",
        "plan.csv",
    )
    assert written.weeks == 2
    assert [(one.title, one.in_weeks, len(one.exercises)) for one in written.sections] == [
        ("Day 1, Main", (1, 1), 2),
        ("Day 1, Core", (1, 1), 1),
        ("Day 1, Main", (2, 2), 1),
    ]


def test_a_row_with_nothing_but_a_name_heads_a_section() -> None:
    written = read(
        "My plan\nexercise,sets,reps\nWarm-up,,\nJog,1,5 min\nMain,,\nSquat,3,10\nLunge,,\nRow,,\n", "plan.csv"
    )
    assert written.title == "My plan"
    assert [(one.title, [row.name for row in one.exercises]) for one in written.sections] == [
        ("Warm-up", ["Jog"]),
        ("Main", ["Squat", "Lunge", "Row"]),
    ]


def test_letters_make_supersets() -> None:
    written = read("#,exercise,sets,reps\nA1,Squat,3,8\nA2,Row,3,8\nB,Curl,3,12\n", "plan.csv")
    assert [(one.kind, len(one.exercises)) for one in written.sections] == [
        (SectionKind.SUPERSET, 2),
        (SectionKind.STRAIGHT_SETS, 1),
    ]


def test_rows_with_a_set_each_are_put_together() -> None:
    written = read(
        "Exercise Name,Set Order,Weight (lbs),Reps\n"
        "Bench,1,135,5\nBench,2,135,5\nBench,3,145,3\nRow,1,90,8\nRow,2,90,6\nRow,3,90,6\n",
        "log.csv",
    )
    assert [(one.name, one.sets, one.reps, one.each_set, one.load) for one in exercises(written)] == [
        ("Bench", 2, (5, 5), (), "135 lb"),
        ("Bench", 1, (3, 3), (), "145 lb"),
        ("Row", 3, (6, 8), (8, 6, 6), "90 lb"),
    ]


def test_a_rest_that_might_be_minutes_is_told_instead_of_taken() -> None:
    written = read("exercise,sets,reps,rest\nSquat,3,10,2\nRow,3,10,2 min\nCurl,3,10,45\n", "plan.csv")
    assert [one.rest_s for one in exercises(written)] == [None, 120, 45]
    assert [(one.line, one.text) for one in written.unplaced] == [(2, "Squat: rest 2 (seconds or minutes?)")]


def test_reps_in_reserve_are_no_rpe() -> None:
    (row,) = exercises(read("exercise,sets,reps,RIR\nSquat,3,10,2\n", "plan.csv"))
    assert (row.load, row.notes) == (None, ("2 reps in reserve.",))


def test_a_comma_may_be_a_decimal_point() -> None:
    (row,) = exercises(read("exercise;sets;reps;kg\nSquat;3;10;22,5\n", "plan.csv"))
    assert row.load == "22.5 kg"


@pytest.mark.parametrize("above", ["", "Legs, from my sheet\n", "Legs, from my sheet, 34,90 a month\n\nAs of today\n"])
def test_a_table_is_known_below_titles(above: str) -> None:
    table = "Exercise;Sets;Reps;kg;Rest (s)\nBack squat;4;6;82,5;150\nLeg press;3;10-12;140;120\n"
    rows = exercises(read(above + table, "notes.txt"))
    assert [(one.name, one.sets, one.rest_s) for one in rows] == [("Back squat", 4, 150), ("Leg press", 3, 120)]
    assert rows[0].load == "82.5 kg"


def test_sentences_below_a_table_are_no_exercise() -> None:
    remark = "Film your top set from the side. If the bar slows, take some off."
    found = read(f"Lift\tSets\tReps\nSquat\t4\t4\nBench\t5\t3\n\n{remark}\n", "plan.csv")
    assert [one.name for one in exercises(found)] == ["Squat", "Bench"]
    assert remark in found.about


def test_totals_are_no_exercise() -> None:
    written = read("exercise,sets,reps\nSquat,3,10\nTotal,3,30\n", "plan.csv")
    assert len(only_section(written).exercises) == 1
    assert [one.line for one in written.unplaced] == [3]


def test_the_clock_of_a_section_is_read() -> None:
    """A number alone is minutes of a limit and seconds of a rest; what might be either is told."""
    written = read(
        "section,kind,rounds,every,limit,round rest,exercise,reps\n"
        "A,amrap,,,12,,Squat,10\n"
        "B,for-time,2,,1 h,,Squat,10\n"
        "C,emom,4,90 s,,,Squat,10\n"
        "D,circuit,3,,,75,Squat,10\n"
        "E,circuit,3,,,2,Squat,10\n"
        "F,amrap,,,a while,,Squat,10\n",
        "plan.csv",
    )
    amrap, for_time, emom, circuit, *_ = written.sections
    assert (amrap.minutes, for_time.cap_s, emom.every_s, circuit.round_rest_s) == (12, 3600, 90, 75)
    assert [one.line for one in written.unplaced] == [6, 7]
    assert [one.text for one in written.unplaced] == ["Squat: round-rest 2", "Squat: limit a while"]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Exercise", Column.EXERCISE),
        ("exerciseName", Column.EXERCISE),
        ("Movement", Column.EXERCISE),
        ("Sets x Reps", Column.PRESCRIPTION),
        ("Sets/Reps", Column.PRESCRIPTION),
        ("No. of sets", Column.SETS),
        ("Set", Column.SET),
        ("Rep Range", Column.REPS),
        ("Rest (s)", Column.REST),
        ("Rest_Time", Column.REST),
        ("Round rest (s)", Column.ROUND_REST),
        ("Rest between rounds", Column.ROUND_REST),
        ("Every", Column.EVERY),
        ("Time cap", Column.LIMIT),
        ("% 1RM", Column.PERCENT),
        ("Load [kg]", Column.LOAD),
        ("Weight lbs", Column.LOAD),
        ("Coaching cues", Column.NOTES),
        ("Week #", None),
        ("Colour", None),
    ],
)
def test_columns_are_known_by_what_people_call_them(text: str, column: Column | None) -> None:
    head = head_of(text)
    assert (head.column if head else None) is column


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a,b\n1,2\n", "no row of this table names its columns; the first has 'a, b'"),
        ("exercise,sets\n" + "Squat,3\n" * MAX_ROWS, f"more than {MAX_ROWS} rows"),
    ],
)
def test_a_table_that_cant_be_read_is_told(text: str, problem: str) -> None:
    with pytest.raises(DefinitionError, match=problem):
        read(text, "plan.csv")


@pytest.mark.parametrize(
    ("head", "cell", "load"),
    [
        ("Load", "30 lb DBs", "30 lb"),
        ("Load", "70 lb/hand", "70 lb"),
        ("Weight (kg)", "2x10", "10 kg"),
        ("Weight (kg)", "12.5 per hand", "12.5 kg"),
    ],
)
def test_a_weight_is_read_without_what_it_is_of(head: str, cell: str, load: str) -> None:
    (carry,) = exercises(read(f"Exercise,Sets,Reps,{head}\nCarry,3,10,{cell}\n", "plan.csv"))
    assert (carry.sets, carry.reps, carry.load) == (3, (10, 10), load)


@pytest.mark.parametrize(("distance", "distance_m"), [("50 yd", 46), ("100 ft", 30), ("20 m", 20)])
def test_yards_and_feet_are_metres(distance: str, distance_m: int) -> None:
    (carry,) = exercises(read(f"Exercise,Sets,Distance\nFarmer carry,4,{distance}\n", "plan.csv"))
    assert (carry.sets, carry.distance_m) == (4, distance_m)


@pytest.mark.parametrize(
    ("cell", "reps", "distance_m"),
    [("10 (slow)", (10, 10), None), ("25m fast", None, 25), ("15 cal", None, None), ("18 kcal all out", None, None)],
)
def test_what_stands_behind_an_amount_takes_neither_it_nor_the_sets(
    cell: str, reps: object, distance_m: int | None
) -> None:
    written = read(f"Exercise,Sets,Reps,Rest\nSled,4,{cell},90s\n", "plan.csv")
    (sled,) = exercises(written)
    assert (sled.sets, sled.reps, sled.distance_m, sled.rest_s) == (4, reps, distance_m, 90)
    assert [one.text for one in written.unplaced] == [f"Sled: 4x{cell}"]


def test_sets_in_rows_are_one_entry_for_a_load_whatever_the_effort_and_have_the_name_above() -> None:
    rows = "Lift,Set,Weight,Weight Unit,Reps,RPE\nSquat,1,80,kg,6,8\n,2,80,kg,5,9\n,3,70,kg,8,8\nDip,1,45,lbs,9,\n"
    found = exercises(read(rows, "log.csv"))
    assert [(one.name, one.sets, one.load) for one in found] == [
        ("Squat", 2, "80 kg"),
        ("Squat", 1, "70 kg"),
        ("Dip", 1, "45 lb"),
    ]
    assert found[0].each_set == (6, 5)


def test_rows_that_differ_in_their_amount_alone_are_sets_of_one_exercise() -> None:
    rows = ("Mon,Row,1,12,40,90", "Mon,Row,1,10,40,90", "Mon,Row,1,10,45,90", "Mon,Dip,1,8,,90")
    table = "\n".join(("day,exercise,sets,reps,weight,rest", *rows))
    heavy, heavier, dip = exercises(read(table, "log.csv"))
    assert (heavy.sets, heavy.each_set, heavy.rest_s, heavy.load) == (2, (12, 10), 90, "40")
    assert (heavier.sets, heavier.load, dip.sets) == (1, "45", 1)
    assert heavy.notes == ("weight 40, without a unit",)


def test_rows_apart_or_with_more_sets_are_entries_of_their_own() -> None:
    apart = read("exercise,reps\nJumping jack,20\nSquat,15\nJumping jack,20\n", "plan.csv")
    assert [one.name for one in exercises(apart)] == ["Jumping jack", "Squat", "Jumping jack"]
    again = read("exercise,sets,reps\nSquat,3,5\nSquat,2,10\n", "plan.csv")
    assert [(one.sets, one.reps) for one in exercises(again)] == [(3, (5, 5)), (2, (10, 10))]


def test_setting_up_is_no_exercise_and_the_left_above_the_right_is_one_for_each_side() -> None:
    table = "exercise,duration,rest\nSetup,,10\nSide plank (left),30,\nSide plank (right),30,15\nHip stretch,40,\n"
    plank, stretch = exercises(read(table, "core.csv"))
    assert (plank.name, plank.seconds, plank.sides, plank.rest_s) == ("Side plank", (30, 30), Sides.EACH, 15)
    assert stretch.sides is None


WIDE = (
    ("Exercise,Week 1,Week 2,Rest\nSquat,3x5,3x6,90\nRow,3x8,-,60\n", (1, 1), (2, 2)),
    ("Week,Squat,Row\n1,3x5,3x8\n2,3x6,\n", (1, 1), (2, 2)),
    ("Exercise,Mon,Thu\nSquat,3x5,3x6\nRow,3x8,\n", "Mon", "Thu"),
)


@pytest.mark.parametrize(("table", "first", "second"), WIDE)
def test_a_column_for_each_week_day_or_exercise_is_read_week_by_week(table: str, first: object, second: object) -> None:
    one, two = read(table, "plan.csv").sections
    assert [(each.name, each.sets, each.reps) for each in one.exercises] == [("Squat", 3, (5, 5)), ("Row", 3, (8, 8))]
    assert [(each.name, each.sets, each.reps) for each in two.exercises] == [("Squat", 3, (6, 6))]
    assert [each.in_weeks or each.title for each in (one, two)] == [first, second]
