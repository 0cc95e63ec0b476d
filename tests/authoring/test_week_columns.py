"""Weeks of a table, and below a title: each is a part of its own that stands in that week, below what stood above."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.late_patterns import late

BY_COLUMNS = "| Exercise | Wk 1 | Wk 2-3 |\n|---|---|---|\n| Squat | 3x5 | 3x6 |\n| Plank | 3x20 s | - |\n"
BY_ROWS = "| Week | Squat | Row |\n|---|---|---|\n| 1 | 3x5 | 3x8 |\n| 2-3 | 3x6 | off |\n"
BY_SETS = "| | Week 1 | Weeks 2-3 |\n|---|---|---|\n| Set 1 | 60% x 5 | 70% x 3 |\n| Set 2 | 70% x 5 | 80% x 3 |\n"
BY_LINES = "### Week 1\n\n- Squat 3x5\n- Row 3x8\n\n### Weeks 2-3\n\n- Squat 3x6\n"


@pytest.mark.parametrize("weeks", [BY_COLUMNS, BY_ROWS, BY_LINES])
def test_what_is_done_in_a_week_stands_in_it_alone_below_the_title_above(weeks: str) -> None:
    written = imported(f"# Spring\n\n## Day 1\n\n{weeks}\n## Day 2\n\n{weeks}".encode(), "plan.md").written
    assert [(one.title, one.in_weeks) for one in written.sections] == [
        ("Day 1", (1, 1)),
        ("Day 1", (2, 3)),
        ("Day 2", (1, 1)),
        ("Day 2", (2, 3)),
    ]
    assert [len(one.exercises) for one in written.sections] == [2, 1, 2, 1]
    assert written.weeks == 3


def test_a_row_for_each_set_is_of_the_exercise_that_the_title_calls_and_of_none_without() -> None:
    squat = imported(f"# Squat\n\n{BY_SETS}".encode(), "plan.md").written
    assert [(one.name, one.sets, one.reps) for part in squat.sections for one in part.exercises] == [
        ("Squat", 2, (5, 5)),
        ("Squat", 2, (3, 3)),
    ]
    scheme = imported(f"# Main lifts\n\n{BY_SETS}\n## Later\n\n- Row 3x8\n".encode(), "plan.md").written
    assert [one.name for part in scheme.sections for one in part.exercises] == ["Row"]


def test_weeks_without_an_end_have_no_title_of_their_own() -> None:
    written = imported(b"Week 1:\n- Squat 3x5\n\nWeek 2 onwards:\n- Squat 3x8\n", "plan.txt").written
    assert [(one.title, one.in_weeks) for one in written.sections] == [(None, (1, 1)), (None, (2, 2))]


def test_an_expression_is_compiled_when_it_is_asked_for_something() -> None:
    form = late("[")
    with pytest.raises(Exception, match="unterminated character set"):
        form.search("")
    assert late("a(b)").sub(r"\1", "ab") == "b"
