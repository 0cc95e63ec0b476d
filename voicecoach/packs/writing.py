"""Makes packs: a work file that grows sentence by sentence, and can be gone on with, then the pack in its place."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from voicecoach.errors import OutputError, PackError
from voicecoach.packs.pack import SCHEMA, About, Pack

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PUT = "INSERT OR REPLACE INTO clip VALUES (?, ?, ?, ?, ?, ?)"
WORK_SUFFIX = ".part"
_BUSY_S = 0.5


def _any(_about: About) -> bool:
    """Whatever was begun is gone on with."""
    return True


class PackWriter:
    """A pack in the making; a context manager.

    What was put stays in the work file beside the pack, even if the making breaks off, and the next writer goes on with
    it. `finish` puts the pack in its place, in one step; until then, what stood there still does.
    """

    def __init__(self, path: Path, about: About, goes_on_with: Callable[[About], bool] = _any) -> None:
        """Go on with the work file beside `path`, or begin with what the pack has.

        Either is left out where `goes_on_with` says no to what it says of itself, or where it is damaged. Raises
        OutputError, also while another writer is at work on the same pack.
        """
        self.path, self.work = path, path.with_name(path.name + WORK_SUFFIX)
        with self._explained():
            path.parent.mkdir(parents=True, exist_ok=True)
            if not _is_usable(self.work, goes_on_with):
                self._begin(goes_on_with)
            self._database = sqlite3.connect(self.work, timeout=_BUSY_S)
            try:
                self._take(about)
            except BaseException:
                self._database.close()
                raise

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Keep what was put so far."""
        self._database.close()

    def known(self) -> dict[str, str]:
        """The sentences it has, each with the wording that was spoken for it."""
        return dict(self._database.execute("SELECT sentence, said FROM clip"))

    def put(self, sentence: str, clip: NDArray[np.int16], level_lufs: float, said: str | None = None) -> None:
        """Add a clip, mono at 48 kHz, or put it in the place of the one that is there. Raises OutputError."""
        from voicecoach.packs.sound import length_of, packed

        opus = packed(clip)
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
                self._database.close()
                self.work.unlink()
        finally:
            with suppress(OSError):
                whole.unlink(missing_ok=True)

    def _copy_to(self, whole: Path) -> None:
        """All of it in order, so that the same clips give the same file whatever was put first."""
        with closing(sqlite3.connect(whole)) as copy:
            copy.execute("PRAGMA journal_mode = OFF")
            for statement in SCHEMA:
                copy.execute(statement)
            for table in ("about", "clip"):
                rows = self._database.execute(f"SELECT * FROM {table} ORDER BY 1")  # noqa: S608 - our own names
                copy.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows.description))})", rows)  # noqa: S608
            copy.commit()

    def _take(self, about: About) -> None:
        """Be the only one to write, and say what it is going to be."""
        self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
        # A machine that loses its power may damage the work file: that is found, and it is begun again.
        self._database.execute("PRAGMA synchronous = OFF")
        with self._database:
            self._database.execute("DELETE FROM about")
            self._database.executemany("INSERT INTO about VALUES (?, ?)", asdict(about).items())

    def _begin(self, goes_on_with: Callable[[About], bool]) -> None:
        for old in (self.work, self.work.with_name(f"{self.work.name}-journal")):
            old.unlink(missing_ok=True)
        if _is_usable(self.path, goes_on_with):
            self.work.write_bytes(self.path.read_bytes())
            return
        with closing(sqlite3.connect(self.work)) as database:
            for statement in SCHEMA:
                database.execute(statement)
            database.commit()

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


def _is_usable(path: Path, wanted: Callable[[About], bool]) -> bool:
    """Whether there is a pack that is `wanted`, with nothing wrong in it."""
    if not path.is_file():
        return False
    try:
        with closing(Pack.open(path)) as pack:
            return wanted(pack.about) and len(pack.clips(pack.sentences())) == pack.count
    except PackError:
        return False
