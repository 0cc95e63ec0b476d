"""Tables of runs and rides as they are copied: without their bars, a head that begins too late, rows that are parts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.authoring.listed import exercises_in, sections_in


def legs(text: str) -> list[tuple[str, float | None, float | None]]:
    """The exercises with their times and rests."""
    return [(one["name"], one["seconds"] and one["seconds"][0], one["rest_s"]) for one in exercises_in(text)]


def notes(text: str) -> list[list[str]]:
    return [one["notes"] for one in exercises_in(text)]


@pytest.mark.parametrize(
    "head", ["Minute Speed Incline", "Minutes Speed (mph) Incline (%)", "Time Pace Gradient", "Mins, Speed, Incline"]
)
@pytest.mark.parametrize("last", ["8-8:30 9.5 2", "8-8:30 9.5 2%", "8:00-8:30 9.5 2"])
def test_a_machines_lines_below_their_head_are_a_table(head: str, last: str) -> None:
    text = f"Treadmill intervals\n\nI like this one.\n\n{head}\n0-5 3.5 1\n5-8 6 1\n{last}\n\nHave fun!\n"
    assert legs(text) == [("Run", 300, None), ("Run", 180, None), ("Run", 30, None)]


def test_what_a_machine_is_set_to_stays_with_its_minutes() -> None:
    text = "Treadmill intervals\n\nTime Speed Incline\n0-5 3 1\n5-8 6 4%\n8-10 3.5 0\n"
    assert notes(text) == [["Speed: 3", "Incline: 1"], ["Speed: 6", "Incline: 4%"], ["Speed: 3.5"]]


def test_a_row_says_in_words_what_is_done() -> None:
    text = "Treadmill intervals\n\nMinutes Speed Activity\n0-5 3.5 walk\n5-8 6 jog\n8-10 3.5 walk\n"
    assert [(name, seconds) for name, seconds, _ in legs(text)] == [("walk", 300), ("jog", 180), ("walk", 120)]


def test_a_part_of_a_minute_may_be_left_out_late_on_a_clock() -> None:
    text = "Treadmill intervals\n\nMinute Speed Incline\n0-1 4 0\n1-2 8 0\n2-3 4 0\n3-3:30 9 0\n4-5 4 0\n"
    assert [seconds for _, seconds, _ in legs(text)] == [60, 60, 60, 30, 60]


@pytest.mark.parametrize(
    "text",
    [
        "My times\n\nTime Speed\nMonday 8.5\nTuesday 9\nFriday 9\n",  # no times
        "Speed Incline\n3.5 1\n6 2\n7 3\n",  # nothing says how long
    ],
)
def test_other_columns_of_numbers_are_no_table(text: str) -> None:
    whole = f"{text}\nRun 10 min\n"
    assert [(name, seconds) for name, seconds, _ in legs(whole)] == [("Run", 600)]


PARTS = [
    ("Warm-up", "10 min", "easy"),
    ("Interval 1", "4 min", "hard"),
    ("Recovery", "3 min", "easy"),
    ("Interval 2", "4 min", "hard"),
    ("Recovery", "3 min", "easy"),
    ("Cool-down", "6 min", "easy"),
]
READ = [("Warm-up", 600, None), ("Interval", 240, 180), ("Interval", 240, 180), ("Cool-down", 360, None)]


def table(head: str, rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, "|".join("---" for _ in rows[0]), *(" | ".join(one) + " |" for one in rows)]
    return "Evening ride\n\nOn the turbo.\n\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "head",
    [
        "Time | Effort | |",  # a column too late
        "| | Time | Effort |",
        "Section | Time | Effort |",
        "Phase | Duration | Intensity |",
        "Exercise | Time | Effort |",
        "Part | Time | Level |",
    ],
)
def test_rows_that_are_parts_of_a_ride_are_called_so(head: str) -> None:
    assert legs(table(head, PARTS)) == READ


@pytest.mark.parametrize("called", ["Phase", "Stage", "What", "Segment"])
def test_rows_are_called_by_how_one_runs(called: str) -> None:
    rows = [("Warm-up walk", "5", "3.5"), ("Easy jog", "3", "5"), ("Sprint 1", "1", "8"), ("Walk", "2", "3.5")]
    assert [(name, seconds) for name, seconds, _ in legs(table(f"{called} | Minutes | Speed (mph) |", rows))] == [
        ("Warm-up walk", 300),
        ("Easy jog", 180),
        ("Sprint", 60),
        ("Walk", 120),
    ]


def test_rows_that_only_count_are_no_parts() -> None:
    rows = [("1", "5 min", "3.5"), ("2", "3 min", "5"), ("3", "1 min", "8")]
    assert [name for name, _, _ in legs(table("Interval | Time | Speed |", rows))] == ["Ride"] * 3


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("Sets | Reps | |", [("Squat", "3", "8"), ("Row", "4", "10")]),
        ("Sets | Reps | Rest | |", [("Squat", "3", "8", "60 s"), ("Row", "4", "10", "60 s")]),
    ],
)
def test_a_head_that_begins_too_late_is_that_of_the_amounts(head: str, rows: Sequence[tuple[str, ...]]) -> None:
    found = [(one["name"], one["sets"], one["reps"]) for one in exercises_in(table(head, rows))]
    assert found == [("Squat", 3, [8, 8]), ("Row", 4, [10, 10])]


@pytest.mark.parametrize("head", ["Exercise | Sets | Reps | |", "Exercise | Sets | Reps | Notes |"])
def test_a_last_column_that_nobody_calls_moves_nothing(head: str) -> None:
    rows = [("Squat", "3", "8", "knees out"), ("Row", "4", "10", "slow")]
    found = [(one["name"], one["sets"], one["reps"]) for one in exercises_in(table(head, rows))]
    assert found == [("Squat", 3, [8, 8]), ("Row", 4, [10, 10])]


WEEKS = [("Week 1", "Run 10 min", "Walk 20 min"), ("Week 2", "Run 12 min", "Walk 25 min")]


@pytest.mark.parametrize("head", ["Monday | Friday | |", " | Monday | Friday |", "Week | Monday | Friday |"])
def test_the_weeks_of_a_table_of_days_are_apart(head: str) -> None:
    found = [
        (part["in_weeks"], part["title"], [(one["name"], one["seconds"][0]) for one in part["exercises"]])
        for part in sections_in(table(head, WEEKS))
    ]
    assert found == [
        ([1, 1], "Monday", [("Run", 600)]),
        ([1, 1], "Friday", [("Walk", 1200)]),
        ([2, 2], "Monday", [("Run", 720)]),
        ([2, 2], "Friday", [("Walk", 1500)]),
    ]


@pytest.mark.parametrize(
    ("called", "days"),
    [
        ("Day", ("Monday", "Friday")),
        ("", ("Mon", "Fri")),
        ("Day", ("Day 1", "Day 2")),
        ("Session", ("Session 1", "Session 2")),
    ],
)
def test_a_row_for_each_day_and_a_column_for_each_week(called: str, days: tuple[str, str]) -> None:
    rows = [(days[0], "Run 10 min", "Run 12 min"), (days[1], "Rest", "Run 2 min, walk 1 min x 5")]
    found = [
        (part["in_weeks"], part["title"], part["rounds"], [one["seconds"][0] for one in part["exercises"]])
        for part in sections_in(table(f"{called} | Week 1 | Week 2 |", rows))
    ]
    assert found == [
        ([1, 1], days[0], None, [600]),
        ([2, 2], days[0], None, [720]),
        ([2, 2], days[1], 5, [120, 60]),
    ]


def test_a_run_of_a_week_counts_no_rounds() -> None:
    rows = [("Run 1", "20 min easy run", "25 min easy run"), ("Run 2", "30 min easy run", "35 min easy run")]
    parts = sections_in(table("Session | Week 1 | Week 2 |", rows))
    assert [(one["rounds"], one["exercises"][0]["seconds"][0]) for one in parts] == [
        (None, 1200),
        (None, 1800),
        (None, 1500),
        (None, 2100),
    ]
