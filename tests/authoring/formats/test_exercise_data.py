"""The JSON of the public-domain data set of exercises."""

from __future__ import annotations

import json

import pytest

from tests.authoring.formats.reading import exercises, read
from voicecoach.authoring.formats.exercise_data import MAX_EXERCISES
from voicecoach.definitions.model import Sides
from voicecoach.errors import DefinitionError

ONE = {
    "name": "Doorway stretch",
    "force": "static",
    "level": "beginner",
    "mechanic": None,
    "equipment": "body only",
    "primaryMuscles": ["chest", "shoulders"],
    "instructions": ["Stand in a doorway, approx. a foot from it. Lean in.", "Stop if it hurts."],
    "category": "stretching",
    "images": ["a/0.jpg"],
}


def test_an_exercise_has_its_instructions_as_sentences_in_order() -> None:
    written = read(json.dumps(ONE, indent=1), "stretch.json")
    (stretch,) = exercises(written)
    assert written.title == stretch.name == "Doorway stretch"
    assert stretch.cues.setup == ("Stand in a doorway, approx. a foot from it.", "Lean in.")
    assert stretch.cues.safety == ("Stop if it hurts.",)
    assert stretch.notes == ("Muscles: chest, shoulders.", "Level: beginner.", "Category: stretching.")
    assert (stretch.line, stretch.is_hold, stretch.needs) == (2, True, ())


def test_nothing_is_said_of_amounts() -> None:
    (stretch,) = exercises(read(json.dumps(ONE)))
    assert (stretch.sets, stretch.reps, stretch.seconds, stretch.rest_s, stretch.load) == (None,) * 5


def test_other_data_with_amounts_has_them() -> None:
    press = {"name": "Press", "sets": 3, "reps": "8-10", "restSeconds": 75, "weight_kg": 22.5, "id": 4}
    plank = {"name": "Plank", "duration_seconds": 35, "side": "each_arm", "type": "x"}
    first, second = exercises(read(json.dumps({"exercises": [press, plank]})))
    assert (first.sets, first.reps, first.rest_s, first.load) == (3, (8, 10), 75, "22.5 kg")
    assert (second.sets, second.seconds, second.is_hold, second.sides) == (None, (35, 35), True, Sides.EACH)


def test_a_list_is_several_and_what_is_missing_is_left_out() -> None:
    written = read(json.dumps([ONE, {"name": "Squat", "equipment": "Barbell", "level": 3, "instructions": None}]))
    assert written.title is None
    assert [(one.name, one.needs, one.notes) for one in exercises(written)][1] == (
        "Squat",
        ("barbell",),
        (),
    )


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ([], "no exercise"),
        ([3], r"\[0\]: this is no exercise"),
        ([ONE, {"name": ""}], r"\[1\]: this is no exercise"),
        ([ONE] * (MAX_EXERCISES + 1), "at most"),
        ("squat", "this is no exercise"),
    ],
)
def test_other_json_is_told(value: object, problem: str) -> None:
    with pytest.raises(DefinitionError, match=problem):
        read(json.dumps(value), "data.json")
