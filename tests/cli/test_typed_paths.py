"""Every path that somebody can type: whoever `~` names, links into /dev, pipes, names of any bytes and any length."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.definitions.files import write
from voicecoach.cli.messages import LONGEST_MESSAGE, bounded
from voicecoach.folders import expanded, opened

posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes with names are those of POSIX")
READING = {
    "session": ["plan", "{}.yaml"],
    "shown": ["show", "{}.yaml"],
    "checked": ["check", "{}.yaml"],
    "mended": ["check", "--fix", "{}.yaml"],
    "imported": ["import", "{}.txt"],
    "phrases": ["plan", "squat", "--phrases", "{}.yaml"],
    "lexicon": ["plan", "squat", "--lexicon", "{}.yaml"],
    "tones": ["plan", "squat", "--tones", "{}"],
    "music": ["make", "squat", "--music", "{}.mp3"],
    "clients": ["share", "squat", "-o", "clients", "--clients", "{}.csv"],
    "coach": ["share", "squat", "-o", "sam", "--coach", "{}.yaml"],
    "pack": ["plan", "squat", "--voice", "{}.pack"],
    "model": ["voices", "install", "joe", "--from", "{}"],
}
WRITING = {
    "sound": ["make", "squat", "-o", "{}.mp3"],
    "saved": ["plan", "Tabata: squats", "--save", "{}.yaml"],
    "picture": ["plan", "squat", "--plot", "{}.svg"],
    "imported": ["import", "legs.txt", "-o", "{}.yaml"],
    "schema": ["schema", "-o", "{}.json"],
    "lines": ["lines", "squat", "-o", "{}.csv"],
    "exported": ["export", "squat", "-o", "{}.csv"],
    "new": ["new", "{}.yaml"],
    "said": ["voices", "--say", "One.", "-o", "{}.wav"],
    "served": ["share", "--serve", "-o", "{}"],
}
NAMES = [
    "~nobody-of-this-name/x",
    "~nobody-of-this-name",
    "pipe",
    "new\nline",
    "\x1b[31m",
    "x" * 300,
    "d/" * 2500 + "x",
]


def typed(arguments: list[str], name: str) -> list[str]:
    return [argument.format(name) for argument in arguments]


@posix
@pytest.mark.parametrize("name", NAMES, ids=lambda name: repr(name)[:12])
@pytest.mark.parametrize("arguments", READING.values(), ids=READING)
def test_what_can_not_be_read_is_said_in_a_few_lines(tmp_path: Path, arguments: list[str], name: str) -> None:
    for argument in arguments:
        if name == "pipe" and "{}" in argument:
            os.mkfifo(tmp_path / argument.format(name))
    ran = run(*typed(arguments, name))
    assert ran.status in {1, 2}
    assert "\x1b" not in ran.err
    assert len(ran.err + ran.out) < LONGEST_MESSAGE + 100


@posix
@pytest.mark.parametrize("name", ["~nobody-of-this-name/x", "new\nline", "\x1b[31m", "x" * 300, "d/" * 2500 + "x"])
@pytest.mark.parametrize("arguments", WRITING.values(), ids=WRITING)
def test_what_can_not_be_written_is_said_in_a_few_lines(tmp_path: Path, arguments: list[str], name: str) -> None:
    write(tmp_path, "3 sets of 10 squats", "legs.txt")
    ran = run(*typed(arguments, name))
    assert ran.status in {1, 2}
    assert "\x1b" not in ran.err
    assert len(ran.err) < LONGEST_MESSAGE + 100


@pytest.mark.parametrize("name", ["~nobody-of-this-name.svg", "./~squat.svg", "~.svg"])
def test_what_only_looks_like_a_user_is_a_name(tmp_path: Path, name: str) -> None:
    ran = run("plan", "squat", "--detail", "tones", "--plot", name)
    assert ran.status == 0
    assert (tmp_path / name).is_file()


def test_what_home_is_called_is_read_as_a_shell_would(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert expanded("~/x.mp3") == tmp_path / "x.mp3"
    assert expanded("./~/x.mp3") == Path("~/x.mp3")


@pytest.mark.parametrize("variable", ["VOICECOACH_CONFIG", "VOICECOACH_CACHE", "VOICECOACH_DATA"])
@pytest.mark.parametrize("name", ["~nobody-of-this-name/x", "pipe", "d/" * 2500 + "x", "x" * 300])
@posix
def test_no_variable_stops_it_without_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, name: str
) -> None:
    if name == "pipe":
        os.mkfifo(tmp_path / name)
    monkeypatch.setenv(variable, name)
    for arguments in (["history"], ["cache"], ["plan", "squat", "--detail", "tones"]):
        ran = run(*arguments)
        assert ran.status in {0, 1}
        assert len(ran.err) < LONGEST_MESSAGE + 100


@posix
def test_what_a_shell_hands_over_is_read(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"3 sets of 10 squats\n")
    os.close(writing)
    with opened(Path(f"/dev/fd/{reading}")) as file:
        assert file.read() == b"3 sets of 10 squats\n"
    os.close(reading)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="it is a pipe"):
        opened(tmp_path / "pipe")


@pytest.mark.parametrize(
    "arguments",
    [["{}"], ["plan", "squat", "--{}"], ["plan", "{}"], ["export", "squat", "--format", "{}"], ["list", "{}"]],
)
def test_whatever_is_typed_the_message_is_short(arguments: list[str]) -> None:
    ran = run(*typed(arguments, "x" * 5000))
    assert len(ran.err + ran.out) < LONGEST_MESSAGE


def test_a_message_shows_both_ends_of_what_is_too_long() -> None:
    message = bounded(f"There is no file '{'d/' * 2500}legs.yaml'. Choose another.")
    assert message.startswith("There is no file 'd/d/")
    assert message.endswith("d/legs.yaml'. Choose another.")
    assert "…" in message
    assert len(message) < 250
    assert len(bounded("many words " * 1000)) <= LONGEST_MESSAGE + 1
    assert bounded("a\x1b[31mb\nc") == "a\\x1b[31mb\nc"
