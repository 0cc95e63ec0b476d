from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.home import BOUND_BY_PERMISSIONS, SHORT, Home, HomeHere, file_limit
from voicecoach.assets import asset_folder

OLD = b"what stood there before"


@pytest.fixture
def home(home: Home) -> Home:
    """A home whose program runs here."""
    return HomeHere(home.folder, home.variables)


def tree(folder: Path) -> dict[str, bytes | None]:
    return {str(path): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def refused(home: Home, *arguments: str | Path, first: str = "") -> str:
    """The one message with which the program refuses; it leaves everything as it was."""
    before = tree(home.folder)
    ran = home.run(*arguments, first=first)
    assert (ran.returncode, ran.stdout) == (1, ""), ran.stderr
    lines = ran.stderr.splitlines()
    assert len(lines) == 1, ran.stderr
    assert lines[0].startswith("voicecoach: ")
    assert tree(home.folder) == before
    return lines[0]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere/session.mp3", "the folder {folder}/nowhere doesn't exist"),
        ("old.mp3/session.mp3", "old.mp3 is a file, not a folder"),
        ("folder.mp3", "folder.mp3 is a folder"),
        ("session", "has no suffix"),
        ("session.mp4", "can't write .mp4 files"),
        ("session.map3", "Did you mean '.mp3'"),
        ("n" * 296 + ".mp3", "the name is too long"),
        ("/dev/full.mp3", "device or a pipe"),
    ],
)
def test_a_name_that_can_not_be_written(home: Home, name: str, message: str) -> None:
    (home.folder / "old.mp3").write_bytes(OLD)
    (home.folder / "folder.mp3").mkdir()
    assert message.format(folder=home.folder) in refused(home, "make", *SHORT, "-o", name)


@pytest.mark.parametrize("name", ["-dashes.mp3", "Läufe und Kraft 💪.mp3", "n" * 251 + ".mp3"])
def test_strange_names_are_names(home: Home, name: str) -> None:
    home.made(name, *SHORT)
    assert home.files() == {name}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a superuser can't be bound by permissions")
@pytest.mark.parametrize(("locked", "mode"), [("folder", 0o555), ("folder/old.mp3", 0o444)])
def test_what_is_read_only_stays_as_it_is(home: Home, locked: str, mode: int) -> None:
    folder = home.folder / "folder"
    folder.mkdir()
    old = folder / "old.mp3"
    old.write_bytes(OLD)
    (home.folder / locked).chmod(mode)
    target = old if mode == 0o444 else folder / "new.mp3"
    message = refused(home, "make", *SHORT, "-o", target, first=BOUND_BY_PERMISSIONS)
    folder.chmod(0o755)
    assert ("is read-only" if target == old else "no permission to write") in message


@pytest.mark.parametrize("suffix", ["mp3", "wav", "flac", "ogg"])
def test_a_full_disk(home: Home, small_disk: Path, suffix: str) -> None:
    old = small_disk / f"session.{suffix}"
    old.write_bytes(OLD)
    assert "the disk is full" in refused(home, "make", *SHORT, "-o", old)
    assert tree(small_disk) == {str(old): OLD}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_limit_on_the_size_of_files(home: Home) -> None:
    (home.folder / "old.mp3").write_bytes(OLD)
    message = refused(home, "make", *SHORT, "-o", "old.mp3", first=file_limit(100_000))
    assert "larger than its disk or your limits allow" in message


def test_music_is_not_overwritten(home: Home) -> None:
    (home.folder / "music.mp3").write_bytes(home.made("made.mp3", *SHORT).read_bytes())
    assert "also an input" in refused(home, "make", *SHORT, "--music", "music.mp3", "-o", "music.mp3")


@pytest.mark.parametrize("given", ["music", "music/"])
def test_no_file_of_the_music_folder_is_overwritten(home: Home, given: str) -> None:
    (home.folder / "music").mkdir()
    home.made("music/song.mp3", *SHORT)
    assert "also an input" in refused(home, "make", *SHORT, "--music", given, "-o", "music/song.mp3")


def test_no_tone_is_overwritten(home: Home) -> None:
    (home.folder / "tones").mkdir()
    shutil.copy(asset_folder() / "tick.wav", home.folder / "tones" / "tick.wav")
    assert "also an input" in refused(home, "make", *SHORT, "--tones", "tones", "-o", "tones/tick.wav")


def test_a_file_that_the_session_names_is_not_overwritten(home: Home) -> None:
    (home.folder / "folder").mkdir()
    (home.folder / "folder" / "mine.mp3").write_text("from: squat\ntitle: Mine\n", encoding="utf-8")
    (home.folder / "all.yaml").write_text(
        "title: All\nsections: [{exercises: [./folder/mine.mp3]}]\n", encoding="utf-8"
    )
    assert "also an input" in refused(home, "make", "all.yaml", "-o", "folder/mine.mp3")


@pytest.mark.parametrize(
    ("blocker", "message"),
    [
        ("old", "a file has that name"),
        ("old.m3u/x", "old.m3u is a folder"),
        ("old/01 squats.mp3/x", "is a folder"),
    ],
)
def test_tracks_that_can_not_be_written_leave_everything_as_it_was(home: Home, blocker: str, message: str) -> None:
    (home.folder / "old.mp3").write_bytes(OLD)
    (home.folder / blocker).parent.mkdir(exist_ok=True, parents=True)
    (home.folder / blocker).write_bytes(OLD)
    said = refused(home, "make", "glutes-for-runners", "--only", "squat", "--split", "-o", "old.mp3")
    assert message in said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_tracks_that_get_too_large_leave_no_folder(home: Home) -> None:
    (home.folder / "old.mp3").write_bytes(OLD)
    refused(home, "make", *SHORT, "--split", "-o", "old.mp3", first=file_limit(100_000))


def test_the_session_is_not_overwritten(home: Home) -> None:
    (home.folder / "folder").mkdir()
    (home.folder / "folder" / "mine.mp3").write_text(
        "title: Mine\nsections: [{exercises: [squat]}]\n", encoding="utf-8"
    )
    assert "also an input" in refused(home, "make", "folder/mine.mp3", "-o", "folder/mine.mp3")


def test_an_old_file_is_replaced_and_a_link_stays_a_link(home: Home) -> None:
    real = home.folder / "real.mp3"
    real.write_bytes(OLD)
    (home.folder / "link.mp3").symlink_to(real)
    home.made("link.mp3", *SHORT)
    assert (home.folder / "link.mp3").is_symlink()
    assert len(real.read_bytes()) > 100_000


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("command", [("plan", "squat", "--json"), ("make", *SHORT, "-o", "made.mp3"), ("list",)])
def test_standard_output_that_takes_nothing_is_one_message(home: Home, command: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "voicecoach", *command],
            cwd=home.folder,
            env=home.environment,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ran.returncode == 1
    assert ran.stderr == ("voicecoach: The output can't be written: No space left on device.\n")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are texts")
def test_a_name_may_be_of_any_bytes(home: Home) -> None:
    name = os.fsdecode(b"\xff.mp3")
    with_its_own_output = Home(home.folder, home.variables)
    assert with_its_own_output.done("make", *SHORT, "--split", "-o", name).startswith("\\udcff")
    tracks = [os.fsencode(track.name) for track in (home.folder / os.fsdecode(b"\xff")).iterdir()]
    listed = (home.folder / os.fsdecode(b"\xff.m3u")).read_bytes().splitlines()
    assert sorted(b"\xff/" + track for track in tracks) == [line for line in listed if not line.startswith(b"#")]


def test_tracks_of_another_session_are_named(home: Home) -> None:
    (home.folder / "mine").mkdir()
    for name in ("07 lunges.mp3", "cover.jpg", "01 squats.mp3"):
        (home.folder / "mine" / name).write_bytes(OLD)
    ran = home.run("make", *SHORT, "--split", "-o", "mine.mp3")
    assert "07 lunges.mp3" in ran.stderr
    assert "cover.jpg" not in ran.stderr
    listed = (home.folder / "mine.m3u").read_text(encoding="utf-8")
    assert "07 lunges.mp3" not in listed


def test_a_pipe_as_standard_output_that_is_closed_early_is_no_crash(home: Home) -> None:
    command = [sys.executable, "-m", "voicecoach", "plan", "glutes-for-runners", "--json"]
    with subprocess.Popen(
        command, cwd=home.folder, env=home.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
