"""Manners in which lists are written: what stands alone, what bullets tell, what an app or a table only counts."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import Written, WrittenExercise


def read(text: str, name: str = "session.txt") -> Written:
    return imported(text.encode(), name).written


def exercises(text: str, name: str = "session.txt") -> list[WrittenExercise]:
    return [one for section in read(text, name).sections for one in section.exercises]


def names(text: str, name: str = "session.txt") -> list[str]:
    return [one.name for one in exercises(text, name)]


COUNTED = "Squats 3 x 10\nRows 3 x 12\nPlank 2 x 30 s\nCalf raises 2 x 15\n"


@pytest.mark.parametrize("alone", ["Strong Roots", "Club notes"])
def test_what_has_no_amount_where_all_others_have_is_no_exercise(alone: str) -> None:
    written = read(f"{COUNTED}\n{alone}\n\nLunges 2 x 8\n")
    assert alone not in [one.name for section in written.sections for one in section.exercises]
    assert len([one for section in written.sections for one in section.exercises]) == 5


def test_several_names_without_amounts_stay() -> None:
    assert names(f"{COUNTED}\nStretches\n- Calf stretch\n- Quad stretch\n")[-2:] == ["Calf stretch", "Quad stretch"]


def test_bullets_below_a_name_tell_of_it() -> None:
    text = "Wall sit\n- Back flat against the wall\n- 3 x 40 s\n\nClamshell\n- Heels together\n- 2 x 15 each side\n"
    found = exercises(text)
    assert [(one.name, one.sets, one.reps, one.seconds) for one in found] == [
        ("Wall sit", 3, None, (40, 40)),
        ("Clamshell", 2, (15, 15), None),
    ]
    assert "Back flat against the wall" in repr(found[0].cues)


def test_bullets_below_a_title_are_the_exercises() -> None:
    assert names("Leg circuit\n- Squats 3 x 10\n- Lunges 3 x 8\n") == ["Squats", "Lunges"]


def test_sets_that_an_app_counts_are_one_exercise() -> None:
    text = "Bench press\n1  70 kg x 8\n2  70 kg x 8\n3  70 kg x 8\n\nPlank\n1  45 s\n2  45 s\n"
    found = exercises(text)
    assert [(one.name, one.sets, one.reps, one.seconds) for one in found] == [
        ("Bench press", 3, (8, 8), None),
        ("Plank", 2, None, (45, 45)),
    ]
    assert "70" in str(found[0].load)


def test_a_column_that_only_counts_the_rows_is_no_amount() -> None:
    text = "| Card | Exercise | Reps |\n|---|---|---|\n| 1 | Squats | 12 |\n| 2 | Lunges | 10 |\n| 3 | Rows | 8 |\n"
    found = exercises(text)
    assert [(one.name, one.sets, one.reps) for one in found] == [
        ("Squats", 1, (12, 12)),
        ("Lunges", 1, (10, 10)),
        ("Rows", 1, (8, 8)),
    ]


@pytest.mark.parametrize("mark", ["---", "+++"])
def test_front_matter_is_no_exercise(mark: str) -> None:
    equals = ":" if mark == "---" else " ="
    text = f'{mark}\ntitle{equals} "Squat day"\nlayout{equals} "workout"\n{mark}\n\n- Squats 3 x 10\n- Rows 3 x 12\n'
    assert names(text, "day.md") == ["Squats", "Rows"]


def test_a_table_of_values_with_heads_that_nobody_knows_is_read_row_by_row() -> None:
    text = 'what,how much,how\nSquats,3 x 10,"slowly, low"\nRows,3 x 12,slowly\nPlank,2 x 30 s,still\n'
    assert [(one.name, one.sets) for one in exercises(text)] == [("Squats", 3), ("Rows", 3), ("Plank", 2)]


def test_heads_that_are_counted_by_a_bare_number() -> None:
    text = (
        "1 Squat\nWeight in the heels, chest up. 12 reps.\n\n2 Bird dog\nReach long, hips level. 8 each side.\n\n"
        "3 Plank\nHold for 30 seconds.\n"
    )
    assert names(text) == ["Squat", "Bird dog", "Plank"]


def test_points_on_what_is_done_without_the_thing_are_no_amount_of_the_exercise() -> None:
    text = (
        "Do each exercise for 10 repetitions, three times.\n\nBand walk\n\n  - Band above the knees\n\n"
        "  - Step to the side and back\n\nIf you have no band;\n\n  - Stand beside a wall, one foot off the ground\n\n"
        "  - Press the knee into the wall and hold for up to 25 seconds\n\nSquats\n\n  - Sit back\n"
    )
    walk = exercises(text)[0]
    assert (walk.name, walk.reps, walk.seconds) == ("Band walk", (10, 10), None)
    assert "25 seconds" in str(walk.instead)


@pytest.mark.parametrize(
    ("line", "called"),
    [
        ("Hand-to-hand 24 kg swings x 10", ["Hand-to-hand swings"]),
        ("Neck rolls/ arm circles/ trunk twists", ["Neck rolls", "arm circles", "trunk twists"]),
        ("Warm up: run / bike / row 5 min", ["run/bike/row"]),
        ("Strength- Back squat 5-5-5", ["Back squat"]),
        ("400 m run / 500 m row", ["run"]),
        ("10 jump lunges - land soft in a lunge. Keep alternating for 10 reps.", ["jump lunges"]),
    ],
)
def test_a_line_calls_what_is_done(line: str, called: list[str]) -> None:
    assert names(f"{line}\n\n10 press-ups\n")[: len(called)] == called


def test_how_often_behind_names_alone_is_of_all_of_them() -> None:
    written = read("30 seconds each:\nPress-ups\nSquats\nDips\nRepeat 4 times\n")
    assert [section.rounds for section in written.sections] == [4]
    assert [one.seconds for section in written.sections for one in section.exercises] == [(30, 30)] * 3


def test_stations_behind_a_warm_up_are_no_part_of_it() -> None:
    text = (
        "Spend 2 minutes at each station.\n\nWarm up\n5 minutes of skipping\n\nStation # 1 – Press ups\nLower down.\n"
    )
    assert [one.seconds for one in exercises(text)] == [(300, 300), (120, 120)]


def test_what_comes_then_for_time_is_a_part_of_its_own() -> None:
    written = read("Squats 5x5\nthen, for time:\n20 press-ups\n30 sit-ups\n")
    assert [len(section.exercises) for section in written.sections] == [1, 2]


@pytest.mark.parametrize("between", ["\nRepeat\n\n", "Repeat 2 times\n\n", "Repeat twice\n"])
def test_a_list_behind_one_that_is_done_again_has_rounds_of_its_own(between: str) -> None:
    written = read(f"10 burpees\n20 squats\n{between}10 lunges\n20 dips\nRepeat 3 times\n")
    assert [section.rounds for section in written.sections] == [2, 3]
    assert [len(section.exercises) for section in written.sections] == [2, 2]


@pytest.mark.parametrize(
    ("sentence", "sets"),
    [
        ("Do 3 sets of 10 squats, 12 lunges and 15 dips.", [3, 3, 3]),
        ("Do 3 sets of 10 squats, 2 sets of 12 lunges and then 15 dips.", [3, 2, 1]),
    ],
)
def test_sets_before_several_counts_are_those_of_all_of_them(sentence: str, sets: list[int]) -> None:
    assert [one.sets for one in exercises(f"Evening\n\n{sentence}\n")] == sets


@pytest.mark.parametrize(
    ("line", "called"),
    [
        ("21-15-9 swings and burpees for time", ["swings", "burpees"]),
        ("15-12-9 reps of squats, push-ups and sit-ups", ["squats", "push-ups", "sit-ups"]),
        ("12-10-8 squat and press", ["squat and press"]),
    ],
)
def test_counts_of_each_round_are_those_of_all_exercises_behind_them(line: str, called: list[str]) -> None:
    assert names(f"{line}\n\n400 m run\n")[: len(called)] == called


def test_minutes_in_turn_are_no_sides() -> None:
    assert [one.sides for one in exercises("12 min EMOM alternating:\nOdd: 10 swings\nEven: 8 burpees\n")] == [
        None,
        None,
    ]


def test_names_with_a_rest_between_are_all_exercises() -> None:
    between = "\n\nrest\n\n"
    listed = between.join(["Swings", "Kettlebell figure-8 (a fine drill, if slow)", "Rows"])
    text = f"20 seconds of work, 20 seconds of rest:\n\n{listed}\n"
    assert names(text) == ["Swings", "Kettlebell figure-8", "Rows"]
