"""What the cache's file looks like to SQLite: its tables, and what is done in them.

Any bit of the file may be wrong. SQLite holds no cell to its type and reads what it finds, so a row counts only if
every cell is of the type that was written.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from voicecoach.databases import DamagedError, opened, tables

SCHEMA_VERSION = 1
EVICT_TO = 0.8
"""Evicting goes down to this part of the limit, so that it happens in batches and not in every render."""

_ENTRIES = (
    "CREATE TABLE entries (key TEXT PRIMARY KEY, kind TEXT NOT NULL, length INTEGER NOT NULL, bytes INTEGER NOT NULL,"
    " checksum INTEGER NOT NULL, used_day INTEGER NOT NULL, blob INTEGER NOT NULL) WITHOUT ROWID"
)
_TABLES = (_ENTRIES, "CREATE TABLE blobs (id INTEGER PRIMARY KEY, data BLOB NOT NULL)")
# Keys travel as one JSON array, so that a statement has one variable however many keys there are.
_LENGTHS = "SELECT key, length, bytes, checksum, used_day FROM entries WHERE key IN (SELECT value FROM json_each(?))"
_BLOBS = (
    "SELECT key, length, bytes, checksum, used_day, data FROM entries LEFT JOIN blobs ON blobs.id = entries.blob"
    " WHERE key IN (SELECT value FROM json_each(?))"
)
_WHOLE = (
    "SELECT count(*) FROM entries JOIN blobs ON id = blob"
    " WHERE key IN (SELECT value FROM json_each(?)) AND bytes = length(data)"
)
# A damaged entry may point to the sound of another one.
_DELETE_BLOBS = (
    "DELETE FROM blobs WHERE id IN (SELECT blob FROM entries WHERE key IN (SELECT value FROM json_each(?1)))"
    " AND id NOT IN (SELECT blob FROM entries WHERE key NOT IN (SELECT value FROM json_each(?1)))"
)
_DELETE_ENTRIES = "DELETE FROM entries WHERE key IN (SELECT value FROM json_each(?))"
_DELETE_DAMAGED = (
    "DELETE FROM entries WHERE typeof(key) <> 'text' OR typeof(kind) <> 'text' OR typeof(used_day) <> 'integer'"
    " OR typeof(blob) <> 'integer' OR bytes IS NOT (SELECT length(data) FROM blobs WHERE id = blob)"
)
_DELETE_UNUSED = "DELETE FROM blobs WHERE id NOT IN (SELECT blob FROM entries)"


class OtherSchemaError(Exception):
    """The tables are not those of this version."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is put: a sound of a kind, and its length in the caller's unit."""

    kind: str
    blob: bytes
    length: int


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that is what was put; `data` is its sound, `None` where that wasn't asked for."""

    length: int
    used_day: int
    data: bytes | None


def connected(path: Path | None) -> sqlite3.Connection:
    """The database in a file, or one in memory, with its tables. Raises `FAULTS`, OtherSchemaError."""
    db = opened(path)
    try:
        _set_up(db)
    except BaseException:
        db.close()
        raise
    return db


def _set_up(db: sqlite3.Connection) -> None:
    # A killed process loses nothing by this; a power cut may, and what it damages is found by its checksum.
    db.execute("PRAGMA synchronous = OFF")
    if _is_ours(db):
        return
    db.execute("PRAGMA page_size = 16384")
    db.execute("BEGIN IMMEDIATE")
    if not _is_ours(db):  # else another process has made the tables while this one waited for the lock
        _create(db)
    db.execute("COMMIT")


def _is_ours(db: sqlite3.Connection) -> bool:
    return _version(db) == SCHEMA_VERSION and tables(db) == set(_TABLES)


def _create(db: sqlite3.Connection) -> None:
    if _version(db) or tables(db):
        raise OtherSchemaError
    for statement in (*_TABLES, f"PRAGMA user_version = {SCHEMA_VERSION}"):
        db.execute(statement)


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def close(db: sqlite3.Connection) -> None:
    """Close it, whatever state it is in."""
    try:
        db.close()
    except sqlite3.Error:
        return


def lengths(db: sqlite3.Connection, keys: Collection[str]) -> dict[str, Found | None]:
    """The entries with these keys without their sounds; `None` for one that is damaged. Raises DamagedError."""
    return _ordered({row[0]: _length(row) for row in db.execute(_LENGTHS, (json.dumps(sorted(keys)),))}, keys)


def blobs(db: sqlite3.Connection, keys: Collection[str]) -> dict[str, Found | None]:
    """The entries with these keys; `None` for one that is damaged. Raises DamagedError."""
    return _ordered({row[0]: _blob(row) for row in db.execute(_BLOBS, (json.dumps(sorted(keys)),))}, keys)


def _ordered(found: dict[str, Found | None], keys: Collection[str]) -> dict[str, Found | None]:
    if not found.keys() <= set(keys):
        raise DamagedError
    return found


def _length(row: Sequence[Any]) -> Found | None:
    key, length, size, checksum, used_day = row
    if not all(isinstance(cell, int) for cell in row[1:]):
        return None
    # Lengths are trusted before their sounds are read, so the row has a checksum of its own.
    return Found(length, used_day, None) if checksum >> 32 == _row_checksum(key, length, size) else None


def _blob(row: Sequence[Any]) -> Found | None:
    key, length, size, checksum, used_day, data = row
    if not isinstance(data, bytes) or not all(isinstance(cell, int) for cell in row[1:-1]):
        return None
    return Found(length, used_day, data) if checksum == _checksum(key, length, size, data) else None


def delete(db: sqlite3.Connection, keys: Iterable[str]) -> None:
    """Take away the entries with these keys and their sounds."""
    doomed = json.dumps(list(keys))
    for statement in (_DELETE_BLOBS, _DELETE_ENTRIES):
        db.execute(statement, (doomed,))


def insert(db: sqlite3.Connection, entries: Mapping[str, Entry], today: int) -> None:
    """Write entries down by their keys, of which none may be there. Raises DamagedError."""
    for key, entry in entries.items():
        row = db.execute("INSERT INTO blobs (data) VALUES (?)", (entry.blob,)).lastrowid
        size = len(entry.blob)
        checksum = _checksum(key, entry.length, size, entry.blob)
        db.execute(
            "INSERT INTO entries (key, kind, length, bytes, checksum, used_day, blob) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (key, entry.kind, entry.length, size, checksum, today, row),
        )
    if db.execute(_WHOLE, (json.dumps(list(entries)),)).fetchone()[0] != len(entries):
        raise DamagedError


def evict(db: sqlite3.Connection, max_bytes: int) -> None:
    """Take away what wasn't used for longest, if there is more than `max_bytes` of sounds."""
    if _total_bytes(db) <= max_bytes:
        return
    for statement in (_DELETE_DAMAGED, _DELETE_UNUSED):  # a wrong size would push out sounds that have room
        db.execute(statement)
    if (total := _total_bytes(db)) <= max_bytes:
        return
    excess = total - int(max_bytes * EVICT_TO)
    victims = []
    for key, size in db.execute("SELECT key, bytes FROM entries ORDER BY used_day, key"):
        if excess <= 0:
            break
        victims.append(key)
        excess -= size
    delete(db, victims)


def _total_bytes(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT total(bytes) FROM entries").fetchone()[0])


def counts(db: sqlite3.Connection) -> list[tuple[str, int, int]]:
    """Each kind, how many entries are of it, and how many bytes their sounds have."""
    rows = db.execute("SELECT kind, count(*), total(bytes) FROM entries WHERE typeof(kind) = 'text' GROUP BY kind")
    return [(kind, count, int(size)) for kind, count, size in rows if kind.isprintable()]


def emptied(db: sqlite3.Connection) -> None:
    """Take away every entry, and give the space back."""
    db.execute("BEGIN IMMEDIATE")
    db.execute("DELETE FROM entries")
    db.execute("DELETE FROM blobs")
    db.execute("COMMIT")
    db.execute("VACUUM")


def _row_checksum(key: str, length: int, size_bytes: int) -> int:
    return crc32(f"{key} {length} {size_bytes}".encode()) & 0x7FFFFFFF


def _checksum(key: str, length: int, size_bytes: int, blob: bytes) -> int:
    """The row's own checksum in the upper half, the blob's in the lower."""
    return _row_checksum(key, length, size_bytes) << 32 | crc32(blob)
