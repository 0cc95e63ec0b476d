"""Schedules of a day: when something begins is no length, no rest and no repetitions."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported

SCHEDULES = {
    "fields": "18:00 | Squats 3x10\n18:30 | Lunges 3x12\n19:00 | Plank 60 s\n",
    "spaces": "6:30 Squats 3x10\n12:15 Lunges 3x12\n18:00 Plank 60 s\n",
    "dashes": "7:00 am - Squats 3x10\n12:15 pm - Lunges 3x12\n5:30 pm - Plank 60 s\n",
    "until": "18:00-18:10 Squats 3x10\n18:10-18:40: Lunges 3x12\n18:40-19:00 Plank 60 s\n",
    "a table": "| Time | What |\n|--|--|\n| 6:30 | Squats 3x10 |\n| 7:00 | Lunges 3x12 |\n| 18:00 | Plank 60 s |\n",
}


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_when_it_is_done_is_no_amount(schedule: str) -> None:
    written = imported(SCHEDULES[schedule].encode(), "plan.md" if schedule == "a table" else "plan.txt").written
    found = [one for section in written.sections for one in section.exercises]
    assert [(one.name, one.reps, one.seconds, one.rest_s) for one in found] == [
        ("Squats", (10, 10), None, None),
        ("Lunges", (12, 12), None, None),
        ("Plank", None, (60, 60), None),
    ]


def test_until_when_says_how_long_where_nothing_else_does() -> None:
    written = imported(b"18:00-18:10 Skipping\n18:10-18:40 Squats 3x10\n", "plan.txt").written
    found = [one for section in written.sections for one in section.exercises]
    assert (found[0].name, found[0].seconds) == ("Skipping", (600, 600))


def test_lengths_are_lengths() -> None:
    written = imported(b"5:00 walk\n1:00 jog\n16:00 run\n", "plan.txt").written
    found = [one for section in written.sections for one in section.exercises]
    assert [(one.name, one.seconds) for one in found] == [("walk", (300, 300)), ("jog", (60, 60)), ("run", (960, 960))]
