"""Six times a minute fast and two minutes easy, in the words of many plans and in the places where they stand."""

from __future__ import annotations

from itertools import product

import pytest

from tests.authoring.listed import exercises_in
from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import imported

RUNS = (
    "6 x 1 min hard, 2 min easy",
    "6 x 1 minute fast with 2 minutes jog recovery",
    "6 x (1 min hard / 2 min easy)",
    "Run for 1 minute, then walk for 2 minutes. Repeat 6 times.",
    "1 min run, 2 min walk (x6)",
    "Alternate 1 minute of running with 2 minutes of walking, 6 times",
    "6 times: run 1 minute, walk 2 minutes",
    "6x1min w/ 2min jog",
    "6 x 1 min, 2 min jog",
    "6 x 1' hard (2' easy)",
    "6x1:00 hard, 2:00 easy",
    "Six one-minute pickups with two minutes of easy jogging between",
    "6 repeats of one minute at 5k effort with two minutes easy",
    "Do six 1-minute hard efforts, with 2 minutes of easy running in between",
)
AROUND = (
    "Intervals\n\n{}\n",
    "Intervals\n\nWarm-up: 10 min easy jog\n{}\nCool-down: 5 min walk\n",
    "Intervals\n\nWarm-up: 10 min easy jog\nMain set: {}\nCool-down: 5 min walk\n",
    "# Plan\n\n| Day | Session |\n|---|---|\n| Tue | {} |\n| Thu | 20 min easy run |\n",
    "Plan\n\nTuesday: {}\nThursday: 20 min easy run\n",
    "Plan\n\nWeek 1\n{}\n\nWeek 2\n20 min easy run\n",
)


@pytest.mark.parametrize(("run", "around"), list(product(RUNS, AROUND)))
def test_the_fast_minute_is_there(run: str, around: str) -> None:
    assert [60, 60] in [one["seconds"] for one in exercises_in(around.format(run))]


@pytest.mark.parametrize("run", ["6x1min w/ 2min jog", "6 x 1 min, 2 min jog", "6 x 1 min with 2 min walk"])
def test_what_nobody_calls_between_jogs_is_a_run(run: str) -> None:
    (found,) = exercises_in(f"Intervals\n\n{run}\n")
    assert (found["name"], found["sets"], found["seconds"], found["rest_s"]) == ("Run", 6, [60, 60], 120)


def test_what_nobody_calls_without_a_jog_stays_unread() -> None:
    found = exercises_in("Legs\n\nSquats 3x10\n6 x 1 min, 2 min rest\n")
    assert "Run" not in [one["name"] for one in found]


def test_what_stands_behind_how_often_and_a_colon_is_done_so_often() -> None:
    week = "Walk 5 min. Then {}: run 90 sec, walk 90 sec, run 3 min, walk 3 min. Walk 5 min."
    for often in ("2 times", "twice", "repeat 2 times"):
        sections = as_json(imported(f"Week 3: {week.format(often)}\n".encode(), "a.txt").written)["sections"]
        assert [(one["rounds"], [each["seconds"][0] for each in one["exercises"]]) for one in sections] == [
            (None, [300]),
            (2, [90, 90, 180, 180]),
            (None, [300]),
        ]
