"""Lists as people write them: with a rest of its own for each exercise, below names, in Markdown, behind dashes."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in


def test_sets_and_rest_right_below_a_name_are_its_own() -> None:
    found = exercises_in(
        "Legs\n\n1) Nordic curl\n2 sets, 5 reps, rest 30s\n\n"
        "2) Lat pulldown\n5 reps x 4 sets, 90 sec rest between sets\n\n3) Box jump\n3 x 6, 45 sec rest between sets\n"
    )
    assert [(one["name"], one["sets"], one["reps"], one["rest_s"]) for one in found] == [
        ("Nordic curl", 2, [5, 5], 30),
        ("Lat pulldown", 4, [5, 5], 90),
        ("Box jump", 3, [6, 6], 45),
    ]


def test_sets_and_rest_behind_names_without_any_are_of_all() -> None:
    found = exercises_in("Legs\n\nSquats\nLunges\nCalf raises\n3 x 10, 45 sec rest between sets\n")
    assert [(one["sets"], one["reps"], one["rest_s"]) for one in found] == [(3, [10, 10], 45)] * 3


@pytest.mark.parametrize("mark", ["-", "*", "+"])
def test_a_list_below_a_markdown_title_is_read_as_any_other(mark: str) -> None:
    lines = ("Press-ups 3 x 10", "RDL — 3 x 8", "Hollow hold, 4 sets, 20 s hold", "Box jump - 3 sets of 12")
    found = exercises_in("# Strength\n\n" + "".join(f"{mark} {one}\n" for one in lines))
    assert [(one["name"], one["matched"], one["sets"]) for one in found] == [
        ("Press-ups", "push-up", 3),
        ("RDL", "romanian-deadlift", 3),
        ("Hollow hold", "hollow-hold", 4),
        ("Box jump", found[3]["matched"], 3),
    ]


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_repetitions_before_a_dash_and_a_rest_are_no_range(dash: str) -> None:
    (found,) = exercises_in(f"Legs\n\nStep-ups {dash} Sets: 3 Reps: 10 {dash} 120s rest\n")
    assert (found["sets"], found["reps"], found["rest_s"]) == (3, [10, 10], 120)


def test_a_rest_apart_behind_exercises_that_are_held_is_of_all() -> None:
    found = exercises_in(
        "Hips\n\n1. Clamshells\nLift your knee, hold for two seconds and lower.\nReps: 15. Sets: 2\n\n"
        "2. Wall sit\nSlide down. Hold for 30 seconds.\nSets: 3\n\nRest for a minute between sets. Stop if it hurts.\n"
    )
    assert [(one["name"], one["rest_s"]) for one in found] == [("Clamshells", 60), ("Wall sit", 60)]


def test_what_is_added_each_week_is_on_no_side() -> None:
    found = exercises_in("Core\n\nPlank 3x30s\nSquats 3x10\n\nRest 60-90s between sets. Add 1-2 reps each week.\n")
    assert [(one["sides"], one["rest_s"]) for one in found] == [(None, 60)] * 2
