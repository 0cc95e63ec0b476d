"""How something is held or done, on a line between exercises, is neither an exercise nor a title."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in, sections_in

CUES = (
    *("Chest up", "Knees out", "Back straight", "Core tight, back flat", "Hands under shoulders, knees under hips"),
    *("Knees wide, big toes touching", "Palms facing up", "Arms long by your sides", "Weight in the heels"),
    *("Eyes forward", "Gaze at the floor", "Soft knees", "Neutral spine", "Slow and controlled", "Nice and slow"),
    *("Full range of motion", "Light dumbbells", "Strong core, long neck", "Shoulders over wrists"),
)
PLACES = (
    "Squats 3x10\n{cue}\nLunges 3x10",
    "Squats 3x10\n\n{cue}\n\nLunges 3x10\n\n{cue}",
    "1. Squats 3x10\n{cue}\n2. Lunges 3x10\n{cue}",
    "Squats – 10\n{cue}. Breathe.\n\nLunges – 10\n{cue}. Breathe out.",
    "Squats 45 s\n{cue}\nLunges 45 s\n{cue}\nRest 15 s",
)


@pytest.mark.parametrize("cue", CUES)
@pytest.mark.parametrize("place", PLACES)
def test_a_posture_is_no_exercise_and_no_title(cue: str, place: str) -> None:
    [section] = sections_in(place.format(cue=cue))
    assert [one["name"] for one in section["exercises"]] == ["Squats", "Lunges"]
    assert not section["title"]


@pytest.mark.parametrize("title", ["Strong legs", "Big arms", "Hips and core", "Back and shoulders", "Core"])
def test_titles_that_begin_likewise_stay(title: str) -> None:
    found = sections_in(f"Warm-up\n\nMarching 2 min\n\n{title}\n\nSquats 3x10\nLunges 3x10")
    assert [one["title"] for one in found] == ["Warm-up", title]


@pytest.mark.parametrize("name", ["Feet together", "Feet together jumps", "Legs up the wall", "Arms overhead"])
def test_names_that_begin_likewise_stay(name: str) -> None:
    first, _ = exercises_in(f"Balance\n\n{name} 30 s\nSingle-leg stand 30 s")
    assert first["name"] == name
