"""What `list` and `show` tell."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.definitions.files import PLANK, SQUATS, write
from voicecoach.cli.library import prescription_text
from voicecoach.definitions.notation import parse_prescription

CIRCUIT = """
title: Mine
weeks: 4
warm_up: elsewhere
rest: 20 s
lead_in: 12 s
prescription: 2x5 @2-0-2-0
cues:
  setup: [Drink some water.]
  encouragement: [Nearly there.]
sections:
  - title: Round and round
    kind: circuit
    rest: 15 s
    round_rest: 1:30
    exercises:
      - {exercise: lunge, variations: [rotation], lead_in: 25 s, prescription: 3x9}
      - squat
"""


def shown(name: str) -> list[str]:
    ran = run("show", name)
    assert ran.status == 0, ran
    return [line.strip() for line in ran.out.splitlines()]


@pytest.mark.parametrize(
    "written",
    [
        "3x8-10 -> 12-15 over 6 weeks",
        "3x30 s",
        "10",
        "3x12/side @3-1-1-0",
        "4x6 rest 90 s",
        "3x10 each leg @2-0-X-0 rest 1:30",
    ],
)
def test_a_prescription_is_shown_as_it_could_be_written(written: str) -> None:
    prescription = parse_prescription(written)
    assert parse_prescription(prescription_text(prescription)) == prescription


def test_a_session_is_shown_with_all_that_it_says(tmp_path: Path) -> None:
    write(tmp_path, CIRCUIT)
    lines = shown("mine.yaml")
    for line in (
        "Weeks: 4",
        "Warm-up: before you start",
        "Prescription: 2x5 reps @2-0-2-0",
        "Rest: 20 s",
        "Lead-in: 12 s",
        "- Drink some water.",
        "- Nearly there.",
        "Round and round",
        "Rest: 15 s",
        "Rest between rounds: 90 s",
        "lead-in: 25 s",
    ):
        assert line in lines
    assert any(line.startswith("1. ") and line.endswith(": 3x9 reps") for line in lines)
    assert any(line.startswith("with: ") for line in lines)


def test_an_exercise_in_a_file_is_shown_as_one(tmp_path: Path) -> None:
    write(tmp_path, f"{PLANK}cues: {{setup: [Elbows under the shoulders.], form: [Breathe on.]}}\n", "my-plank.yaml")
    lines = shown("./my-plank.yaml")
    assert lines[0] == "My plank (my-plank)"
    assert "Held still" in lines
    assert {"Set-up", "- Elbows under the shoulders.", "Form", "- Breathe on."} <= set(lines)


def test_a_tempo_is_shown_wherever_it_comes_from(tmp_path: Path) -> None:
    write(tmp_path, SQUATS)
    assert "Tempo: 3-0-2-0 (down 3 s, up 2 s)" in shown("mine.yaml")
    write(tmp_path, SQUATS.replace("tempo: 3-0-2-0\n", "").replace("3x10", "3x10 @1-0-2-0"))
    assert "Tempo: 1-0-2-0 (down 1 s, up 2 s)" in shown("mine.yaml")
    (fixed,) = [line for line in shown("band-walk") if line.startswith("Tempo: ")]
    assert "-" not in fixed.partition(" (")[0]


def test_everything_built_in_can_be_shown() -> None:
    listed = re.findall(r"^  (\S+)", run("list").out.split("Equipment")[0], re.MULTILINE)
    assert {"glutes-for-runners", "squat", "wall-press"} <= set(listed)
    assert [name for name in listed if run("show", name).status] == []


def test_capital_letters_make_a_path_too(tmp_path: Path) -> None:
    write(tmp_path, SQUATS, "My.YAML")
    assert shown("My.YAML")[0] == "My squats (My)"
