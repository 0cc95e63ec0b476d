"""A line alone that is one exercise with a remark behind it, and one that is several exercises."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in, sections_in

REMARKS = [
    *("alternate sides", "alternating legs", "alternating", "slow and steady", "light", "bodyweight", "good form"),
    *("pause at the bottom", "switch legs", "heavy", "keep the knee in line", "as deep as you can", "if time"),
    *("eyes closed", "hands on hips", "easy", "banded", "empty bar", "one leg at a time", "full range", "superset"),
]
SECOND = ["plank", "push-ups", "calf raises", "wall sit", "then plank 30 s", "glute bridges 2x15"]
WAYS = ["Lunges 3x10, {}", "Lunges - 3 sets of 10, {}", "3x10 lunges, {}", "Lunges 3x10; {}"]


@pytest.mark.parametrize("remark", REMARKS)
@pytest.mark.parametrize("way", WAYS)
def test_a_remark_behind_the_amount_is_no_exercise(way: str, remark: str) -> None:
    [one] = exercises_in(way.format(remark))
    assert one["name"].lower() in {"lunges", f"lunges, {remark}"}
    assert (one["sets"], one["reps"]) == (3, [10, 10])


@pytest.mark.parametrize("second", SECOND)
@pytest.mark.parametrize("way", WAYS)
def test_what_calls_one_is(way: str, second: str) -> None:
    assert len(exercises_in(way.format(second))) == 2


@pytest.mark.parametrize("way", ["Lunges 3x10, {} sides", "Lunges 3x10, {}", "3 sets of 10 lunges, {} legs"])
@pytest.mark.parametrize("said", ["alternate", "alternating"])
def test_sides_in_turn_are_told_in_a_remark(way: str, said: str) -> None:
    [one] = exercises_in(way.format(said))
    assert one["sides"] == "alternating"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Squat 5x5, bench 5x5, chins", ["squats", "bench", "chins"]),
        ("Warm up, squats 3 x 10, cool down", ["warm up", "squats", "cool down"]),
    ],
)
def test_what_is_not_counted_is_still_in_the_list(text: str, names: list[str]) -> None:
    assert [one["name"].lower() for one in exercises_in(text)] == names


@pytest.mark.parametrize(("said", "rounds"), [("Run 1 min, walk 1 min", 10), ("Run 1 min, walk 3 min", 5)])
def test_legs_are_repeated_as_often_as_they_fit(said: str, rounds: int) -> None:
    [section] = sections_in(f"{said}. Repeat for 20 minutes.")
    assert section["rounds"] == rounds
