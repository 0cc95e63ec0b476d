"""What `list` and `show --all` tell."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.definitions.files import PLANK, SQUATS, write
from voicecoach.cli.as_written import exercise_lines, load_notation, prescription_text, session_lines
from voicecoach.cli.exercise_card import exercise_card
from voicecoach.cli.session_card import session_card
from voicecoach.definitions.amounts import Amount, Load, LoadUnit, Prescription, Unit
from voicecoach.definitions.load import load_session, names
from voicecoach.definitions.notation import parse_prescription
from voicecoach.times import Ms

ROOT = Path(__file__).parents[2]
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
    ran = run("show", name, "--all")
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


LOAD = Load(20, LoadUnit.KG)
OPEN = Amount(40_000, 40_000, Unit.MS, is_open=True)
CAPPED = Amount(60_000, 60_000, Unit.MS, is_open=True, least=5)


@pytest.mark.parametrize(
    ("prescription", "text"),
    [
        (Prescription(5, Amount(5, 5), each_set=tuple(Amount(n, n) for n in (5, 8, 10))), "5, 8, 10"),
        (Prescription(2, Amount(10, 10), each_set=(Amount(10, 10), OPEN)), "10, max in 40 s"),
        (Prescription(3, OPEN), "3x max in 40 s"),
        (Prescription(1, CAPPED), "1x5+"),
        (Prescription(2, distance_m=20, per_side=True), "2x20 m each side"),
        (Prescription(3, Amount(10, 10), load=LOAD), "3x10 reps 20 kg"),
        (Prescription(3, Amount(10, 10), load=Load(8, LoadUnit.RPE)), "3x10 reps @ RPE 8"),
        (Prescription(3, Amount(5, 5), load=Load(70, LoadUnit.PERCENT), rest=Ms(90_000)), "3x5 reps @ 70 % rest 90 s"),
        (Prescription(3, Amount(10, 10), pause=Ms(5000)), "3x10 reps (5 s hold)"),
        (Prescription(3), "3 sets"),
        (Prescription(), ""),
    ],
)
def test_every_prescription_has_a_notation(prescription: Prescription, text: str) -> None:
    assert prescription_text(prescription) == text


def test_a_load_is_shown_with_what_it_builds_to() -> None:
    assert load_notation(Load(20, LoadUnit.KG, 30, 6)) == "20 kg -> 30 kg over 6 weeks"
    assert load_notation(Load(7.5, LoadUnit.RPE)) == "RPE 7.5"


EVERYTHING = """
title: Everything
intro: short
timing: exact
change: 5 s
phrases:
  rest: ["Breathe out, shake it loose."]
sections:
  - title: Pairs
    kind: superset
    rounds: 3
    round_rest: 90 s
    repeat: 2
    before: 20 s
    walk_through: names
    lines: [{at: 30 s, say: Drink.}]
    exercises:
      - exercise: jump
        prescription: 10
        rest: 5 s
        load: 16 kg
        say: big jumps
        sides: each
        first_side: left
        guide: none
        change: 3 s
        note: Softly now.
        cues: {form: [Land on your toes.]}
      - plank
  - {kind: intervals, work: 40 s, rest: 20 s, exercises: [{exercise: jump, lines: [{left: 10 s, say: Faster.}]}]}
  - kind: emom
    every: 90 s
    rounds: 2
    exercises: [[{exercise: jump, prescription: 5}, {exercise: squat, prescription: 5}]]
  - {kind: amrap, minutes: 12, exercises: [{exercise: jump, prescription: 5}]}
  - {kind: for-time, rounds: 3, cap: 10 min, exercises: [{exercise: jump, prescription: 5}]}
exercises:
  jump: {title: Jumps, pace: 2 s}
  plank: {title: Plank, hold: true, prescription: 30 s}
"""


def test_all_kinds_of_sections_are_shown_with_what_they_say(tmp_path: Path) -> None:
    write(tmp_path, EVERYTHING)
    lines = shown("mine.yaml")
    for line in (
        "Intro: short",
        "Timing: exact",
        "Change of sides: 5 s",
        "rest: Breathe out, shake it loose.",
        "Pairs (superset)",
        "Rounds: 3",
        "Repeated: 2 times",
        "Rest between rounds: 90 s",
        "Time before it: 20 s",
        "Walk-through: names",
        "at 30 s: Drink.",
        "rest: 5 s",
        "load: 16 kg",
        "said: big jumps",
        "sides: each side in turn",
        "first side: left",
        "change of sides: 3 s",
        "phases: not named",
        "note: Softly now.",
        "- Land on your toes.",
        "Intervals",
        "Work: 40 s",
        "left 10 s: Faster.",
        "Every minute on the minute",
        "Every: 90 s",
        "in the same interval as: the one before",
        "As many rounds as possible",
        "Length: 12 min",
        "For time",
        "At most: 10 min",
    ):
        assert line in lines, line


def test_how_an_exercise_without_phases_goes(tmp_path: Path) -> None:
    write(tmp_path, "title: Jumps\nsay: jumps\npace: 2 s\nload: RPE 7\nprescription: 3x10\n", "jump.yaml")
    lines = shown("./jump.yaml")
    assert {"Pace: 2 s a repetition", "Load: RPE 7", "Sides: both sides together"} <= set(lines)
    assert not [line for line in lines if line.startswith(("Tempo", "Held", "Phases"))]
    write(tmp_path, SQUATS + "sides: each\nfirst_side: right\nchange: 4 s\nguide: always\n", "squat.yaml")
    lines = shown("./squat.yaml")
    assert {"Sides: each side in turn, right first, 4 s to change", "Phases: named in every repetition"} <= set(lines)


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
        "Round and round (circuit)",
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
    assert set(listed) <= {*names("sessions"), *names("exercises")}


def unfit(lines: Iterable[str]) -> list[str]:
    """The lines that have something in them that nobody wrote."""
    return [line for line in lines if re.search(r"\{(?!side\})|\bNone\b|<|: *$|\(\)| {2,}\S", line.lstrip())]


@pytest.mark.parametrize("name", names("exercises"))
def test_every_exercise_can_be_shown_both_ways(name: str) -> None:
    session = load_session(name)
    exercise = session.items[0].exercise
    lines = list(exercise_lines(exercise))
    assert lines[0] == f"{exercise.title} ({name})"
    assert "Sides" in {line.partition(":")[0] for line in lines}
    assert unfit(lines) == []
    assert exercise_card(exercise, session.exercises).title == exercise.title


@pytest.mark.parametrize("name", names("sessions"))
def test_every_session_can_be_shown_both_ways(name: str) -> None:
    session = load_session(name)
    lines = list(session_lines(session))
    assert lines[0] == session.title
    numbered = [line for line in lines if re.match(r"  \d+\. ", line)]
    assert len(numbered) == sum(len(section.exercises) for section in session.sections)
    assert unfit(lines) == []
    card = session_card(session, name)
    assert (card.title, len(card.parts)) == (session.title, len(session.sections))


def test_capital_letters_make_a_path_too(tmp_path: Path) -> None:
    write(tmp_path, SQUATS, "My.YAML")
    assert shown("My.YAML")[0] == "My squats (My)"


def test_other_commands_load_no_planner_for_it() -> None:
    program = (
        "import sys, voicecoach.cli.main; print({'voicecoach.plan.draft', 'voicecoach.plan.fit'} & set(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout.strip() == "set()"
