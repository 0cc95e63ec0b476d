"""Sessions that say when what begins and ends on their clock: each goes on for as long as that is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import imported
from voicecoach.authoring.timelines import lengths

STRETCHES = (("Walk", 0, 300), ("Run", 300, 360), ("Jog", 360, 480), ("Sprint", 480, 540), ("March", 540, 720))
LENGTHS_S = [end - start for _, start, end in STRETCHES]


def _clock(at_s: int) -> str:
    return f"{at_s // 60}:{at_s % 60:02d}"


def _table(head: str, cell: Callable[[int, int], str], row: str = "| {} | {} |") -> str:
    rows = (row.format(cell(start, end), name) for name, start, end in STRETCHES)
    return f"# Treadmill\n\n| {head} | Activity |\n|---|---|\n" + "\n".join(rows) + "\n"


def _lines(line: str) -> str:
    filled = (
        line.format(name=name, start=_clock(a), end=_clock(b), first=a // 60, last=b // 60, next=a // 60 + 1)
        for name, a, b in STRETCHES
    )
    return "Treadmill\n\n" + "\n".join(filled) + "\n"


TABLES = {
    "clock": _table("Time", lambda a, b: f"{_clock(a)}-{_clock(b)}"),
    "clock spaced": _table("Time", lambda a, b: f"{_clock(a)} – {_clock(b)}"),
    "minutes": _table("Minutes", lambda a, b: f"{a // 60}-{b // 60}"),
    "minutes in brackets": _table("Time (min)", lambda a, b: f"{a // 60} to {b // 60}"),
    "minutes in cells": _table("Time", lambda a, b: f"{a // 60}-{b // 60} min"),
    "counted minutes": _table("Minute", lambda a, b: f"{a // 60 + 1}-{b // 60}" if b - a > 60 else f"{b // 60}"),
    "begun": _table("Time", lambda a, _: _clock(a)) + "| 12:00 | End |\n",
}
LINES = (
    "{start}-{end} {name}",
    "- {start} – {end}: {name}",
    "{start} to {end}: {name}",
    "Minutes {first}-{last}: {name}",
    "Min {first}-{last} – {name}",
    "{first}-{last} min: {name}",
    "{first} to {last} minutes: {name}",
    "{name} ({start}-{end})",
    "{name}: minutes {first}-{last}",
    "Minutes {next}-{last}: {name}",
)


def _read(text: str) -> list[tuple[str, float]]:
    answer = as_json(imported(text.encode(), "plan.md").written)
    return [(one["name"], one["seconds"][0]) for section in answer["sections"] for one in section["exercises"]]


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES)
def test_a_table_by_the_clock(text: str) -> None:
    assert _read(text) == [(name, end - start) for name, start, end in STRETCHES]


@pytest.mark.parametrize("line", LINES)
def test_lines_by_the_clock(line: str) -> None:
    assert _read(_lines(line)) == [(name, end - start) for name, start, end in STRETCHES]


def test_what_begins_at_a_time_goes_on_up_to_the_next() -> None:
    assert _read(_lines("{start} {name}") + "12:00 Finish\n") == [(name, b - a) for name, a, b in STRETCHES]


def test_a_csv_by_the_clock() -> None:
    rows = "\n".join(f"{_clock(start)}-{_clock(end)},{name}" for name, start, end in STRETCHES)
    answer = as_json(imported(f"time,activity\n{rows}\n".encode(), "plan.csv").written)
    assert [one["seconds"][0] for one in answer["sections"][0]["exercises"]] == LENGTHS_S


@pytest.mark.parametrize(
    "texts",
    [
        ["Squats 8-10", "Lunges 10-12", "Rows 12-15"],  # ranges that happen to follow each other
        ["Weeks 1-2", "Weeks 2-4", "Weeks 4-6"],
        ["Weeks 1-2: walk", "Weeks 3-4: jog", "Weeks 5-6: run"],
        ["Weeks 0-2: walk", "Weeks 2-4: jog", "Weeks 4-6: run"],
        ["0-5 reps", "5-10 reps", "10-15 reps"],
        ["0:00-0:30 a", "0:30-1:00 b"],  # too few
        ["0:00-0:30 a", "0:40-1:00 b", "1:00-2:00 c"],  # with a gap
        ["Minute 1: squats", "Minute 2: dips", "Minute 3: rows"],  # an EMOM
    ],
)
def test_what_is_no_clock_is_left_alone(texts: list[str]) -> None:
    assert lengths(texts) == {}


def test_seconds_are_told_from_minutes() -> None:
    found = lengths(["0-30 s: jacks", "30-60 s: squats", "60-90 s: dips"])
    assert [one.length_s for one in found.values()] == [30, 30, 30]
