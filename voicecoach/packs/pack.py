"""A voice pack as it is read: one file of clips by sentence.

The file is an SQLite database, so it is read without unpacking, and any tool shows what is in it. `docs/voices.md`
describes the format for those who make packs by other means.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Self

from voicecoach.databases import FAULTS
from voicecoach.errors import PackError
from voicecoach.times import Ms

SUFFIX = ".pack"
APPLICATION_ID = 0x5643504B
"""`VCPK`, where SQLite files say what program they belong to."""
FORMAT_VERSION = 1

COMPRESSION = 0.9
"""libsndfile's: about 30 kbit/s, at which predictors of quality and a recogniser hardly tell a clip from its original:
of 60 sentences of Kokoro's, DNSMOS P.808 3.77 against 3.92, Whisper base's word errors 4.8 % against 3.8 %."""

SMALL = 0.95
"""For the pack that ships: about 20 kbit/s, DNSMOS P.808 3.67, word errors 3.8 %; at 0.97 it is 3.59 and 3.8 %. So the
whole library takes 0.6 times the room that it takes at `COMPRESSION`."""

LONGEST_CLIP = Ms(60_000)
"""No sentence takes as long; more is not unpacked."""
_TABLE = re.compile(r"CREATE TABLE\b(?!.*\b(?:AS|GENERATED)\b)", re.IGNORECASE | re.DOTALL)
"""The rows of anything else than a plain table are computed as they are read, and that could go on for ever."""

SCHEMA = (
    "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE clip (
        sentence TEXT PRIMARY KEY, said TEXT NOT NULL, length_ms INTEGER NOT NULL, level_lufs REAL NOT NULL,
        sha256 BLOB NOT NULL, opus BLOB NOT NULL)""",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {FORMAT_VERSION}",
)
MOST_BYTES = 10_000_000
"""Of a value in a pack: a file from elsewhere may hold a formula in the place of its sound, that makes any number."""

# Sentences travel as one JSON array, so that a statement has one variable however many there are.
_CLIPS = "SELECT sentence, length_ms, sha256, opus FROM clip WHERE sentence IN (SELECT value FROM json_each(?))"

_FAULTS = (*FAULTS, MemoryError)
"""Of a damaged pack SQLite may believe that one of its pieces is gigabytes long."""

Reading = Callable[[], AbstractContextManager[sqlite3.Connection]]
"""Opens the database of a pack for one question."""


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


def is_same_voice(old: About, new: About) -> bool:
    """Whether what is there was spoken as the rest is going to be, so that it can be gone on with."""
    parts = ("voice", "made", "engine", "engine_voice")
    return all(getattr(old, part) == getattr(new, part) for part in parts)


@dataclass(frozen=True, slots=True)
class Clip:
    """A sentence's clip: its length, the checksum of its sound, and the sound as Ogg Opus."""

    length: Ms
    sha256: str
    opus: bytes


class Pack:
    """A pack as a file. Nothing of it stays open between two questions: another one may take its place at any time."""

    def __init__(self, path: Path, about: About, count: int, reading: Reading) -> None:
        """Use `Pack.open`. `count` is how many sentences there are in it."""
        self.path, self.about, self.count = path, about, count
        self._reading = reading

    @classmethod
    def open(cls, path: Path) -> Self:
        """The pack in a file. Raises PackError for one that isn't there, is damaged or of another version."""
        return cls._of(path, lambda: _reading(path))

    @classmethod
    def of(cls, path: Path, database: sqlite3.Connection) -> Self:
        """The pack in a database that is open and stays so, in the file `path`. Raises PackError as `open` does."""
        return cls._of(path, lambda: nullcontext(database))

    @classmethod
    def _of(cls, path: Path, reading: Reading) -> Self:
        try:
            with reading() as database:
                _check_version(path, database)
                about = _about(path, dict(database.execute("SELECT key, value FROM about")))
                return cls(path, about, database.execute("SELECT count(*) FROM clip").fetchone()[0], reading)
        except _FAULTS as error:
            raise PackError(str(path), f"it is damaged, or no voice pack{_said(error)}") from error

    def clips(self, sentences: Collection[str]) -> dict[str, Clip]:
        """The clips of those sentences that it has, each checked. Raises PackError when one is damaged."""
        return dict(self._checked(self._rows(_CLIPS, json.dumps(sorted(sentences)))))

    def sentences(self) -> list[str]:
        """All that it can say, sorted. Raises PackError when it is damaged."""
        return [row[0] for row in self._texts("SELECT sentence FROM clip ORDER BY sentence")]

    def wordings(self) -> dict[str, str]:
        """What was said for each sentence. Raises PackError when it is damaged."""
        return dict(self._texts("SELECT sentence, said FROM clip"))

    def _texts(self, question: str) -> list[tuple[Any, ...]]:
        rows = self._rows(question)
        if not all(isinstance(cell, str) for row in rows for cell in row):
            raise PackError(str(self.path), "its list of sentences is damaged")
        return rows

    def _rows(self, question: str, *values: str) -> list[tuple[Any, ...]]:
        try:
            with self._reading() as database:
                return database.execute(question, values).fetchall()
        except _FAULTS as error:
            raise PackError(str(self.path), f"it is damaged{_said(error)}") from error

    def _checked(self, rows: Collection[tuple[Any, ...]]) -> Iterator[tuple[str, Clip]]:
        """The clips in rows whose types are as they should be: SQLite itself holds nobody to them."""
        for sentence, length, sha256, opus in rows:
            if not (isinstance(length, int) and 0 < length <= LONGEST_CLIP and isinstance(opus, bytes)):
                raise PackError(str(self.path), f"its entry for {sentence!r} is damaged")
            if hashlib.sha256(opus).digest() != sha256:
                raise PackError(str(self.path), f"the sound of {sentence!r} is damaged")
            yield sentence, Clip(Ms(length), sha256.hex(), opus)


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    if not path.is_file():
        raise PackError(str(path), "there is no such file")
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)) as database:
        database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES)
        yield database


def _said(error: Exception) -> str:
    return f" ({error})" if str(error) else ""


def _check_version(path: Path, database: sqlite3.Connection) -> None:
    if database.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise PackError(str(path), "it is no voice pack")
    version = database.execute("PRAGMA user_version").fetchone()[0]
    if version != FORMAT_VERSION:
        raise PackError(str(path), f"it is of version {version}, and this voicecoach reads version {FORMAT_VERSION}")
    for name, sql in database.execute("SELECT name, sql FROM sqlite_schema WHERE lower(name) IN ('about', 'clip')"):
        if not _TABLE.match(str(sql)):
            raise PackError(str(path), f"its {name!r} is no plain table")


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
