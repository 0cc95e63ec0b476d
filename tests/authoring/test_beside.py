"""What stands beside a session or around it: records, parameters, labels, heads of lists, columns that ran together."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import Written, WrittenExercise
from voicecoach.definitions.model import Sides


def written(text: str) -> Written:
    return imported(text.encode(), "plan.txt").written


def exercises(text: str) -> list[WrittenExercise]:
    return [one for section in written(text).sections for one in section.exercises]


def names(text: str) -> list[str]:
    return [one.name for one in exercises(text)]


PLAN = "## Plan\n- Squat: 3x5\n- Bench press: 3x5\n"


@pytest.mark.parametrize(
    "beside",
    [
        "## My PRs\n- Squat 140 kg\n- Row 100 kg x 3\n\n",
        "## Goals for 2031\n- Run 10 km under 50 minutes\n- 12 pull-ups in a row\n\n",
        "## Useful links\n- Leg press video\n- Timer app: 20/10\n\n",
        "## What changes from block 1\n- Longer rest\n- 5 sets on main lifts\n\n",
        "## Current stats (May)\nSquat: 3 x 120 kg\nPlank: 2 min\n\n",
    ],
)
def test_what_stands_below_a_title_of_records_goals_or_links_is_none_of_the_session(beside: str) -> None:
    assert names(f"# Notes\n\n{beside}{PLAN}") == ["Squat", "Bench press"]


def test_where_nothing_else_is_there_a_list_of_targets_is_the_session() -> None:
    assert names("Targets:\n- 3 x 10 press-ups\n- 3 x 12 squats\n") == ["press-ups", "squats"]


def test_a_title_that_stands_above_all_of_it_is_that_of_the_session() -> None:
    assert names(f"# Fitness goals 2031\n\n{PLAN}") == ["Squat", "Bench press"]


@pytest.mark.parametrize(
    "table",
    [
        "| Element | Block 1 | Block 2 |\n|---|---|---|\n| Main lift reps | 8 | 5 |\n| Main lift sets | 3 | 5 |\n",
        "| | Beginner | Advanced |\n|---|---|---|\n| Sets per exercise | 2 | 4 |\n| Rest (all) | 60 s | 2 min |\n",
        "| Detail | What |\n|---|---|\n| Level | Novice |\n| Length of a workout | 40-50 minutes |\n| Days | 3 |\n",
        "| Muscles | Sets/week | Rank |\n|---|---|---|\n| Thighs | 9-12 | first (dips) |\n| Arms | 4 | last |\n",
    ],
)
def test_a_table_of_parameters_by_phase_has_no_exercises(table: str) -> None:
    assert names(f"{table}\nDay 1\nSquat 5x5\nRow 5x5\n") == ["Squat", "Row"]


@pytest.mark.parametrize(
    "week",
    [
        "- Mon: Workout A (squat & press)\n- Tue: rest\n- Thu: Workout B (pull)\n- Sat: Workout A (squat & press)\n",
        "Monday - Workout A\nThursday - Workout B\n",
        "Week 1: A, B, A\nWeek 2: B, A (light), B\n",
        "| Day | Session |\n|---|---|\n| Monday | Workout A (squat) |\n| Friday | Workout B (rows) |\n",
    ],
)
def test_a_week_that_calls_its_sessions_by_their_titles_has_no_exercises(week: str) -> None:
    text = f"## The week\n\n{week}\n## Workout A\n- Squat 3x5\n- Dips 3x8\n\n## Workout B\n- Row 3x5\n"
    assert [(one.title, len(one.exercises)) for one in written(text).sections] == [
        ("Workout A", 2),
        ("Workout B", 1),
    ]


def test_a_week_that_says_how_much_of_what_has_a_title_below_is_done() -> None:
    text = "- Monday: Squat 3x5\n- Friday: Row 4x6\n\n## Squat\nSit down deep.\n\n## Row\nPull.\n"
    assert names(text)[:2] == ["Squat", "Row"]


@pytest.mark.parametrize("titles", [("Upper A", "Lower A"), ("LOWER A", "UPPER A"), ("Lower body B:", "Push B:")])
def test_days_that_are_called_by_a_part_of_the_body_and_a_letter_are_titles(titles: tuple[str, str]) -> None:
    found = written("{}\nDips 3x5\nRow 3x8\n\n{}\nBench press 3x5\nCurls 3x10\n".format(*titles))
    assert [one.title for one in found.sections] == [one.strip(":") for one in titles]


@pytest.mark.parametrize(
    "title", ["## Monday: Legs 2", "## Monday - Push 2", "**Upper 1**", "## Day 3: Full body 2", "## Pull #1"]
)
def test_the_number_of_a_day_that_is_called_by_a_part_of_the_body_is_no_amount(title: str) -> None:
    found = exercises(f"{title}\n\n- Dips\n- Curls\n")
    assert [(one.name, one.reps, one.sets) for one in found] == [("Dips", None, None), ("Curls", None, None)]


@pytest.mark.parametrize("title", ["Walking Workout", "Squat Day", "Rowing Session", "Running Intervals"])
def test_what_a_day_is_called_behind_its_number_is_no_exercise(title: str) -> None:
    text = f"Day 1: {title}\n\n- Lunges 3x8\n\nDay 2: {title}\n\n- Dips 3x8\n"
    assert names(text) == ["Lunges", "Dips"]


@pytest.mark.parametrize("label", ["Pull", "**Pull**", "Monday", "Back", "Upper", "Pull day"])
@pytest.mark.parametrize("mark", ["- ", ""])
def test_names_behind_a_title_are_listed_below_it(label: str, mark: str) -> None:
    text = f"{mark}{label}: Bench, deadlift, DB rows, curls\n{mark}Legs: squat, RDL, leg press\n"
    found = written(text).sections
    assert [len(one.exercises) for one in found] == [4, 3]
    assert found[0].exercises[0].name == "Bench"


@pytest.mark.parametrize(
    ("line", "rounds"),
    [
        ("Bar complex: deadlift → row → clean → press (repeat x4)", 4),
        ("Deadlift -> row -> clean -> press, 4 rounds", 4),
        ("Bar flow: deadlift > row > clean > press", None),
    ],
)
def test_exercises_with_arrows_between_are_done_in_turn(line: str, rounds: int | None) -> None:
    (section,) = written(f"{line}\n").sections
    assert [one.name.lower() for one in section.exercises] == ["deadlift", "row", "clean", "press"]
    assert section.rounds == rounds


def test_arrows_may_lead_to_what_is_harder() -> None:
    assert names("Push-ups 3x8\n\nProgression: wall push-up → knee push-up → push-up\n") == ["Push-ups"]


@pytest.mark.parametrize(
    "head",
    ["Day | Exercise 1 | Exercise 2", "Day | Lift - 1 | Lift - 2", "Session | T1 | T2", "Day | Main lift | Accessory"],
)
def test_a_row_with_a_column_for_each_exercise_is_a_session(head: str) -> None:
    first, second = ("A", "B") if head.startswith("Session") else ("Monday", "Friday")
    table = f"| {head} |\n|---|---|---|\n| {first} | squat 5x5 | dips |\n| {second} | deadlift 1x5 | |\n"
    found = [[(one.name, one.sets) for one in section.exercises] for section in written(table).sections]
    assert found == [[("squat", 5), ("dips", None)], [("deadlift", 1)]]


def test_the_hour_at_which_a_run_begins_is_not_how_long_it_is() -> None:
    (one,) = exercises("Wed: Easy run 6:30am - Z2 30 min\n")
    assert (one.name, one.seconds) == ("Easy run", (1800, 1800))


@pytest.mark.parametrize("goal", ["Goal", "Week goal", "Weekly goals", "This week's goal", "Goal revised"])
def test_what_is_to_be_reached_is_no_exercise(goal: str) -> None:
    assert names(f"Mon: squat 3x5, dips 3x8\n\n{goal}: finish the block (bench 85, squat 120, deadlift 150).\n") == [
        "squat",
        "dips",
    ]


def test_a_table_of_what_a_programme_is_may_say_its_rest() -> None:
    table = "| Setting | Value |\n|---|---|\n| Workout time | 45 min |\n| Rest between sets | 75 seconds |\n"
    assert [(one.name, one.rest_s) for one in exercises(f"# Plan\n\n{table}\n- Squat 3x5\n")] == [("Squat", 75)]


def test_an_effort_that_is_aimed_at_is_no_exercise() -> None:
    assert names("RPE target: 8-9\n\nPush A\n- Bench press 5x5\n- Dips 3x8\n") == ["Bench press", "Dips"]


@pytest.mark.parametrize("held", ["Hold for 5 breaths", "*Stay here for 5 breaths*", "Hold: 5 breaths"])
def test_how_long_something_is_held_is_no_exercise(held: str) -> None:
    text = f"### Pigeon\n\nSlide one shin forward.\n\n{held}\n\n### Frog pose\n\nKnees wide.\n\n{held}\n"
    assert [one.casefold() for one in names(text)] == ["pigeon", "frog pose"]


def test_an_amount_that_is_said_again_for_the_other_side_is_that_of_each() -> None:
    held = "Hold for 30 seconds\n\n"
    text = f"### Triangle pose\n\nStep the right foot back.\n\n{held}Now the left foot.\n\n{held}"
    (one,) = exercises(f"{text}\n### Squat\n\nSit down.\n\nHold for 20 seconds\n")[:1]
    assert (one.seconds, one.sides) == ((30.0, 30.0), Sides.EACH)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Picture A:", "Picture B:"), ("Muscles:", "Technique:"), ("Set-up", "Action"), ("Why do it?", "How")],
)
def test_labels_that_come_again_below_each_exercise_are_none(first: str, second: str) -> None:
    text = (
        f"Walking lunge\n{first}\nBoth thighs.\n{second}\nTake long steps. Do 3 sets of 10 on each side.\n\n"
        f"The big swing\n{first}\nThe whole back.\n{second}\nSnap the hips. Do four sets of 12.\n\n"
        f"Wall squat\n{first}\nBoth thighs.\n{second}\nSlide down. Do 2 sets of 8.\n"
    )
    found = exercises(text)
    assert [(one.sets, one.reps) for one in found] == [(3, (10.0, 10.0)), (4, (12.0, 12.0)), (2, (8.0, 8.0))]
    assert found[0].sides is Sides.EACH


def test_titles_that_come_again_above_exercises_with_their_amounts_are_titles() -> None:
    day = "### Primary lifts\n- {} 3x5\n- Dips 3x8\n### Assistance\n- Flyes 3x12\n"
    text = f"## Day 1: push\n{day.format('Bench press')}## Day 2: pull\n{day.format('Row')}"
    assert names(text) == ["Bench press", "Dips", "Flyes", "Row", "Dips", "Flyes"]


def test_a_heading_with_amounts_above_exercises_states_them_of_each() -> None:
    found = exercises("### Loaded carries (2 min each)\n- Farmer walk\n- Suitcase carry\n")
    assert [(one.name, one.seconds, one.sides) for one in found] == [
        ("Farmer walk", (120.0, 120.0), None),
        ("Suitcase carry", (120.0, 120.0), None),
    ]


def test_what_is_listed_below_an_exercise_with_its_sets_tells_of_it() -> None:
    first = "**Press-ups (3 x 10)**\n- hands below shoulders\n- body straight\n\n"
    assert names(f"{first}**Squats (3 x 12)**\n- heels down\n- chest up\n") == ["Press-ups", "Squats"]


def test_cells_that_ran_together_are_read_by_the_line_of_their_columns() -> None:
    first = "SUPERSET 1 ARNOLD PRESS 3 8\nSUPERSET 1 FACE PULL 3 15\n"
    text = f"EXERCISE SETS REPS\n{first}SUPERSET 2 SHRUGS 4 10-12\nSUPERSET 2 CURLS 4 8\n"
    found = exercises(text)
    assert [(one.sets, one.reps) for one in found] == [
        (3, (8.0, 8.0)),
        (3, (15.0, 15.0)),
        (4, (10.0, 12.0)),
        (4, (8.0, 8.0)),
    ]
    assert [len(one.exercises) for one in written(text).sections] == [2, 2]


@pytest.mark.parametrize(
    ("line", "sets", "reps"),
    [
        ("Squats: 3x10 or 5x5", 3, (10.0, 10.0)),
        ("Rows: 3 sets of 8 or 2 sets of 12", 3, (8.0, 8.0)),
        ("Deadlifts: 1 set of 3-5 reps OR 3 sets of 5 reps", 1, (3.0, 5.0)),
        ("Curls 2 or 3 sets of 10", 2, (10.0, 10.0)),
    ],
)
def test_of_two_amounts_to_choose_from_the_first_counts(line: str, sets: int, reps: tuple[float, float]) -> None:
    (one,) = exercises(f"- {line}\n")
    assert (one.sets, one.reps) == (sets, reps)


@pytest.mark.parametrize(
    "title",
    ["Beginners: from 0 to 30 minutes of running in just 8 weeks", "Build up to 30 minutes of running within 8 weeks"],
)
def test_what_a_plan_comes_to_is_none_of_it(title: str) -> None:
    assert names(f"{title}\n\nWeek 1: run 1 min, walk 90 s, 8 times\nWeek 2: run 2 min, walk 2 min, 6 times\n") == [
        "run",
        "walk",
        "run",
        "walk",
    ]


def test_steps_that_are_counted_without_a_point_are_no_amounts() -> None:
    text = (
        "Heel raise\n1 Stand tall.\n2 Rise up and lower.\n3 Do 12 repetitions, rest 30 seconds and do it again.\n\n"
        "Wall squat\n1 Stand at a wall.\n2 Slide down.\n3 Repeat for 8 repetitions. Rest for 45 seconds and repeat"
        " another two times.\n"
    )
    assert [(one.sets, one.reps, one.rest_s) for one in exercises(text)] == [
        (2, (12.0, 12.0), 30.0),
        (3, (8.0, 8.0), 45.0),
    ]


@pytest.mark.parametrize(
    "stated",
    [
        "Go through each exercise once and repeat this 4 times.",
        "Instructions: complete every exercise one after the other, then repeat four times.",
        "Do 10 of each and repeat 4 times.",
    ],
)
def test_a_list_that_is_gone_through_and_then_repeated_has_rounds(stated: str) -> None:
    (section,) = written(f"{stated}\n\n- squats\n- press-ups\n").sections
    assert section.rounds == 4


def test_what_is_told_behind_a_list_is_of_the_exercises_of_that_name() -> None:
    listed = "Workout:\nSquats 3x10\nBridges 3x12\n\nExercise descriptions\n\n"
    assert names(f"{listed}Squats\nFeet apart. Sit down for 3 seconds.\n\nBridges\nLie down. Push up.\n") == [
        "Squats",
        "Bridges",
    ]


def test_somebodys_usual_run_is_none_of_the_session() -> None:
    assert names("Today I did this to replace my usual 5 km run.\n\n- Squats 3x10\n- Lunges 3x10\n") == [
        "Squats",
        "Lunges",
    ]
