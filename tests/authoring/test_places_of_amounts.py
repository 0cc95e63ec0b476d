"""Amounts, rests and titles in places where they are easily taken for those of something else."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import Written, WrittenExercise
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind


def read(text: str, name: str = "session.txt") -> Written:
    return imported(text.encode(), name).written


def exercises(text: str, name: str = "session.txt") -> list[WrittenExercise]:
    return [one for section in read(text, name).sections for one in section.exercises]


@pytest.mark.parametrize(
    "text",
    [
        "3 x 10\nSquats\n\n3 x 12\nLunges\n\n2 x 15\nCalf raises\n",
        "3 x 10\nSquats\nFeet wide, chest up.\n\n3 x 12\nLunges\nLong steps.\n\n2 x 15\nCalf raises\nUp fast.\n",
        "3 x 10\n\nSquats\n\n3 x 12\n\nLunges\n\n2 x 15\n\nCalf raises\n",
    ],
)
def test_amounts_above_names_are_those_of_the_names_below(text: str) -> None:
    found = [(one.name, one.sets, one.reps) for one in exercises(text)]
    assert found == [("Squats", 3, (10, 10)), ("Lunges", 3, (12, 12)), ("Calf raises", 2, (15, 15))]


def test_amounts_below_names_stay_theirs_whatever_stands_above_all() -> None:
    found = exercises("Legs, 20 min\n\nSquats\n3 x 10\n\nLunges\n3 x 12\n\nCalf raises\n2 x 15\n")
    assert [(one.name, one.reps) for one in found] == [
        ("Squats", (10, 10)),
        ("Lunges", (12, 12)),
        ("Calf raises", (15, 15)),
    ]


def test_a_dose_above_each_exercise_is_its_dose_and_repeated_it_makes_sets() -> None:
    dose = "Perform this exercise up to 8 times, rest for 1 minute. Repeat routine 2 to 4 times."
    found = exercises(
        f"Shoulders\n\n{dose}\n\n1. Wall slide\n\nSlide up.\n{dose}\n\n2. Band pull\n\nPull.\n{dose}\n\n3. Press\n"
    )
    assert [one.name for one in found] == ["Wall slide", "Band pull", "Press"]
    assert all((one.sets, one.reps, one.rest_s) == (2, (8, 8), 60) for one in found)


def test_a_rest_behind_all_sections_is_that_of_all() -> None:
    text = "## Legs\n\n- Squats 3x10\n- Lunges 3x8\n\n## Core\n\n- Dead bug 2x8\n- Superman 2x9\n\n{}\n"
    assert [one.rest_s for one in exercises(text.format("Rest 50 seconds between sets."))] == [50] * 4
    assert [one.rest_s for one in exercises(text.format("Rest 3 min between heavy sets."))][:2] == [None] * 2


@pytest.mark.parametrize("title", ["3 rounds", "Circuit x 3", "The circuit (3 rounds)", "Rounds: 3"])
def test_how_often_behind_a_list_is_said_of_the_list(title: str) -> None:
    (section,) = read(f"Legs\n\n10 squats\n8 lunges\n\n{title}\n").sections
    assert (section.rounds, len(section.exercises)) == (3, 2)


def test_how_often_before_a_list_is_said_of_what_is_below() -> None:
    first, second = read("Legs\n\n10 squats\n8 lunges\n\n3 rounds\n\n12 sit-ups\n15 step-ups\n").sections
    assert (first.rounds, second.rounds) == (None, 3)


def test_the_first_line_is_the_title_of_all_where_others_are_below_it() -> None:
    session = read("Leg day\n\nRest 40 seconds between sets.\n\nCore\n\n- Dead bug 2x8\n- Superman 2x9\n")
    assert all(one.rest_s == 40 for section in session.sections for one in section.exercises)


@pytest.mark.parametrize("label", ["Time: 35 seconds", "Duration: 35 s", "Hold time: 35 seconds", "Time - 35 sec"])
def test_a_length_under_its_label_is_that_of_the_exercise_above(label: str) -> None:
    plank, squats = exercises(f"Plank\nSets: 3\n{label}\n\nSquats\nSets: 2\nReps: 9\n")
    assert (plank.sets, plank.seconds, squats.sets, squats.reps) == (3, (35, 35), 2, (9, 9))


def test_how_long_all_takes_is_no_length_of_an_exercise() -> None:
    assert exercises("Time: 25 minutes\n\nPlank\n\nSquats x 9\n")[0].seconds is None


def test_what_goes_on_for_a_time_among_exercises_is_one_and_examples_of_it_are_none() -> None:
    text = (
        "1. Bench press: 4 x 8\n2. Cardio: 20 minutes of HIIT (e.g. 30 s sprint, 1 min walk)\n"
        "3. HIIT: 15 minutes (e.g., burpees, jump rope)\n4. Bike: 25 min\n"
    )
    found = [(one.name, one.seconds) for one in exercises(text)]
    assert found == [("Bench press", None), ("HIIT", (1200, 1200)), ("HIIT", (900, 900)), ("Bike", (1500, 1500))]


def test_a_warm_up_in_brackets_is_no_name() -> None:
    first, _ = exercises("1. Warm-up: 10 minutes of light cardio (jogging or brisk walking)\n2. Squats: 3 x 8\n")
    assert (first.name, first.seconds) == ("light cardio", (600, 600))


def test_rounds_that_each_name_two_have_both() -> None:
    text = "Tabata\n\nRound 1: Star squats and jump rope\nRound 2: Push-ups and bicep curls\n"
    assert [one.name for one in exercises(text)] == ["Star squats", "jump rope", "Push-ups", "bicep curls"]
    one = exercises("Tabata\n\nRound 1: Clean and jerk\nRound 2: Push-ups\n")
    assert [exercise.name for exercise in one] == ["Clean and jerk", "Push-ups"]


def test_a_goal_in_its_own_line_says_nothing_of_the_exercise_above() -> None:
    found = exercises("3 rounds for time of:\n50 Wall Balls, 20/14 lbs\n40 Box Jumps, 24/20 in\nGoal: 25:00-35:00\n")
    assert [(one.reps, one.seconds) for one in found] == [((50, 50), None), ((40, 40), None)]


def test_calories_may_be_counted_before_the_machine() -> None:
    (only,) = exercises("EMOM 12\n\n15/12 Echo bike calories\n")
    assert (only.name, only.reps) == ("Echo bike calories", (15, 15))


def test_every_minute_on_the_minute_may_have_a_comma() -> None:
    (section,) = read("Every minute, on the minute for 12 minutes:\n10 squats\n8 press-ups\n").sections
    assert (section.kind, section.minutes) == (SectionKind.EMOM, 12)


def test_an_open_last_set_is_open_alone() -> None:
    squats, rows = exercises("Squats 2x5, 1x5+\nRows 3x6+\n")
    assert (squats.sets, squats.reps, squats.is_open, squats.is_last_open) == (3, (5, 5), False, True)
    assert (rows.is_open, rows.is_last_open) == (True, False)


def test_as_many_as_possible_beside_an_amount_for_each_set_is_said_of_all() -> None:
    assert exercises("Squats to failure 5-5-5 x\nRows 3x6\n")[0].is_last_open is False


def test_a_row_of_rest_is_no_exercise_and_notes_may_begin_with_sides() -> None:
    table = "Exercise,Sets,Reps,Notes\nLunges,3,9,Each leg. Go far.\nRest Day,0,0,Walk.\nSquats,3,8,Sit back.\n"
    assert [(one.name, one.sides) for one in exercises(table, "a.csv")] == [("Lunges", Sides.EACH), ("Squats", None)]


def test_what_is_told_may_stand_right_behind_the_amount_in_brackets() -> None:
    first, second = exercises("- Squats (3 x 9) Squeeze at the top, then lower slowly.\n- Lunges (2 x 8) Keep tall.\n")
    assert [(one.name, one.sets) for one in (first, second)] == [("Squats", 3), ("Lunges", 2)]
    assert first.cues.form


@pytest.mark.parametrize("cue", ["Lower for 3 seconds.", "Feet wide, chest up.", "Hips level, core tight."])
def test_a_cue_that_begins_as_a_title_does_is_none(cue: str) -> None:
    (section,) = read(f"Squats 3x9\n{cue}\n\nLunges 3x8\n{cue}\n").sections
    assert [one.name for one in section.exercises] == ["Squats", "Lunges"]


def test_the_same_on_one_side_and_the_other_is_one_for_each_side() -> None:
    lines = ("Side crunch (right)", "Side crunch (left)", "Lunges - right leg", "Lunges - left leg", "Halo")
    text = "45 s work / 15 s rest\n\n" + "".join(f"- {one}\n" for one in lines)
    found = [(one.name, one.sides) for one in exercises(text)]
    assert found == [("Side crunch", Sides.EACH), ("Lunges", Sides.EACH), ("Halo", None)]


def test_sides_of_two_exercises_are_no_sides_of_one() -> None:
    found = exercises("- Plank (left)\n- Side plank (right)\n- Squats x 8\n")
    assert len(found) == 3


@pytest.mark.parametrize(("text", "sides"), [("5/5 split lunges", Sides.EACH), ("90/90 hip switches", None)])
def test_twice_the_same_small_number_first_is_each_side(text: str, sides: Sides | None) -> None:
    assert exercises(f"3 rounds:\n{text}\n8 squats\n")[0].sides is sides


def test_a_cell_that_is_too_narrow_goes_on_below() -> None:
    text = (
        "Exercise               Sets   Reps          Comments\n"
        "----------------------------------------------------\n"
        "Bridge                 3      12            heels close\n"
        "Single-leg bridge      3      8 each side   when the others\n"
        "                                            are easy\n"
        "Front plank            3      30 seconds\n"
    )
    found = [(one.name, one.sets, one.reps, one.seconds) for one in exercises(text)]
    assert found == [
        ("Bridge", 3, (12, 12), None),
        ("Single-leg bridge", 3, (8, 8), None),
        ("Front plank", 3, None, (30, 30)),
    ]


ON_A_PAGE = """
<table><tr><th>Exercise</th><th>Sets</th></tr>
<tr><td>Chin ups<br>Squats</td><td>3x5<br>4x6</td></tr><tr><td>Plank</td><td>3x30s</td></tr></table>
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "| Exercise | Sets |\n|---|---|\n| Chin ups<br>Squats | 3x5<br>4x6 |\n| Plank | 3x30s |\n"),
        ("a.html", ON_A_PAGE),
    ],
)
def test_lines_within_the_cells_of_a_row_are_rows(name: str, text: str) -> None:
    found = [(one.name, one.sets, one.reps) for one in exercises(text, name)]
    assert found == [("Chin ups", 3, (5, 5)), ("Squats", 4, (6, 6)), ("Plank", 3, None)]


def test_lines_within_a_cell_that_tell_of_one_exercise_stay_one() -> None:
    text = (
        "| Exercise | Sets | Notes |\n|---|---|---|\n| Squats<br>(deep) | 3x5 | slow<br>and low |\n| Rows | 3x8 | |\n"
    )
    assert [one.sets for one in exercises(text, "a.md")] == [3, 3]


def test_heads_of_a_table_may_be_joined_by_lines() -> None:
    text = "exercise_name,body_part,reps_or_duration\nSquats,Legs,12\nWall Sit,Legs,30 sec\nRows,Back,9\n"
    found = [(one.name, one.reps, one.seconds) for one in exercises(text, "a.csv")]
    assert found == [("Squats", (12, 12), None), ("Wall Sit", None, (30, 30)), ("Rows", (9, 9), None)]


def test_what_is_said_of_the_stretches_below_is_said_of_each() -> None:
    told = "For the stretches below, do each at least twice, and hold for 25 seconds."
    text = f"{told}\n\n- Calf stretch — Lean in.\n- Quad stretch — Stand tall.\n"
    assert [(one.sets, one.seconds) for one in exercises(text)] == [(2, (25, 25))] * 2


def test_a_chat_may_begin_its_list_behind_the_name() -> None:
    text = (
        "[06/04/2024, 19:04:15] Dee: 40 secs on, 20 secs off. "
        "Go through all of them then have 80 secs to sit down. 3 rounds\n"
        "[06/04/2024, 19:04:31] Gav: only 3\n[06/04/2024, 19:05:20] Dee: 1. Star jumps\n2. Press ups\n3. Burpees\n"
        "[06/04/2024, 19:05:44] Pat M: noooo\n"
    )
    (section,) = read(text).sections
    assert [one.name for one in section.exercises] == ["Star jumps", "Press ups", "Burpees"]
    assert (section.rounds, section.work_s, section.rest_s, section.round_rest_s) == (3, 40, 20, 80)
    assert not any(one.reps for one in section.exercises)


def test_a_leg_may_stand_in_brackets_and_what_it_is_done_as_is_no_name() -> None:
    text = "Warm-up (5 to 10 mins light running)\n\nSquats 3x10\n\nFinish with 5 to 8 mins walking as a warm-down.\n"
    found = [(one.name, one.seconds) for one in exercises(text)]
    assert found == [("light running", (300, 600)), ("Squats", None), ("walking", (300, 480))]


def test_exercises_that_differ_by_what_is_in_brackets_keep_it() -> None:
    text = "Leg Press (close foot position): 3x8\nLeg Press (wide foot position): 3x9\nRows (with a smile): 3x7\n"
    found = [one.name for one in exercises(text)]
    assert found == ["Leg Press (close foot position)", "Leg Press (wide foot position)", "Rows"]


def test_exercises_that_are_done_again_keep_their_name() -> None:
    assert [one.name for one in exercises("Squats (slow): 3x8\nRows: 3x9\nSquats (slow): 2x7\n")][::2] == ["Squats"] * 2


@pytest.mark.parametrize("name", ["Hip hitches", "Hi-Low Planks", "Good morning"])
def test_a_heading_with_sets_below_it_is_an_exercise_as_those_beside_it(name: str) -> None:
    text = f"## Squats\n\n3 sets of 8\n\n## {name}\n\n3 sets of 9\n\n## Lunges\n\n3 sets of 7\n"
    assert [one.name for one in exercises(text, "a.md")] == ["Squats", name, "Lunges"]


def test_what_is_told_of_a_known_exercise_behind_the_list_is_no_exercise() -> None:
    text = "10 rounds:\n- 9 box jumps\n- 25 s bike erg\n\nThe bike erg is a :25 effort. Push the pace hard.\n"
    assert [one.name for one in exercises(text)] == ["box jumps", "bike erg"]


@pytest.mark.parametrize("line", ["6 rounds + 10 squats", "Last PR: Bench 205x5", "PB: 3 x 12 @ 60 kg"])
def test_what_was_reached_is_no_exercise(line: str) -> None:
    assert [one.name for one in exercises(f"AMRAP 12\n9 box jumps\n8 rows\n\n{line}\n")] == ["box jumps", "rows"]


def test_what_some_sets_are_done_with_instead_is_no_exercise() -> None:
    found = exercises("- Chin ups - 7 reps (middle 2 sets close grip pull ups)\n- Rows - 8 reps\n")
    assert [one.name for one in found] == ["Chin ups", "Rows"]
