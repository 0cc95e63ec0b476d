from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.history.trainings import training
from voicecoach.history.saver import Saver
from voicecoach.history.store import FILE_NAME, History
from voicecoach.times import Ms

PATIENCE_S = 30.0


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path, patience_s=0.05)


@pytest.fixture
def saver(history: History) -> Iterator[Saver]:
    saver = Saver(history)
    yield saver
    saver.close()


def test_what_is_put_is_saved(history: History, saver: Saver) -> None:
    one = training()
    assert saver.wait(0)
    saver.put(one)
    assert saver.wait(PATIENCE_S)
    assert history.trainings() == [one]


def test_a_locked_history_keeps_nobody_waiting_and_is_written_once_it_is_free(
    tmp_path: Path, history: History, saver: Saver
) -> None:
    assert history.save(training(id="before"))
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        since_s = time.monotonic()
        for trained_ms in range(100):
            saver.put(training(id="now", trained_ms=Ms(trained_ms)))
        assert time.monotonic() - since_s < PATIENCE_S / 10
        assert not saver.wait(0.3)
        assert history.problem
    assert saver.wait(PATIENCE_S)
    assert history.sentences == ()
    assert [(one.id, one.trained_ms) for one in history.trainings()][1:] == [("now", 99)]
