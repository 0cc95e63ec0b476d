"""What a sentence states of all exercises but for one, wherever it stands."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import WrittenExercise

LISTED = "- Squats\n- Rows\n- Deadlift\n- Plank"
PLACES = (
    f"Barn\n\n@\n\n{LISTED}\n",
    f"# Barn\n\nFor a day with little time. @ Take it slowly.\n\n{LISTED}\n",
    f"Barn\n\n{LISTED}\n\n@\n",
    f"Barn\n\n{LISTED}\n\nNotes:\n- Stand tall.\n- @\n",
    "Barn\n\n@\n\nPart A\nSquats\nRows\n\nPart B\nDeadlift\nPlank\n",
)


def exercises(text: str) -> list[WrittenExercise]:
    written = imported(text.encode(), "plan.txt").written
    return [one for section in written.sections for one in section.exercises]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "told",
    [
        "4 sets of 9 of everything except planks, which are 40 seconds.",
        "Do 4 sets of 9 of each exercise except for the plank, which you hold for 40 seconds.",
        "All exercises 4x9, plank 4x40 s.",
        "Everything is 4x9 (planks 4 x 40 s).",
        "4 sets of 9 reps for all exercises, but 40 seconds for planks.",
        "4 sets of 9 on all but planks, 40 s for those.",
    ],
)
def test_one_that_is_excepted_has_its_own_amount(told: str, place: str) -> None:
    *others, plank = exercises(place.replace("@", told))
    assert [(one.name, one.sets, one.reps, one.seconds) for one in others] == [
        (name, 4, (9, 9), None) for name in ("Squats", "Rows", "Deadlift")
    ]
    assert (plank.sets, plank.reps, plank.seconds) == (4, None, (40, 40))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("told", "rest_s"),
    [
        ("Rest 70 s after all but the squats.", None),
        ("Rest 70 s between sets, except for squats: 2 min.", 120),
        ("Rest 70 seconds after everything except squats (2 minutes).", 120),
    ],
)
def test_one_that_is_excepted_has_its_own_rest(told: str, rest_s: int | None, place: str) -> None:
    squats, *others = exercises(place.replace("@", told))
    assert squats.rest_s == rest_s
    assert {one.rest_s for one in others} == {70}


def test_several_may_be_excepted() -> None:
    found = exercises(f"Barn\n\n4x9 of all, except squats and deadlifts, 2x5.\n\n{LISTED}\n")
    assert [(one.sets, one.reps) for one in found] == [(2, (5, 5)), (4, (9, 9)), (2, (5, 5)), (4, (9, 9))]


@pytest.mark.parametrize(
    "told", ["Rest 70 s between sets, but keep moving.", "Keep all of it light except when you feel great."]
)
def test_what_names_no_exercise_excepts_none(told: str) -> None:
    assert len(exercises(f"Barn\n\n{told}\n\n{LISTED}\n")) == 4
