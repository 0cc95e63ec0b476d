"""Loads that are told of all, of a kind of exercises, in the title of a part, and of each hand."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported

LISTED = "Front squats 3x9\nSeated rows 3x9\nSplit lunges 3x9\nArnold press 3x9\nWall sit 2x30 s\nPress-ups 2x9"
PLACES = (
    f"In the shed\n\n@\n\n{LISTED}\n",
    f"# In the shed\n\nFor a day with little time. @ Take it slowly.\n\n{LISTED}\n",
    f"In the shed\n\n{LISTED}\n\n@\n",
    f"In the shed\n\n{LISTED}\n\nNotes\n- Stand tall.\n- @\n",
    f"In the shed\n\n- @\n- Breathe.\n\n{LISTED}\n",
)


def loads(text: str) -> list[str | None]:
    written = imported(text.encode(), "plan.txt").written
    return [one.load for section in written.sections for one in section.exercises]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "told",
    [
        "Use 7 kg dumbbells throughout.",
        "All exercises are done with a 7 kg kettlebell.",
        "Hold a 7 kg dumbbell in each hand for the entire session.",
        "Everything with one 7 kg bell.",
        "Stick with 7 kg on all of them.",
        "Load: 7 kg throughout.",
    ],
)
def test_a_load_of_all_is_that_of_what_is_done_with_one(told: str, place: str) -> None:
    assert loads(place.replace("@", told)) == ["7 kg"] * 4 + [None] * 2


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "told",
    [
        "Use 7 kg for upper body and 11 kg for lower body.",
        "Lower body with 11 kg, upper body with 7.",
        "Squats and lunges with 11 kg, everything else with 7 kg.",
        "Weights: 11 kg for legs, 7 kg for the rest.",
    ],
)
def test_a_load_of_a_kind_is_that_of_its_exercises(told: str, place: str) -> None:
    assert loads(place.replace("@", told)) == ["11 kg", "7 kg", "11 kg", "7 kg", None, None]


@pytest.mark.parametrize(
    "told", ["A total of 12,500 lb was moved in all sets.", "I used 7 kg for everything.", "You need 7 kg dumbbells."]
)
def test_what_is_needed_or_was_done_is_no_load(told: str) -> None:
    assert set(loads(f"In the shed\n\n{told}\n\n{LISTED}\n")) == {None}


@pytest.mark.parametrize(
    "title", ["Circuit 1 (7 kg)", "Circuit 1 – 7 kg", "Circuit 1 with a 7 kg bell", "Part A @ 7 kg"]
)
def test_a_load_in_the_title_of_a_part_is_that_of_the_part(title: str) -> None:
    text = f"In the shed\n\n## {title}\n\n- Swings x 9\n- Lunges x 9\n\n## Circuit 2\n\n- Curls x 9\n- Rows x 9\n"
    assert loads(text) == ["7 kg", "7 kg", None, None]


@pytest.mark.parametrize("line", ["Curls 3x9, 7 kg each", "Curls 3x9 - 7 kg ea.", "3x9 curls, 7 kg each"])
def test_each_behind_a_weight_is_no_side(line: str) -> None:
    written = imported(f"In the shed\n\n- {line}\n- Rows 2x8\n".encode(), "plan.txt").written
    found = written.sections[0].exercises[0]
    assert (found.load, found.sides, found.sets, found.reps) == ("7 kg", None, 3, (9, 9))
