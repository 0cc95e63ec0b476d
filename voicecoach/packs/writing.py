"""Makes packs: a work file that grows sentence by sentence, and can be gone on with, then the pack in its place."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Collection
from contextlib import closing
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


class PackWriter:
    """A pack in the making; a context manager.

    What was put stays in the work file beside the pack, even if the making breaks off, and the next writer goes on with
    it. `finish` puts the pack in its place, in one step; until then, what stood there still does.
    """

    def __init__(self, path: Path, about: About) -> None:
        """Go on with the work file beside `path`, or begin with what the pack has. Raises OutputError, PackError."""
        self.path, self._work = path, path.with_name(path.name + WORK_SUFFIX)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not self._is_usable(self._work):
                self._begin()
            self._database = sqlite3.connect(self._work)
            with self._database:
                self._database.execute("DELETE FROM about")
                self._database.executemany("INSERT INTO about VALUES (?, ?)", asdict(about).items())
        except (OSError, sqlite3.Error) as error:
            raise OutputError(f"The voice pack {str(path)!r} can't be written: {error}.") from error

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Keep what was put so far."""
        self._database.commit()
        self._database.close()

    def known(self) -> dict[str, str]:
        """The sentences it has, each with the wording that was spoken for it."""
        return dict(self._database.execute("SELECT sentence, said FROM clip"))

    def put(self, sentence: str, clip: NDArray[np.int16], level_lufs: float, said: str | None = None) -> None:
        """Add a clip, mono at 48 kHz, or put it in the place of the one that is there."""
        from voicecoach.packs.sound import packed
        from voicecoach.times import SAMPLES_PER_MS

        opus = packed(clip)
        length_ms = len(clip) // SAMPLES_PER_MS
        row = (sentence, said or sentence, length_ms, round(level_lufs, 2), hashlib.sha256(opus).digest(), opus)
        with self._database:
            self._database.execute(_PUT, row)

    def keep_only(self, sentences: Collection[str]) -> int:
        """Drop every other sentence; gives how many there were."""
        gone = [(known,) for known in self.known() if known not in sentences]
        with self._database:
            self._database.executemany("DELETE FROM clip WHERE sentence = ?", gone)
        return len(gone)

    def finish(self) -> None:
        """Put the pack in its place. Raises OutputError."""
        whole = self.path.with_name(self.path.name + ".whole")
        try:
            whole.unlink(missing_ok=True)
            with closing(sqlite3.connect(whole)) as copy:
                copy.execute("PRAGMA journal_mode = OFF")
                for statement in SCHEMA:
                    copy.execute(statement)
                for table in ("about", "clip"):
                    rows = self._database.execute(f"SELECT * FROM {table} ORDER BY 1")  # noqa: S608 - our own names
                    copy.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows.description))})", rows)  # noqa: S608
                copy.commit()
            whole.replace(self.path)
            self._database.close()
            self._work.unlink()
        except (OSError, sqlite3.Error) as error:
            whole.unlink(missing_ok=True)
            raise OutputError(f"The voice pack {str(self.path)!r} can't be written: {error}.") from error

    def _is_usable(self, path: Path) -> bool:
        if not path.is_file():
            return False
        try:
            Pack.open(path).close()
        except PackError:
            return False
        return True

    def _begin(self) -> None:
        self._work.unlink(missing_ok=True)
        if self._is_usable(self.path):
            self._work.write_bytes(self.path.read_bytes())
            return
        with closing(sqlite3.connect(self._work)) as database:
            for statement in SCHEMA:
                database.execute(statement)
            database.executemany("INSERT INTO about VALUES (?, ?)", _PLACEHOLDER.items())
            database.commit()
        os.utime(self._work)


_PLACEHOLDER = dict.fromkeys(("name", "voice", "language", "licence", "made"), "not finished")
