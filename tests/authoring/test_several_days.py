"""Lines that begin with several days, with what is done on them right behind."""

from __future__ import annotations

import pytest

from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import imported

DAYS = [
    "Mon to Fri",
    "Monday to Friday",
    "Mon/Wed/Fri",
    "Mon, Wed & Fri",
    "Tuesdays and Thursdays",
    "On Mondays",
    "M/W/F",
]
DAYS += ["Weekdays", "Every other day", "Daily", "Twice a week", "Days 1 and 3"]
DONE = {"walk 30 min": "walk", "Squats 3x10": "squats", "20 minutes easy jog": "easy jog", "Plank 3 x 30 s": "plank"}


def names(text: str) -> list[str]:
    """The names of the exercises, in small letters."""
    answer = as_json(imported(text.encode(), "own.txt").written)
    return [one["name"].lower() for section in answer["sections"] for one in section["exercises"]]


@pytest.mark.parametrize("days", DAYS)
@pytest.mark.parametrize("done", DONE)
@pytest.mark.parametrize("layout", ["{} {}", "{}: {}", "{}\n{}"])
def test_the_days_are_no_part_of_a_name(days: str, done: str, layout: str) -> None:
    text = "Plan\n\n" + layout.format(days, done) + "\n" + layout.format("Sunday", "Bridge 2x12")
    assert names(text) == [DONE[done], "bridge"]


@pytest.mark.parametrize(
    "said", ["Twice a week I meet the others", "Every day is a good day to walk", "Daily life is enough"]
)
def test_what_is_said_of_days_is_no_exercise(said: str) -> None:
    assert names(f"Plan\n\n{said}\nSunday Bridge 2x12\nMonday Squats 3x10") == ["bridge", "squats"]
