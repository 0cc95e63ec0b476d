"""Sentences right behind an amount without a stop, and what is held for a moment within an exercise."""

from __future__ import annotations

from typing import Any

import pytest

from tests.authoring.listed import exercises_in


def amounts(text: str) -> list[tuple[str, Any, Any]]:
    return [(one["name"], one["sets"], one["reps"] or one["seconds"]) for one in exercises_in(text)]


@pytest.mark.parametrize(
    "told",
    [
        "This exercise works the hamstrings, and if you lift the other leg it pulls the core in as well.",
        "Your hips should be on fire by the 9th repetition of this one!",
        "You may only get 1 or 2 reps at first, but keep working on it.",
        "Keep your back flat and push through the heels.",
    ],
)
@pytest.mark.parametrize(
    "amount", ["– 3 sets of 11 reps each", "3 x 11", ": 3 sets of 11 reps (slowly)", "- 3 x 11 each leg"]
)
def test_a_sentence_behind_an_amount_only_tells(told: str, amount: str) -> None:
    text = f"Single leg deadlift {amount} {told}\n\nRows – 3 sets of 9 reps\n".replace(" :", ":")
    assert amounts(text) == [("Single leg deadlift", 3, [11, 11]), ("Rows", 3, [9, 9])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Monday 3 x 9 Squats with a bar on your back\n", [("Squats with a bar on your back", 3, [9, 9])]),
        ("Rows 3 x 9 Bench Press With Pause 3 x 8\n", [("Rows", 3, [9, 9]), ("Bench Press With Pause", 3, [8, 8])]),
    ],
)
def test_another_exercise_behind_an_amount_is_one(text: str, found: list[tuple[str, Any, Any]]) -> None:
    assert amounts(text) == found


@pytest.mark.parametrize(
    "how",
    [
        "Lift your pelvis into a hip extension and squeeze. Hold for one second, then lower.",
        "Pause in a half squat for 3 seconds before standing.",
    ],
)
@pytest.mark.parametrize("name", ["Step-ups 3 x 11", "11 step-ups (per leg)"])
def test_what_is_held_for_a_moment_is_how_it_is_done(how: str, name: str) -> None:
    assert [one for one, *_ in amounts(f"{name}\n\nStand tall. {how}\n")] in (["Step-ups"], ["step-ups"])


def test_what_is_held_for_longer_is_done() -> None:
    text = "Step-ups 3 x 11\n\nThen get into a side plank and hold for 30 seconds on each side.\n"
    assert [one for one, *_ in amounts(text)] == ["Step-ups", "side plank"]
