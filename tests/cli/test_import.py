"""`import`: a file from a written session, what is told of it, and what is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.cli.running import run
from voicecoach.cli.main import app

TEXT = "Leg day\n\nSquats 3x10, rest 60 s\nPlank 30 s\n- Somersault drill: 5 reps\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "legs.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_what_is_written_is_in_order(text: Path, tmp_path: Path) -> None:
    ran = run("import", str(text), "-o", "legs.yaml")
    assert ran.status == 0, ran
    assert ran.out == "legs.yaml: look it through, then: voicecoach check legs.yaml\n"
    assert run("check", str(tmp_path / "legs.yaml")).status == 0


def test_without_a_name_the_file_is_printed(text: Path) -> None:
    ran = run("import", str(text))
    assert "title: Leg day" in ran.out
    assert "{exercise: squat, prescription: 3x10, rest: 60 s}" in ran.out
    assert "# guessed" in ran.out


def test_what_was_understood_and_guessed_is_told_line_by_line(text: Path) -> None:
    told = run("import", str(text)).err
    assert "Leg day: 3 exercises in 1 section." in told
    assert "    3    Squats = squat: 3 sets, 10 reps, rest 60 s" in told
    assert re.search(r"^    4    Plank( = plank)?: 30 s \(guessed: sets\)$", told, re.MULTILINE)


def test_json_has_null_for_what_the_text_does_not_say(text: Path) -> None:
    found: dict[str, Any] = json.loads(run("import", str(text), "--json").out)
    squats, plank, _ = found["sections"][0]["exercises"]
    assert (squats["sets"], squats["reps"], squats["rest_s"], squats["matched"]) == (3, [10, 10], 60, "squat")
    assert (plank["reps"], plank["seconds"], plank["load"], plank["sides"]) == (None, [30, 30], None, None)
    assert "sets" in plank["guessed"]


def test_standard_input_is_read() -> None:
    ran = CliRunner().invoke(app, ["import", "-", "--json"], input=TEXT)
    assert json.loads(ran.stdout)["title"] == "Leg day"


def test_another_file_is_not_written_over(text: Path, tmp_path: Path) -> None:
    (tmp_path / "legs.yaml").write_text("title: mine\n", encoding="utf-8")
    ran = run("import", str(text), "-o", "legs.yaml")
    assert ran.status == 1
    assert "'legs.yaml' is there already and says something else" in ran.err
    assert (tmp_path / "legs.yaml").read_text(encoding="utf-8") == "title: mine\n"


@pytest.mark.parametrize(
    ("content", "problem"),
    [("Nothing to do here.\n", "no exercise was found in this text"), ("", "nothing"), ("   \n", "nothing")],
)
def test_a_text_without_exercises_is_refused(tmp_path: Path, content: str, problem: str) -> None:
    (tmp_path / "empty.txt").write_text(content, encoding="utf-8")
    ran = run("import", "empty.txt")
    assert ran.status == 1
    assert ran.err.startswith("voicecoach: empty.txt: ")
    assert problem in ran.err or "no exercise was found" in ran.err


def test_a_file_that_is_not_there_is_named() -> None:
    assert run("import", "none.txt").message == "voicecoach: There is no file 'none.txt'."


def test_a_folder_is_named_as_one(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert run("import", "mine").message == "voicecoach: 'mine' is a folder, not a file."


@pytest.mark.parametrize("is_file", [True, False])
def test_no_more_is_read_than_can_be(monkeypatch: pytest.MonkeyPatch, *, is_file: bool) -> None:
    monkeypatch.setattr("voicecoach.authoring.reading.MAX_BYTES", 10)
    Path("long.txt").write_text(TEXT, "utf-8")
    ran = CliRunner().invoke(app, ["import", "long.txt" if is_file else "-"], input=TEXT)
    assert ran.exit_code == 1
    assert "more than 10 bytes, which are the most." in ran.stderr


def test_the_guides_example_is_what_is_said(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "importing.md").read_text("utf-8")
    _, _, shown = guide.partition("$ cat monday.txt\n")
    text, _, told = shown.partition("\n```")[0].partition("\n$ voicecoach import monday.txt -o monday.yaml\n")
    (tmp_path / "monday.txt").write_text(text, "utf-8")
    ran = run("import", str(tmp_path / "monday.txt"), "-o", "monday.yaml")
    assert f"{ran.err}{ran.out}".splitlines() == told.splitlines()


def test_json_and_a_file_at_once_are_a_wrong_command_line(text: Path) -> None:
    assert run("import", str(text), "--json", "-o", "x.yaml").status == 2


def test_what_nobody_can_plan_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("7 x 10 squats\n" * 1000, "utf-8")
    ran = run("import", str(tmp_path / "long.txt"), "-o", "long.yaml")
    assert ran.status == 1, ran
    assert "more than 5,000 sets, which can't be planned. Make several sessions of it." in ran.err
    assert not (tmp_path / "long.yaml").exists()


def test_what_is_only_planned_without_caps_is_written_and_told(tmp_path: Path) -> None:
    (tmp_path / "many.txt").write_text("Squats 3 x 400\n", "utf-8")
    ran = run("import", str(tmp_path / "many.txt"), "-o", "many.yaml")
    assert ran.status == 0, ran
    checked = run("check", "many.yaml")
    assert checked.status == 1, checked
    assert f"note: As it is, the session will be refused: {checked.err.removeprefix('voicecoach: ')}" in ran.err
