from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.end_to_end.home import ROOT
from voicecoach import part_files
from voicecoach.part_files import LEFT_BEHIND_S, PART_PATTERN, part_in, remove_left, scratch_folder

WRITING = """
import sys, time
from pathlib import Path
from voicecoach.part_files import part_in, scratch_folder
with part_in(Path(sys.argv[1])) as one, part_in(Path(sys.argv[1])), scratch_folder() as folder:
    one.write_text("half")
    (folder / "half").touch()
    print("begun", flush=True)
    time.sleep(600)
"""
LOCK_AND_PARTS = 4


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for temporary files, for this test alone: the same as what is written to."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def left(folder: Path) -> list[Path]:
    return list(folder.glob(PART_PATTERN))


@contextmanager
def another_run(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that writes two files in a folder, and one in a folder for temporary files there."""
    command = [sys.executable, "-c", WRITING, str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(folder), "TEMP": str(folder)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == "begun\n"
            yield process
        finally:
            process.kill()


def test_a_part_that_is_moved_away_or_not_leaves_nothing(tmp_path: Path) -> None:
    with part_in(tmp_path) as one, part_in(tmp_path) as other, scratch_folder() as folder:
        one.write_text("whole")
        one.replace(tmp_path / "in place")
        other.write_text("half")
        (folder / "half").touch()
        assert len(left(tmp_path)) == LOCK_AND_PARTS - 1
    assert [path.name for path in tmp_path.iterdir()] == ["in place"]


def test_what_another_run_is_writing_stays_until_it_is_killed(tmp_path: Path) -> None:
    with another_run(tmp_path) as process:
        with part_in(tmp_path):
            pass
        assert len(left(tmp_path)) == LOCK_AND_PARTS
        process.kill()
        process.wait()
        assert len(left(tmp_path)) == LOCK_AND_PARTS
        with part_in(tmp_path) as part:
            assert len(left(tmp_path)) == 2
            assert part.exists()
    assert not left(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a lock for every file that is open")
def test_where_there_are_no_locks_it_goes_by_the_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(part_files, "_is_free", lambda _: None)
    old, fresh = tmp_path / ".voicecoach-0123.part", tmp_path / ".voicecoach-4567.part"
    for path in (old, fresh):
        path.touch()
    os.utime(old, (0, old.stat().st_mtime - LEFT_BEHIND_S - 10))
    remove_left(tmp_path)
    assert left(tmp_path) == [fresh]


def test_a_link_of_that_name_goes_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "mine").touch()
    (tmp_path / ".voicecoach-0123-1.part").symlink_to(precious)
    remove_left(tmp_path)
    assert not left(tmp_path)
    assert (precious / "mine").exists()


def test_a_folder_that_is_gone_is_no_fault(tmp_path: Path) -> None:
    remove_left(tmp_path / "nowhere")
    with pytest.raises(FileNotFoundError), part_in(tmp_path / "nowhere"):
        pass
