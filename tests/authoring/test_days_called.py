"""Days that are called with what is trained on them, in every layout: each has its own exercises."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported

DAYS = [
    ("Monday (Push)", "Wednesday (Pull)", "Friday (Legs)"),
    ("Monday - Push", "Wednesday - Pull", "Friday - Legs"),
    ("Day One", "Day Two", "Day Three"),
    ("Upper Body", "Lower Body", "Full Body"),
    ("Day 1 (Chest and back)", "Day 2 (Legs)", "Day 3 (Arms)"),
]
EXERCISES = [("Bench press", "Overhead press"), ("Barbell rows", "Bicep curls"), ("Squats", "Romanian deadlifts")]
LAYOUTS = {
    "a line for each": "{day}: {one} 3x10, {other} 3x12\n",
    "items": "{day}\n- {one} 3x10\n- {other} 3x12\n",
    "no space": "{day}\n{one} 3x10\n{other} 3x12\n",
    "headings": "## {day}\n\n- {one}: 3 sets of 10\n- {other}: 3 sets of 12\n\n",
    "items in items": "- {day}\n  - {one} 3x10\n  - {other} 3x12\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("days", DAYS)
def test_each_day_has_its_exercises_and_is_none(days: tuple[str, ...], layout: str) -> None:
    parts = (
        LAYOUTS[layout].format(day=day, one=one, other=other) for day, (one, other) in zip(days, EXERCISES, strict=True)
    )
    written = imported(
        ("My plan\n\n" + "".join(parts)).encode(), "plan.md" if "##" in LAYOUTS[layout] else "p.txt"
    ).written
    found = [(one.name, one.sets, one.reps) for section in written.sections for one in section.exercises]
    assert found == [
        (name, 3, (count, count)) for pair in EXERCISES for name, count in zip(pair, (10, 12), strict=True)
    ]


@pytest.mark.parametrize(
    "days", [("Day One", "Day Two"), ("D1", "D2"), ("Push Day", "Pull Day"), ("Chest day", "Back day")]
)
def test_a_column_is_a_day(days: tuple[str, str]) -> None:
    rows = "| Bench press 3x10 | Barbell rows 3x10 |\n| Dips 3x12 | Bicep curls 3x12 |\n"
    written = imported(f"| {days[0]} | {days[1]} |\n|--|--|\n{rows}".encode(), "plan.md").written
    found = [[one.name for one in section.exercises] for section in written.sections]
    assert found == [["Bench press", "Dips"], ["Barbell rows", "Bicep curls"]]
