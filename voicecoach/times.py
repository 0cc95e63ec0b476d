"""Units of time, each a type of its own, and the one place where times are rounded.

Everything starts on a grid of 100 ms. At 48 kHz that is 4,800 samples, and 4,800 modulo the 1,152 samples of an MP3
frame is 192, so a sound can stand at only six offsets within a frame (see `outputs.mp3`).
"""

from __future__ import annotations

from typing import NewType

Ms = NewType("Ms", int)
"""A time or a length in whole milliseconds."""

Samples = NewType("Samples", int)
"""A position or a length in samples of one channel at `SAMPLE_RATE_HZ`."""

Mp3Frames = NewType("Mp3Frames", int)
"""A position or a length in MP3 frames of `SAMPLES_PER_FRAME` samples."""

SAMPLE_RATE_HZ = 48_000
SAMPLES_PER_MS = SAMPLE_RATE_HZ // 1000
SAMPLES_PER_FRAME = 1152
"""Samples in a frame of MPEG-1 layer III (ISO 11172-3)."""

MINUTE_MS = 60_000
GRID_MS = 100
"""Steps, repetitions and lines start on multiples of this."""


def samples(at: Ms) -> Samples:
    """The sample that falls at `at`; exact, since a millisecond is a whole number of samples."""
    return Samples(at * SAMPLES_PER_MS)


def ms_covering(count: int) -> Ms:
    """The shortest whole number of milliseconds that holds `count` samples."""
    return Ms(-(-count // SAMPLES_PER_MS))


def up_to_grid(at: int) -> Ms:
    """`at`, in ms, rounded up to the grid."""
    return Ms(-(-at // GRID_MS) * GRID_MS)


def minutes_up(length_ms: int) -> int:
    """Whole minutes, rounded up."""
    return -(-length_ms // MINUTE_MS)


def ms(seconds: float) -> Ms:
    """Seconds as ms, rounded half up."""
    return Ms(int(seconds * 1000 + 0.5))


def seconds(at: Ms) -> float:
    """Milliseconds as seconds."""
    return at / 1000


def clock(at: Ms) -> str:
    """`at` as people read it on a player, rounded to the second: `4:05`, `1:02:33`."""
    total = (at + 500) // 1000
    minutes, secs = divmod(total, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes}:{secs:02}"


def length_text(length: Ms) -> str:
    """A length as it may be written in a definition: `40 s`, `2.5 s`, `90 s`, `5 min`."""
    minutes, rest = divmod(length, MINUTE_MS)
    return f"{minutes} min" if minutes and not rest else f"{length / 1000:g} s"
