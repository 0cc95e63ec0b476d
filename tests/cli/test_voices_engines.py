"""Engines as the command line meets them: ready or not, a program of the user's, models that come and go."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from typing import IO

import pytest
import soundfile

from tests.cli.running import run
from tests.file_server import FileServer, serving
from tests.packs.making import pack_of
from tests.speech import speaking_program
from voicecoach.cli import voices_install
from voicecoach.packages import install_extra
from voicecoach.speech.engines import installed
from voicecoach.speech.models import catalogue
from voicecoach.speech.models.catalogue import Model, ModelFile

CONTENT = bytes(range(256)) * 1000
TEMPLATE = f'[{sys.executable}, -S, -E, {speaking_program.__file__}, "{{file}}", "{{wpm}}", "{{text}}"]'


@pytest.fixture(autouse=True)
def _not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    for engine in ("kokoro", "piper"):
        monkeypatch.setattr(f"voicecoach.speech.engines.{engine}.version", lambda _package: "none")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FileServer]:
    """One that has the model of Kokoro, which is a small file here."""
    with serving({"kokoro.onnx": CONTENT}) as served:
        digest = hashlib.sha256(CONTENT).hexdigest()
        file = ModelFile("kokoro.onnx", len(CONTENT), digest, f"{served.address}kokoro.onnx")
        monkeypatch.setattr(catalogue, "MODELS", (Model("kokoro", "kokoro", (file,), "CC0"),))
        yield served


def test_engines_that_are_not_ready_say_what_is_missing() -> None:
    ran = run("voices")
    assert ran.status == 0
    lines = [line for line in ran.out.splitlines() if " isn't ready. " in line]
    assert [line.split("'")[1] for line in lines] == ["kokoro", "piper", "command"]
    assert install_extra("natural") in lines[0]
    assert install_extra("piper") in lines[1]
    assert 'command: [espeak-ng, -w, "{file}", "{text}"]' in lines[2]


@pytest.mark.parametrize(
    "command", [["make", "squat"], ["voices"], ["plan", "squat", "--json"], ["voices", "--say", "Hi"]]
)
def test_asking_for_one_that_is_not_ready_is_one_message(command: list[str]) -> None:
    message = run(*command, "--engine", "kokoro").message
    assert message.startswith("voicecoach: The engine 'kokoro' isn't ready. ")
    assert message.endswith(install_extra("natural"))


def test_an_engine_of_a_package_that_is_broken_hides_no_other(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    record = tmp_path / "broken-1.0.dist-info"
    record.mkdir()
    (record / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n")
    (record / "entry_points.txt").write_text("[voicecoach.engines]\nbroken = no_such_module:Engine\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    ran = run("voices")
    assert ran.status == 0
    assert "The engine 'broken' can't be loaded: ModuleNotFoundError" in ran.out
    assert "gmw/en-us" in ran.out or sys.platform != "linux"


def test_a_name_that_is_taken_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "installed_names", lambda: ["piper"])
    ran = run("voices")
    assert "note: A package offers an engine 'piper', a name that is taken: it isn't used.\n" in ran.err


def test_a_program_of_the_users_speaks(configuration: Path, tmp_path: Path) -> None:
    configuration.write_text(f"engine: command\ncommand: {TEMPLATE}\n")
    assert run("voices", "--say", "Three sets of ten.", "-o", "sample.wav").status == 0
    assert soundfile.info(tmp_path / "sample.wav").duration > 0.5
    (row,) = [line for line in run("voices").out.splitlines() if line.startswith("│")]
    assert [cell.strip() for cell in row.strip("│").split("│")] == [
        "command",
        "default",
        Path(sys.executable).name,
        "any",
    ]
    assert "voice          command with the voice default, as you chose; 'Ready.' takes" in run("doctor").out


def test_a_sample_of_a_pack_that_is_damaged_is_spoken_by_another_voice(tmp_path: Path) -> None:
    pack = pack_of(tmp_path / "mine.pack", ["Hello."])
    with closing(sqlite3.connect(pack)) as database, database:
        database.execute("UPDATE clip SET opus = x'00', sha256 = ?", [hashlib.sha256(b"\0").digest()])
    ran = run("voices", "--say", "Hello.", "--voice", str(pack), "-o", "sample.wav")
    assert ran.status == 0
    assert "the sound of 'Hello.' can't be read" in ran.err
    assert "Another voice speaks." in ran.err
    assert soundfile.info(tmp_path / "sample.wav").duration > 0.2


@pytest.mark.parametrize(("shipped", "who"), [(True, "the voice pack en-heart ("), (False, "pyttsx3 with the voice ")])
def test_doctor_says_who_speaks_in_place_of_a_pack_that_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shipped: bool, who: str
) -> None:
    if not shipped:
        monkeypatch.setattr("voicecoach.packs.shelf.shipped_folder", lambda: tmp_path / "none")
    pack = pack_of(tmp_path / "mine.pack", ["Ready."])
    with closing(sqlite3.connect(pack)) as database, database:
        database.execute("UPDATE clip SET opus = x'00'")
    (line,) = [line for line in run("doctor", "--voice", str(pack)).out.splitlines() if " voice " in line]
    assert line.startswith(f"ok       voice          {who}")
    assert ", in place of the one you chose (The voice pack " in line


def test_doctor_says_which_voice_a_plain_make_takes_and_why(configuration: Path) -> None:
    shipped = r"ok +voice +the voice pack en-heart \(Heart, .*, \d+ sentences\), which comes with voicecoach; pyttsx3 "
    assert re.search(shipped, run("doctor").out)
    configuration.write_text("engine: pyttsx3\n")
    assert re.search(r"ok +voice +pyttsx3 with the voice \S+, as you chose; 'Ready\.' takes", run("doctor").out)


@pytest.mark.parametrize(
    ("configured", "message"),
    [
        ("command: espeak-ng -w {file}", r"command: The command has no {text}."),
        ("command: [espeak-ng, {a: b}]", "command: keys and values where a text was expected"),
        ("command: {a: b}", "command: keys and values where one value is expected"),
        ("command: [no-such-program, '{file}', '{text}']", "Its program 'no-such-program' is not there."),
        ("", "It has no program."),
    ],
)
def test_a_program_that_can_not_be_is_one_message(configuration: Path, configured: str, message: str) -> None:
    configuration.write_text(f"engine: command\n{configured}\n")
    assert message in run("voices", "--say", "Hello.", "-o", "x.wav").message


def test_a_model_is_installed_and_removed(server: FileServer) -> None:
    ran = run("voices", "install", "kokoro")
    assert (ran.status, ran.out) == (0, "kokoro (0.3 MB, CC0): installed\n")
    assert ran.err.startswith("note: The engine 'kokoro' isn't ready yet. ")
    assert run("voices", "install", "kokoro").out == "kokoro (0.3 MB, CC0): installed already\n"
    assert len(server.requested) == 1
    assert run("voices", "remove", "kokoro").out == "kokoro: removed, 0.3 MB\n"
    assert run("voices", "remove", "kokoro").message == "voicecoach: kokoro is not installed."


def all_of(watching: IO[bytes]) -> bytes:
    """What appears on a terminal until it is closed, which some systems call an error."""
    seen = b""
    with suppress(OSError):
        while piece := watching.read(4096):
            seen += piece
    return seen


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
@pytest.mark.usefixtures("server")
def test_on_a_terminal_it_is_seen_how_far_a_model_is(monkeypatch: pytest.MonkeyPatch) -> None:
    import pty

    monkeypatch.setattr("voicecoach.cli.messages.BAR_AFTER_S", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    seen, terminal = pty.openpty()
    with ThreadPoolExecutor(1) as pool, open(seen, "rb", buffering=0) as watching:  # noqa: PTH123 - it has no name
        everything = pool.submit(all_of, watching)
        with open(terminal, "w") as screen:  # noqa: PTH123 - as above
            monkeypatch.setattr(sys, "stderr", screen)
            voices_install.install("kokoro")
        shown = everything.result().decode()
    assert "fetching kokoro" in shown
    assert "100%" in shown


def test_a_model_may_come_from_elsewhere(server: FileServer, tmp_path: Path) -> None:
    (tmp_path / "mine.onnx").write_bytes(CONTENT)
    assert run("voices", "install", "kokoro", "--from", "mine.onnx").status == 0
    assert server.requested == []


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("origin", ["nowhere", "ftp://example.org", "wrong"])
def test_a_model_that_can_not_be_had_is_one_message(tmp_path: Path, origin: str) -> None:
    (tmp_path / "wrong").write_bytes(CONTENT[::-1])
    assert run("voices", "install", "kokoro", "--from", origin).message.startswith("voicecoach: ")


def test_a_model_that_can_not_be_fetched_may_be_brought(server: FileServer) -> None:
    server.files.clear()
    brought = " Or bring kokoro.onnx here in another way, and: voicecoach voices install kokoro --from FILE."
    assert run("voices", "install", "kokoro").message.endswith(brought)
    asked = run("voices", "install", "kokoro", "--from", f"{server.address}kokoro.onnx").message
    assert asked.endswith("can't be fetched: the server answers 404 Not Found.")


def test_an_unknown_model_offers_the_nearest() -> None:
    assert "Unknown model 'kokorro'. Did you mean 'kokoro'?" in run("voices", "install", "kokorro").message


@pytest.mark.parametrize("option", [["--all"], ["--engine", "kokoro"], ["--say", "Hi"]])
def test_options_of_the_list_are_not_those_of_its_commands(option: list[str]) -> None:
    ran = run("voices", *option, "install", "kokoro")
    assert ran.status == 2
    assert "Options for 'install' stand after it" in ran.err
