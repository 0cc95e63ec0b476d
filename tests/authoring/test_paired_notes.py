"""Exercises that say of themselves with which of the others they go."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import Written
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind

SUPERSET, STRAIGHT = SectionKind.SUPERSET, SectionKind.STRAIGHT_SETS


def _read(text: str) -> Written:
    return imported(text.encode(), "plan.txt").written


def _sections(text: str) -> list[tuple[SectionKind, list[str]]]:
    return [(one.kind, [each.name.lower() for each in one.exercises]) for one in _read(text).sections]


SAID = (
    "superset with dips",
    "Superset w/ dips",
    "SS with dips",
    "paired with the dips",
    "supersetted with dips",
)
TABLE = """
| Exercise | Sets | Reps | Notes |
|---|---|---|---|
| Rows | 3 | 10 | {} |
| Dips | 3 | 12 | |
| Curls | 4 | 10 | |
"""
LAYOUTS = (
    "1. Rows\n{}\n3 sets, 10 reps\n2. Dips\n3 sets, 12 reps\n3. Curls\n4 sets, 10 reps\n",
    "1. Rows\n3 sets of 10\n{}\n2. Dips\n3 sets of 12\n3. Curls\n4 sets of 10\n",
    "Rows 3x10 ({})\nDips 3x12\nCurls 4x10\n",
    "- Rows: 3x10, {}\n- Dips: 3x12\n- Curls: 4x10\n",
    "- Rows - 3x10 - {}\n- Dips - 3x12\n- Curls - 4x10\n",
    "A. Rows 3x10 ({})\nB. Dips 3x12\nC. Curls 4x10\n",
    TABLE,
)


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_exercise_goes_with_the_one_that_it_names(said: str, layout: str) -> None:
    text = layout.format(said)
    assert _sections(text) == [(SUPERSET, ["rows", "dips"]), (STRAIGHT, ["curls"])]
    amounts = [(one.sets, one.reps) for section in _read(text).sections for one in section.exercises]
    assert amounts == [(3, (10, 10)), (3, (12, 12)), (4, (10, 10))]


@pytest.mark.parametrize("second", ["- Dips 3x12 (superset with rows)", "- Dips: 3x12, superset with rows"])
def test_the_second_may_name_the_first(second: str) -> None:
    assert _sections(f"- Rows 3x10\n{second}\n- Curls 4x10\n") == [(SUPERSET, ["rows", "dips"]), (STRAIGHT, ["curls"])]


def test_both_may_name_each_other_and_pairs_follow_pairs() -> None:
    text = (
        "- Rows 3x10 (superset with dips)\n- Dips 3x12 (superset with rows)\n"
        "- Squats 3x8 (superset with step-ups)\n- Step-ups 3x8 (superset with squats)\n"
    )
    assert _sections(text) == [(SUPERSET, ["rows", "dips"]), (SUPERSET, ["squats", "step-ups"])]


@pytest.mark.parametrize(
    "text",
    [
        "1. Rows\nSuperset with presses\n3 sets of 10\n2. Dips\n3 sets of 12\n3. Curls\n4 sets of 10\n",
        "- Rows 3x10, pair of dumbbells\n- Dips 3x12\n- Curls 4x10\n",
        "Three rounds:\n- Rows x 10\n- Dips x 12\n",
    ],
)
def test_others_stay_as_they_are(text: str) -> None:
    assert SUPERSET not in [kind for kind, _ in _sections(text)]


def test_one_that_has_no_line_of_its_own_is_done() -> None:
    assert _sections("- Rows 3x10 superset with dips\n- Curls 4x10\n")[0] == (SUPERSET, ["rows", "dips"])


@pytest.mark.parametrize("sides", ["(R-L)", "(L-R)", "(right-left)", "(L/R)"])
def test_both_sides_in_brackets(sides: str) -> None:
    (section,) = _read(f"One-arm row {sides} 3x10").sections
    assert [(one.name, one.sides, one.reps) for one in section.exercises] == [("One-arm row", Sides.EACH, (10, 10))]


@pytest.mark.parametrize(
    "told", ["This means 60 reps in a row.", "You will do 120 reps in a row with no rest.", "That is 3 days in a row."]
)
def test_what_comes_in_a_row_is_no_row(told: str) -> None:
    assert _sections(f"{told}\n- Squats 3x10\n- Dips 3x10\n") == [(STRAIGHT, ["squats", "dips"])]


def test_what_is_done_in_a_row_is() -> None:
    (section,) = _read("Do 20 swings in a row.\nSquats 3x10").sections
    assert [(one.name, one.reps) for one in section.exercises] == [("swings", (20, 20)), ("Squats", (10, 10))]


@pytest.mark.parametrize(("time", "seconds"), [("90 seconds", 90), ("1 minute", 60), ("in for 4 seconds", None)])
def test_deep_breathing_for_some_time(time: str, seconds: float | None) -> None:
    found = [
        one
        for section in _read(f"- Cat-cow: 10 reps\n- Deep breathing: {time}\n").sections
        for one in section.exercises
    ]
    assert [one.seconds for one in found[1:]] == ([(seconds, seconds)] if seconds else [])
