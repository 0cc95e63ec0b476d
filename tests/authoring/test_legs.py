"""Warm-ups and cool-downs that are told in a line: how long, how they are done, and what stands around them."""

from __future__ import annotations

from itertools import product

import pytest

from tests.authoring.listed import exercises_in
from voicecoach.authoring.importing import imported

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


@pytest.mark.parametrize("leg", ["Warm-up: 4 min gentle jog", "Warm-up jog: 4 min", "Warm-up: 4 min"])
@pytest.mark.parametrize(
    ("again", "rounds"), [("Repeat: 6-7 cycles", 6), ("Repeat 6 times", 6), ("Repeat 6-8 times", 6), ("Rounds: 6", 6)]
)
def test_a_warm_up_in_a_list_is_done_once_whatever_is_repeated_below_it(leg: str, again: str, rounds: int) -> None:
    legs = "- Interval 1: 25 seconds sprint\n- Interval 2: 70 seconds walk"
    text = f"Hills\n\n- {leg}\n{legs}\n- {again}\n- Cool-down: 3 min\n"
    sections = imported(text.encode(), "plan.txt").written.sections
    assert [one.rounds for one in sections] == [None, rounds, None]
    assert [[one.seconds for one in section.exercises] for section in sections] == [
        [(240, 240)],
        [(25, 25), (70, 70)],
        [(180, 180)],
    ]


@pytest.mark.parametrize("work", ["Sprint: 25 seconds", "Work: 25 s sprint", "Interval: 25 s sprint", "25 s sprint"])
@pytest.mark.parametrize(
    "again", ["Repeat: 6 times", "Repeats: 6", "Repeat: x6", "Cycles: 6", "Rounds: 6", "Repeat 6x"]
)
def test_how_often_stands_below_what_is_timed_and_its_rest(work: str, again: str) -> None:
    (one,) = exercises_in(f"Track\n\n- {work}\n- Rest: 45 s\n- {again}\n")
    assert (one["sets"], one["seconds"], one["rest_s"]) == (6, [25, 25], 45)


def test_what_stands_behind_a_warm_up_in_its_list_is_no_part_of_it() -> None:
    sections = imported(
        b"Monday\n\n- Warm-up: 5 min easy jog\n- Squats 3x10\n- Dips 3x8\n", "plan.txt"
    ).written.sections
    assert [[one.name for one in section.exercises] for section in sections] == [["easy jog"], ["Squats", "Dips"]]


@pytest.mark.parametrize("each", ["interval", "effort", "rep", "lap"])
def test_a_recovery_between_each_of_them_says_no_sides(each: str) -> None:
    (one,) = exercises_in(f"- 4 x 3 min at 10k pace\n- 90 s jog recovery between each {each} (~8:00-9:00/km pace)\n")
    assert (one["sets"], one["seconds"], one["rest_s"], one["sides"]) == (4, [180, 180], 90, None)


GOES_ON = (
    "stretch",
    "stretching",
    "static stretching",
    "mobility",
    "light cardio",
    "jog",
    "rowing machine",
    "brisk walk",
)


@pytest.mark.parametrize("done", GOES_ON)
@pytest.mark.parametrize(
    "written", ["Warm-up: 5 min {}", "Warm-up (5 min): {}", "**Warm-up (5 min):** {}", "- Warm-up – 5 min: {}"]
)
def test_the_length_of_a_warm_up_is_that_of_the_one_thing_done_in_it(written: str, done: str) -> None:
    found = exercises_in(f"Session\n\n{written.format(done)}\n\nSquats 3x10\nLunges 3x8\n")
    assert [one.get("seconds") for one in found] == [[300, 300], None, None]


def test_the_length_of_a_warm_up_of_several_exercises_is_that_of_none() -> None:
    found = exercises_in("Session\n\nWarm-up (5 min): jumping jacks, squats, lunges\n\nRows 3x10\nDips 3x8\n")
    assert [one.get("seconds") for one in found] == [None] * 5


@pytest.mark.parametrize("done", ["bike, row or jump rope", "walking, jogging, or cycling", "easy jog or brisk walk"])
@pytest.mark.parametrize("written", ["Warm-up: 5 min {}", "Warm-up - 5 min: {}", "5 minute warm-up, {}", "5 min {}"])
def test_what_one_may_choose_of_is_one_exercise(written: str, done: str) -> None:
    found = exercises_in(f"Session\n\n{written.format(done)}\n\nSquats 3x10\nLunges 3x8\n")
    assert [(one["name"], one.get("seconds")) for one in found[:1]] == [(done, [300, 300])]
    assert len(found) == 3


@pytest.mark.parametrize("line", ["Warmup 10 – 20 minutes", "Warm up 10 – 20 min easy jog", "Cool-down 10 - 20 min"])
def test_a_dash_within_a_length_parts_nothing(line: str) -> None:
    found = exercises_in(f"Session\n\n{line}\n6 x 400 m, 90 s rest\n")
    assert [one.get("seconds") for one in found] == [[600, 1200], None]


@pytest.mark.parametrize("leg", ["Warm up", "Cool down", "Warm-up"])
@pytest.mark.parametrize("done", ["march on the spot", "jumping jacks", "child's pose"])
def test_one_thing_behind_the_length_of_a_leg_has_that_length(leg: str, done: str) -> None:
    first, *_ = exercises_in(f"{leg} for 2 minutes: {done}\n\n- Squats 3x10\n- Rows 3x10")
    assert (first["name"].lower(), first["seconds"]) == (done, [120, 120])
