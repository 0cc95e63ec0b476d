from __future__ import annotations

import pytest

from voicecoach.definitions.exercise_names import Matcher

LIBRARY = {
    "push-up": "Push-ups",
    "glute-bridge": "Glute bridge",
    "clamshell": "Clamshell",
    "calf-raise": "Calf raise",
    "squat": "Squats",
    "single-leg-deadlift": "Single-leg deadlift",
    "romanian-deadlift": "Romanian deadlift",
}


@pytest.mark.parametrize(
    ("written", "matched"),
    [
        ("push up", "push-up"),
        ("Press-ups", "push-up"),
        ("PUSHUPS", "push-up"),
        ("glute bridges", "glute-bridge"),
        ("Hip bridge", "glute-bridge"),
        ("Clams", "clamshell"),
        ("Heel raises", "calf-raise"),
        ("air squats", "squat"),
        ("One-leg deadlift", "single-leg-deadlift"),
        ("RDL", "romanian-deadlift"),
    ],
)
def test_the_same_exercise_by_another_name_is_matched(written: str, matched: str) -> None:
    assert Matcher(LIBRARY).matched(written) == matched


@pytest.mark.parametrize(
    "written", ["Goblet squat", "Squat jump", "Decline push-up", "Seated calf raise", "Deadlift", "", "…"]
)
def test_another_exercise_is_not(written: str) -> None:
    assert Matcher(LIBRARY).matched(written) is None
