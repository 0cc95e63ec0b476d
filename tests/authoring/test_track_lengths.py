"""Distances on a track whose unit nobody writes, halves and quarters, and paces that are no distances."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in

LENGTHS = [
    ("8x100 strides", 8, 100),
    ("6 × 60 sprints", 6, 60),
    ("4x800 @ 5k", 4, 800),
    ("2×1200 @LT", 2, 1200),
    ("3 x 2000", 3, 2000),
    ("10 x 400 (90 s rest)", 10, 400),
    ("Row 500", 1, 500),
    ("- 400 easy", 1, 400),
    ("8 x 1/4 mile", 8, 402),
    ("1 1/2 mile easy run", 1, 2414),
]


@pytest.mark.parametrize(("line", "sets", "metres"), LENGTHS)
def test_a_length_without_its_unit_is_in_metres_where_one_runs(line: str, sets: int, metres: int) -> None:
    found = exercises_in(f"Track session\n\nWarm-up: 2 miles easy jog\n{line}\n")
    assert [(one["sets"], one["distance_m"]) for one in found[1:]] == [(sets, metres)]


@pytest.mark.parametrize("line", ["Jump rope 3 x 200", "Swings 5 x 100", "Double unders 3x100"])
def test_what_is_counted_has_no_length(line: str) -> None:
    found = exercises_in(f"Warm-up: 1 mile easy jog\n{line}\nSquats 3x10\n")
    assert [one.get("distance_m") for one in found[1:]] == [None, None]
    assert found[1]["reps"] in ([100, 100], [200, 200])


@pytest.mark.parametrize(
    "written", ["8 x 400 m @ 5k (90s rest)", "8 x 400 m at 5k, 90 s rest", "8x400m @5k pace, 90s jog"]
)
def test_a_pace_is_no_distance(written: str) -> None:
    found = exercises_in(f"Track\n\n{written}\nSquats 3x10\n")
    assert [(one["sets"], one.get("distance_m"), one.get("rest_s")) for one in found] == [(8, 400, 90), (3, None, None)]


def test_a_series_on_a_track_is_run_one_after_the_other() -> None:
    found = exercises_in("Run 10 minutes easy\n3 x (400, 200, 200) at 5k pace\n")
    assert [one.get("distance_m") for one in found] == [None, 400, 200, 200]


@pytest.mark.parametrize(
    ("line", "rest_s"),
    [
        ("Squats 3x10, rest 1 1/2 minutes", 90),
        ("Squats 3x10, 2-1/2 min rest", 150),
        ("Squats 3x10 (rest 1 and 1/2 min)", 90),
        ("Squats 3x10, rest 1/2 minute", 30),
    ],
)
def test_halves_of_minutes(line: str, rest_s: int) -> None:
    assert [one["rest_s"] for one in exercises_in(f"{line}\nDips 3x8\n")][:1] == [rest_s]


@pytest.mark.parametrize(
    "told",
    [
        "Do each of these for 20 metres:",
        "Each drill covers 20 metres, walk back between.",
        "The drills are done over 20 m.",
        "After 10 minutes of easy jogging, do each of these drills for 20 metres.",
    ],
)
def test_a_way_told_of_all_drills_is_that_of_each(told: str) -> None:
    found = exercises_in(f"Drills\n\n{told}\n\n- A-skips\n- B-skips\n- High knees\n\nThen relax.\n")
    assert [one.get("distance_m") for one in found[-3:]] == [20, 20, 20]


def test_an_age_is_no_distance() -> None:
    found = exercises_in("Critique welcome. 34M, 190 lbs.\n\n- Rows 3x10\n- Dips: as many as I can\n")
    assert [one.get("distance_m") for one in found] == [None, None]
