"""How somebody takes care of himself among what is done, and kinds of work that are only named."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in


def names(text: str) -> list[str]:
    return [one["name"] for one in exercises_in(text)]


@pytest.mark.parametrize(
    "care",
    [
        "Hydration",
        "Good hydration",
        "Sleep",
        "Adequate sleep",
        "Quality sleep (7-9 hours)",
        "Sleep: 8 hours",
        "Hydration & nutrition",
        "Rest and hydration",
        "Stay hydrated",
        "Proper nutrition",
        "Protein shake",
        "Meal prep",
        "Journaling",
        "Massage",
        "Ice bath",
        "Water: 3 litres",
        "Get enough sleep",
    ],
)
def test_care_is_no_exercise(care: str) -> None:
    assert names(f"## Day 4 - Recovery\n- 20 min easy walk\n- {care}\n- Hip circles x 10\n") == [
        "easy walk",
        "Hip circles",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Sleeper stretch 3 x 30 s",
        "Water walking 5 min",
        "Protein-fuelled squats x 10",
        "Foam roll massage 60 s",
        "Resting squat 30 s",
        "Meditation 10 min",
        "Breathing exercises 3 min",
        "Shake out the arms 20 s",
    ],
)
def test_what_is_done_stays(line: str) -> None:
    assert len(names(f"## Day 4 - Recovery\n- 20 min easy walk\n- {line}\n")) == 2


def test_a_rest_among_items_stays_one() -> None:
    found = exercises_in("- Squats 3 x 10\n- Rows 3 x 10\n- Rest 75 seconds between sets\n")
    assert [one["rest_s"] for one in found] == [75, 75]


def test_a_kind_of_work_is_named_beside_exercises_where_all_others_have_amounts() -> None:
    work = "".join(f"- {one}: 3 x 10\n" for one in ("Squats", "Rows", "Dips", "Lunges", "Curls", "Crunches"))
    text = f"**Warm-up**\n- Arm circles\n- Shoulder mobility\n\n**Workout**\n{work}"
    assert names(text)[:2] == ["Arm circles", "Shoulder mobility"]


@pytest.mark.parametrize(
    "label",
    [
        "Volume: 16-20 sets",
        "Volume: about 18 sets",
        "**Volume:** 16-20 sets + 20 min cardio",
        "Total volume: 22 working sets",
    ],
)
def test_how_large_a_day_is_is_no_exercise(label: str) -> None:
    assert names(f"#### Monday\n{label}\n1. Squats: 4 x 6\n2. Rows: 4 x 9\n") == ["Squats", "Rows"]
    assert [one["sets"] for one in exercises_in("Squats\nVolume: 3 sets of 9\n")] == [3]
