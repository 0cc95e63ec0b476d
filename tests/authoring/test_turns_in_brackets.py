"""What is done in turn for some minutes, in brackets behind these: as often as it fits, and no more exercises."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import WrittenSection


def section_of(text: str) -> WrittenSection:
    (section,) = imported(text.encode(), "session.txt").written.sections
    return section


@pytest.mark.parametrize(
    "line",
    [
        "Bike: 12 min (20 s hard / 40 s easy)",
        "Bike intervals: 12 minutes (20 sec fast, 40 sec slow)",
        "12 min rower (20 s hard and 40 s easy)",
        "Rower 12 minutes (alternate 20 s hard, 40 s easy)",
        "Treadmill - 12 min [20 s run / 40 s walk]",
        "Assault bike 12 min (20 s sprint + 40 s easy pace)",
        "Elliptical, 24 minutes (alternating 1 min fast and 1 min slow)",
    ],
)
def test_efforts_in_turn_are_done_as_often_as_they_fit(line: str) -> None:
    section = section_of(line)
    assert section.rounds == 12
    assert len(section.exercises) == 2


@pytest.mark.parametrize(
    "line", ["HIIT on bike: 12 minutes (20 sec sprint, 40 sec recovery)", "Bike 12 min (20 s hard/40 s rest)"]
)
def test_with_rests_there_is_one(line: str) -> None:
    section = section_of(line)
    (one,) = section.exercises
    assert (one.sets, one.seconds, one.rest_s or section.rest_s) == (12, (20, 20), 40)


@pytest.mark.parametrize(
    "line",
    [
        "Walk: 30 min (5 min easy, 20 min brisk, 5 min easy)",
        "Walk 30 min (25 min brisk, 5 min easy)",
        "Plank 3 min (30 s front, 30 s side)",
        "Bike 10 min (40 s hard, 45 s easy)",
        "Rows 3 x 9 (30 s work, 30 s rest)",
        "Circuit: 20 min (40 s work, 20 s rest)\n- Squats\n- Dips",
        "EMOM 10 min (30 s swings, 30 s rest)",
    ],
)
def test_nothing_is_counted_that_does_not_fit(line: str) -> None:
    section = section_of(line)
    assert section.rounds is None
    assert all(one.sets in {None, 1, 3} for one in section.exercises)
