"""What no file can have is left out, and it is said what that was."""

from __future__ import annotations

import pytest

from voicecoach.authoring.bounds import bounded
from voicecoach.authoring.importing import Imported, imported
from voicecoach.authoring.written import Written


def _imported(text: str) -> Imported:
    return imported(f"Evening\n\nLunges 3x8\n{text}\n".encode(), "plan.txt")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Squats 3x5000", "5000 reps"),
        ("Squats 60x5", "60x5"),
        ("Squats 3x10 @ 5000 kg", "5000 kg"),
        ("Squats 3x10, rest 30 hours", "rest 108000 s"),
        ("Squats: 3 sets of 0 reps", "0 reps"),
        ("Deadlift 3x5 @ 9999 lb", "9999 lb"),
    ],
)
def test_what_is_left_out_of_an_exercise_is_a_note(text: str, note: str) -> None:
    found = _imported(text)
    exercise = found.written.sections[-1].exercises[-1]
    assert note in exercise.notes
    assert f"# {note}" in found.yaml


def test_what_is_left_out_of_a_section_is_a_note() -> None:
    found = _imported("\n5000 rounds:\n- Squats 10\n- Lunges 8")
    assert "5000 rounds" in found.written.sections[-1].notes
    assert "# 5000 rounds" in found.yaml


def test_what_is_left_out_of_the_session_is_told() -> None:
    found = bounded(Written("Evening", (), rest_s=120_000.0, weeks=2000))
    assert found.notes == (
        "Left out, since no file can have it: 2000 weeks.",
        "Left out, since no file can have it: rest 120000 s.",
    )


def test_nothing_is_told_where_nothing_is_left_out() -> None:
    found = _imported("Squats 3x10").written
    assert not found.notes
    assert not any(one.notes for section in found.sections for one in section.exercises)
