"""The history: one SQLite file in the user's data folder, a row for every session trained.

It can't be made again, so nothing in it is ever thrown away: a damaged file is kept aside, what can be read of it goes
on, and `History.notes` says so. Nor may any fault of it stop a session: `History.problem` says what is wrong.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from shutil import copyfile
from typing import Any, TypeVar

from voicecoach.databases import BUSY_TIMEOUT_S, FAULTS, DamagedError, is_damaged, opened, tables
from voicecoach.folders import data_folder
from voicecoach.history.model import SessionId, Training
from voicecoach.history.rows import COLUMNS, UnreadableRowError, as_now, as_row, as_training

FILE_NAME = "history.sqlite3"
LOCK_NAME = "history-lock.sqlite3"
"""Empty, and there only once a damaged history was restored."""
SCHEMA_VERSION = 2
"""Goes up with every change of the table: another number on the same table is damage."""
ATTEMPTS = 3
"""The file as it is, the one that takes the place of a damaged one, and once more if another process was quicker."""

Row = Sequence[Any]
# `number` keeps the order in which trainings were begun, whatever the clock said.
_TABLE = f"CREATE TABLE trainings (number INTEGER PRIMARY KEY, {', '.join(map(' '.join, COLUMNS.items()))})"
_TABLES = {1: _TABLE.replace(f", changed {COLUMNS['changed']}", ""), SCHEMA_VERSION: _TABLE}
_FORWARD, _BACKWARD = "SELECT * FROM trainings ORDER BY number", "SELECT * FROM trainings ORDER BY number DESC"
_SAVE = (
    "INSERT OR REPLACE INTO trainings VALUES ((SELECT number FROM trainings WHERE id = ?1),"
    " ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)"
)
_UPGRADE = f"ALTER TABLE trainings ADD COLUMN changed {COLUMNS['changed']}"
_BESIDE = "-journal", "-wal", "-shm"
"""What SQLite may keep beside a file."""
_RESTORED_NAME, _COPY_NAME = "restored.sqlite3", "page-by-page.sqlite3"
_PAGE_COUNT, _HOLDS_ROWS = slice(28, 32), 0x0D
"""Where the head of an SQLite file says how many pages it has, and the first byte of a page with rows."""

_T = TypeVar("_T")


class _NewerError(Exception):
    """The file was written by a later version."""


_FAULTS = *FAULTS, OSError, _NewerError


class History:
    """The trainings that are remembered. The file is opened for each call alone; any thread may call."""

    def __init__(self, folder: Path | None = None, *, patience_s: float = BUSY_TIMEOUT_S) -> None:
        """Use the history in `folder`, by default the user's; `VOICECOACH_DATA` names another one.

        Another process that uses it is waited for, `patience_s` at most.
        """
        self._patience_s = patience_s
        self.path = (folder or data_folder()) / FILE_NAME
        self.problem: str | None = None
        self.notes: list[str] = []

    @property
    def sentences(self) -> tuple[str, ...]:
        """For the user: what was noted, and why it can't be used if it can't."""
        return (*self.notes, *([self.problem] if self.problem else []))

    def trainings(self, session: SessionId | None = None) -> list[Training]:
        """All trainings, or those of one session, in the order they were recorded; never raises."""
        nothing: list[Row] = []
        rows = nothing if _is_missing(self.path) else self._run(_rows, otherwise=nothing, done="read")
        found = [training for row in rows if (training := self._readable(row))]
        return [one for one in found if session is None or session.is_same(one.session)]

    def save(self, training: Training) -> bool:
        """Record a training, or what is new about it, and say whether that worked; no fault of the file raises.

        Killed at any moment, it leaves all of it recorded, or what was recorded before.
        """
        row = as_row(training)
        saved = self._run(lambda db: _write(db, [row]), otherwise=False, done="written")
        if saved:
            self.problem = None
        return saved

    def _readable(self, row: Row) -> Training | None:
        try:
            return as_training(row)
        except UnreadableRowError:
            self._note("A training in the history can't be read; it is left as it is.")
            return None

    def _note(self, note: str) -> None:
        if note not in self.notes:
            self.notes.append(note)

    def _run(self, action: Callable[[sqlite3.Connection], _T], *, otherwise: _T, done: str) -> _T:
        """What `action` gives, on a new file if this one is damaged; `otherwise` if that can't be."""
        trouble: Exception | None = None
        for _ in range(ATTEMPTS):
            try:
                with _connected(self.path, self._patience_s) as db:
                    return action(db)
            except _FAULTS as error:
                trouble = error
                if not is_damaged(error, self.path):
                    break
            try:
                self._restore()
            except _FAULTS as error:
                trouble = error
                break
        self.problem = f"The history {self.path} can't be {done} ({trouble})."
        return otherwise

    def _restore(self) -> None:
        """Keep a copy of the damaged file, and put what can be read of it in its place, all at once."""
        with _alone(self.path.with_name(LOCK_NAME)):
            if not _is_damaged(self.path):
                return  # another process has restored it
            folder = _new_folder(self.path.parent)
            for suffix in ("", *_BESIDE):
                with suppress(FileNotFoundError):
                    copyfile(f"{self.path}{suffix}", folder / f"{self.path.name}{suffix}")
            rows = _salvaged(folder / self.path.name)
            with _connected(folder / _RESTORED_NAME) as db:
                _write(db, rows)
            for suffix in _BESIDE:
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
            (folder / _RESTORED_NAME).replace(self.path)
        kept = f"{len(rows)} of its trainings could be read and are kept" if rows else "nothing in it could be read"
        self._note(f"The history was damaged: {kept}. The damaged file is in {folder}.")


@contextmanager
def _connected(path: Path, patience_s: float = BUSY_TIMEOUT_S) -> Iterator[sqlite3.Connection]:
    """A connection to a file that is whole and has the table. Creates it if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(opened(path, patience_s)) as db:
        if not _is_ours(db):
            _create(db)
        if db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise DamagedError("it is damaged")
        yield db


def _is_ours(db: sqlite3.Connection) -> bool:
    return tables(db) == {_TABLES.get(_version(db))}


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _create(db: sqlite3.Connection) -> None:
    with _transaction(db):
        if _is_ours(db):  # another process has made the table while this one waited for the lock
            return
        version, there = _version(db), tables(db)
        if version > SCHEMA_VERSION and not there <= {*_TABLES.values()}:
            raise _NewerError("it was written by a newer voicecoach")
        if version or there:
            raise DamagedError("it is damaged")
        db.execute(_TABLE)
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _rows(db: sqlite3.Connection) -> list[Row]:
    return [row for _, *row in db.execute(_FORWARD)]


def _write(db: sqlite3.Connection, rows: Iterable[Row]) -> bool:
    with _transaction(db):
        _upgrade(db)
        db.executemany(_SAVE, map(as_now, rows))
    return True


def _upgrade(db: sqlite3.Connection) -> None:
    """A table of the first version gets the column that it lacks; until it is written to, it is read as it is."""
    if _version(db) < SCHEMA_VERSION:
        db.execute(_UPGRADE)
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _is_missing(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False  # it is there for all we know, and opening it will say what is wrong
    return False


def _is_damaged(path: Path) -> bool:
    try:
        with _connected(path) as db, _transaction(db):
            _rows(db)
            db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")  # its head may forbid to write
    except FAULTS as error:
        return is_damaged(error, path)
    return False


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Only one process at a time gets here; SQLite's lock ends with the process that holds it."""
    with closing(opened(lock)) as db:
        db.execute("BEGIN EXCLUSIVE")
        yield


def _new_folder(parent: Path) -> Path:
    """A folder for a damaged file: its journal can stay beside it under the name that SQLite knows."""
    for number in count(1):
        with suppress(FileExistsError):
            folder = parent / f"history-damaged-{number}"
            folder.mkdir()
            return folder
    raise AssertionError("numbers don't end")


def _salvaged(path: Path) -> list[Row]:
    """The rows of a damaged file that can still be read, from its beginning, from its end and from each of its pages.

    A copy of it is written beside it.
    """
    rows = _read_both_ways(path)
    with suppress(OSError, *FAULTS):
        rows = _read_page_by_page(path) | rows
    return [row for _, row in sorted(rows.items())]


def _read_both_ways(path: Path) -> dict[int, Row]:
    rows: dict[int, Row] = {}
    for statement in (_FORWARD, _BACKWARD):
        with suppress(*FAULTS), closing(opened(path)) as db:
            for number, *row in db.execute(statement):
                if isinstance(number, int):  # a damaged table may not number its rows
                    with suppress(UnreadableRowError):
                        as_training(row)
                        rows[number] = row
    return rows


def _read_page_by_page(path: Path) -> dict[int, Row]:
    """What each page with rows holds, put where the table begins, behind the first page of a new history.

    So neither the first page nor those that lead to others are needed.
    """
    copy = path.with_name(_COPY_NAME)
    with _connected(copy) as db:
        page_bytes = int(db.execute("PRAGMA page_size").fetchone()[0])
    head, data = bytearray(copy.read_bytes()[:page_bytes]), path.read_bytes()
    head[_PAGE_COUNT] = (len(data) // page_bytes).to_bytes(4, "big")
    rows: dict[int, Row] = {}
    for start in range(page_bytes, len(data), page_bytes):
        if data[start] == _HOLDS_ROWS:
            copy.write_bytes(bytes(head) + data[start : start + page_bytes] + data[2 * page_bytes :])
            rows |= _read_both_ways(copy)
    return rows
