"""Warm-ups with their length and what is done in them on lines of their own, and what is no exercise of theirs."""

from __future__ import annotations

from typing import Any

import pytest

from tests.authoring.listed import exercises_in


def lengths(text: str) -> list[tuple[str, Any, Any]]:
    return [(one["name"], one["seconds"], one["rest_s"]) for one in exercises_in(text)]


REST = "Rest 50 seconds between sets.\n\n{}\n\n{}Squats\n3 sets of 9\n\n{}Rows\n3 sets of 9\n"


@pytest.mark.parametrize(
    ("leg", "name"),
    [
        ("Warm-up\n7 minutes\nLight jog", "Light jog"),
        ("Warm-up: 7 minutes\nEasy jog.", "Easy jog"),
        ("Warm up (7 min)\n\nMarch in place or jump rope", "March in place or jump rope"),
        ("Warm-up\n7 min\n\nDo a slow walk or march in place.", "slow walk or march in place"),
        ("Warm up\n7 minutes\nWalk briskly until you feel warm.", "Walk briskly"),
    ],
)
@pytest.mark.parametrize("is_counted", [False, True])
def test_the_one_thing_in_a_warm_up_has_its_length(leg: str, name: str, is_counted: bool) -> None:
    steps = ("Step 1: ", "Step 2: ", "Step 3: ") if is_counted else ("", "", "")
    found = lengths(REST.format(steps[0] + leg, *steps[1:]))
    assert found == [(name, [420, 420], None), ("Squats", None, 50), ("Rows", None, 50)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Warm-up\n7 minutes\nStar jumps\nSquats\nArm circles\n\nMain\nRows 3 x 9\n",
            ["Star jumps", "Squats", "Arm circles"],
        ),
        ("Warm-up: 7 minutes\n\nJog 400 m\nRows 3 x 9\n", ["Jog"]),
    ],
)
def test_a_list_does_not_have_it(text: str, names: list[str]) -> None:
    assert [(one, seconds) for one, seconds, _ in lengths(text)][: len(names)] == [(one, None) for one in names]


@pytest.mark.parametrize(
    "head",
    [
        "Pre-run activation (do this before every run, 5-7 min)",
        "Pre-run activation (5-7 min)",
        "Post-run routine (after each run, about 5 minutes)",
        "Pre-race drills (10 min)",
        "Pre-workout mobility, 5 minutes",
        "After-run stretches (5 min)",
    ],
)
def test_what_is_done_before_or_after_a_run_is_a_part(head: str) -> None:
    assert [one for one, *_ in lengths(f"{head}\n- Leg swings x 12\n- Skips x 20\n")] == ["Leg swings", "Skips"]


@pytest.mark.parametrize("line", ["Post-run strides 4 x 20 s", "- Post-run stretching 10 min", "Pre-run drills 8 min"])
def test_alone_it_is_done(line: str) -> None:
    assert len(lengths(f"{line}\n\nSquats 3 x 9\n")) == 2


@pytest.mark.parametrize(
    "parts",
    [
        "1. Stretching: 4 minutes\n   - Arm circles, leg swings\n2. Light cardio: 4 minutes\n   - Star jumps or bike\n",
        "- Cardio: 4 minutes\n  - Bike or row\n- Mobility: 4 minutes\n  - Hip circles x 10\n  - Leg swings x 10\n",
    ],
)
def test_the_length_of_a_warm_up_with_parts_is_no_exercise(parts: str) -> None:
    assert "Warm-Up" not in [one for one, *_ in lengths(f"## Warm-Up (8 minutes)\n{parts}\n## Main\n- Squats 3 x 9\n")]
