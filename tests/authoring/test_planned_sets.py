"""Sets in lines of their own below what was planned of them, and what an amount was before: neither is done as well."""

from __future__ import annotations

from typing import Any

import pytest

from tests.authoring.listed import exercises_in


def amounts(text: str) -> list[tuple[str, Any, Any]]:
    return [(one["name"], one["sets"], one["reps"] or one["seconds"]) for one in exercises_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Row\nTarget: 3 x 9\nSet 1: 40 kg x 9\nSet 2: 45 kg x 9\nSet 3: 45 kg x 7\n",
        "### Row\n**Goal:** 3 sets of 9 @ RPE 7\n- Set 1: 40 kg x 9\n- Set 2: 45 kg x 9\n- Set 3: 45 kg x 8\n",
        "## Row\n- Planned: 3x9\n- Set 1 - 9 @ 40kg\n- Set 2 - 9 @ 40kg\n- Set 3 - 8 @ 40kg\n",
        "Row: 3 sets x 9\nSet 1: 9 reps\nSet 2: 8 reps\nSet 3: 6 reps\n",
        "1. Row - 3x9\n   - Set 1: 90 lbs x 9\n   - Set 2: 90 lbs x 9\n   - Set 3: 90 lbs x 7\n",
        "### Row (3x9)\nSet 1: 50 kg x 9\nSet 2: 50 kg x 9\nSet 3: 50 kg x 9\n",
        "## Row\nPrescribed: 3 x 9 at 50 kg\nActual: 3 x 9 at 45 kg\n",
        "## Row\n**Planned:** 3 x 9 at 50 kg\n**Actual:**\n- 50 x 9\n- 50 x 9\n- 50 x 7\n",
        "Row 3 x 9 (was 3 x 7)\n",
        "Row 3 x 9 (up from 2 x 7)\n",
        "Row 3 x 9 (previously 2 x 9)\n",
        "Row 3 x 9 [changed from 5 x 5]\n",
        "Row 3 x 9 (last week 3 x 8)\n",
        "Row 3 x 9 (instead of pull-ups 5 x 5)\n",
        "Row: 3 sets × 9 reps [Modified: was barbell row]\n",
        "Row: 3 sets × 9 reps *(replaces pull-ups 4 x 6)*\n",
    ],
)
def test_what_was_planned_is_done_once(text: str) -> None:
    assert amounts(text) == [("Row", 3, [9, 9])]


def test_the_weights_of_the_sets_are_kept() -> None:
    (row,) = exercises_in("Row\nTarget: 2 x 9\nSet 1: 40 kg x 9\nSet 2: 40 kg x 9\n")
    assert row["load"] == "40 kg"
    (row,) = exercises_in("Row\nTarget: 2 x 9\nSet 1: 40 kg x 9\nSet 2: 45 kg x 9\n")
    assert (row["load"], row["notes"]) == ("40 kg", ["45 kg"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Row\nSet 1: 12 reps\nSet 2: 9 reps\nSet 3: 7 reps\n", [("Row", 3, None)]),
        ("Row 3 sets\nSet 1: 12 reps\nSet 2: 9 reps\nSet 3: 7 reps\n", [("Row", 3, None)]),
        ("Plank\nTarget: 2 x 45 s\nSet 1: 45 s\nSet 2: 40 s\n", [("Plank", 2, [45, 45])]),
        ("Rows 3 x 9\nDone:\nLunges 3 x 8\n", [("Rows", 3, [9, 9]), ("Lunges", 3, [8, 8])]),
        ("Squats 3 x 9 (before 3 x 7 lunges)\n", [("squats", 3, [9, 9]), ("lunges", 3, [7, 7])]),
        ("Hip hinge 9 reps (down from standing)\n", [("Hip hinge", 1, [9, 9])]),
        ("Bench press 5 x 5 (last set to failure)\n", [("Bench press", 5, [5, 5])]),
    ],
)
def test_sets_are_their_own_where_nothing_was_planned(text: str, found: list[tuple[str, Any, Any]]) -> None:
    assert [(name.lower(), *rest) for name, *rest in amounts(text)] == [(name.lower(), *rest) for name, *rest in found]
