"""What stands in a note beside its session: all exercises that one knows, how it went, what one weighs."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in

SESSION = "## Today\n\n- Goblet squat 3x9\n- Seal row 3x7\n"
ROWS = "| Exercise | Type |\n|---|---|\n| Leg press | Machine |\n| Dip | Bodyweight |\n"


def names_in(text: str) -> list[str]:
    return [one["name"] for one in exercises_in(text)]


@pytest.mark.parametrize("title", ["Exercise library", "My movement database", "Exercise index", "Exercise catalogue"])
@pytest.mark.parametrize("below", [f"### Legs\n{ROWS}\n### Arms\n{ROWS}", ROWS, "- Leg press\n- Dip\n"])
def test_all_that_one_knows_is_not_done(title: str, below: str) -> None:
    assert names_in(f"# Gym\n\n{SESSION}\n## {title}\n\n{below}\n## Log\n\nNothing yet.\n") == [
        "Goblet squat",
        "Seal row",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# Exercise library\n\n- Leg press\n- Dip\n",
        f"# Gym\n\n{SESSION}\n## Exercise library\n\n- Leg press 3x8\n- Dip 3x6\n",
    ],
)
def test_a_library_with_amounts_or_alone_is_done(text: str) -> None:
    assert {"Leg press", "Dip"} <= set(names_in(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "The pull-ups went well, the first set of 6 is the best I had.",
        "Squats felt really heavy today, the last set of 9 was a grind.",
        "Rows were tough, 7 reps was all there was.",
        "Bench was shaky, only 4 reps at 70 kg.",
        "I enjoyed the lunges, the set of 12 was smooth.",
        "BW- 83.5",
        "Bodyweight - 181 lb",
    ],
)
def test_how_it_went_is_not_done(sentence: str) -> None:
    found = exercises_in(f"Goblet squat 3x9\nSeal row 3x7\n\n{sentence}\n")
    assert [(one["name"], one["reps"], one["load"]) for one in found] == [
        ("Goblet squat", [9, 9], None),
        ("Seal row", [7, 7], None),
    ]


@pytest.mark.parametrize("line", ["Seal row 3x7, felt good", "Seal row 3x7 was tough", "Seal row: 3x7 (went well)"])
def test_a_line_with_its_amount_stays_whatever_is_said_of_it(line: str) -> None:
    _, row = exercises_in(f"Goblet squat 3x9\n{line}\n")
    assert (row["name"], row["sets"], row["reps"]) == ("Seal row", 3, [7, 7])


def test_what_is_told_with_its_sets_is_the_session() -> None:
    (squat, _) = exercises_in("Squats went well, 3 sets of 9 with 60 kg. Then 3 sets of 7 rows with 40 kg.\n")
    assert (squat["sets"], squat["reps"]) == (3, [9, 9])


@pytest.mark.parametrize("mark", ["{#day-one}", "{.big}", "{: .no_toc}"])
def test_what_a_heading_is_linked_by_is_no_part_of_it(mark: str) -> None:
    found = exercises_in(f"# Day one (30 min) {mark}\n\n### Pair {mark}\n\n- 3x5 Pull-ups\n- 3x9 Split squats\n")
    assert [one["name"] for one in found] == ["Pull-ups", "Split squats"]


def test_how_long_a_cycle_goes_on_is_no_exercise() -> None:
    text = "# Plan\n\n## Before\n\n- Leg swings x 10\n\n## Strength - 4 week cycle\n\n### Day 1\n\n- Squat 3x6\n"
    assert names_in(text) == ["Leg swings", "Squat"]


@pytest.mark.parametrize("way", ["10/direction", "10 / direction", "x 10/way", "| Reps: 10 /direction"])
def test_a_stroke_before_a_direction_is_each(way: str) -> None:
    (circles,) = exercises_in(f"Hip circles: {way}\n".replace(": |", " |"))
    assert (circles["reps"], circles["sides"]) == ([10, 10], "each")


@pytest.mark.parametrize(
    "range_told", ["sitting in the 8-20 reps range", "in the 8-20 rep range", "stay within an 8-20 rep range"]
)
def test_the_range_of_repetitions_is_that_of_the_sets_before(range_told: str) -> None:
    (raise_, _) = exercises_in(f"Calf raise: 3 sets, {range_told}\nSeal row 3x7\n")
    assert (raise_["name"], raise_["sets"], raise_["reps"]) == ("Calf raise", 3, [8, 20])


@pytest.mark.parametrize(
    "first", ["Bench press: warm up, 5x4", "Bench press - warm-up, then 5x4", "Bench press: warm-up sets and 5x4"]
)
def test_a_warm_up_within_a_line_is_no_part_of_the_session(first: str) -> None:
    found = exercises_in(f"- {first}\n- Squats: warm up then 3x9\n- Seal row: 3x7\n")
    assert [(one["name"], one["sets"], one["reps"]) for one in found] == [
        ("Bench press", 5, [4, 4]),
        ("Squats", 3, [9, 9]),
        ("Seal row", 3, [7, 7]),
    ]


def test_a_warm_up_with_what_is_done_in_it_stays_one() -> None:
    found = exercises_in("- Warm up: 5 min bike\n- Seal row: 3x7\n")
    assert [(one["name"], one["seconds"]) for one in found] == [("bike", [300, 300]), ("Seal row", None)]


@pytest.mark.parametrize("sides", ["(L-R)", "(L/R)", "(l & r)"])
def test_left_and_right_in_brackets_are_each(sides: str) -> None:
    (row,) = exercises_in(f"Single-arm row {sides} 3x9\n")
    assert (row["name"], row["sides"], row["sets"]) == ("Single-arm row", "each", 3)


def test_days_of_a_table_that_have_their_titles_below_are_not_done_twice() -> None:
    table = (
        "| Day | Workout | Muscles |\n|---|---|---|\n| Monday | Chest workout | Chest |\n"
        "| Tuesday | Back & shoulder | Back |\n| Wednesday | Arms workout | Biceps |\n"
    )
    text = f"# Plan\n\n{table}\n## Chest workout (Mon)\n\n- Dip 3x9\n\n## Back & shoulder workout\n\n- Seal row 3x7\n"
    assert names_in(text) == ["Dip", "Seal row"]
