"""The engine `command`: what a template may be, and what becomes of programs that don't do as they should."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
import soundfile

from tests.fake_engine import FakeEngine
from voicecoach.cache.store import Cache
from voicecoach.errors import ChoiceError, EngineError, UnspokenLineError
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.engine import ANY_LANGUAGE, Waveform
from voicecoach.speech.engines.command import CommandEngine, filled, parse_template
from voicecoach.speech.engines.named import engine_named
from voicecoach.speech.service import Speaker

PROGRAM = str(Path(__file__).with_name("speaking_program.py"))
TEMPLATE = (sys.executable, "-S", "-E", PROGRAM, "{file}", "{wpm}", "{text}")


def copying(source: Path, suffix: str = "wav") -> tuple[str, ...]:
    """A template for a program that "speaks" by copying a file."""
    return (sys.executable, "-S", "-c", COPY, str(source), f"{{file:{suffix}}}", "{text}")


COPY = "import shutil, sys; shutil.copy(sys.argv[1], sys.argv[2])"


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("say -o {file} {text}", ("say", "-o", "{file}", "{text}")),
        ("'my voice' {file:aiff} --say={text}", ("my voice", "{file:aiff}", "--say={text}")),
        (
            ["say", "-v", "{voice}", "{rate}", "{file}", "{text}"],
            ("say", "-v", "{voice}", "{rate}", "{file}", "{text}"),
        ),
    ],
)
def test_a_template_is_a_list_or_a_text(value: object, parts: tuple[str, ...]) -> None:
    assert parse_template(value) == parts


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", "names no program"),
        (["", "{file}", "{text}"], "names no program"),
        ("say {file}", r"has no \{text\}"),
        ("say {text}", r"has no \{file\}"),
        ("say {text} {file} {speed}", r"has \{speed\}, which nothing is known for"),
        ("say '{text} {file}", "can't be divided into arguments"),
    ],
)
def test_what_can_be_no_template_is_refused(value: object, message: str) -> None:
    with pytest.raises(ChoiceError, match=message):
        parse_template(value)


def test_each_part_is_one_argument_whatever_the_text_is() -> None:
    template = ("say", "-v", "{voice}", "-r{rate}", "{file:aiff}", "{text}", "<{text}>")
    text = "$(rm -rf /); 'it''s' {file} \\ \"x\""
    arguments = filled(template, text, Path("/tmp/line"), "Zoe", 330)  # noqa: S108 - nothing is written
    assert arguments == ["say", "-v", "Zoe", "-r2.00", "/tmp/line.aiff", text, f"<{text}>"]  # noqa: S108


def test_a_line_that_begins_with_a_dash_is_no_option() -> None:
    assert filled(("say", "{file}", "{text}"), "-o all", Path("line"), "", 165)[2] == " -o all"


def test_it_has_the_voice_that_is_asked_for_and_one_otherwise() -> None:
    assert [(one.id, one.language) for one in CommandEngine(TEMPLATE).voices()] == [("default", ANY_LANGUAGE)]
    named = CommandEngine((*TEMPLATE, "{voice}"), "Zoe")
    assert [one.id for one in named.voices()] == ["Zoe"]
    with pytest.raises(EngineError, match=r"The command has no \{voice\}, so it can't speak with 'Zoe'"):
        CommandEngine(TEMPLATE, "Zoe").voices()
    with pytest.raises(EngineError, match=r"Its template has \{voice\}\. Name one with --voice"):
        CommandEngine((*TEMPLATE, "{voice}")).identity()


def test_its_identity_follows_the_template_and_the_files_in_it(tmp_path: Path) -> None:
    program = tmp_path / "speak"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    template = (str(program), "{file}", "{text}")
    before = CommandEngine(template).identity()
    assert CommandEngine((*template, "-x")).identity() != before
    os.utime(program, (1, 1))
    after = CommandEngine(template).identity()
    assert after != before
    script = tmp_path / "speak.py"
    script.write_text("1")
    with_script = CommandEngine((*template, str(script)))
    before = with_script.identity()
    script.write_text("12")
    assert with_script.identity() != before


def test_a_program_may_be_given_by_a_path_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "speak").write_text(f'#!/bin/sh\nexec {sys.executable} -S -E {PROGRAM} "$1" 165 "$2"\n')
    (tmp_path / "speak").chmod(0o755)
    template = ("./speak", "{file}", "{text}", "x" * 5000)
    ((_, sound),) = CommandEngine(template).speak(["Hello."], "default", 165)
    assert isinstance(sound, Waveform)
    assert str(tmp_path / "speak") in CommandEngine(template).identity()


_INTERRUPTED = """
import sys
from voicecoach.cache.store import Cache
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.service import Speaker
with Cache.in_memory() as cache:
    Speaker(VoiceChoice(engine="command", command=tuple(sys.argv[1:])), cache).lengths(["Hello."])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for in /proc")
def test_an_interrupted_run_leaves_no_program_behind(tmp_path: Path) -> None:
    noting = f"echo $$ > {tmp_path}/pid.draft; mv {tmp_path}/pid.draft {tmp_path}/pid; sleep 600; : $1 $2"
    template = ("sh", "-c", noting, "sh", "{file}", "{text}")
    command = [sys.executable, "-c", _INTERRUPTED, *template]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        while not (tmp_path / "pid").exists():
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.stderr
        assert b"KeyboardInterrupt" in process.stderr.read()
    program = Path("/proc", (tmp_path / "pid").read_text().strip())
    assert not program.exists() or "zombie" in (program / "status").read_text()


def test_a_program_that_is_not_there_is_one_message() -> None:
    for template, message in (((), "It has no program"), (("no-such-thing", "{file}", "{text}"), "'no-such-thing'")):
        with pytest.raises(EngineError, match=f"The engine 'command' isn't ready.*{message}"):
            CommandEngine(template).identity()


@pytest.mark.parametrize("name", ["speak.bat", "Speak.CMD"])
def test_a_batch_file_is_refused_since_a_line_could_run_commands_in_it(tmp_path: Path, name: str) -> None:
    program = tmp_path / name
    program.touch(0o755)
    with pytest.raises(EngineError, match="is a batch file"):
        CommandEngine((str(program), "{file}", "{text}")).identity()


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("refuse this", "the program ended with status 1: no licence"),
        ("crash here", "the program ended with signal 11"),
        ("nothing comes", "the program wrote no file"),
        ("empty file", "the program wrote an empty file"),
        ("garbage here", "the program wrote a file that is no sound"),
        ("hush now", "the sound is silent"),
    ],
)
def test_what_goes_wrong_with_a_line_is_said(cache: Cache, line: str, problem: str) -> None:
    with pytest.raises(UnspokenLineError, match=f"could not say '{line}': {problem}"):
        Speaker(VoiceChoice(engine="command", command=TEMPLATE), cache).lengths(["a good line", line])


def test_a_program_that_hangs_is_ended(cache: Cache) -> None:
    engine = engine_named("command", command=TEMPLATE, timeout_s=1)
    with pytest.raises(UnspokenLineError, match="'hang here': the program had not ended after 1 s"):
        Speaker(VoiceChoice(engine=engine), cache).lengths(["a good line", "hang here"])


def test_a_program_that_can_not_be_run_says_why(tmp_path: Path) -> None:
    program = tmp_path / "speak"
    program.write_bytes(b"\x7fELF nonsense")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    ((_, problem),) = CommandEngine((str(program), "{file}", "{text}")).speak(["Hello."], "default", 165)
    assert problem == "the program can't be run: Exec format error"


@pytest.mark.parametrize(
    ("suffix", "subtype"), [("wav", "FLOAT"), ("aiff", None), ("flac", None), ("ogg", None), ("mp3", None)]
)
def test_the_file_may_be_of_any_kind_and_rate(tmp_path: Path, suffix: str, subtype: str | None) -> None:
    import numpy as np

    source = tmp_path / f"source.{suffix}"
    turns = np.arange(44_100) / 44_100
    soundfile.write(source, np.column_stack([0.5 * np.sin(2764 * turns), 0 * turns]), 44_100, subtype=subtype)
    for template in (copying(source, suffix), copying(source, f"wav.{suffix}"[:8].replace(".", "_"))):
        ((_, sound),) = CommandEngine(template).speak(["Hello."], "default", 165)
        assert isinstance(sound, Waveform)
        assert sound.rate_hz == 44_100
        assert sound.seconds == pytest.approx(1, abs=0.06)


def test_lines_run_side_by_side(cache: Cache) -> None:
    lines = [f"line number {n}" for n in range(12)]
    by_name = Speaker(VoiceChoice(engine="command", command=TEMPLATE), cache).lengths(lines)
    assert by_name.keys() == set(lines)


def test_the_fake_engine_and_a_command_can_share_a_cache(cache: Cache) -> None:
    command, fake = (Speaker(VoiceChoice(engine=one), cache) for one in (CommandEngine(TEMPLATE), FakeEngine()))
    assert command.key("One.") != fake.key("One.")
