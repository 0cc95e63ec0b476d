"""A live session from its start to what is remembered of it, as it is used in a terminal."""

from __future__ import annotations

import re
import subprocess
import sys

import numpy as np
import pytest

from tests.end_to_end.home import Home
from tests.end_to_end.live.conftest import Start
from tests.end_to_end.live.terminal import PATIENT
from tests.parts import needs
from tests.tiny_session import BRISK
from voicecoach.times import Ms, clock

pytestmark = [needs("pulseaudio"), pytest.mark.usefixtures("sound_server")]

SESSION = "brisk.yaml"
MOUSE = "\x1b[<0;5;20M", "\x1b[<64;1;1M"
KEYS = (*"pnbNBrsemdD?+-= x5,.gi", "\r", "\x7f", *MOUSE, "\x1b[C", "\x1b[D", "\x1bOA", "\x1b", "qn")
"""Everything a session knows, some that it doesn't, and quitting only as far as the question."""


def test_a_session_done_to_its_end_is_remembered_with_how_it_felt(live: Start, home: Home) -> None:
    with live("--detail", "tones", "--plain") as terminal:
        terminal.until("Rest: .*Next: set 2")
        terminal.press("nnnnnnnnn")
        terminal.until("How did it feel")
        terminal.press("x2")
        assert terminal.status() == 0
        terminal.until("Tiny: 1 set done, 2 skipped")
        terminal.until("Next: week 1. Last time you did 1 of 3 sets.")
    [training] = home.trainings()
    assert (training["completed"], training["felt"]) == (True, "right")
    assert home.done("plan", "tiny.yaml", "--week", "auto").startswith("Tiny, week 1 of 3")


def test_an_interrupted_session_goes_on_where_it_stopped(live: Start, home: Home) -> None:
    (home.folder / "tiny.yaml").write_text(BRISK.replace("2x2", "1x2, 1x7"))  # the second is long enough to quit in
    with live("--detail", "tones", "--plain") as terminal:
        terminal.until("Rest: .*Next: set 2")
        terminal.press("nn")
        terminal.until("set 2 of 2: 7 reps")
        terminal.rest(0.3)
        terminal.leave()
        terminal.until("1 set done, 2 not done")
    stopped_at_s = home.trainings()[0]["stopped_at"]
    second = [step for step in home.plan("tiny.yaml", "--detail", "tones")["steps"] if step["kind"] == "work"][1]
    assert second["start"] < stopped_at_s < second["end"]
    with live("--detail", "tones", "--plain") as terminal:
        terminal.until(f"You stopped at {clock(Ms(round(1000 * stopped_at_s)))}. Go on there")
        terminal.press("y")
        terminal.until("set 2 of 2: 7 reps")
        terminal.until("Rest: .*Next: Presses")
        terminal.leave()
        terminal.until("2 sets done, 1 not done")
    [training] = home.trainings()
    assert stopped_at_s < training["stopped_at"]


def test_fresh_begins_at_the_start(live: Start, home: Home) -> None:
    for _ in range(2):
        with live("--plain", "--fresh") as terminal:
            terminal.until("Welcome")
            terminal.press("n")
            terminal.until("Exercise one")
            terminal.leave()
    assert len(home.trainings()) == 2


def test_hundreds_of_random_keys_neither_hang_nor_break_it(live: Start) -> None:
    keys = np.random.default_rng(5)
    with live(size=(100, 30)) as terminal:
        terminal.until("space pause")
        for _ in range(60):
            terminal.press("".join(keys.choice(KEYS, 6)))
            terminal.resize(int(keys.integers(10, 120)), int(keys.integers(3, 40)))
            terminal.rest(0.03)
        terminal.press("\x1b\x1bBB?qy")
        terminal.press("\r")
        assert terminal.status() == 0
        assert "Traceback" not in terminal.text
        assert terminal.is_as_before


def test_notes_are_read_on_the_screen_until_a_key(live: Start) -> None:
    with live("--week", "9", size=(40, 12)) as terminal:
        terminal.until("Week 9 is past the last")
        terminal.press("m")
        terminal.until("set 1 of 2")
        terminal.leave()


@pytest.mark.parametrize(
    ("arguments", "variables", "shown"),
    [
        (("--plain",), {}, r"Welcome\. Next: Bobs, 2 reps\. 1:\d\d left\."),
        ((), {"TERM": "dumb"}, r"Welcome\. Next: Bobs, 2 reps\. 1:\d\d left\."),
        ((), {"NO_COLOR": "1"}, "space pause"),
    ],
)
def test_screens_for_every_terminal(
    live: Start, arguments: tuple[str, ...], variables: dict[str, str], shown: str
) -> None:
    with live(*arguments, **variables) as terminal:
        terminal.until(shown)
        terminal.leave()
        assert not re.search(r"\x1b\[[\d;]*[34]\dm", terminal.said)
        assert terminal.is_as_before


def test_without_a_terminal_it_is_a_line_for_each_step(home: Home) -> None:
    program = f"{PATIENT}\nfrom voicecoach.cli.main import main\nmain()"
    command = [sys.executable, "-c", program, "live", "tiny.yaml", "--detail", "tones"]
    with subprocess.Popen(
        command, cwd=home.folder, env=home.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert re.match(
            r"0:0\d  Get ready: Bobs, set 1 of 2\. Next: 2 reps\. 0:4\d left\.\n", process.stdout.readline()
        )
        assert re.match(
            r"0:0\d  Bobs, set 1 of 2: 2 reps\. Next: rest 12 s, then set 2 of 2\.", process.stdout.readline()
        )
        process.terminate()
        assert process.wait() == 143
