"""Ordinary texts with the words of rules that are about something else: what stands in them is read as it is."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in, sections_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Chair exercises\nToes up\n10 times\nHeels up\n10 times\nKnees up\n10 times each leg",
            ["Toes", "Heels", "Knees"],
        ),
        ("Abs\n\nLegs up\n3 x 15\n\nKnees in\n3 x 20\n\nPlank\n3 x 30 s", ["Legs", "Knees", "Plank"]),
        ("Bike 45 min\nEasy: 15 min\nHard: 4 x 5 min\nEasy: 10 min", ["Easy", "Hard", "Easy"]),
        ("Juniors run 4 x 200 m, 2 min rest\nJuniors do 3 x 10 squats", ["", ""]),
        ("40 s on, 20 s off x 3 rounds\nRun\nCycle\nRow", ["Run", "Cycle", "Row"]),
        ("Superset 1 and 2 for 3 sets of 10 reps.\n1. Bench press\n2. Bent-over row", ["Bench", "Bent-over"]),
    ],
    ids=[
        "positions in a chair",
        "legs up",
        "easy and hard parts",
        "juniors' session",
        "stations",
        "a pair with its sets",
    ],
)
def test_all_that_is_called_is_found(text: str, names: list[str]) -> None:
    found = [one["name"] for one in exercises_in(text)]
    assert len(found) == len(names)
    assert all(one.startswith(name) for one, name in zip(found, names, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Do the circuit 3 times. 15 reps. 30 seconds rest between exercises.\n\nSquats\nPush-ups\nRows",
        "Chair exercises\n\nOlder adults should do 15 repetitions of each exercise.\n\n1. Sit to stand\n2. Heel raises",
        "Home workout\n\nDo 3 sessions a week of 15 squats, 15 lunges and 15 push-ups.",
    ],
)
def test_how_many_is_said_of_each(text: str) -> None:
    found = exercises_in(text)
    assert len(found) > 1
    assert {tuple(one["reps"]) for one in found} == {(15, 15)}


@pytest.mark.parametrize("walk", ["1. Walk 3m heel to toe, 5 times", "Farmer's walk 3m x 5", "Walk 3m with frame x 5"])
def test_a_few_metres_are_walked_where_nobody_could_for_so_long(walk: str) -> None:
    assert exercises_in(f"Balance\n\n{walk}\n2. Stand on one leg for 10 seconds, 3 times")[0]["seconds"] is None


@pytest.mark.parametrize(
    "text", ["EMOM for 10 minutes:\n10 swings\nRest", "Every 2 minutes for 5 sets\n3 squats\nRest"]
)
def test_a_rest_below_a_single_task_is_what_is_left_of_its_interval(text: str) -> None:
    [emom] = sections_in(text)
    assert (emom["kind"], emom["repeat"], emom["round_rest_s"]) == ("emom", 1, None)


def test_a_column_of_distances_counts_none_where_nothing_covers_one() -> None:
    rows = "| Exercise | Reps | Distance |\n|---|---|---|\n| Squats | 15 | - |\n| Lunges | 20 | 20 m |"
    squats, lunges = exercises_in(f"# Legs\n\n{rows}")
    assert (squats["sets"], squats["reps"], lunges["reps"]) == (1, [15, 15], [20, 20])


def test_the_parts_of_a_class_above_it_are_none_of_it() -> None:
    overview = "| Phase | Duration |\n|---|---|\n| Warm-up | 10 min |\n| Work | 30 min |"
    found = exercises_in(f"# Class\n\n{overview}\n\nWarm-up\n\nStar jumps 30 s\n\nWork\n\nSquats 3x10")
    assert [one["name"] for one in found] == ["Star jumps", "Squats"]


def test_rounds_within_an_amrap_stay_in_it() -> None:
    [amrap] = sections_in("20 min AMRAP\n400 m run, then 2 rounds of 5 pull-ups, 10 push-ups")
    assert (amrap["kind"], len(amrap["exercises"])) == ("amrap", 3)
