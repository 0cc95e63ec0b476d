"""Columns whose head says what their cells are counted in, or is written as a program writes it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.authoring.listed import exercises_in


def of_table(*rows: str) -> list[dict[str, Any]]:
    """The exercises of a Markdown table; its first row is its head."""
    head, *others = (f"| {one} |" for one in rows)
    return exercises_in("\n".join(("# Gym", "", head, "|---" * head.count(" | ") + "|---|", *others, "")))


@pytest.mark.parametrize(
    ("head", "cell", "name", "value"),
    [
        ("Weight (kg)", "40", "load", "40 kg"),
        ("Load [lb]", "95", "load", "95 lb"),
        ("weight_kg", "40", "load", "40 kg"),
        ("Intensity (%)", "70", "load", "70 %"),
        ("Rest (min)", "2", "rest_s", 120),
        ("Rest (s)", "45", "rest_s", 45),
        ("Rest between sets", "45-60 sec", "rest_s", 45),
        ("Rest after each exercise", "2 min", "rest_s", 120),
        ("rest_seconds", "45", "rest_s", 45),
        ("restSeconds", "45", "rest_s", 45),
        ("Time (min)", "10", "seconds", [600, 600]),
        ("Hold (s)", "20-30", "seconds", [20, 30]),
        ("Distance (m)", "20", "distance_m", 20),
        ("distance_km", "2", "distance_m", 2000),
    ],
)
def test_a_bare_number_is_counted_as_its_head_says(head: str, cell: str, name: str, value: object) -> None:
    sled, plank = of_table(f"Exercise | Sets | {head}", f"Sled push | 4 | {cell}", "Plank | 2 | ")
    assert (sled["sets"], sled[name]) == (4, value)
    assert (plank["sets"], plank[name]) == (2, None)


@pytest.mark.parametrize("cell", ["40 lb", "2 x 16 kg"])
def test_a_cell_with_its_own_unit_stays(cell: str) -> None:
    row, _ = of_table("Exercise | Sets | Reps | Weight (kg)", f"Row | 3 | 8 | {cell}", "Dip | 3 | 8 | 0")
    assert row["load"] == {"40 lb": "40 lb", "2 x 16 kg": "16 kg"}[cell]


@pytest.mark.parametrize(
    "head",
    ["exercise_name | set_number | target_reps | weight_kg", "exerciseTitle | setIndex | reps | weight_kg"],
)
def test_heads_of_programs_are_those_of_people(head: str) -> None:
    squat, row = of_table(head, "Squat | 1 | 7 | 60", "Squat | 2 | 7 | 60", "Row | 1 | 9 | 35", "Row | 2 | 9 | 35")
    assert (squat["name"], squat["sets"], squat["reps"], squat["load"]) == ("Squat", 2, [7, 7], "60 kg")
    assert (row["name"], row["sets"], row["reps"], row["load"]) == ("Row", 2, [9, 9], "35 kg")


def test_a_set_of_which_nothing_is_said_is_none() -> None:
    (squat,) = of_table("exercise_name | set_index | reps", "Squat | 1 | -", "Squat | 2 | 6", "Squat | 3 | 6")
    assert (squat["sets"], squat["reps"]) == (2, [6, 6])


def test_what_a_column_without_a_meaning_has_stays_as_a_remark() -> None:
    (bike,) = of_table("Exercise | Time (min) | Speed (mph)", "Treadmill | 12 | 6.5")
    assert (bike["seconds"], bike["notes"]) == ([720, 720], ["Speed (mph): 6.5"])
