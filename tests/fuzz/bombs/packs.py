"""Voice packs of less than 1 MB that would take much to unpack."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.bombs.made import Make
from tests.fuzz.bombs.sounds import flac, silence
from voicecoach.packs.pack import LONGEST_CLIP, SCHEMA

ABOUT = {"name": "x", "voice": "x", "language": "en", "licence": "x", "made": "x"}


def pack(clips: Iterator[tuple[str, int, bytes]], about: dict[str, str] = ABOUT) -> bytes:
    """A pack of these sentences, lengths and sounds."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.pack"
        with closing(sqlite3.connect(path)) as database, database:
            for statement in SCHEMA:
                database.execute(statement)
            database.executemany("INSERT INTO about VALUES (?, ?)", about.items())
            rows = ((text, text, ms, -20.0, hashlib.sha256(sound).digest(), sound) for text, ms, sound in clips)
            database.executemany("INSERT INTO clip VALUES (?, ?, ?, ?, ?, ?)", rows)
        return path.read_bytes()


def pack_bombs() -> Iterator[tuple[str, Make]]:
    """Each with what it is made of."""
    yield "a clip of hours", lambda: pack(iter([("Go.", LONGEST_CLIP, silence("OGG", "OPUS", seconds=1000)[:900_000])]))
    for channels in (1, 8):
        yield f"a clip in FLAC, {channels} channels", partial(_one, rate_hz=655_350, channels=channels, value=9000)
    yield (
        "clips of minutes",
        lambda: pack(_many(20, LONGEST_CLIP, silence("OGG", "OPUS", seconds=300, rate_hz=24_000)[:45_000])),
    )
    yield "many sentences", lambda: pack((f"{at}", 100, b"") for at in range(8000))
    yield "a long sentence", lambda: pack(iter([("a" * 300_000, 100, b"")]))
    yield "much about it", lambda: pack(iter(()), ABOUT | {str(at): "" for at in range(40_000)})


def _one(rate_hz: int, channels: int, value: int) -> bytes:
    sound = flac(rate_hz=rate_hz, channels=channels, value=value)
    return pack(iter([("Go.", LONGEST_CLIP, sound)]))


def _many(count: int, ms: int, sound: bytes) -> Iterator[tuple[str, int, bytes]]:
    return ((f"{at}", ms, sound) for at in range(count))
