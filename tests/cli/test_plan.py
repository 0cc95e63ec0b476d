from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.running import plan, run
from tests.definitions.files import write
from tests.outputs.plan_contract import check_contract

SESSION = "glutes-for-runners"
SHORT = (SESSION, "--only", "step-up", "--sets", "2", "--reps", "2", "--detail", "tones")


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("NO_COLOR", "1")


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split("[│┃|]", line.strip("│┃| "))]


def test_the_table_has_a_row_for_each_step() -> None:
    ran = run("plan", *SHORT)
    assert ran.status == 0
    assert "Glutes strength for runners, week 1 of 6: 1:38" in ran.out
    rows = [cells(line) for line in ran.out.splitlines()]
    assert ["0:08", "10 s", "work", "step-up, set 1, left, 2 reps"] in rows
    assert ["0:18", "8 s", "change", "step-up, set 1, right"] in rows
    assert ["0:36", "30 s", "rest", "step-up, set 1"] in rows


def test_lines_shows_every_sound_with_its_time_to_the_tenth() -> None:
    rows = [cells(line) for line in run("plan", *SHORT, "--lines").out.splitlines()]
    assert ["0:05.0", "", "countdown", "[tick]"] in rows
    assert ["0:08.0", "10 s", "work", "step-up, set 1, left, 2 reps"] in rows
    assert ["0:08.0", "", "go", "[go]"] in rows
    assert ["0:13.0", "", "count", "[tick]"] in rows


def test_json_is_the_contract_and_nothing_else() -> None:
    check_contract(plan(SESSION, "--week", "3"))


TWICE = """
title: Twice
sections:
  - repeat: 2
    exercises: [{exercise: squat, prescription: 2x3}, {exercise: lunge, prescription: 3}]
"""


def test_sets_and_rounds_are_counted_as_the_voice_does(tmp_path: Path) -> None:
    write(tmp_path, TWICE)
    table = [cells(line) for line in run("plan", "mine.yaml").out.splitlines() if " work " in line]
    counted = ["squat, round 1, set 1", "squat, round 1, set 2", "lunge, round 1"]
    assert [row[3].split(", 3 reps")[0].replace(", alternating", "") for row in table] == [
        *counted, *(one.replace("round 1", "round 2") for one in counted)
    ]  # fmt: skip
    found = plan("mine.yaml")
    assert [one["title"] for one in found["chapters"] if "round" in one["title"]] == [
        "Squats, round 1, set 1", "Squats, round 1, set 2", "Lunges, round 1",
        "Squats, round 2, set 1", "Squats, round 2, set 2", "Lunges, round 2",
    ]  # fmt: skip
    assert [one["set"] for one in found["steps"] if one["kind"] == "work"] == [1, 2, 1, 3, 4, 2]


@pytest.mark.parametrize("columns", ["40", "75", "200"])
def test_a_pipe_is_as_wide_as_is_asked_for(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for more in ([], ["--lines"], ["--plot"]):
        widths = [len(line.rstrip()) for line in run("plan", *SHORT, *more).out.splitlines()]
        assert max(widths) <= int(columns)
    assert max(widths) > int(columns) - 45  # a picture fills it


@pytest.mark.parametrize("columns", ["", "0", "wide", "-3"])
def test_what_asks_for_no_width_changes_nothing(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS")
    usual = run("plan", *SHORT).out
    monkeypatch.setenv("COLUMNS", columns)
    assert run("plan", *SHORT).out == usual


@pytest.mark.parametrize("called", ["press-ups", "Press Up", "pushups", "push-up"])
def test_an_exercise_goes_by_all_its_names(called: str) -> None:
    assert plan(called) == plan("push-up")
    assert plan("upper-body", "--only", called) == plan("upper-body", "--only", "push-up")
    assert plan("upper-body", "--variation", f"{called}=knees") == plan("upper-body", "--variation", "push-up=knees")
    assert run("show", called).out == run("show", "push-up").out
    assert "push-up" in {one["name"] for one in json.loads(run("list", called, "--json").out)["exercises"]}


def test_what_the_choices_changed_is_said_beside_the_plan() -> None:
    ran = run("plan", SESSION, "--without", "band", "--json", "--detail", "tones")
    note = "Wall press instead of Sideways band walk: no band."
    assert note in ran.err
    assert ran.plan["notes"] == [note]
    assert "a resistance band" not in ran.out


@pytest.mark.parametrize(
    "choices",
    [("--week", "9"), ("--tempo", "0.1-0-0.1-0", "--reps", "9"), ("--minutes", "9"), ("--lead-in", "0")],
)
def test_the_notes_of_the_plan_are_those_beside_it(tmp_path: Path, choices: tuple[str, ...]) -> None:
    write(tmp_path, "title: Глубина\nprescription: 1x3\nsections: [{exercises: [squat]}]\n")
    ran = run("plan", "mine.yaml", "--json", "--detail", "counts", *choices)
    assert len(ran.plan["notes"]) > 1
    assert [f"note: {note}" for note in ran.plan["notes"]] == ran.err.splitlines()


KINDS = """
title: Kinds
sections:
  - {kind: superset, title: Pairs, rounds: 2, exercises: [{exercise: jump, prescription: 2, load: 16 kg}, jump]}
  - kind: emom
    rounds: 2
    every: 20 s
    exercises: [{exercise: jump, prescription: 3}, {exercise: hop, prescription: 2}]
  - {kind: amrap, minutes: 1, exercises: [{exercise: jump, prescription: 10}, {exercise: hop, prescription: 5}]}
prescription: 1x3
exercises:
  jump: {title: Jumps, pace: 2 s}
  hop: {title: Hops, pace: 2 s}
"""


def test_the_table_names_sections_rounds_loads_and_lists(tmp_path: Path) -> None:
    write(tmp_path, KINDS)
    ran = run("plan", "mine.yaml", "--detail", "tones")
    assert ran.status == 0, ran
    said = [cells(line)[-1] for line in ran.out.splitlines() if "│" in line]
    for row in (
        "Pairs: jump, round 1, 2 reps, 16 kg",
        "Pairs: jump, round 2, 3 reps",
        "jump, round 1, 3 reps",
        "hop, round 4, set 2, 2 reps",
        "Jumps + Hops",
    ):
        assert row in said
    check_contract(plan("mine.yaml"))


@pytest.mark.parametrize("minutes", [5, 20])
def test_minutes_are_kept(minutes: int) -> None:
    found = plan(SESSION, "--minutes", str(minutes))
    assert found["duration"] <= minutes * 60
    assert all(note.startswith(f"To fit {minutes} minutes: ") for note in found["notes"])


@pytest.mark.parametrize(
    ("option", "value", "kind", "length_s"),
    [("--rest", "12.5", "rest", 12.5), ("--lead-in", "30", "lead-in", 30), ("--tempo", "1-0-X-0", "work", 3)],
)
def test_choices_do_what_they_say(option: str, value: str, kind: str, length_s: float) -> None:
    found = plan(SESSION, "--only", "squat", "--reps", "2", option, value)
    lengths = {round(step["end"] - step["start"], 3) for step in found["steps"] if step["kind"] == kind}
    assert lengths == {length_s}
