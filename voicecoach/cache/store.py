"""One SQLite file of finished sounds, keyed by everything that shapes them.

An entry is worth nothing by itself: it can always be made again. So no fault of the file may stop a render. A cache
that can't be used is replaced by one in memory, `Cache.problem` says why, and the work goes on.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Any, Self, TypeVar
from zlib import crc32

FOLDER_VARIABLE = "VOICECOACH_CACHE"
FILE_NAME = "sounds.sqlite3"
SCHEMA_VERSION = 1
MAX_BYTES = 512 * 2**20
PENDING_BYTES = 16 * 2**20
"""What waits in memory for `commit`; more than this is written at once."""

BUSY_TIMEOUT_S = 5.0
EVICT_TO = 0.8
"""Evicting goes down to this part of the limit, so that it happens in batches and not in every render."""

_ENTRIES = (
    "CREATE TABLE entries (key TEXT PRIMARY KEY, kind TEXT NOT NULL, length INTEGER NOT NULL, bytes INTEGER NOT NULL,"
    " checksum INTEGER NOT NULL, used_day INTEGER NOT NULL, blob INTEGER NOT NULL) WITHOUT ROWID"
)
_SCHEMA = (
    _ENTRIES,
    "CREATE TABLE blobs (id INTEGER PRIMARY KEY, data BLOB NOT NULL)",
    f"PRAGMA user_version = {SCHEMA_VERSION}",
)
# Keys travel as one JSON array, so that a statement has one variable however many keys there are.
_LENGTHS = "SELECT key, length, bytes, checksum, used_day FROM entries WHERE key IN (SELECT value FROM json_each(?))"
_BLOBS = (
    "SELECT key, length, bytes, checksum, used_day, data FROM entries LEFT JOIN blobs ON blobs.id = entries.blob"
    " WHERE key IN (SELECT value FROM json_each(?))"
)
_DELETE = (
    "DELETE FROM blobs WHERE id IN (SELECT blob FROM entries WHERE key IN (SELECT value FROM json_each(?)))",
    "DELETE FROM entries WHERE key IN (SELECT value FROM json_each(?))",
)
_BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_REMADE_ENTRY = "A damaged entry in the cache was made again."
_REMADE_FILE = "The cache was damaged and was started afresh."

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class CacheSummary:
    """What a cache holds. `path` is None for one in memory; `bytes_by_kind` counts the blobs alone."""

    path: Path | None
    entries: int
    bytes_by_kind: dict[str, int]

    @property
    def total_bytes(self) -> int:
        """The size of all blobs together."""
        return sum(self.bytes_by_kind.values())


@dataclass(frozen=True, slots=True)
class _Pending:
    kind: str
    blob: bytes
    length: int


class Cache:
    """A store of blobs by key; a context manager. Threads take turns.

    What is put is there for this run at once; `commit` writes it down. Leaving the context without `commit` drops what
    was not yet written, which is harmless: it is made again.
    """

    def __init__(self, path: Path | None, *, max_bytes: int, today: Callable[[], int]) -> None:
        """Use `Cache.open`."""
        self.problem: str | None = None
        self.notes: list[str] = []
        self._path, self._max_bytes, self._today = path, max_bytes, today
        self._pending: dict[str, _Pending] = {}
        self._pending_bytes = 0
        self._stale: set[str] = set()
        self._damaged: set[str] = set()
        self._closed = False
        self._turn = RLock()
        self._db = self._connected()

    @classmethod
    def open(
        cls, folder: Path | None = None, *, max_bytes: int = MAX_BYTES, today: Callable[[], int] | None = None
    ) -> Cache:
        """The cache in `folder`, by default the user's; never raises.

        The environment variable `VOICECOACH_CACHE` names another folder. `max_bytes` bounds the blobs; `today` counts
        days and is there for tests.
        """
        return cls((folder or user_folder()) / FILE_NAME, max_bytes=max_bytes, today=today or _day)

    @classmethod
    def in_memory(cls) -> Cache:
        """A cache for this run alone."""
        return cls(None, max_bytes=MAX_BYTES, today=_day)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file; pending entries are dropped."""
        self._closed = True
        _close(self._db)

    @property
    def sentences(self) -> tuple[str, ...]:
        """For the user: what was noted, and why it can't be used if it can't."""
        return (*self.notes, *([self.problem] if self.problem else []))

    def lengths(self, keys: Iterable[str]) -> dict[str, int]:
        """The length each entry was put with, without reading blobs; keys that aren't there are absent."""
        with self._turn:
            wanted = set(keys)
            found = {key: self._pending[key].length for key in wanted & self._pending.keys()}
            rows = self._rows(_LENGTHS, wanted - found.keys())
            for key, length, size, checksum, used_day in rows:
                # Lengths are trusted before their blobs are read, so the row has a checksum of its own.
                if checksum >> 32 == _row_checksum(key, length, size):
                    self._touch(key, used_day)
                    found[key] = length
                else:
                    self._discard(key)
            return found

    def read(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The blobs of these keys; an entry that is missing or damaged is absent, and a damaged one is noted."""
        with self._turn:
            wanted = set(keys)
            found = {key: self._pending[key].blob for key in wanted & self._pending.keys()}
            rows = self._rows(_BLOBS, wanted - found.keys())
            for key, length, size, checksum, used_day, data in rows:
                if isinstance(data, bytes) and checksum == _checksum(key, length, size, data):
                    self._touch(key, used_day)
                    found[key] = data
                else:
                    self._discard(key)
            return found

    def put(self, kind: str, key: str, blob: bytes, length: int) -> None:
        """Hold `blob` for this run and for `commit`. `length` is in the caller's unit."""
        with self._turn:
            before = self._pending.get(key)
            self._pending_bytes += len(blob) - (len(before.blob) if before else 0)
            self._pending[key] = _Pending(kind, blob, length)
            if self._pending_bytes > PENDING_BYTES:
                self._write()

    def commit(self) -> None:
        """Write what was put, remember what was used, and evict the least recently used beyond the limit.

        Writes nothing when nothing is new and everything was used lately. When it can't be written, `problem` says so.
        """
        with self._turn:
            if self._pending or self._stale or self._damaged:
                self._write(evict=True)

    def summary(self) -> CacheSummary:
        """What is in it, pending entries included."""
        with self._turn:
            self._write()
            rows = self._run(
                lambda db: db.execute("SELECT kind, count(*), sum(bytes) FROM entries GROUP BY kind").fetchall()
            )
            return CacheSummary(self._path, sum(count for _, count, _ in rows), {kind: size for kind, _, size in rows})

    def clear(self) -> None:
        """Remove every entry and give the space back."""
        with self._turn:
            self._forget_pending()
            self._run(_emptied)

    # A fault of the file ends in one of two ways: made anew, or memory for the rest of the run.

    def _run(self, action: Callable[[sqlite3.Connection], _T]) -> _T:
        try:
            return action(self._db)
        except sqlite3.Error as error:
            self._recover(error)
        try:
            return action(self._db)
        except sqlite3.Error as error:
            self._use_memory(error)
        return action(self._db)

    def _recover(self, error: sqlite3.Error) -> None:
        if self._closed:
            raise error
        if _is_broken(error) and self._path:
            _close(self._db)
            self._db = self._made_anew(self._path, _REMADE_FILE)
        else:
            self._use_memory(error)

    def _use_memory(self, error: Exception) -> None:
        _close(self._db)
        self._db = self._memory(error)

    def _connected(self) -> sqlite3.Connection:
        if self._path is None:
            return _connect(None)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return _connect(self._path)
        except sqlite3.Error as error:
            return self._made_anew(self._path, _REMADE_FILE) if _is_broken(error) else self._memory(error)
        except _OtherSchemaError:
            return self._made_anew(self._path, None)
        except OSError as error:
            return self._memory(error)

    def _made_anew(self, path: Path, note: str | None) -> sqlite3.Connection:
        try:
            for name in (path.name, f"{path.name}-journal"):
                path.with_name(name).unlink(missing_ok=True)
            connection = _connect(path)
        except (sqlite3.Error, OSError, _OtherSchemaError) as error:
            return self._memory(error)
        if note:
            self.notes.append(note)
        return connection

    def _memory(self, error: Exception) -> sqlite3.Connection:
        self.problem = f"The cache {self._path} can't be used ({error}); this run works without it."
        self._path = None
        return _connect(None)

    def _rows(self, statement: str, keys: Collection[str]) -> list[tuple[Any, ...]]:
        wanted = json.dumps(sorted(keys))
        return self._run(lambda db: db.execute(statement, (wanted,)).fetchall()) if keys else []

    def _touch(self, key: str, used_day: int) -> None:
        if used_day < self._today() - 1:
            self._stale.add(key)

    def _discard(self, key: str) -> None:
        self._damaged.add(key)
        if _REMADE_ENTRY not in self.notes:
            self.notes.append(_REMADE_ENTRY)

    def _write(self, *, evict: bool = False) -> None:
        if self._pending or self._stale or self._damaged or evict:
            self._run(lambda db: self._transaction(db, evict=evict))
        self._forget_pending()

    def _forget_pending(self) -> None:
        self._pending.clear()
        self._stale.clear()
        self._damaged.clear()
        self._pending_bytes = 0

    def _transaction(self, db: sqlite3.Connection, *, evict: bool) -> None:
        today = self._today()
        db.execute("BEGIN IMMEDIATE")
        try:
            _delete(db, [*(self._damaged - self._pending.keys()), *self._pending])
            for key, entry in self._pending.items():
                _insert(db, key, entry, today)
            db.executemany(
                "UPDATE entries SET used_day = ? WHERE key = ?", [(today, key) for key in sorted(self._stale)]
            )
            if evict:
                _evict(db, self._max_bytes)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


class _OtherSchemaError(Exception):
    """The file was written by another version."""


def user_folder() -> Path:
    """Where the cache is unless a folder is named: `VOICECOACH_CACHE`, or the user's cache folder."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_cache_path  # here, since most callers in tests name a folder

    return user_cache_path("voicecoach", appauthor=False)


def _connect(path: Path | None) -> sqlite3.Connection:
    db = sqlite3.connect(path or ":memory:", timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
    try:
        _set_up(db)
    except BaseException:
        db.close()
        raise
    return db


def _set_up(db: sqlite3.Connection) -> None:
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version not in {0, SCHEMA_VERSION}:
        raise _OtherSchemaError
    # A killed process loses nothing by this; a power cut may, and what it damages is found by its checksum.
    db.execute("PRAGMA synchronous = OFF")
    if version == 0:
        db.execute("PRAGMA page_size = 16384")
        db.execute("BEGIN IMMEDIATE")
        # Another process may have made the tables while this one waited for the lock.
        if db.execute("PRAGMA user_version").fetchone()[0] == 0:
            for statement in _SCHEMA:
                db.execute(statement)
        db.execute("COMMIT")


def _close(db: sqlite3.Connection) -> None:
    try:
        db.close()
    except sqlite3.Error:
        return


def _is_broken(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _BROKEN or "no such table" in str(error)


def _delete(db: sqlite3.Connection, keys: Iterable[str]) -> None:
    doomed = json.dumps(list(keys))
    for statement in _DELETE:
        db.execute(statement, (doomed,))


def _insert(db: sqlite3.Connection, key: str, entry: _Pending, today: int) -> None:
    row = db.execute("INSERT INTO blobs (data) VALUES (?)", (entry.blob,)).lastrowid
    size = len(entry.blob)
    checksum = _checksum(key, entry.length, size, entry.blob)
    db.execute(
        "INSERT INTO entries (key, kind, length, bytes, checksum, used_day, blob) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (key, entry.kind, entry.length, size, checksum, today, row),
    )


def _evict(db: sqlite3.Connection, max_bytes: int) -> None:
    total = db.execute("SELECT coalesce(sum(bytes), 0) FROM entries").fetchone()[0]
    if total <= max_bytes:
        return
    excess = total - int(max_bytes * EVICT_TO)
    victims = []
    for key, size in db.execute("SELECT key, bytes FROM entries ORDER BY used_day, key"):
        if excess <= 0:
            break
        victims.append(key)
        excess -= size
    _delete(db, victims)


def _emptied(db: sqlite3.Connection) -> None:
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


def _day() -> int:
    return int(time.time() // 86_400)
