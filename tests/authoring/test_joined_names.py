"""Names that a line joins: exercises of their own, each with the sets that it says, or one that is done in one go."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import WrittenExercise

PLACES = (
    "Upper day\n\n- Press-ups 2x9\n- @\n- Plank 2x40 s\n",
    "A. Press-ups 2x9\nB. @\nC. Plank 2x40 s\n",
    "Thursday\n\nPress-ups 2x9\n@\nPlank 2x40 s\n",
    "## Thursday\n\nPress-ups 2x9\n\n@\n\nPlank 2x40 s\n",
)


def between(line: str, place: str) -> list[WrittenExercise]:
    """What a line has that stands between two others."""
    written = imported(place.replace("@", line).encode(), "plan.txt").written
    return [one for section in written.sections for one in section.exercises][1:-1]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Chin-ups + bench press: 4x6", ["Chin-ups", "bench press"]),
        ("Leg curl w/ leg extension 4x6", ["Leg curl", "leg extension"]),
        ("Bench press then rows, 4 sets of 6", ["Bench press", "rows"]),
        ("Squats + calf raises 4x6", ["Squats", "calf raises"]),
        ("Kickbacks & hammer curls: 4 sets of 6 reps", ["Kickbacks", "hammer curls"]),
        ("4x6 dips + chin-ups", ["dips", "chin-ups"]),
        ("4 sets of dips and chin-ups, 6 each", ["dips", "chin-ups"]),
        ("Front raise / reverse fly / barbell shrug 4x6", ["Front raise", "reverse fly", "barbell shrug"]),
        ("Chin-ups (weighted) + bench press 4x6", ["Chin-ups (weighted)", "bench press"]),
        ("SS: leg curl / calf raise - 4 x 6", ["leg curl", "calf raise"]),
        ("Leg curl & calf raise superset 4x6", ["Leg curl", "calf raise"]),
        ("Rope pulldown + cable pullover (4 sets of 6)", ["Rope pulldown", "cable pullover"]),
        ("Leg curl + leg extension (4x6)", ["Leg curl", "leg extension"]),
        ("Leg curl ss/ calf raise 4x6", ["Leg curl", "calf raise"]),
        ("Leg curl superset with calf raise\n4x6", ["Leg curl", "calf raise"]),
        ("Chin-ups + bench press\n4x6", ["Chin-ups", "bench press"]),
    ],
)
def test_what_cannot_be_one_are_exercises_with_the_sets_of_each(line: str, names: list[str], place: str) -> None:
    found = between(line, place)
    assert [one.name for one in found] == names
    assert {(one.sets, one.reps, one.sides) for one in found} == {(4, (6, 6), None)}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "name",
    [
        "Squats into lunges",
        "Squat and press",
        "Clean & jerk",
        "Reverse lunge + knee drive",
        "Side plank + hip dips",
        "Power clean + front squat",
        "Dead hang w/ shrugs",
        "Chin-ups/pull-ups",
        "Goblet squat / hack squat / split squat",
    ],
)
def test_what_is_done_in_one_go_or_instead_is_one(name: str, place: str) -> None:
    assert [(one.sets, one.reps) for one in between(f"{name} 4x6", place)] == [(4, (6, 6))]


def test_what_is_told_again_below_its_table_is_not_done_again() -> None:
    text = (
        "| Exercise | Sets |\n|---|---|\n| Chin-up | 3x8 |\n| Face pull | 3x12 |\n\n- Chin-up + Face pull (3 rounds)\n"
    )
    written = imported(text.encode(), "plan.md").written
    assert sum(len(section.exercises) for section in written.sections) == 2
