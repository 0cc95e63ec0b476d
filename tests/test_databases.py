from __future__ import annotations

import signal
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from voicecoach.databases import Connection, is_taken, opened
from voicecoach.interrupts import GivenUpError
from voicecoach.side_by_side import Threads

HANGS_S = 60.0
SOON_S = 0.2


@pytest.fixture
def taken(tmp_path: Path) -> Iterator[Connection]:
    """A file that somebody else has for themselves; a connection to it that is patient."""
    path = tmp_path / "file.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("CREATE TABLE numbers (number INTEGER)")
        other.execute("BEGIN EXCLUSIVE")
        freeing = threading.Timer(HANGS_S, other.rollback)
        freeing.start()
        with closing(opened(path, HANGS_S)) as db:
            yield db
        freeing.cancel()


def test_another_process_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "file.sqlite3"
    with closing(opened(path)) as db, closing(opened(path)) as other:
        db.execute("CREATE TABLE numbers (number INTEGER)")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("INSERT INTO numbers VALUES (?)", (5,))
        threading.Timer(SOON_S, other.commit).start()
        assert db.execute("SELECT number FROM numbers").fetchall() == [(5,)]


def test_but_not_for_ever(taken: Connection) -> None:
    taken.patience_s = 0.05
    with pytest.raises(sqlite3.OperationalError, match="locked") as raised:
        taken.execute("SELECT number FROM numbers")
    assert is_taken(raised.value)
    with pytest.raises(sqlite3.OperationalError, match="no such table") as raised:
        opened(None).execute("SELECT number FROM numbers")
    assert not is_taken(raised.value)


def test_an_interrupt_does_not_wait_for_another_process(taken: Connection) -> None:
    began_s = time.monotonic()
    threading.Timer(SOON_S, lambda: signal.raise_signal(signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        taken.execute("BEGIN IMMEDIATE")
    assert time.monotonic() - began_s < HANGS_S / 2


def test_work_that_is_given_up_does_not_wait_for_another_process(taken: Connection) -> None:
    with Threads(1) as threads:
        waiting = threads.submit(taken.execute, "BEGIN IMMEDIATE")
        threads.give_up()
    with pytest.raises(GivenUpError):
        waiting.result()
