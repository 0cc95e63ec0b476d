"""Rests behind sets that have a line each."""

from __future__ import annotations

import pytest

from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import imported

SETS = [
    "100 kg x 5",
    "5 x 100 kg",
    "100kg for 5 reps",
    "Set {at}: 100 kg x 5",
    "Set {at} - 5 reps @ 100 kg",
    "- 100 kg x 5",
]
RESTS = [" - rest 2 min", ", rest 2 min", " (rest 2 min)", "; rest 2:00", ". Rest 120 s", ", 2 min rest"]


def facts_of(text: str) -> list[tuple[object, ...]]:
    """What is said of each exercise."""
    answer = as_json(imported(text.encode(), "own.txt").written)
    made = [one for section in answer["sections"] for one in section["exercises"]]
    return [tuple(one.get(key) for key in ("name", "sets", "reps", "rest_s")) for one in made]


@pytest.mark.parametrize("one", SETS)
@pytest.mark.parametrize("rest", RESTS)
def test_the_rest_behind_each_set_is_the_exercises(one: str, rest: str) -> None:
    lines = [one.format(at=at) + rest for at in (1, 2, 3)]
    text = "\n".join(["Squat", *lines, "", "Bench press", *lines[:2]])
    assert facts_of(text) == [("Squat", 3, [5, 5], 120), ("Bench press", 2, [5, 5], 120)]


def test_the_last_set_may_have_none() -> None:
    assert facts_of("Squat\n60 kg x 5, rest 1 min\n80 kg x 5, rest 1 min\n100 kg x 5") == [("Squat", 3, [5, 5], 60)]


def test_repetitions_alone_are_sets_as_well() -> None:
    (squat,) = facts_of("Squat\n10 reps, rest 60 s\n8 reps, rest 60 s\n6 reps, rest 2 min")
    assert squat == ("Squat", 3, None, 60)


@pytest.mark.parametrize(
    "text",
    [
        "Squat\n3x10, rest 60 s\n\nRow\n3x10, rest 60 s",
        "Circuit\n10 squats, rest 60 s\n10 rows, rest 60 s",
        "Squats 3x10, rest 60 s\nRows 3x10, rest 60 s",
    ],
)
def test_lines_of_two_exercises_stay_apart(text: str) -> None:
    assert len(facts_of(text)) == 2


def test_blocks_of_sets_with_a_rest_each_keep_their_own() -> None:
    made = facts_of("Squats\n3 sets of 10 reps, rest 60 s\n3 sets of 5 reps, rest 90 s")
    assert [one[3] for one in made] == [60, 90]


def test_they_are_none_of_the_exercise_before() -> None:
    made = facts_of("Plan\n\nBridge 3x10\n\nSquat\n60 kg x 5, rest 2 min\n60 kg x 5, rest 2 min")
    assert made == [("Bridge", 3, [10, 10], None), ("Squat", 2, [5, 5], 120)]


@pytest.mark.parametrize(("first", "second"), [("90 s", "120 s"), ("90 s", "2 min"), ("2 min", "90 s")])
def test_rests_that_differ_are_planned_at_the_shortest(first: str, second: str) -> None:
    text = f"Front squat\n90 kg x 5, rest {first}\n95 kg x 5, rest {second}\n100 kg x 5\n\nRow\n3 x 8"
    assert facts_of(text) == [("Front squat", 3, [5, 5], 90), ("Row", 3, [8, 8], None)]
