"""Makes packs: a work file that grows sentence by sentence, and can be gone on with, then the pack in its place."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from voicecoach.errors import OutputError, PackError
from voicecoach.packs.pack import COMPRESSION, SCHEMA, About, Pack

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PUT = "INSERT OR REPLACE INTO clip VALUES (?, ?, ?, ?, ?, ?)"
WORK_SUFFIX = ".part"
_BUSY_S = 0.5
_PAGE_BYTES = 1024
"""A clip fills its last page by half, on average: at SQLite's 4096 a pack of 4,920 sentences is 15 % larger."""


def _any(_about: About) -> bool:
    """Whatever was begun is gone on with."""
    return True


class PackWriter:
    """A pack in the making; a context manager.

    What was put stays in the work file beside the pack, even if the making breaks off, and the next writer goes on with
    it. `finish` puts the pack in its place, in one step; until then, what stood there still does.
    """

    def __init__(
        self,
        path: Path,
        about: About,
        goes_on_with: Callable[[About], bool] = _any,
        *,
        compression: float = COMPRESSION,
    ) -> None:
        """Go on with the work file beside `path`, or begin with what the pack has.

        `compression` is that of `sound.packed`.
        Either is left out where `goes_on_with` says no to what it says of itself, or where it is damaged; the work file
        is looked at when it is locked. Raises OutputError, also while another writer is at work on the same pack.
        """
        self.path, self.work = path, path.with_name(path.name + WORK_SUFFIX)
        self._compression = compression
        with self._explained():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = _locked(self.work)
            try:
                self._take(about, goes_on_with)
            except BaseException:
                self._leave()
                raise

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Keep what was put so far; a work file with nothing in it is removed."""
        self._leave()

    def known(self) -> dict[str, str]:
        """The sentences it has, each with the wording that was spoken for it. Raises OutputError."""
        with self._explained():
            return dict(self._database.execute("SELECT sentence, said FROM clip"))

    def pack(self) -> Pack:
        """What there is so far, to be read by this thread while the writer is open. Raises PackError.

        On POSIX a process that opens the work file a second time would lose its lock when it closes it.
        """
        return Pack.of(self.work, self._database)

    def put(self, sentence: str, clip: NDArray[np.int16], level_lufs: float, said: str | None = None) -> None:
        """Add a clip, mono at 48 kHz, or put it in the place of the one that is there. Raises OutputError."""
        from voicecoach.packs.sound import length_of, packed

        opus = packed(clip, self._compression)
        row = (sentence, said or sentence, length_of(opus), round(level_lufs, 2), hashlib.sha256(opus).digest(), opus)
        with self._explained(), self._database:
            self._database.execute(_PUT, row)

    def keep_only(self, sentences: Collection[str]) -> int:
        """Drop every other sentence; gives how many there were. Raises OutputError."""
        gone = [(known,) for known in self.known() if known not in sentences]
        with self._explained(), self._database:
            self._database.executemany("DELETE FROM clip WHERE sentence = ?", gone)
        return len(gone)

    def finish(self) -> None:
        """Put the pack in its place; nothing can be put afterwards. Raises OutputError."""
        whole = self.path.with_name(self.path.name + ".whole")
        try:
            with self._explained():
                whole.unlink(missing_ok=True)
                self._copy_to(whole)
                whole.replace(self.path)
                self._remove_work()
        finally:
            with suppress(OSError):
                whole.unlink(missing_ok=True)

    def _copy_to(self, whole: Path) -> None:
        """All of it in order, so that the same clips give the same file whatever was put first."""
        with closing(sqlite3.connect(whole)) as copy:
            copy.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
            copy.execute("PRAGMA journal_mode = OFF")
            for statement in SCHEMA:
                copy.execute(statement)
            for table in ("about", "clip"):
                rows = self._database.execute(f"SELECT * FROM {table} ORDER BY 1")  # noqa: S608 - our own names
                copy.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows.description))})", rows)  # noqa: S608
            copy.commit()

    def _take(self, about: About, goes_on_with: Callable[[About], bool]) -> None:
        """Go on with what is there, or begin, and say what it is going to be."""
        # A machine that loses its power may damage the work file: that is found, and it is begun again.
        self._database.execute("PRAGMA synchronous = OFF")
        if not self._goes_on(goes_on_with):
            with closing(_beginning(self.path, goes_on_with)) as beginning:
                beginning.backup(self._database)
        with self._database:
            self._database.execute("DELETE FROM about")
            self._database.executemany("INSERT INTO about VALUES (?, ?)", asdict(about).items())

    def _goes_on(self, wanted: Callable[[About], bool]) -> bool:
        with suppress(PackError):
            return _is_usable(self.pack(), wanted)
        return False

    def _leave(self) -> None:
        """Let go of the work file; one with nothing in it is removed."""
        with suppress(sqlite3.Error, OSError):
            if not self._has_any("sqlite_master") or not self._has_any("clip"):
                self._remove_work()
        self._database.close()

    def _has_any(self, table: str) -> bool:
        return self._database.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None  # noqa: S608 - our names

    def _remove_work(self) -> None:
        """Remove the work file, while it is locked if the system does that with a file that is open."""
        if os.name == "posix":
            self.work.unlink()
        self._database.close()
        if os.name != "posix":
            with suppress(PermissionError):  # a run that waits for it has it open, and goes on with it
                self.work.unlink()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """What the system or SQLite refuses, as a message about the pack."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise OutputError(f"The voice pack {str(self.path)!r} can't be written: {_reason(error)}.") from error


def _reason(error: Exception) -> str:
    """What was refused, as a clause."""
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_FULL:
        return "the disk is full"
    if code == sqlite3.SQLITE_BUSY:
        return "another run is writing it"
    return getattr(error, "strerror", None) or str(error)


def _locked(path: Path) -> sqlite3.Connection:
    """The database in a file, which is made if it isn't there; nobody else can read or write it until it is closed."""
    while True:
        before = _inode(path)
        database = _exclusive_or_emptied(path)
        if before is not None and before == _inode(path):
            return database
        database.close()  # it is new, or a run that was waited for has removed it


def _inode(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except FileNotFoundError:
        return None


def _exclusive_or_emptied(path: Path) -> sqlite3.Connection:
    try:
        return _exclusive(path)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode not in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
            raise
    os.truncate(path, 0)  # what is no database is locked by nobody
    return _exclusive(path)


def _exclusive(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=_BUSY_S)
    try:
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("BEGIN EXCLUSIVE")
        database.commit()
    except BaseException:
        database.close()
        raise
    return database


def _beginning(path: Path, wanted: Callable[[About], bool]) -> sqlite3.Connection:
    """What a work file begins with: the pack that is there, if it can be used, or an empty one."""
    with suppress(PackError):
        if _is_usable(Pack.open(path), wanted):
            return sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)
    empty = sqlite3.connect(":memory:")
    for statement in SCHEMA:
        empty.execute(statement)
    return empty


def _is_usable(pack: Pack, wanted: Callable[[About], bool]) -> bool:
    """Whether a pack is `wanted`. Raises PackError when something is wrong in it."""
    return wanted(pack.about) and len(pack.clips(pack.sentences())) == pack.count
