"""`voicecoach new` as it is used: without questions, and with them on a terminal."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import plan, run
from voicecoach.authoring.picking.pick import load_any
from voicecoach.definitions.load import load_session

PATIENCE_S = 60


def test_a_new_session_works_as_it_is() -> None:
    ran = run("new", "evening-legs")
    assert (ran.status, ran.out, ran.err) == (
        0,
        "",
        "written: evening-legs.yaml. Hear it: voicecoach live evening-legs.yaml\n",
    )
    assert run("check", "evening-legs.yaml").out.startswith("evening-legs.yaml: in order. Evening legs: 3 exercises")
    assert plan("evening-legs.yaml")["title"] == "Evening legs"


def test_a_session_that_there_is_begins_it() -> None:
    assert run("new", "mine", "--from", "Tabata: squats").status == 0
    assert run("new", "other.yaml", "--from", "mine.yaml").status == 0
    assert load_session("other.yaml").sections == load_session("Tabata: squats").sections


def test_what_is_shown_can_be_typed_whatever_a_file_is_called(tmp_path: Path) -> None:
    assert run("new", "my legs.yaml").err == "written: my legs.yaml. Hear it: voicecoach live 'my legs.yaml'\n"
    assert "# Is it in order? voicecoach check 'my legs.yaml'\n" in (tmp_path / "my legs.yaml").read_text("utf-8")
    (tmp_path / "it's.txt").write_text("Squats 3x10\n", "utf-8")
    told = run("import", "it's.txt", "-o", "a b.yaml").out
    assert told == "a b.yaml: look it through, then: voicecoach check 'a b.yaml'\n"
    assert run("import", "a b.yaml").message.endswith("Use it as it is: voicecoach check 'a b.yaml'.")
    assert run("history", "--session", "my legs.yaml").err.endswith(" voicecoach live 'my legs.yaml'\n")


def test_a_picked_session_begins_it() -> None:
    assert run("new", "mine", "--from", "pick: 15 minutes, legs/core").status == 0
    assert run("new", "other", "--from", "pick: 15 minutes, zumba").status == 1
    picked = load_any("pick: 15 minutes, legs/core").session
    assert load_session("mine.yaml").sections == picked.sections
    text = Path("mine.yaml").read_text("utf-8")
    assert "# Picked: 15 minutes, legs/core\n" in text
    assert " # what is done, in order" in text


def test_no_file_is_replaced_unless_that_is_asked_for() -> None:
    Path("mine.yaml").write_text("title: x\n", "utf-8")
    assert run("new", "mine").message == (
        "voicecoach: 'mine.yaml' is there already. Choose another name, or replace it with --force."
    )
    assert Path("mine.yaml").read_text("utf-8") == "title: x\n"
    assert run("new", "mine", "--force").status == 0
    assert run("check", "mine.yaml").status == 0


def test_what_cant_be_begun_from_leaves_nothing() -> None:
    Path("bad.yaml").write_text("title: x\n", "utf-8")
    assert "the key 'sections' is missing" in run("new", "mine", "--from", "bad.yaml").message
    assert "Unknown session 'sqat'" in run("new", "mine", "--from", "sqat").message
    assert "doesn't exist" in run("new", "none/mine").message
    assert [path.name for path in Path().rglob("*.yaml")] == ["bad.yaml"]


class Terminal:
    """A terminal on which the command runs, and somebody who answers what it asks."""

    def __init__(self, *arguments: str) -> None:
        self.ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "voicecoach", *arguments]
        self.process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        self.shown, self.seen = "", 0

    def answer(self, question: str, answer: str) -> None:
        self.wait_for(question)
        os.write(self.ours, f"{answer}\n".encode())

    def wait_for(self, text: str) -> None:
        while (found := self.shown.find(text, self.seen)) < 0:
            ready, _, _ = select.select([self.ours], [], [], PATIENCE_S)
            assert ready, f"{text!r} wasn't asked after {self.shown!r}"
            self.shown += os.read(self.ours, 4096).decode()
        self.seen = found + len(text)

    def end(self) -> int:
        status = self.process.wait(PATIENCE_S)
        os.close(self.ours)
        return status


def test_questions_are_asked_until_they_can_be_answered() -> None:
    terminal = Terminal("new", "legs")
    terminal.answer("Title [Legs]:", "Leg day: all")
    terminal.answer("Kind of section", "stretching")
    terminal.wait_for("'stretching' is not one of straight-sets, superset,")
    terminal.answer("Kind of section", "Circuit")
    terminal.answer("Exercises, with commas between them [squat, lunge, hip-lift]:", "Squats, push-ups")
    terminal.answer("How many sets, or rounds [3]:", "many")
    terminal.answer("How many sets, or rounds [3]:", "2")
    terminal.answer("How long is the rest between exercises [30 s]:", "20")
    terminal.answer("How long is the rest between rounds [60 s]:", "soon")
    terminal.wait_for("'soon' is not a length of time.")
    terminal.answer("How long is the rest between rounds [60 s]:", "1:30")
    terminal.wait_for("written: legs.yaml")
    assert terminal.end() == 0
    session = load_session("legs.yaml")
    (section,) = session.sections
    assert (session.title, section.kind, section.rounds) == ("Leg day: all", "circuit", 2)
    assert (section.rest, section.round_rest) == (20_000, 90_000)
    assert [one.exercise.title for one in section.exercises] == ["Squats", "Push-ups"]


def test_exercises_are_written_as_in_a_line_and_names_are_asked_about() -> None:
    terminal = Terminal("new", "legs")
    terminal.answer("Title [Legs]:", "\t")
    terminal.answer("Kind of section", "")
    terminal.answer("Exercises", "3 rounds: squats")
    terminal.wait_for("exercises are expected, and nothing else. Write names with commas between them, such as")
    terminal.answer("Exercises", "10 kettlebell swings 16 kg, 21-15-9 burpees, sqats, press-ups, sled pull")
    terminal.answer("'sqats' is not built in. Which exercise is it [squat]:", "")
    terminal.wait_for("'sled pull' is not built in: it becomes an exercise of your own")
    terminal.answer("How many sets, or rounds [3]:", "900")
    terminal.wait_for("hours, and no more than 48 can be planned.")
    terminal.answer("How many sets, or rounds [3]:", "50")
    terminal.wait_for("hours, more than 4.\r\n")
    terminal.answer("How many sets, or rounds [3]:", "2")
    terminal.answer("How long are the rests [60 s]:", "")
    terminal.wait_for("written: legs.yaml")
    assert terminal.end() == 0
    session = load_session("legs.yaml")
    assert session.title == "Legs"
    assert [one.exercise.name for one in session.items] == [
        "kettlebell-swing", "burpee", "squat", "push-up", "sled-pull"
    ]  # fmt: skip
    assert [one.prescription.sets for one in session.items] == [2, 3, 2, 2, 2]
    assert run("check", "legs.yaml").status == 0


def test_what_will_be_refused_is_said() -> None:
    ran = run("new", "long", "--from", "300 rounds: 10 squats")
    assert ran.status == 0
    assert "As it is, the session will be refused: The session would take" in ran.err


def test_only_the_title_is_asked_of_what_is_there() -> None:
    terminal = Terminal("new", "mine", "--from", "desk-break")
    terminal.answer("Title [Desk break]:", "At noon")
    terminal.wait_for("written: mine.yaml")
    assert terminal.end() == 0
    assert load_session("mine.yaml").title == "At noon"


@pytest.mark.parametrize("more", [["--yes"], ["--yes", "--from", "squat"]])
def test_nothing_is_asked_where_that_is_said(more: list[str]) -> None:
    terminal = Terminal("new", "mine", *more)
    terminal.wait_for("written: mine.yaml")
    assert terminal.end() == 0
    assert "Title" not in terminal.shown
