"""Sessions in one line on the command line: checked, shown, completed, kept as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import lengths_s, plan, run
from voicecoach.cli.completion import sessions
from voicecoach.definitions.load import load_session

LINE = "squat 2x5 rest 20s; wall press 2x10 s"


def test_a_line_is_planned_like_a_file(tmp_path: Path) -> None:
    told = plan(LINE, "--save", "mine.yaml")
    assert lengths_s(told, "rest") >= {20}
    assert plan("mine.yaml") == told
    assert load_session(str(tmp_path / "mine.yaml")).title == "Squats, wall press"


def test_what_is_kept_is_never_written_over(tmp_path: Path) -> None:
    assert run("plan", LINE, "--save", "mine.yaml", "--detail", "tones").status == 0
    kept = (tmp_path / "mine.yaml").read_text()
    assert run("plan", LINE, "--save", "mine.yaml", "--detail", "tones").status == 0
    assert "is there already and says something else" in run("plan", "squat 3x6", "--save", "mine.yaml").message
    assert (tmp_path / "mine.yaml").read_text() == kept


@pytest.mark.parametrize("command", ["make", "plan", "live"])
@pytest.mark.parametrize(
    ("session", "file", "message"),
    [
        (LINE, "mine.txt", "Write mine.yaml."),
        (LINE, "none/mine.yaml", "none"),
        ("squat 3x5/side", "mine.yaml", "squat has no sides"),
    ],
)
def test_what_cannot_be_kept_is_refused(tmp_path: Path, command: str, session: str, file: str, message: str) -> None:
    assert message in run(command, session, "--save", file).message
    assert not (tmp_path / "mine.yaml").exists()


@pytest.mark.parametrize("command", ["make", "plan", "live"])
def test_only_a_line_can_be_kept(tmp_path: Path, command: str) -> None:
    ran = run(command, "glutes-for-runners", "--save", "mine.yaml")
    assert (ran.status, ran.out) == (2, "")
    assert "--save keeps a session in one line" in ran.err
    assert not (tmp_path / "mine.yaml").exists()


def test_a_line_is_checked_and_shown() -> None:
    assert run("check", LINE).out.startswith(f"{LINE}: in order. Squats, wall press: 2 exercises")
    bad = run("check", "Tabta: squats")
    assert bad.status == 1
    assert "Did you mean tabata?" in bad.err
    line = "3 rounds: 40/20 squats, thrusters; rest 60s"
    assert "40 s of work, 20 s of rest, 3 rounds, 1 min between rounds." in " ".join(run("show", line).out.split())
    shown = [line.strip() for line in run("show", line, "--all").out.splitlines()]
    assert {"Intervals", "Rounds: 3", "Work: 40 s", "Rest: 20 s", "Rest between rounds: 1 min"} <= set(shown)
    assert "2. Thrusters (thrusters)" in shown


def test_the_next_exercise_of_a_line_is_completed() -> None:
    assert set(sessions("Tabata: squ")) >= {"Tabata: squat"}
    assert "3 rounds: 10 squats, lunge" in sessions("3 rounds: 10 squats, lu")
    assert "glutes-for-runners" in sessions("glu")
