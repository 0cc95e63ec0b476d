"""What the live screen shows of every kind of section."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.every_kind import laid_kind
from tests.plan.laid import english
from voicecoach.terminal.canvas import Canvas
from voicecoach.terminal.frame import frame
from voicecoach.terminal.lines import State, step_line
from voicecoach.timeline.about import about_exercises
from voicecoach.timeline.view import View, view_at
from voicecoach.times import Ms, clock


def shown(view: View, width: int, height: int) -> list[str]:
    return [row.plain.rstrip() for row in frame(view, State(), Canvas(width, height))]


def seen_in(name: str, kind: str, number: int = 0) -> View:
    """Three seconds into a step of a section of some kind."""
    one = laid_kind(name)
    step = one.steps(kind)[number]
    return view_at(one.timeline, about_exercises(one.workout, english()), Ms(step.start + 3000))


def test_a_list_stands_beside_or_above_the_time_that_is_left() -> None:
    rows = shown(seen_in("amrap", "work"), 60, 14)
    first = next(number for number, row in enumerate(rows) if "10 Squats" in row)
    for row, entry in zip(rows[first:], ["10 Squats", "5 Lunges, alternating", "20 s Plank"], strict=False):
        assert entry in row
    assert any("█" in row.strip("█") for row in rows)
    assert any("SQUATS + LUNGES + PLANK" in row.upper() for row in rows)


def test_a_long_list_is_in_running_text_where_there_is_no_room() -> None:
    view = seen_in("amrap", "work")
    many = replace(view, entries=tuple(f"{number} Burpees" for number in range(10, 21)))
    rows = shown(many, 40, 12)
    joined = " ".join(" ".join(rows).split())
    assert "10 Burpees; 11 Burpees; 12 Burpees;" in joined
    assert shown(view, 30, 10)[1] == "10 Squats; 5 Lunges, alternat…"


@pytest.mark.parametrize(
    ("name", "kind", "number", "place"),
    [
        ("superset", "work", 1, "ROWS, 16 KG|ROUND 1 OF 3"),
        ("superset", "rest", 0, "SQUATS|REST"),
        ("emom", "work", 1, "JUMPING JACKS|INTERVAL 2 OF 4 8 REPS"),
        ("tabata", "work", 2, "SQUATS|INTERVAL 3 OF 4"),
        ("once", "work", 1, "SQUATS|EXERCISE 3 OF 3"),
        ("circuit", "hold", 1, "SIDE PLANK|ROUND 1 OF 2 RIGHT"),
    ],
)
def test_each_kind_counts_in_its_own_way(name: str, kind: str, number: int, place: str) -> None:
    assert "|".join(shown(seen_in(name, kind, number), 30, 10)[:2]) == place


def told(name: str, kind: str, number: int = 0) -> str:
    """Its line, without the time that is left of the session."""
    view = seen_in(name, kind, number)
    line, end = step_line(view), f" {clock(view.left)} left."
    assert line.endswith(end)
    return line.removesuffix(end)


def test_each_kind_is_told_in_a_line() -> None:
    rows = "Rows, 16 kg, round 1 of 3: 5 reps. Next: rest 40 s, then Squats, round 2 of 3, 5 reps."
    assert told("superset", "work", 1) == rows
    amrap = "Squats + Lunges + Plank, 10 Squats; 5 Lunges, alternating; 20 s Plank: 3:57 min. Next: the end."
    assert told("amrap", "work") == amrap
    assert told("emom", "rest") == "Rest: 15 s. Next: Jumping jacks, 8 reps."
