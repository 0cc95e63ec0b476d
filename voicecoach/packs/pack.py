"""A voice pack as it is read: one file of clips by sentence.

The file is an SQLite database, so it is read without unpacking, and any tool shows what is in it. `docs/voices.md`
describes the format for those who make packs by other means.
"""

from __future__ import annotations

import hashlib
import json
import math
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from threading import Lock
from typing import Any, Self

from voicecoach.errors import PackError
from voicecoach.times import Ms

SUFFIX = ".pack"
APPLICATION_ID = 0x5643504B
"""`VCPK`, where SQLite files say what program they belong to."""
FORMAT_VERSION = 1

SCHEMA = (
    "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE clip (
        sentence TEXT PRIMARY KEY, said TEXT NOT NULL, length_ms INTEGER NOT NULL, level_lufs REAL NOT NULL,
        sha256 BLOB NOT NULL, opus BLOB NOT NULL)""",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {FORMAT_VERSION}",
)
# Sentences travel as one JSON array, so that a statement has one variable however many there are.
_CLIPS = "SELECT sentence, length_ms, sha256, opus FROM clip WHERE sentence IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class About:
    """What a pack says of itself.

    `voice` is who is heard, `language` as in BCP 47 (`en-us`), `licence` that of the recordings, `made` how they were
    made. `engine` and `engine_voice` name what speaks in the same voice, if anything does, `engine_rate` the factor on
    the calm pace at which it does.
    """

    name: str
    voice: str
    language: str
    licence: str
    made: str
    engine: str = ""
    engine_voice: str = ""
    engine_rate: float = 1.0


@dataclass(frozen=True, slots=True)
class Clip:
    """A sentence's clip: its length, the checksum of its sound, and the sound as Ogg Opus."""

    length: Ms
    sha256: str
    opus: bytes


class Pack:
    """An open pack. Threads take turns."""

    def __init__(self, path: Path, database: sqlite3.Connection, about: About, clips: int) -> None:
        """Use `Pack.open`. `clips` is how many sentences there are in it."""
        self.path, self.about, self.count = path, about, clips
        self._database, self._turn = database, Lock()

    @classmethod
    def open(cls, path: Path) -> Self:
        """The pack in a file. Raises PackError for one that isn't there, is damaged or of another version."""
        if not path.is_file():
            raise PackError(str(path), "there is no such file")
        try:
            database = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True, check_same_thread=False)
        except sqlite3.Error as error:
            raise PackError(str(path), f"it can't be read ({error})") from error
        try:
            return cls.of(path, database)
        except PackError:
            database.close()
            raise

    @classmethod
    def of(cls, path: Path, database: sqlite3.Connection) -> Self:
        """The pack in a database that is open, in the file `path`. Raises PackError as `open` does."""
        try:
            _check_version(path, database)
            about = _about(path, dict(database.execute("SELECT key, value FROM about")))
            return cls(path, database, about, database.execute("SELECT count(*) FROM clip").fetchone()[0])
        except sqlite3.Error as error:
            raise PackError(str(path), f"it is damaged, or no voice pack ({error})") from error

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def clips(self, sentences: Collection[str]) -> dict[str, Clip]:
        """The clips of those sentences that it has, each checked. Raises PackError when one is damaged."""
        with self._turn:
            try:
                rows = self._database.execute(_CLIPS, [json.dumps(sorted(sentences))]).fetchall()
            except sqlite3.Error as error:
                raise PackError(str(self.path), f"it is damaged ({error})") from error
        return dict(self._checked(rows))

    def sentences(self) -> list[str]:
        """All that it can say, sorted. Raises PackError when it is damaged."""
        with self._turn:
            try:
                return [row[0] for row in self._database.execute("SELECT sentence FROM clip ORDER BY sentence")]
            except sqlite3.Error as error:
                raise PackError(str(self.path), f"it is damaged ({error})") from error

    def wordings(self) -> dict[str, str]:
        """What was said for each sentence."""
        with self._turn:
            return dict(self._database.execute("SELECT sentence, said FROM clip"))

    def _checked(self, rows: Collection[tuple[Any, ...]]) -> Iterator[tuple[str, Clip]]:
        """The clips in rows whose types are as they should be: SQLite itself holds nobody to them."""
        for sentence, length, sha256, opus in rows:
            if not (isinstance(length, int) and length > 0 and isinstance(opus, bytes)):
                raise PackError(str(self.path), f"its entry for {sentence!r} is damaged")
            if hashlib.sha256(opus).digest() != sha256:
                raise PackError(str(self.path), f"the sound of {sentence!r} is damaged")
            yield sentence, Clip(Ms(length), sha256.hex(), opus)


def _check_version(path: Path, database: sqlite3.Connection) -> None:
    if database.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise PackError(str(path), "it is no voice pack")
    version = database.execute("PRAGMA user_version").fetchone()[0]
    if version != FORMAT_VERSION:
        raise PackError(str(path), f"it is of version {version}, and this voicecoach reads version {FORMAT_VERSION}")


def _about(path: Path, known: dict[str, str]) -> About:
    missing = [name for name in ("name", "voice", "language", "licence", "made") if not known.get(name)]
    if missing:
        raise PackError(str(path), f"it doesn't say its {missing[0]}")
    if not all(isinstance(value, str) for value in known.values()):
        raise PackError(str(path), "what it says of itself is damaged")
    texts = {field.name: known.get(field.name, "") for field in fields(About) if field.name != "engine_rate"}
    return About(**texts, engine_rate=_engine_rate(path, known.get("engine_rate", "1")))


def _engine_rate(path: Path, written: str) -> float:
    with suppress(ValueError):
        if 0 < (rate := float(written)) < math.inf:
            return rate
    raise PackError(str(path), f"its engine_rate {written!r} is no factor, such as 1.1")
