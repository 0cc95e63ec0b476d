from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.history.trainings import GLUTES
from voicecoach.history.model import SessionId
from voicecoach.history.running import FOLDER_NAME, Running

HOLD = """
import sys, time
from pathlib import Path
from voicecoach.history.model import SessionId
from voicecoach.history.running import Running
print(Running(SessionId("glutes-for-runners"), 1, {}, Path(sys.argv[1])).own("abc"), flush=True)
time.sleep(600)
"""


def glutes(folder: Path, week: int = 1) -> Running:
    return Running(GLUTES, week, {}, folder)


@contextmanager
def another_process(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """One that owns the training `abc`."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "True\n"
        try:
            yield process
        finally:
            process.kill()


def test_one_training_has_one_owner(tmp_path: Path) -> None:
    with another_process(tmp_path):
        mine = glutes(tmp_path)
        assert mine.elsewhere()
        assert not mine.own("abc")
        assert mine.own("def")
        mine.close()


def test_another_week_or_session_is_another_training(tmp_path: Path) -> None:
    with another_process(tmp_path):
        assert not glutes(tmp_path, week=2).elsewhere()
        assert not Running(SessionId("legs"), 1, {}, tmp_path).elsewhere()
        assert not Running(GLUTES, 1, {"minutes": 20}, tmp_path).elsewhere()


def test_who_was_killed_owns_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    with another_process(tmp_path) as process:
        os.kill(process.pid, signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        process.wait()
        mine = glutes(tmp_path)
        assert not mine.elsewhere()
        assert mine.own("abc")
        mine.close()
    assert list((tmp_path / FOLDER_NAME).iterdir()) == []


def test_nothing_is_left_by_who_ends_as_usual(tmp_path: Path) -> None:
    mine = glutes(tmp_path)
    assert mine.own("abc")
    mine.close()
    assert list((tmp_path / FOLDER_NAME).iterdir()) == []
    assert not glutes(tmp_path).elsewhere()


def test_where_no_file_can_be_made_nobody_is_kept_from_training(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    mine = glutes(tmp_path / "file")
    assert not mine.elsewhere()
    assert mine.own("abc")
    mine.close()
