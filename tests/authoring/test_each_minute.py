"""What is done each minute, however that is said, and what is done in turn with it."""

from __future__ import annotations

import pytest

from tests.authoring.listed import sections_in

SAID = [
    "EMOM 10: 12 swings per minute",
    "EMOM 10 minutes\n\n12 swings a minute",
    "EMOM 10\n12 swings every minute",
    "EMOM 10 min: 12 swings each minute",
    "10 minute EMOM: 12 swings every minute",
    "Every minute, 12 swings, 10 minutes",
    "Every minute for 10 minutes, do 12 swings",
    "12 swings every minute for 10 minutes",
    "12 swings every minute on the minute for 10 minutes",
    "12 swings on the minute for 10 minutes",
    "10 minutes: 12 swings every minute",
    "For 10 minutes, 12 swings on the minute",
    "On every minute: 12 swings. 10 minutes.",
    "At the top of each minute, do 12 swings. Go on for 10 minutes.",
    "Swings: 12 every minute for 10 minutes",
]
IN_TURN = [
    "Alternating EMOM 12: A) 10 push-ups B) 15 squats",
    "EMOM 12: A) 10 push-ups, B) 15 squats",
    "Alternate every minute for 12 minutes: 10 push-ups, 15 squats",
    "12 min alternating EMOM\n10 push-ups\n15 squats",
    "EMOM 12 min, alternating:\n- 10 push-ups\n- 15 squats",
]
OF_SEVERAL = [
    "3 rounds, alternating exercises\n10 push-ups\n15 squats",
    "Superset (alternate exercises)\nA1 Push-ups 3x10\nA2 Squats 3x15",
    "Alternating sets:\nPush-ups 3x10\nSquats 3x15",
]
RATES = [
    "Row at 24 strokes per minute for 10 minutes.",
    "Bike 10 min at 90 revolutions per minute",
    "Skip 10 min at 120 skips per minute",
]


@pytest.mark.parametrize("text", SAID)
@pytest.mark.parametrize("place", ["{}", "Kettlebell day\n\n{}", "Squats 3x10\n\n{}"])
def test_what_is_done_each_minute_is_begun_anew_with_it(text: str, place: str) -> None:
    section = sections_in(place.format(text))[-1]
    assert (section["kind"], section["minutes"]) == ("emom", 10)
    assert [(one["name"].lower(), one["reps"]) for one in section["exercises"]] == [("swings", [12, 12])]


@pytest.mark.parametrize("text", IN_TURN)
def test_what_is_done_in_turn_each_minute_is_several_and_no_matter_of_sides(text: str) -> None:
    [section] = sections_in(text)
    assert (section["kind"], section["minutes"]) == ("emom", 12)
    found = [(one["name"].lower(), one["reps"], one["sides"]) for one in section["exercises"]]
    assert found == [("push-ups", [10, 10], None), ("squats", [15, 15], None)]


@pytest.mark.parametrize("text", OF_SEVERAL)
def test_several_exercises_in_turn_are_no_matter_of_sides(text: str) -> None:
    [section] = sections_in(text)
    found = [(one["name"].lower(), one["reps"], one["sides"]) for one in section["exercises"]]
    assert found == [("push-ups", [10, 10], None), ("squats", [15, 15], None)]


@pytest.mark.parametrize("text", RATES)
def test_a_rate_is_none(text: str) -> None:
    [section] = sections_in(text)
    assert [one["seconds"] for one in section["exercises"]] == [[600, 600]]
    assert section["kind"] == "straight-sets"


@pytest.mark.parametrize(
    "way", ["Lunges 3x10 alternating", "Lunges 3x10 alternating legs", "Lunges 3x10, alternate sides"]
)
def test_sides_in_turn_still_are(way: str) -> None:
    [section] = sections_in(way)
    assert [one["sides"] for one in section["exercises"]] == ["alternating"]
