"""What SQLite's errors mean, for files of which any bit may be wrong."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

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
