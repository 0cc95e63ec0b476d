"""Manners of saying it, each in a line or two."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import WrittenExercise
from voicecoach.definitions.model import Sides


def amount(one: WrittenExercise) -> float | None:
    """The repetitions or seconds of an exercise, where they are a number and no range."""
    found = one.reps or one.seconds
    return found[0] if found and found[0] == found[1] else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Do 10 lunges on the left leg, then 10 lunges on the right leg.", [("lunges", 10, Sides.EACH)]),
        (
            "Hold a side plank on the left for 30 seconds and then a side plank on the right for 30 seconds.",
            [("side plank", 30, Sides.EACH)],
        ),
        (
            "Do 10 lunges on the left leg, then 12 lunges on the right leg.",
            [("lunges on the left leg", 10, None), ("lunges on the right leg", 12, None)],
        ),
        (
            "Squats 3x10\n\nThen a circuit of push-ups, lunges and planks. Go round three times.",
            [("Squats", 10, None), ("push-ups", None, None), ("lunges", None, None), ("planks", None, None)],
        ),
        (
            "Then do a superset with push-ups and dips.\nLunges 3x10",
            [("push-ups", None, None), ("dips", None, None), ("Lunges", 10, None)],
        ),
        ("- Squat 3x5 @ 100 kg\n- Back-off: 2x8 @ 80 kg", [("Squat", 5, None), ("Squat (back-off)", 8, None)]),
        ("5 min at 80%\n3 min at 60%", [("at 80 %", 300, None), ("at 60 %", 180, None)]),
        ("Do two sets of these intervals: 1 min hard, 1 min easy", [("hard", 60, None), ("easy", 60, None)]),
        (
            "3 rounds: 10 squats, 8 push-ups. If tired, skip the 10 burpees.",
            [("squats", 10, None), ("push-ups", 8, None)],
        ),
        ("Swim - 2000 m\n\nWarm up 400 m\n8 x 50 m fast, rest 20 s", [("50 m fast", None, None)]),
    ],
)
def test_what_is_to_be_done_is_found(text: str, found: list[tuple[str, float | None, Sides | None]]) -> None:
    sections = imported(text.encode(), "plan.txt").written.sections
    exercises = [one for section in sections for one in section.exercises]
    assert [(one.name, amount(one), one.sides) for one in exercises] == found
