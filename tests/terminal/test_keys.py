from __future__ import annotations

import os
import pty
import queue
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import voicecoach.terminal.keys
from voicecoach.terminal.key_names import KeyParser
from voicecoach.terminal.keys import NoKeyboard, keyboard
from voicecoach.terminal.windows_keys import KeyQueue

SENT = {
    b" ": "space",
    b"p": "p",
    b"N": "N",
    b"?": "?",
    b"\r": "enter",
    b"\n": "enter",
    b"\x1b[C": "right",
    b"\x1bOC": "right",
    b"\x1b[D": "left",
    b"\x1bOD": "left",
    b"\x1b[1;5D": "left",
    b"\x1b[A": "up",
    b"\x1b[B": "down",
    b"\x1bOk": "+",
    b"\x1bOm": "-",
    b"\x1bOM": "enter",
    b"\x7f": "backspace",
    b"\x1b[<0;11;4M": "click 10 3",
    b"\x1b[<0;211;4M": "click 210 3",
    b"\x1b[<64;1;1M": "wheel-up",
    b"\x1b[<65;1;1M": "wheel-down",
    "é".encode(): "é",
}
UNNAMED = (
    b"\t",
    b"\x1b[<0;11;4m",
    b"\x1b[<2;11;4M",
    b"\x1b[3~",
    b"\x1b[15;2~",
    b"\x1b[I",
    b"\x1b]10;rgb:0/0/0\x07",
    b"\x1bP1$r0m\x1b\\",
    b"\x1b[M",
)


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """Both ends of a terminal: the one a person sits at, and the program's."""
    ours, program = pty.openpty()
    yield ours, program
    os.close(ours)
    os.close(program)


def parsed(*pieces: bytes) -> list[str]:
    parser = KeyParser()
    return [key for piece in pieces for key in parser.feed(piece)]


@pytest.mark.parametrize(("sent", "key"), SENT.items())
def test_keys_have_names(sent: bytes, key: str) -> None:
    assert parsed(sent) == [key]


@pytest.mark.parametrize("sent", UNNAMED)
def test_what_has_no_name_is_left_out(sent: bytes) -> None:
    assert parsed(b"a" + sent + b"b") == ["a", "b"]


@given(st.lists(st.sampled_from(sorted(SENT))), st.data())
def test_sequences_may_arrive_in_pieces(keys: list[bytes], data: st.DataObject) -> None:
    sent = b"".join(keys)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(sent)))))
    pieces = [sent[start:end] for start, end in zip([0, *cuts], [*cuts, len(sent)], strict=True)]
    assert parsed(*pieces) == [SENT[key] for key in keys]


@given(st.lists(st.binary(max_size=20)))
def test_any_bytes_are_survived(pieces: list[bytes]) -> None:
    parser = KeyParser()
    keys = [key for piece in pieces for key in parser.feed(piece)] + [*parser.flush()]
    assert all(keys)
    assert not parser.is_waiting


@pytest.mark.parametrize(
    ("sent", "keys"), [(b"\x1b", ["escape"]), (b"\x1bO", ["escape", "O"]), (b"\x1b[", ["escape", "["])]
)
def test_what_began_like_a_sequence_and_was_none(sent: bytes, keys: list[str]) -> None:
    parser = KeyParser()
    assert [*parser.feed(sent)] == []
    assert [*parser.flush()] == keys


def test_keys_of_a_terminal_come_without_enter_and_without_an_echo(terminal: tuple[int, int]) -> None:
    ours, program = terminal
    with keyboard(program) as keys:
        os.write(ours, b"n \x1b[C")
        assert [keys.get(5) for _ in range(3)] == ["n", "space", "right"]
        assert keys.get(0) is None
        os.write(ours, b"\x1b")
        assert keys.get(0) is None
        os.write(ours, b"OD")
        assert keys.get(5) == "left"
        os.write(ours, b"\x1b")
        assert keys.get(5) == "escape"
        os.write(ours, b"\x13q")
        assert keys.get(5) == "q"


def test_the_terminal_is_as_it_was_afterwards_even_after_an_error(terminal: tuple[int, int]) -> None:
    _, program = terminal
    before = termios.tcgetattr(program)
    with keyboard(program):
        assert termios.tcgetattr(program) != before
    assert termios.tcgetattr(program) == before
    with pytest.raises(ZeroDivisionError), keyboard(program):
        raise ZeroDivisionError
    assert termios.tcgetattr(program) == before


def test_a_terminal_that_hangs_up_has_no_more_keys() -> None:
    ours, program = pty.openpty()
    with keyboard(program) as keys:
        os.write(ours, b"n")
        assert keys.get(5) == "n"
        os.close(ours)
        assert keys.get(0.01) is None
        assert keys.get(0.01) is None
    os.close(program)


def test_without_a_terminal_there_are_no_keys(tmp_path: Path) -> None:
    with (tmp_path / "keys").open("w+") as file, keyboard(file.fileno()) as keys:
        assert isinstance(keys, NoKeyboard)
        assert keys.get(0) is None


def test_keys_of_a_console_that_waits_for_each_character() -> None:
    typed: queue.SimpleQueue[str] = queue.SimpleQueue()
    keys = KeyQueue(typed.get)
    assert keys.get(0) is None
    for character in " n\xe0M\x00K\xe0\x86q\r\x03":
        typed.put(character)
    assert [keys.get(5) for _ in range(6)] == ["space", "n", "right", "left", "q", "enter"]
    with pytest.raises(KeyboardInterrupt):
        keys.get(5)
    typed.put("")


CHECKOUT = str(Path(voicecoach.terminal.keys.__file__).resolve().parents[2])
PROGRAM = """
import os, sys
from voicecoach.terminal.keys import keyboard
def tell(what):
    print(what, flush=True)
with keyboard(on_stop=lambda: tell("stopping"), on_continue=lambda: tell("again")) as keys:
    tell("ready")
    os.close(int(sys.argv[1]))
    while (key := keys.get(20)) != "q":
        tell(f"key {key}")
tell("over")
"""
SHELL = """
import fcntl, os, signal, subprocess, sys, termios, time
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
def is_cooked():
    return bool(termios.tcgetattr(0)[3] & termios.ICANON and termios.tcgetattr(0)[3] & termios.ECHO)
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
begins, begun = os.pipe()
command = [sys.executable, "-c", os.environ["PROGRAM"], str(begun)]
program = subprocess.Popen(command, process_group=0, pass_fds=[begun])
os.close(begun)
os.read(begins, 1)  # it begins in the background
os.tcsetpgrp(0, program.pid)
while True:
    _, status = os.waitpid(program.pid, os.WUNTRACED)
    if not os.WIFSTOPPED(status):
        break
    os.tcsetpgrp(0, os.getpgrp())
    print("shell", "cooked" if is_cooked() else "raw", flush=True)
    os.tcsetpgrp(0, program.pid)
    os.killpg(program.pid, signal.SIGCONT)
program.returncode = os.waitstatus_to_exitcode(status)
os.tcsetpgrp(0, os.getpgrp())
print("shell", "cooked" if is_cooked() else "raw", program.returncode, flush=True)
"""


def test_a_stop_gives_the_terminal_to_the_shell_and_going_on_takes_it_again() -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", SHELL]
    environment = {**os.environ, "PROGRAM": PROGRAM, "PYTHONPATH": CHECKOUT}
    with (
        os.fdopen(ours, "r+b", buffering=0) as terminal,
        os.fdopen(theirs, "r+b", buffering=0) as end,
        subprocess.Popen(command, stdin=end, stdout=end, stderr=end, start_new_session=True, env=environment),
    ):
        end.close()
        until = reader(terminal.fileno())
        until("ready")
        terminal.write(b"n")
        until("key n")
        terminal.write(b"\x1a")
        heard = until("again")
        assert "stopping" in heard
        assert "shell cooked" in heard
        terminal.write(b"b")
        until("key b")
        terminal.write(b"q")
        assert "over" in until("shell cooked 0")


def reader(descriptor: int) -> Callable[[str], str]:
    """Reads from a terminal until something is there; the time limit of every test limits it."""
    heard = ""

    def until(expected: str) -> str:
        nonlocal heard
        while expected not in heard:
            heard += os.read(descriptor, 1024).decode()
        found, heard = heard[: heard.index(expected) + len(expected)], heard[heard.index(expected) + len(expected) :]
        return found

    return until
