"""Tables whose cells stand each on a line of its own, as pages give them when they are copied."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in, sections_in

PLAN = ("Exercise", "Sets", "Reps", "Rest", "Goblet squats", "3", "10-12", "60 s", "Step-ups", "2", "8", "90 s")


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_rows_of_as_many_lines_as_the_head_has_are_exercises(between: str) -> None:
    found = exercises_in("Legs\n\n" + between.join(PLAN))
    assert [(one["name"], one["sets"], one["reps"], one["rest_s"]) for one in found] == [
        ("Goblet squats", 3, [10, 12], 60),
        ("Step-ups", 2, [8, 8], 90),
    ]


def test_a_line_below_the_rows_is_no_row() -> None:
    [circuit] = sections_in("Exercise\nReps\nPush-ups\n20\nSquats\n30\nRepeat 3 times.")
    assert (circuit["kind"], circuit["rounds"], len(circuit["exercises"])) == ("circuit", 3, 2)


def test_weeks_are_counted_by_their_first_cells() -> None:
    text = "Week\nMon\nThu\n1\nRun 10 min\nRun 12 min\n2\nRun 14 min\nRun 16 min"
    found = [(one["in_weeks"][0], one["exercises"][0]["seconds"][0] // 60) for one in sections_in(text)]
    assert found == [(1, 10), (1, 12), (2, 14), (2, 16)]


@pytest.mark.parametrize(
    "text",
    ["Workout\nRest\nSquats\nLunges\nPlank", "Session\nSets\nSquats 3x10\nLunges 3x12\nPlank 3x30 s"],
    ids=["no amounts", "amounts beside the names"],
)
def test_titles_above_names_are_no_head(text: str) -> None:
    assert [one["name"].split()[0] for one in exercises_in(text)] == ["Squats", "Lunges", "Plank"]
