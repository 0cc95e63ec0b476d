"""One SQLite file of finished sounds, keyed by everything that shapes them.

An entry is worth nothing by itself: it can always be made again. So no fault of the file may stop a render. A cache
that can't be used is replaced by one in memory, `Cache.problem` says why, and the work goes on.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self, TypeVar

from voicecoach.cache import database
from voicecoach.cache.database import Entry, Found, OtherSchemaError
from voicecoach.databases import FAULTS, is_damaged
from voicecoach.folders import expanded

FOLDER_VARIABLE = "VOICECOACH_CACHE"
FILE_NAME = "sounds.sqlite3"
MAX_BYTES = 512 * 2**20
PENDING_BYTES = 16 * 2**20
"""What waits in memory for `commit`; more than this is written at once."""

_REMADE_ENTRY = "A damaged entry in the cache was made again."
_REMADE_FILE = "The cache was damaged and was started afresh."
_OTHER_FILE = "The cache was not of this version and was started afresh."

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
        self._pending: dict[str, Entry] = {}
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
        database.close(self._db)

    @property
    def sentences(self) -> tuple[str, ...]:
        """For the user: what was noted, and why it can't be used if it can't."""
        return (*self.notes, *([self.problem] if self.problem else []))

    def lengths(self, keys: Iterable[str]) -> dict[str, int]:
        """The length each entry was put with, without reading blobs; keys that aren't there are absent."""
        with self._turn:
            wanted = set(keys)
            waiting = {key: self._pending[key].length for key in wanted & self._pending.keys()}
            found = self._good(database.lengths, wanted - waiting.keys())
            return waiting | {key: entry.length for key, entry in found.items()}

    def read(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The blobs of these keys; an entry that is missing or damaged is absent, and a damaged one is noted."""
        with self._turn:
            wanted = set(keys)
            waiting = {key: self._pending[key].blob for key in wanted & self._pending.keys()}
            found = self._good(database.blobs, wanted - waiting.keys())
            return waiting | {key: entry.data for key, entry in found.items() if entry.data is not None}

    def put(self, kind: str, key: str, blob: bytes, length: int) -> None:
        """Hold `blob` for this run and for `commit`. `length` is in the caller's unit."""
        with self._turn:
            before = self._pending.get(key)
            self._pending_bytes += len(blob) - (len(before.blob) if before else 0)
            self._pending[key] = Entry(kind, blob, length)
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
            rows = self._run(database.counts)
            return CacheSummary(self._path, sum(count for _, count, _ in rows), {kind: size for kind, _, size in rows})

    def clear(self) -> None:
        """Remove every entry and give the space back."""
        with self._turn:
            self._forget_pending()
            self._run(database.emptied)

    # A fault of the file ends in one of two ways: made anew, or memory for the rest of the run.

    def _run(self, action: Callable[[sqlite3.Connection], _T]) -> _T:
        try:
            return action(self._db)
        except FAULTS as error:
            self._recover(error)
        try:
            return action(self._db)
        except FAULTS as error:
            self._use_memory(error)
        return action(self._db)

    def _recover(self, error: Exception) -> None:
        if self._closed:
            raise error
        if self._path and is_damaged(error, self._path):
            database.close(self._db)
            self._db = self._made_anew(self._path, _REMADE_FILE)
        else:
            self._use_memory(error)

    def _use_memory(self, error: Exception) -> None:
        database.close(self._db)
        self._db = self._memory(error)

    def _connected(self) -> sqlite3.Connection:
        if self._path is None:
            return database.connected(None)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return database.connected(self._path)
        except FAULTS as error:
            broken = is_damaged(error, self._path)
            return self._made_anew(self._path, _REMADE_FILE) if broken else self._memory(error)
        except OtherSchemaError:
            return self._made_anew(self._path, _OTHER_FILE)
        except OSError as error:
            return self._memory(error)

    def _made_anew(self, path: Path, note: str) -> sqlite3.Connection:
        try:
            for name in (path.name, f"{path.name}-journal"):
                path.with_name(name).unlink(missing_ok=True)
            connection = database.connected(path)
        except (*FAULTS, OSError, OtherSchemaError) as error:
            return self._memory(error)
        self.notes.append(note)
        return connection

    def _memory(self, error: Exception) -> sqlite3.Connection:
        self.problem = f"The cache {self._path} can't be used ({error}); this run works without it."
        self._path = None
        return database.connected(None)

    def _good(
        self, look_up: Callable[[sqlite3.Connection, Collection[str]], dict[str, Found | None]], keys: Collection[str]
    ) -> dict[str, Found]:
        """What is found of these keys and is as it was put."""
        found = self._run(lambda db: look_up(db, keys)) if keys else {}
        for key, entry in found.items():
            if entry is None:
                self._discard(key)
            else:
                self._touch(key, entry.used_day)
        return {key: entry for key, entry in found.items() if entry is not None}

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
            database.delete(db, [*(self._damaged - self._pending.keys()), *self._pending])
            database.insert(db, self._pending, today)
            db.executemany(
                "UPDATE entries SET used_day = ? WHERE key = ?", [(today, key) for key in sorted(self._stale)]
            )
            if evict:
                database.evict(db, self._max_bytes)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def user_folder() -> Path:
    """Where the cache is unless a folder is named: `VOICECOACH_CACHE`, or the user's cache folder."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return expanded(named)
    from platformdirs import user_cache_path  # here, since most callers in tests name a folder

    return user_cache_path("voicecoach", appauthor=False)


def _day() -> int:
    return int(time.time() // 86_400)
