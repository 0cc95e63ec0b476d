"""SQLite files that other processes use too and of which any bit may be wrong: waiting for them, and their errors."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path
from typing import Any

from voicecoach.interrupts import GivenUpError, is_given_up

BUSY_TIMEOUT_S = 5.0
"""Another process that uses a file is waited for so long."""

_AGAIN_S = 0.01

_SURROUNDINGS = frozenset(
    {
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_NOLFS,
        sqlite3.SQLITE_AUTH,
    }
)
"""What SQLite says about disk, memory and other processes; all else is about what stands in the file."""


FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises; its message about a damaged schema may hold bytes that are no text."""


class DamagedError(sqlite3.DatabaseError):
    """The file isn't what was written, though SQLite has not noticed."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


class Connection(sqlite3.Connection):
    """A connection that waits for other processes, `patience_s` at most for each statement.

    SQLite's own way to wait can't be interrupted.
    """

    patience_s = BUSY_TIMEOUT_S

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401 - SQLite's own
        """Do a statement as soon as it may be done. Raises `FAULTS`, and GivenUpError in a thread that is told so."""
        until_s = time.monotonic() + self.patience_s
        while True:
            try:
                return super().execute(sql, parameters)
            except sqlite3.OperationalError as error:
                if not is_taken(error) or time.monotonic() >= until_s:
                    raise
            if is_given_up():
                raise GivenUpError
            time.sleep(_AGAIN_S)


def opened(path: Path | None, patience_s: float = BUSY_TIMEOUT_S) -> Connection:
    """A file, or a database in memory, for any thread and without transactions but those that are begun.

    Another process that uses it is waited for, `patience_s` at most. Raises `FAULTS`.
    """
    db = sqlite3.connect(
        path or ":memory:", timeout=0, isolation_level=None, check_same_thread=False, factory=Connection
    )
    db.patience_s = patience_s
    # A text with damaged bytes is one row's trouble; it must not hide all others.
    db.text_factory = lambda read: read.decode("utf-8", "replace")
    return db


def is_taken(error: sqlite3.Error) -> bool:
    """Whether an error says that another process, or another connection, uses the file."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY


def is_damaged(error: Exception, path: Path) -> bool:
    """Whether an error says that what stands in the file is wrong, and not what is around it."""
    if isinstance(error, UnicodeDecodeError):
        return True
    code = getattr(error, "sqlite_errorcode", 0)
    if code == sqlite3.SQLITE_READONLY:  # a damaged head says so of a file that can be written
        return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return bool(code) and code & 0xFF not in _SURROUNDINGS


def tables(database: sqlite3.Connection) -> set[str]:
    """The statements with which its tables were made. Raises `FAULTS`."""
    return {row[0] for row in database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
