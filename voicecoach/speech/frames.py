"""How a speaking child process answers: a stream of frames on its standard output.

A frame is a header of three little-endian integers (index of the line, kind, bytes of payload) and the payload. Each
child takes one JSON object on its standard input, then answers and ends.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import IO

_HEADER = struct.Struct("<iii")
_RATE = struct.Struct("<i")


class Kind(IntEnum):
    """What a frame's payload is."""

    SOUND = 0
    """Samples per second in four bytes, then samples."""

    PROBLEM = 1
    """Why this line could not be said, in UTF-8."""

    VOICES = 2
    """The voices as JSON."""

    FAULT = 3
    """Why the engine can't be used at all, in UTF-8."""

    READY = 4
    """Nothing: what takes long to load is loaded, and lines are next."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One answer. `index` is the line's, or -1 when it isn't about a line."""

    index: int
    kind: Kind
    payload: bytes


def sound_payload(pcm: bytes, rate_hz: int) -> bytes:
    """The payload of a `SOUND` frame."""
    return _RATE.pack(rate_hz) + pcm


def sound(payload: bytes) -> tuple[bytes, int]:
    """The samples and the samples per second in the payload of a `SOUND` frame."""
    return payload[_RATE.size :], _RATE.unpack_from(payload)[0]


def write(stream: IO[bytes], frame: Frame) -> None:
    """Send one frame."""
    stream.write(_HEADER.pack(frame.index, frame.kind, len(frame.payload)))
    stream.write(frame.payload)
    stream.flush()


def read(stream: IO[bytes]) -> Frame | None:
    """The next frame, or None when the stream ended, be it in the middle of one."""
    header = stream.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return None
    index, kind, size = _HEADER.unpack(header)
    payload = stream.read(size)
    return Frame(index, Kind(kind), payload) if len(payload) == size else None
