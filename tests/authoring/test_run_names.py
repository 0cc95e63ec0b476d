"""Exercises that stand in one line with nothing but spaces between, or glued together."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import WrittenExercise

PLACES = (
    "Barn\n\n@\n",
    "Barn\n\n- @\n- Wall sit 2x40 s\n",
    "1. @\n2. Wall sit 2x40 s\n",
    "## Barn\n\n@\n\n## Later\n\nDips 2x7\n",
)


def exercises(text: str) -> list[WrittenExercise]:
    written = imported(text.encode(), "plan.txt").written
    return [one for section in written.sections for one in section.exercises if one.name not in {"Wall sit", "Dips"}]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Group two: Split squat Bear crawls Crunches", ["Split squat", "Bear crawls", "Crunches"]),
        ("Hip circles Leg swings Inchworms", ["Hip circles", "Leg swings", "Inchworms"]),
        ("Split Squats Bear Crawls Crunches", ["Split Squats", "Bear Crawls", "Crunches"]),
        ("Russian twist Dead bug Side plank", ["Russian twist", "Dead bug", "Side plank"]),
    ],
)
def test_names_that_run_on_are_exercises(line: str, names: list[str], place: str) -> None:
    assert [one.name for one in exercises(place.replace("@", line))] == names


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "line",
    ["9 jumping jacks14 split squats21 crunches", "9 jumping jacks 14 split squats 21 crunches"],
)
def test_counts_begin_each_of_them(line: str, place: str) -> None:
    found = [(one.name, one.reps) for one in exercises(place.replace("@", line))]
    assert found == [("jumping jacks", (9, 9)), ("split squats", (14, 14)), ("crunches", (21, 21))]


def test_a_time_may_be_glued_to_the_name_before_it() -> None:
    found = exercises("Core\n\n40 sec plank40 sec side plank40 sec bridge\n")
    assert [(one.name, one.seconds) for one in found] == [
        (name, (40, 40)) for name in ("plank", "side plank", "bridge")
    ]


@pytest.mark.parametrize(
    "name", ["Dumbbell Goblet Squat Jump", "Walking Lunge Biceps Curl", "Pistol Squat Progression (lunge to standing)"]
)
def test_one_with_a_long_name_is_one(name: str) -> None:
    assert len(exercises(f"Barn\n\n- {name} 3x8\n- Wall sit 2x40 s\n")) == 1
