"""Which trainings are running now, in whichever process: one training has one owner.

Each has a file that its process holds locked. SQLite's lock works everywhere, and ends with the process that holds it,
however that ends; a file that nobody holds is one that was left behind.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
from contextlib import ExitStack, suppress
from pathlib import Path

from voicecoach.databases import is_taken
from voicecoach.folders import data_folder
from voicecoach.history.model import Options, SessionId

FOLDER_NAME = "running"
_DIGITS = 16


class Running:
    """The trainings of one session, in one week, with these options."""

    def __init__(self, session: SessionId, week: int, options: Options, folder: Path | None = None) -> None:
        self._folder = (folder or data_folder()) / FOLDER_NAME
        what = json.dumps([session.name, session.path, week, dict(options)], sort_keys=True)
        self._plan = hashlib.sha256(what.encode()).hexdigest()[:_DIGITS]
        self._held = ExitStack()

    def elsewhere(self) -> bool:
        """Whether another process plays it. Files that were left behind are taken away."""
        return any(not self._is_left_behind(path) for path in self._folder.glob(f"{self._plan}-*"))

    def own(self, training: str) -> bool:
        """Own the training of this id until `close`. False if another process does.

        Where no file can be made, there is no history to be confused either.
        """
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{self._plan}-{training}"
        try:
            lock = _locked(path)
        except sqlite3.Error as error:
            return not is_taken(error)
        self._held.callback(_give_up, path, lock)
        return True

    def close(self) -> None:
        """Own nothing any more."""
        self._held.close()

    def _is_left_behind(self, path: Path) -> bool:
        try:
            _give_up(path, _locked(path))
        except sqlite3.Error as error:
            return not is_taken(error)
        return True


def _locked(path: Path) -> sqlite3.Connection:
    lock = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except BaseException:
        lock.close()
        raise
    return lock


def _give_up(path: Path, lock: sqlite3.Connection) -> None:
    """Take the file away while nobody else can hold it; Windows wants it closed first, and keeps it if it is held."""
    if sys.platform == "win32":
        lock.close()
    with suppress(OSError):
        path.unlink()
    lock.close()
