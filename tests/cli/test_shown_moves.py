"""Moves as pictures in the terminal."""

from __future__ import annotations

import base64
import fcntl
import io
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.running import run
from tests.definitions.files import write
from voicecoach.terminal.inline_picture import CHUNK, Protocol, protocol, shown

PATIENCE_S = 60
BOBS = "title: Bobs\nprescription: 2x5\nphases: [{name: down, length: 2 s}, {name: up, length: 2 s}]\n"
KITTY = re.compile(rb"\x1b_G([^;]*);([^\x1b]*)\x1b\\")
ITERM = re.compile(rb"\x1b\]1337;File=([^:]*):([^\x07]*)\x07")
WHO = ("TERM_PROGRAM", "LC_TERMINAL", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "WEZTERM_PANE", "TMUX", "STY", "ZELLIJ",
       "NO_COLOR", "CI")  # fmt: skip


def seen(*arguments: str, columns: int = 100, **variables: str) -> bytes:
    """All that a command sends to a terminal that says of itself what is in these variables."""
    near, far = pty.openpty()
    fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in WHO}
    begun = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "voicecoach", *arguments],
        stdin=far,
        stdout=far,
        stderr=far,
        env={**environment, "TERM": "xterm-256color", **variables},
    )
    os.close(far)
    sent = b""
    with suppress(OSError):
        while part := os.read(near, 1 << 16):
            sent += part
    os.close(near)
    assert process.wait(PATIENCE_S) == 0, sent
    assert time.monotonic() - begun < PATIENCE_S
    return sent


def opened(data: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(base64.b64decode(data, validate=True))) as image:
        assert image.format == "PNG"
        image.load()
        return image.size


def test_kitty_gets_a_png_in_chunks_and_is_not_to_answer() -> None:
    sent = seen("show", "squat", TERM="xterm-kitty")
    parts = KITTY.findall(sent)
    assert opened(b"".join(data for _, data in parts))[1] <= 360
    assert parts[0][0].startswith(b"a=T,f=100,q=2,c=")
    assert [keys.rpartition(b"m=")[2] for keys, _ in parts] == [*[b"1"] * (len(parts) - 1), b"0"]
    assert all(len(data) <= CHUNK for _, data in parts)
    assert b"Squats" in KITTY.sub(b"", sent)  # the card as ever
    assert b"\x1b_G" not in KITTY.sub(b"", sent)


def test_iterm_gets_it_at_once() -> None:
    ((keys, data),) = ITERM.findall(seen("show", "squat", TERM_PROGRAM="iTerm.app"))
    options = dict(one.split(b"=") for one in keys.split(b";"))
    assert opened(data)[1] <= 360
    assert int(options[b"size"]) == len(base64.b64decode(data))
    assert options[b"inline"] == b"1"


def test_a_session_shows_all_of_its_moves_and_stays_within_the_terminal() -> None:
    ((keys, data),) = ITERM.findall(seen("show", "glutes-for-runners", TERM_PROGRAM="WezTerm", columns=30))
    assert opened(data)[0] > 600
    assert b"width=30" in keys


@pytest.mark.parametrize("variables", [{}, {"TERM": "xterm-kitty", "NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_other_terminals_get_the_card_alone(variables: dict[str, str]) -> None:
    sent = seen("show", "squat", columns=100, **variables)
    assert b"Squats" in sent
    assert b"\x1b_G" not in sent
    assert b"1337" not in sent


def test_none_is_shown_if_none_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("pictures: false\n")
    configured = str(tmp_path / "config.yaml")
    assert b"\x1b_G" not in seen("show", "squat", "--no-pictures", TERM="xterm-kitty")
    assert b"\x1b_G" not in seen("show", "squat", TERM="xterm-kitty", VOICECOACH_CONFIG=configured)
    assert b"\x1b_G" in seen("show", "squat", "--pictures", TERM="xterm-kitty", VOICECOACH_CONFIG=configured)


def test_a_pipe_gets_no_picture_and_says_so_only_if_one_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-kitty")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b" not in run("show", "squat").out
    assert run("show", "squat").err == ""
    asked = run("show", "squat", "--pictures")
    assert asked.out == run("show", "squat").out
    assert "voicecoach draw squat" in asked.err


def test_an_exercise_without_a_figure_has_its_card(tmp_path: Path) -> None:
    path = write(tmp_path, BOBS, "bob.yaml")
    assert b"\x1b_G" not in seen("show", path, TERM="xterm-kitty")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "xterm-kitty"}, Protocol.KITTY),
        ({"TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"}, Protocol.KITTY),
        ({"TERM": "xterm-ghostty", "TERM_PROGRAM": "ghostty"}, Protocol.KITTY),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, Protocol.ITERM),
        ({"TERM": "xterm-256color", "LC_TERMINAL": "iTerm2"}, Protocol.ITERM),
        ({"TERM": "xterm-256color", "KONSOLE_VERSION": "230804"}, Protocol.KITTY),
        ({"TERM": "xterm-256color", "KONSOLE_VERSION": "210400"}, None),
        ({"TERM": "xterm-256color", "KONSOLE_VERSION": "new"}, None),
        # one that was started in another
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal", "KITTY_WINDOW_ID": "1"}, None),
        ({"TERM": "tmux-256color", "KITTY_WINDOW_ID": "1"}, None),
        ({"TERM": "xterm-kitty", "TMUX": "default,1,0"}, None),
        ({"TERM": "screen", "TERM_PROGRAM": "iTerm.app"}, None),
        ({"TERM": "xterm-kitty", "NO_COLOR": "1"}, None),
        ({}, None),
    ],
)
def test_a_terminal_is_known_by_what_it_says_of_itself(environment: dict[str, str], expected: Protocol | None) -> None:
    assert protocol(environment, is_terminal=True) is expected
    assert protocol(environment, is_terminal=False) is None


@pytest.mark.parametrize("size", [1, 3071, 3072, 3073, 50_000])
def test_whatever_its_size_it_arrives_whole(size: int) -> None:
    png = bytes(number % 251 for number in range(size))
    for how, pattern in ((Protocol.KITTY, KITTY), (Protocol.ITERM, ITERM)):
        sent = shown(png, how, 40).encode()
        assert base64.b64decode(b"".join(data for _, data in pattern.findall(sent))) == png
        assert pattern.sub(b"", sent) == b"\n"
