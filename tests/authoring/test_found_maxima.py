"""Weights that are worked up to, said before the name of their exercise."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import WrittenExercise

BEHIND = "\n\n4 rounds:\n12 dips\n12 burpees\n"


def _all(text: str) -> list[WrittenExercise]:
    return [one for section in imported(text.encode(), "board.txt").written.sections for one in section.exercises]


@pytest.mark.parametrize(
    "line",
    [
        "20 minutes to establish a 3RM front squat",
        "15-20 Minutes find a 3RM front squat. Have somebody beside you.",
        "Strength: 20 min to find a 3RM front squat",
        "Work up to a 3RM front squat in 20 minutes",
        "Build to a heavy 3RM front squat",
        "- Establish a 3 rep max front squat",
        "In 15 min, work up to a 3-rep max of the front squat.",
        "Test your 3RM front squat",
    ],
)
def test_a_maximum_is_worked_up_to(line: str) -> None:
    first, *others = _all(line + BEHIND)
    assert (first.name.lower(), first.sets, first.reps) == ("front squat", 1, (3, 3))
    assert [one.reps for one in others] == [(12, 12), (12, 12)]


@pytest.mark.parametrize(
    "line",
    [
        "Next week we will test your 3RM front squat.",
        "The goal is to find your 3RM front squat by summer.",
        "Never test a 3RM front squat alone.",
        "Test your 3RM front squat every 8 weeks",
        "Your 3RM is the most that you can lift 3 times.",
        "Find a bench for the dips.",
    ],
)
def test_what_is_told_of_maxima_is_none(line: str) -> None:
    assert [one.reps for one in _all(line + BEHIND)] == [(12, 12), (12, 12)]
