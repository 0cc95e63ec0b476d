from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests.end_to_end.conftest import Made
from tests.end_to_end.home import Home, HomeHere

COMMANDS = ("make", "plan", "list", "show", "voices", "check", "cache", "doctor")
COLOUR = re.compile(r"\x1b\[[0-9;]*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")


@pytest.fixture
def home(home: Home) -> Home:
    """A home whose program runs here."""
    return HomeHere(home.folder, home.variables)


def test_make_says_in_one_line_what_it_made(made: Made) -> None:
    (line,) = made.said.splitlines()
    minutes, seconds = divmod(int(made.plan["duration"] + 0.5), 60)
    megabytes = f"{made.path.stat().st_size / 1e6:.1f} MB"
    for part in (made.path.name, f"{minutes}:{seconds:02}", megabytes):
        assert part in line


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(home: Home, command: str) -> None:
    said = home.done(command, "--help")
    assert f"voicecoach {command}" in said.split("Examples:")[1]


def test_help_lists_every_command(home: Home) -> None:
    listed = re.findall(r"^  ([a-z]+) ", home.done("--help").split("Commands:")[1], re.MULTILINE)
    assert set(COMMANDS) <= set(listed)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["make", "squat", "--wek", "2"], "No such option: --wek"),
        (["make", "squat", "--week", "two"], "--week"),
        (["make", "squat", "--detail", "ful"], "full"),
        (["make", "squat", "-o", "two\nlines.mp3"], "characters that don't show"),
        (["mak", "squat"], "No such command 'mak'"),
    ],
)
def test_wrong_usage_is_2(home: Home, arguments: list[str], message: str) -> None:
    ran = home.run(*arguments)
    assert (ran.returncode, ran.stdout, home.files()) == (2, "", set())
    assert message in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["make", "glutes-for-runers"], "Did you mean 'glutes-for-runners'?"),
        (["make", "squat", "--variation", "squat=bagpack"], "Did you mean 'backpack'?"),
        (["make", "glutes-for-runners", "--without", "bannd"], "Did you mean 'band'?"),
        (["make", "nowhere.yaml"], "nowhere.yaml"),
        (["make", "squat", "--music", "nothing.mp3"], "nothing.mp3"),
        (["make", "squat", "--tones", "nowhere"], "nowhere"),
        (["make", "squat", "--bitrate", "65"], "64"),
        (["make", "squat", "--rate", "180"], "words per minute"),
    ],
)
def test_what_can_not_be_done_is_1_and_one_message(home: Home, arguments: list[str], message: str) -> None:
    ran = home.run(*arguments)
    assert (ran.returncode, ran.stdout, home.files()) == (1, "", set())
    (line,) = ran.stderr.splitlines()
    assert line.startswith("voicecoach: ")
    assert message in line


@pytest.mark.parametrize(
    ("arguments", "status"), [(["list"], 0), (["make", "nowhere.yaml"], 1), (["make", "squat", "--wek", "2"], 2)]
)
def test_the_process_ends_with_the_status(home: Home, arguments: list[str], status: int) -> None:
    ran = Home(home.folder, home.variables).run(*arguments)
    assert (ran.returncode, bool(ran.stdout), bool(ran.stderr)) == (status, not status, bool(status))


def test_results_are_on_standard_output_and_messages_beside_it(home: Home) -> None:
    ran = home.run("plan", "squat", "--minutes", "3", "--json")
    assert ran.returncode == 0
    assert ran.stdout.startswith("{")
    assert all(line.startswith("note: ") for line in ran.stderr.splitlines())
    assert "3 minutes" in ran.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
@pytest.mark.parametrize("colourless", [True, False])
def test_no_color_is_honoured_on_a_terminal(home: Home, colourless: bool) -> None:
    ours, theirs = os.openpty()
    environment = {**home.environment, "TERM": "xterm-256color", **({"NO_COLOR": "1"} if colourless else {})}
    command = [sys.executable, "-m", "voicecoach", "voices"]
    with subprocess.Popen(command, env=environment, stdout=theirs, stderr=subprocess.PIPE) as process:
        os.close(theirs)
        shown = _everything(ours)
    os.close(ours)
    assert process.returncode == 0
    assert "en-us" in shown
    assert not (colourless and COLOUR.search(shown))


def _everything(terminal: int) -> str:
    """What is written to a terminal until nobody has it open any more."""
    shown = b""
    try:
        while piece := os.read(terminal, 1 << 16):
            shown += piece
    except OSError:  # what Linux says then
        pass
    return shown.decode()


def test_a_sample_of_a_voice_can_be_saved(home: Home) -> None:
    assert home.done("voices", "--say", "Three sets of ten.", "-o", "sample.wav") == "sample.wav\n"
    assert home.files() == {"sample.wav"}


def test_commands_that_show_things_work(home: Home) -> None:
    assert "glutes-for-runners" in home.done("list")
    assert "Squats" in home.done("show", "squat")
    assert "in order" in home.done("check", "glutes-for-runners")
    assert "LAME" in home.run("doctor").stdout
