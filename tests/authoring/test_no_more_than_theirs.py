"""Texts that have the words of a rule and mean something else: each is read as if the rule weren't there."""

from __future__ import annotations

from typing import Any

import pytest

from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import imported


def exercises(text: str) -> list[dict[str, Any]]:
    """The exercises of a text."""
    answer = as_json(imported(text.encode(), "plan.txt").written)
    return [one for section in answer["sections"] for one in section["exercises"]]


def sections(text: str) -> list[dict[str, Any]]:
    """The sections of a text that have exercises."""
    return [one for one in as_json(imported(text.encode(), "plan.txt").written)["sections"] if one["exercises"]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Run 1: 5 km\nRun 2: 3 km\n", [("Run 1", 5000), ("Run 2", 3000)]),  # runs that are counted, and no sessions
        ("Run 1 mile\n", [("Run", 1609)]),  # a line alone
        ("Jog 5 minutes.\nSquats 3x10\nWalking lunge 20M\n", [("Jog", None), ("Squats", None), ("Walking lunge", 20)]),
        ("Run 5 min\nSled push 4 x 20M\n", [("Run", None), ("Sled push", 20)]),  # metres, and no miles
    ],
)
def test_distances(text: str, wanted: list[tuple[str, float | None]]) -> None:
    assert [(one["name"], one["distance_m"]) for one in exercises(text)] == wanted


def test_what_is_lifted_has_no_length_of_a_track() -> None:
    for line in ("Bench press 100, 200, 300", "Leg press 3x10 (200, 300, 400)", "Row 100-200-300 calories"):
        assert [one["distance_m"] for one in exercises(f"{line}\nJog 10 min\n")] == [None, None], line


@pytest.mark.parametrize("side", ["Repeat on the other side.", "Switch legs.", "Then do the other side."])
def test_a_side_told_in_a_sentence_of_its_own_counts_though_the_amount_is_told_again(side: str) -> None:
    (one,) = exercises(f"Side plank 30 s\nLift your hips. Hold for 30 seconds. {side}\n")
    assert (one["seconds"], one["sides"]) == ([30, 30], "each")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Squat\n\nSquat 10 times. Lunge 10 times.\n", ["Squat", "Lunge"]),
        ("3 rounds of 10 reps each\n\n# Exercise library\n- Burpees\n- Squats\n", ["Burpees", "Squats"]),
        ("Run 400 m, then repeat for 3 rounds:\n10 squats\n10 push-ups\n", ["Run", "squats", "push-ups"]),
        (
            "Hold each for 20 seconds.\n\nCalf stretches\n- Stand facing a wall.\n- Put one foot behind you.\n",
            ["Calf stretches"],
        ),
        ("Cardio 20 min bike\nSquats 3x10\n", ["bike", "Squats"]),
        ("Calf rise: 20 s\nSquats 3x10\n", ["Calf rise", "Squats"]),
        (
            "Squats 10 reps\nSit back. Keep tall.\nWalk for 5 minutes. Swing your arms.\nLunges 10 reps\nStep. Bend.\n",
            ["Squats", "Walk", "Lunges"],
        ),
    ],
)
def test_nothing_that_is_done_is_lost(text: str, names: list[str]) -> None:
    assert [one["name"] for one in exercises(text)] == names


def test_counts_below_names_are_no_pictures() -> None:
    counted = [one for one in exercises("Squats\nSquats 5\nPush-ups\nPush-ups 8\n") if one["reps"]]
    assert [(one["name"], one["reps"]) for one in counted] == [("Squats", [5, 5]), ("Push-ups", [8, 8])]


def test_slow_ways_are_no_times_of_what_is_gone_round() -> None:
    found = exercises("10 reps of:\nSquats (3 s down)\nPush-ups (3 s down)\n")
    assert [one["reps"] for one in found] == [[10, 10], [10, 10]]


@pytest.mark.parametrize("both", ["(L/R)", "(L-R)", "(L,R)", "(L & R)"])
def test_a_number_behind_both_sides_counts(both: str) -> None:
    (one,) = exercises(f"Row {both} 10\n")
    assert (one["reps"], one["sides"]) == ([10, 10], "each")


def test_days_of_rest_in_every_row_make_no_weeks() -> None:
    table = (
        "| Mon | Tue | Wed |\n|---|---|---|\n| Squats 3x10 | Rest | Press 3x10 |\n| Lunges 3x10 | Rest | Dips 3x10 |\n"
    )
    found = sections(table)
    assert [[one["name"] for one in section["exercises"]] for section in found] == [
        ["Squats", "Lunges"],
        ["Press", "Dips"],
    ]
    assert [one["in_weeks"] for one in found] == [None, None]


@pytest.mark.parametrize(
    "told", ["Do the exercises 3 times, 10 reps each", "Perform the exercises 3 times, 10 reps each"]
)
def test_repetitions_behind_how_often_are_kept(told: str) -> None:
    assert [one["reps"] for one in exercises(f"{told}\nSquats\nLunges\n")] == [[10, 10], [10, 10]]


def test_a_weight_in_a_line_is_that_of_the_lift() -> None:
    (one,) = exercises("Squat\nWeight - 60kg\n3x10\n")
    assert (one["load"], one["sets"]) == ("60 kg", 3)


@pytest.mark.parametrize(
    "end", ["At the end, take 10 minutes to stretch.", "After the circuit, take 5 minutes to stretch."]
)
def test_minutes_for_something_at_the_end_are_no_rest(end: str) -> None:
    (section, *_) = sections(f"3 rounds\nSquats 10\nDips 10\n{end}\n")
    assert section["round_rest_s"] is None


@pytest.mark.parametrize("title", ["Plank pyramid", "Hang ladder"])
def test_a_ladder_of_what_is_held_is_no_run(title: str) -> None:
    assert "Run" not in [one["name"] for one in exercises(f"{title}: 10-20-30-20-10 seconds\nSquats 3x10\n")]


def test_miles_and_a_half_behind_how_often() -> None:
    (one,) = exercises("Run 3 x 1 1/2 mile repeats with 2 min rest\n")
    assert (one["sets"], one["distance_m"], one["rest_s"]) == (3, 2414, 120)


def test_what_might_be_wanted_is_still_a_rest() -> None:
    (one,) = exercises("Squats 3x10\nYou might want to rest 60 seconds between sets\n")
    assert one["rest_s"] == 60


def test_a_rest_in_a_swimmers_brackets_is_kept() -> None:
    *_, one = exercises("Swim\n8 x 50 kick (target 0:50 with 15 s rest)\n")
    assert one["rest_s"] == 15
