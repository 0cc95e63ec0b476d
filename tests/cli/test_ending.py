from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")

ROOT = Path(__file__).parents[2]
SIGNALLED = """
import os, signal, sys
from voicecoach.cli.main import _guarded, app, main
@app.command("stop")
@_guarded
def stop(number: int):
    print("what is printed is not delivered yet")
    os.kill(os.getpid(), number)
    signal.pause()
sys.argv = ["voicecoach", *sys.argv[1:]]
main()
"""
"""A command that sends itself a signal with its output undelivered."""

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": ""}


def run(*arguments: str | int, stdout: int = subprocess.PIPE, program: str = SIGNALLED) -> tuple[int, str]:
    """The exit status, and what was said on standard error."""
    ran = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        env=ENVIRONMENT,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stderr


@pytest.fixture
def pipe_without_reader() -> int:
    reading, writing = os.pipe()
    os.close(reading)
    return writing


@pytest.mark.parametrize(
    ("number", "status", "said"),
    [
        (signal.SIGINT, 130, "voicecoach: interrupted\n"),
        (signal.SIGTERM, 143, ""),
        (signal.SIGHUP, 129, ""),
    ],
)
def test_a_signal_is_the_status_whoever_has_stopped_reading(
    pipe_without_reader: int, number: signal.Signals, status: int, said: str
) -> None:
    try:
        assert run("stop", number, stdout=pipe_without_reader) == (status, said)
    finally:
        os.close(pipe_without_reader)


WHILE_A_CLASS_IS_MADE = SIGNALLED.replace(
    "    os.kill(os.getpid(), number)\n    signal.pause()\n",
    "    class Named:\n        def __set_name__(self, *_):\n            os.kill(os.getpid(), number)\n"
    "            signal.pause()\n    type('Made', (), {'named': Named()})\n",
)
"""Python 3.11 makes a RuntimeError of whatever is raised then."""


@pytest.mark.parametrize(
    ("number", "status", "said"), [(signal.SIGINT, 130, "voicecoach: interrupted\n"), (signal.SIGTERM, 143, "")]
)
def test_a_signal_is_the_status_whatever_python_makes_of_it(number: signal.Signals, status: int, said: str) -> None:
    assert "__set_name__" in WHILE_A_CLASS_IS_MADE
    assert run("stop", number, program=WHILE_A_CLASS_IS_MADE) == (status, said)


WHERE_TEXT_BECOMES_CODE = SIGNALLED.replace(
    "    os.kill(os.getpid(), number)\n    signal.pause()\n",
    '    exec("os.kill(os.getpid(), number); signal.pause()")\n',
)
"""There Python remembers an interrupt that it knows, and ends the process of a module by the signal."""


def test_an_interrupt_is_the_status_where_text_becomes_code(tmp_path: Path) -> None:
    assert "exec(" in WHERE_TEXT_BECOMES_CODE
    (tmp_path / "signalled.py").write_text(WHERE_TEXT_BECOMES_CODE, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "signalled", "stop", str(int(signal.SIGINT))],
        env=ENVIRONMENT,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (130, "voicecoach: interrupted\n")


def test_what_is_printed_before_a_signal_arrives() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SIGNALLED, "stop", str(int(signal.SIGTERM))],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (143, "what is printed is not delivered yet\n")


@pytest.mark.parametrize("times", [12, pytest.param(36, marks=pytest.mark.lengthy)])
def test_a_closed_terminal_is_the_status_whoever_says_so_first(times: int) -> None:
    """Once the signal, once a write that fails, and whatever is still to be printed by then."""
    command = [sys.executable, "-m", "tests.cli.hung_up", str(times)]
    assert subprocess.check_output(command, env=ENVIRONMENT, cwd=ROOT, text=True) == f"129: {times}\n"


def test_a_closed_terminal_that_nohup_keeps_quiet_about_ends_nothing() -> None:
    program = f"import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n{SIGNALLED.replace('signal.pause()', '')}"
    assert run("stop", signal.SIGHUP, program=program) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("make", "squat", "--detail", "tones", "--music-level", "2", "-o", "made.mp3"), 0),
        (("check", "squat", "none"), 1),
        (("plan", "none"), 1),
        (("plan", "--none"), 2),
    ],
)
def test_messages_that_nobody_has_room_for_change_nothing(
    tmp_path: Path, arguments: tuple[str, ...], status: int
) -> None:
    command = [sys.executable, "-m", "voicecoach", *arguments]
    environment = {**ENVIRONMENT, "VOICECOACH_CACHE": str(tmp_path / "cache")}
    heard = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (heard.returncode, bool(heard.stderr)) == (status, True)
    made = [path.read_bytes() for path in tmp_path.glob("*.mp3")]
    for path in tmp_path.glob("*.mp3"):
        path.unlink()
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            command, env=environment, cwd=tmp_path, stdout=subprocess.PIPE, stderr=full, text=True, check=False
        )
    assert ran.returncode == status
    assert ran.stdout.partition("(")[0] == heard.stdout.partition("(")[0]
    assert [path.read_bytes() for path in tmp_path.glob("*.mp3")] == made


def test_who_reads_messages_and_goes_ends_what_they_are_about(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "voicecoach", "make", "squat", "--detail", "tones", "--music-level", "2"]
    near, far = os.pipe()
    os.close(near)
    with os.fdopen(far, "wb") as messages:
        ran = subprocess.run(
            command, env=ENVIRONMENT, cwd=tmp_path, stdout=subprocess.PIPE, stderr=messages, check=False
        )
    assert (ran.returncode, ran.stdout, list(tmp_path.glob("*.mp3"))) == (1, b"", [])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("option", ["--version", "--help"])
def test_options_that_only_print_fail_as_commands_do(option: str) -> None:
    with Path("/dev/full").open("wb") as full:
        status, said = run(option, stdout=full.fileno())
    assert (status, said) == (1, "voicecoach: The output can't be written: No space left on device.\n")
