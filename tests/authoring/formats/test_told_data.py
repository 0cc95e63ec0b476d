"""Data of programs that says in words what is done."""

from __future__ import annotations

import json

import pytest

from voicecoach.authoring.formats.told_data import told_in_data
from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import Written

WEEK = """\
plan: River loop
sessions:
  - Day: 1
    Title: Hills
    Description: "10 min easy,\\n6 x 30 sec uphill\\nw/ 60 sec walk down,\\n10 min easy"
  - Day: 2
    Title: Barn
    Description: |
      3 x 9 squats
      3 x 12 rows
  - Day: 3
    Title: Off
    Description: Sleep in.
"""


def _read(text: str) -> Written:
    return imported(text.encode(), "plan.txt").written


def test_titles_are_headings_above_what_is_told() -> None:
    hills, barn = _read(WEEK).sections
    assert [one.sets for one in hills.exercises][1] == 6
    assert [(one.name, one.sets, one.reps, one.line) for one in barn.exercises] == [
        ("squats", 3, (9, 9), 9),
        ("rows", 3, (12, 12), 10),
    ]


def test_json_is_read_so_as_well() -> None:
    days = [{"week": 1, "day": "Mon", "workout": "4 x 8 dips"}, {"week": 1, "day": "Thu", "workout": "plank 40 s"}]
    more = [*days, {"week": 1, "day": "Sat", "workout": "walk 30 min"}]
    found = [one for section in _read(json.dumps({"plan": more}, indent=1)).sections for one in section.exercises]
    assert [(one.name, one.sets, one.line) for one in found] == [("dips", 4, 6), ("plank", 1, 11), ("walk", 1, 16)]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"exercises": [{"name": f"Press {at}", "sets": 3, "description": "3 x 8"} for at in range(4)]}),
        json.dumps([{"title": "Song", "description": "3 min"}, {"title": "Talk", "description": "a story"}]),
        "Tuesday: 3 x 8 squats, 3 x 9 rows, 2 x 30 s planks\n",
        "- Title: [3 x 8, 3 x 9, 3 x 10\n",
    ],
)
def test_other_data_is_not_told(text: str) -> None:
    assert told_in_data(text) is None
