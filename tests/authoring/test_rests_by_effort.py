"""Rests that are stated for compounds and for isolation work."""

from __future__ import annotations

import pytest

from voicecoach.authoring.rules.drafting.kind_rests import COMPOUND, ISOLATION, is_of_effort, rests_by_kind

BOTH = {COMPOUND: (150, 150), ISOLATION: (50, 50)}


@pytest.mark.parametrize(
    "text",
    [
        "Rest: 150 s on the big compounds, 50 s on isolation work.",
        "Rest 150 seconds between compound lifts and 50 seconds between isolation exercises.",
        "Rest: compounds 150 s, accessories 50 s",
        "150 s rest for compound exercises; 50 s for single-joint work",
        "Compound movements: rest 150 s / isolation: 50 s",
    ],
)
def test_both_rests_are_found_however_they_are_told(text: str) -> None:
    assert dict(rests_by_kind(text)) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "Rest 90 s between sets, 2 min between rounds",
        "Compounds first, isolation last.",
        "Rest 2 min on compounds, and drink 50 ml of water",
    ],
)
def test_other_lines_state_none(text: str) -> None:
    assert rests_by_kind(text) == ()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Front squat", COMPOUND),
        ("Seated cable row", COMPOUND),
        ("Leg extension", ISOLATION),
        ("Straight-arm pull-over", ISOLATION),
        ("Rear delt raise", ISOLATION),
    ],
)
def test_an_exercise_is_of_one_of_both(name: str, kind: str) -> None:
    assert is_of_effort(name, kind)
    assert not is_of_effort(name, COMPOUND if kind == ISOLATION else ISOLATION)


def test_what_is_held_is_of_neither() -> None:
    assert not is_of_effort("Plank", COMPOUND)
    assert not is_of_effort("Plank", ISOLATION)
