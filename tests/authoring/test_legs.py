"""Warm-ups and cool-downs that are told in a line: how long, how they are done, and what stands around them."""

from __future__ import annotations

from itertools import product

import pytest

from tests.authoring.listed import exercises_in

CALLED = ("Warm-up", "Cool down", "Warm up")
HOW = ("", "easy", "at 3.5 mph", "at an easy pace", "in zone 1", "at 60%", "RPE 3", "very gently", "(conversational)")
WRITTEN = (
    "{called} 5 min {how}",
    "{called}: 5 min {how}",
    "{called} {how}, 5 min",
    "{called} {how} (5 min)",
    "5 minutes: {called} {how}",
    "{called} for 5 minutes {how}",
    "{called} (5 min {how})",
)
AROUND = (
    ("Session\n\n- {line}\n- 4 min run\n- 2 min walk\n", 3),
    ("Session\n\n- 4 min run\n- 2 min walk\n- {line}\n", 3),
    ("Session\n\n{line}\n4 min run\n2 min walk\n", 3),
    ("Session\n\n{line}\n6 x 400 m, 90 s rest\n", 2),
    ("Session\n\n6 x 400 m, 90 s rest\n{line}\n", 2),
    ("Session\n\n{line}\n\nSquats 3x10\nLunges 3x8\n", 3),
    ("Session\n\nSquats 3x10\nLunges 3x8\n\n{line}\n", 3),
)
PAIRS = [
    (written, how, around, number)
    for at, (written, how, (around, number)) in enumerate(product(WRITTEN, HOW, AROUND))
    if at % 2
]


@pytest.mark.parametrize(("written", "how", "around", "number"), PAIRS)
def test_a_leg_is_done_once_for_as_long_as_it_says(written: str, how: str, around: str, number: int) -> None:
    called = CALLED[len(written + how) % len(CALLED)]
    line = " ".join(written.format(called=called, how=how).replace(" )", ")").replace(" ,", ",").split())
    found = exercises_in(around.format(line=line))
    assert len(found) == number
    assert [one["sets"] for one in found if one.get("seconds") == [300, 300]] == [1]


def test_a_title_with_the_length_of_what_stands_below_it_is_no_exercise() -> None:
    found = exercises_in("Session\n\nWarm-up (5 min)\n3 min jog\n2 min skipping\n")
    assert [one["name"] for one in found] == ["jog", "skipping"]
    found = exercises_in("Session\n\nWarm-up (5 min)\n\n- Leg swings x10\n- Skips x10\n\nMain part\n\n- Squats 3x10\n")
    assert [one["name"] for one in found] == ["Leg swings", "Skips", "Squats"]
