"""One session's tags, awkward on purpose."""

from __future__ import annotations

import struct
import zlib

from voicecoach.outputs.tags import TagData
from voicecoach.timeline.model import Chapter
from voicecoach.times import Ms

DURATION = Ms(6_250)


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress((b"\0" + bytes([255, 110, 90]) * width) * height)
    signature = b"\x89PNG\r\n\x1a\n"
    return signature + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


PNG, LOGO = _png(3, 2), _png(300, 200)
"""A small cover, and a picture that may be a coach's."""
CHAPTERS = (
    Chapter(Ms(0), Ms(1_500), "Opening"),
    Chapter(Ms(1_500), Ms(4_001), "Step ups; set 1 = #1 \\ up", section=1),
    Chapter(Ms(4_001), DURATION, "Kniebeugen – größer\nweiter", section=2),
)
TAGS = TagData(
    title="Glutes für Läufer 🏃",
    artist="Alexa",
    album="Glutes for runners",
    track=3,
    genre="Fitness",
    comment="Slow = strong; form # first",
    url="https://example.org/video?a=1&b=2",
    chapters=CHAPTERS,
    lyrics="Welcome.\nSet two of three – go.",
    cover=PNG,
)
