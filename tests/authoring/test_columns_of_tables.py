"""What columns are called in tables, in Markdown, CSV and text: holds, distances, sides, amounts by other names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import imported

Form = Callable[[tuple[str, ...]], tuple[str, str]]
"""How rows are written: as text, with the name of the file."""
HELD = ("Exercise|Sets|Reps|Hold", "Towel stretch|3|1|30 s", "Heel raises|3|12|2 s")


def markdown(rows: tuple[str, ...]) -> tuple[str, str]:
    head, *below = [f"| {row.replace('|', ' | ')} |" for row in rows]
    return "\n".join([head, "|---" * (rows[0].count("|") + 1) + "|", *below]), "a.md"


def comma_separated(rows: tuple[str, ...]) -> tuple[str, str]:
    return "\n".join(row.replace("|", ",") for row in rows), "a.csv"


def tabs(rows: tuple[str, ...]) -> tuple[str, str]:
    return "\n".join(row.replace("|", "\t") for row in rows), "a.txt"


def aligned(rows: tuple[str, ...]) -> tuple[str, str]:
    return "\n".join("".join(f"{cell:<18}" for cell in row.split("|")).rstrip() for row in rows), "a.txt"


def exercises_of(written: tuple[str, str]) -> list[dict[str, Any]]:
    text, name = written
    found = as_json(imported(text.encode(), name).written)
    return [one for section in found["sections"] for one in section["exercises"]]


@pytest.mark.parametrize("form", [markdown, comma_separated, tabs, aligned])
@pytest.mark.parametrize("order", [(0, 1, 2, 3), (0, 2, 3, 1), (0, 3, 2, 1)])
def test_a_hold_is_that_of_each_repetition_and_all_of_a_single_one(form: Form, order: tuple[int, ...]) -> None:
    rows = tuple("|".join(row.split("|")[at] for at in order) for row in HELD)
    stretch, raises = exercises_of(form(rows))
    assert (stretch["sets"], stretch["reps"], stretch["seconds"]) == (3, None, [30, 30])
    assert (raises["sets"], raises["reps"], raises["pause_s"], raises["seconds"]) == (3, [12, 12], 2, None)


@pytest.mark.parametrize("form", [markdown, comma_separated])
@pytest.mark.parametrize("head", ["Hold", "Hold time", "Time", "Time under tension", "Hold (s)"])
def test_without_repetitions_a_hold_is_a_time(form: Form, head: str) -> None:
    cell = "30" if "(" in head else "30 s"
    [plank] = exercises_of(form((f"Exercise|Sets|{head}", f"Plank|3|{cell}")))
    assert (plank["sets"], plank["seconds"], plank["pause_s"]) == (3, [30, 30], None)


@pytest.mark.parametrize("form", [markdown, comma_separated])
@pytest.mark.parametrize("head", ["Reps (each side)", "Reps per side", "Reps/leg", "Reps each leg"])
def test_a_head_may_say_that_each_side_has_its_turn(form: Form, head: str) -> None:
    [clam] = exercises_of(form((f"Exercise|{head}|Sets", "Clams|12|3")))
    assert (clam["sets"], clam["reps"], clam["sides"]) == (3, [12, 12], "each")


@pytest.mark.parametrize("form", [markdown, comma_separated])
def test_repetitions_of_a_distance_are_sets(form: Form) -> None:
    [skips] = exercises_of(form(("Drill|Distance|Reps", "Skips|20 m|3")))
    assert (skips["sets"], skips["reps"], skips["distance_m"]) == (3, None, 20)


@pytest.mark.parametrize("head", ["Dose", "Dosage", "Amount", "How many", "Prescription"])
@pytest.mark.parametrize("form", [markdown, comma_separated])
def test_amounts_have_many_names(form: Form, head: str) -> None:
    [squats] = exercises_of(form((f"Exercise|{head}", "Squats|3x10")))
    assert (squats["name"], squats["sets"], squats["reps"]) == ("Squats", 3, [10, 10])


def test_the_same_on_the_left_and_on_the_right_is_each_side() -> None:
    clams, step_ups = exercises_of(
        markdown(("Exercise|Sets|Left leg|Right leg|Rest", "Clams|3|12|12|30 s", "Step-ups|3|8-10|8-10|30 s"))
    )
    assert (clams["reps"], clams["sides"], clams["rest_s"]) == ([12, 12], "each", 30)
    assert (step_ups["reps"], step_ups["sides"]) == ([8, 10], "each")


def test_a_column_for_each_set_in_csv_keeps_an_exercise_together() -> None:
    squats, rows = exercises_of(comma_separated(("Exercise|Set 1|Set 2|Set 3", "Squats|10|8|6", "Rows|8|8|8")))
    assert (squats["each_set"], rows["sets"], rows["reps"]) == ([10, 8, 6], 3, [8, 8])


def test_a_station_counts_where_exercises_have_their_column() -> None:
    found = exercises_of(comma_separated(("Station|Exercise|Time", "1|Squats|45 s", "2|Push-ups|45 s")))
    assert [one["name"] for one in found] == ["Squats", "Push-ups"]
