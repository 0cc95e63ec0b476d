"""Sheets that lost their lines and cells as they were copied, and lists that say the same again in other words."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import Written


def written(text: str) -> Written:
    return imported(text.encode(), "plan.txt").written


def amounts(text: str) -> list[tuple[str, int | None, float | None]]:
    """Each exercise with its sets and its repetitions or seconds, where those are a number."""
    found = [one for section in written(text).sections for one in section.exercises]
    return [(one.name, one.sets, span[0] if (span := one.reps or one.seconds) else None) for one in found]


def test_cells_that_were_glued_together_are_columns_below_glued_titles() -> None:
    text = "Workout AWorkout B\nSquat 5x5Squat 3x5\nBench press 5x5Overhead press 5x5\nRow 5x5Deadlift 1x5\n"
    first, second = written(text).sections
    assert [first.title, second.title] == ["Workout A", "Workout B"]
    assert [(one.name, one.sets) for one in first.exercises] == [("Squat", 5), ("Bench press", 5), ("Row", 5)]
    assert [(one.name, one.sets) for one in second.exercises] == [("Squat", 3), ("Overhead press", 5), ("Deadlift", 1)]


def test_days_whose_exercises_were_glued_together_stay_in_their_order() -> None:
    text = "A day: Squat: 3x5Bench press: 3x6Deadlift: 1x5\nB day: Lunge: 3x8Overhead press: 3x7Power clean: 5x3\n"
    assert [name for name, _, _ in amounts(text)] == [
        "Squat", "Bench press", "Deadlift", "Lunge", "Overhead press", "Power clean",
    ]  # fmt: skip


def test_bullets_within_a_paragraph_are_items_below_the_titles_between_them() -> None:
    text = (
        "These three keep you steady. Exercise 1: Heel raise • Hold on to a worktop • Rise up tall • Do 12 repetitions "
        "Progressions • Let go with one hand Exercise 2: Single leg stand • Look ahead • Stay for 20 seconds per leg "
        "Exercise 3: Chair stand • Sit at the front of the seat • Stand up • 2 sets of 8"
    )
    assert amounts(text) == [("Heel raise", 1, 12.0), ("Single leg stand", 1, 20.0), ("Chair stand", 2, 8.0)]


@pytest.mark.parametrize("same", ["(same as above)", "(same sets and reps)", "- same", "ditto", "as above"])
def test_what_is_the_same_as_above_has_the_amounts_above(same: str) -> None:
    found = amounts(f"Push\n- Bench press 3x10\n- Incline press {same}\n- Dips 2x8\n")
    assert found == [("Bench press", 3, 10.0), ("Incline press", 3, 10.0), ("Dips", 2, 8.0)]


def test_the_third_set_is_no_number_of_rounds() -> None:
    (section,) = written("Push\n- Bench press (3 sets of 10, push hard on the 3rd)\n- Dips 2x8\n").sections
    assert section.rounds is None
    assert [one.sets for one in section.exercises] == [3, 2]


def test_repetitions_with_their_word_each_are_those_of_each_set() -> None:
    (section,) = written("Jumping jacks: 10 reps, 15 reps, 20 reps\nSquats: 3x8\n").sections
    assert section.exercises[0].each_set == (10, 15, 20)


@pytest.mark.parametrize("title", ["300 Swing Workout", "100 Push-up Challenge"])
def test_what_a_session_is_called_by_is_no_amount(title: str) -> None:
    found = amounts(f"{title}\n\nSwings 10x30\nSquats 2x10\nTotal: 9,300 pounds\n")
    assert found == [("Swings", 10, 30.0), ("Squats", 2, 10.0)]


@pytest.mark.parametrize(
    "told",
    [
        "You will alternate workouts. The core exercises are squat, bench and rows. I am adding abs.",
        "After 5 squats I moved to the bench press and rested a while.",
    ],
)
def test_what_is_told_behind_a_plan_adds_nothing_to_it(told: str) -> None:
    text = f"Squat 5x5\nBench press 5x5\nBarbell rows 5x5\nChin-ups 3x5\nDips 3x8\n\n{told}\n"
    assert [name for name, _, _ in amounts(text)] == ["Squat", "Bench press", "Barbell rows", "Chin-ups", "Dips"]


def test_what_is_said_of_assistance_work_is_that_of_all_without_amounts() -> None:
    text = (
        "Day 1\n- Bench press 3x5\n- Cable curl\n- Lateral raise superset rear delt fly\nDay 2\n- Squat 5x5\n"
        "- Leg curl\n\nAssistance exercises are 3 sets of 6-12 reps.\n"
    )
    assert amounts(text) == [
        ("Bench press", 3, 5.0), ("Cable curl", 3, 6.0), ("Lateral raise", 3, 6.0), ("rear delt fly", 3, 6.0),
        ("Squat", 5, 5.0), ("Leg curl", 3, 6.0),
    ]  # fmt: skip


def test_options_that_somebody_has_are_not_done_one_after_the_other() -> None:
    text = (
        "If your legs are tired, you have a few options. One: leave out the squats. Two: try 5 sets of 3 squats."
        " Three: go for a walk.\n\nDay 1\nSquat 3x5\nRow 3x8\n"
    )
    assert amounts(text) == [("Squat", 3, 5.0), ("Row", 3, 8.0)]


@pytest.mark.parametrize(
    ("line", "reps", "load"),
    [
        ("Chest press 3 x 25 lb x 15", (15.0, 15.0), "25 lb"),
        ("3 x 25lbs x 15 chest press", (15.0, 15.0), "25 lb"),
        ("Chest press: 3x40kgx8-10", (8.0, 10.0), "40 kg"),
        ("Chest press 3 x 80% x 5", (5.0, 5.0), "80 %"),
    ],
)
def test_a_load_between_sets_and_repetitions_is_neither(line: str, reps: tuple[float, float], load: str) -> None:
    (section,) = written(f"{line}\nRow 2x9\n").sections
    press = section.exercises[0]
    assert (press.sets, press.reps, press.load) == (3, reps, load)


@pytest.mark.parametrize("head", ["Movement pattern | Starting exercise", "Muscle group | Exercise", "Type | Exercise"])
def test_what_a_row_is_for_is_no_exercise(head: str) -> None:
    text = f"| {head} | Sets | Reps |\n|---|---|---|---|\n| Push | Push-up | 3 | 8 |\n| Squat | Box squat | 3 | 10 |\n"
    assert amounts(text) == [("Push-up", 3, 8.0), ("Box squat", 3, 10.0)]
