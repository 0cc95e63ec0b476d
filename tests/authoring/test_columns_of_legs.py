"""Tables with a column for each way to move, and one for how often, with weeks or without."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported

HEADS = (
    ("Run interval", "Walk interval", "Times to repeat"),
    ("Run time", "Walk time", "Repeats"),
    ("Run", "Walk", "How many times"),
    ("Running", "Walking", "x"),
    ("Jog for", "Walk for", "Number of times"),
    ("Hard", "Easy", "Reps"),
)


def legs(text: str, name: str) -> list[tuple[tuple[int, int] | None, int | None, list[float]]]:
    """The weeks of each section, its rounds, and the seconds of its legs."""
    sections = imported(text.encode(), name).written.sections
    seconds = ([one.seconds[0] for one in section.exercises if one.seconds] for section in sections)
    return [(section.in_weeks, section.rounds, found) for section, found in zip(sections, seconds, strict=True)]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("is_by_weeks", [True, False])
@pytest.mark.parametrize("between", [" | ", "\t", "     "])
def test_legs_in_columns_are_repeated_as_often_as_another_says(
    head: tuple[str, str, str], between: str, *, is_by_weeks: bool
) -> None:
    rows = [head, ("1 min   ", "2 min   ", "8"), ("90 s    ", "60 s    ", "6")]
    weeks = ["Week", "1", "2"]
    table = [between.join((week, *row) if is_by_weeks else row) for week, row in zip(weeks, rows, strict=True)]
    first, second = ((1, 1), (2, 2)) if is_by_weeks else (None, None)
    assert legs("Start slowly\n\n" + "\n".join(table) + "\n", "plan.txt") == [
        (first, 8, [60, 120]),
        (second, 6, [90, 60]),
    ]


def test_a_unit_may_stand_first_in_what_a_column_is_called() -> None:
    text = "| Minutes running | Minutes walking | Number of repetitions |\n|--|--|--|\n| 2 | 1 | 6 |\n"
    assert legs(text, "plan.md") == [(None, 6, [120, 60])]


def test_a_session_that_is_only_a_number_is_called_by_its_column() -> None:
    text = "| Week | Session | Run | Walk | Repeat |\n|--|--|--|--|--|\n| 1 | 1 | 1 min | 2 min | 8 |\n"
    sections = imported(f"{text}| 2 | 2 | 2 min | 1 min | 6 |\n".encode(), "plan.md").written.sections
    assert [(one.title, one.rounds) for one in sections] == [("Session 1", 8), ("Session 2", 6)]
