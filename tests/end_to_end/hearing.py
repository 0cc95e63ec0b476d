"""What is in a sound: decoded by others, measured here."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import numpy as np
import soundfile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Sound = NDArray[np.int16] | NDArray[np.float32]
    Decoder = Callable[[Path], Iterator[NDArray[np.float32]]]

RATE_HZ = 48_000
FULL_SCALE = 32_768
_CHUNK = 1 << 20
_TELLING = RATE_HZ // 2

Event = dict[str, Any]
"""An event of the plan, as `plan --json` gives it."""


def sample_at(seconds: float) -> int:
    """The sample that falls at a time of the plan."""
    return round(seconds * 1000) * RATE_HZ // 1000


def decoded(path: Path) -> NDArray[np.int16]:
    """The whole sound, decoded by libsndfile: shape (n,) or (n, channels)."""
    sound, rate_hz = soundfile.read(str(path), dtype="int16")
    assert rate_hz == RATE_HZ
    return np.asarray(sound)


def by_miniaudio(path: Path) -> Iterator[NDArray[np.float32]]:
    """The mono sound in pieces, full scale ±1."""
    import miniaudio

    yield from (
        np.frombuffer(piece, np.float32)
        for piece in miniaudio.stream_file(
            str(path), miniaudio.SampleFormat.FLOAT32, nchannels=1, sample_rate=RATE_HZ, frames_to_read=_CHUNK
        )
    )


def by_mpg123(path: Path) -> Iterator[NDArray[np.float32]]:
    """As `by_miniaudio`."""
    return _piped(["mpg123", "-q", "-s", "-e", "f32", str(path)])


def by_ffmpeg(path: Path) -> Iterator[NDArray[np.float32]]:
    """As `by_miniaudio`."""
    return _piped(["ffmpeg", "-nostdin", "-v", "error", "-i", f"file:{path}", "-map", "0:a", "-f", "f32le", "-"])


def _piped(command: Sequence[str]) -> Iterator[NDArray[np.float32]]:
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        yield from _floats(process.stdout)
        assert process.stderr.read() == b""
    assert process.returncode == 0


def _floats(stream: IO[bytes]) -> Iterator[NDArray[np.float32]]:
    while data := stream.read(4 * _CHUNK):
        yield np.frombuffer(data, np.float32)


def difference(pieces: Iterable[NDArray[np.float32]], sound: NDArray[np.int16]) -> tuple[int, float]:
    """How many samples there are in all, and the largest difference from `sound`, of full scale 1."""
    at, largest = 0, 0.0
    for piece in pieces:
        expected = sound[at : at + len(piece)].astype(np.float32) / FULL_SCALE
        largest = max(largest, float(np.abs(piece[: len(expected)] - expected).max(initial=0)))
        at += len(piece)
    return at, largest


def dbfs(peak: float) -> float:
    """A level of 16-bit samples in decibels."""
    return float(20 * np.log10(max(peak, 1e-3) / FULL_SCALE))


def peak(sound: NDArray[np.int16]) -> float:
    """The largest sample, without its sign."""
    return float(np.abs(sound.astype(np.int32)).max(initial=0))


def rms_db(sound: Sound) -> float:
    """The level in decibels re full scale of 16 bits."""
    return dbfs(float(np.sqrt(np.mean(sound.astype(np.float64) ** 2))))


def heard_between(sound: NDArray[np.int16], first: int, last: int, level_db: float) -> tuple[int, int] | None:
    """The first sample louder than `level_db` from `first` up to `last`, and the one after the last that is."""
    loud = np.flatnonzero(np.abs(sound[first:last].astype(np.int32)) > FULL_SCALE * 10 ** (level_db / 20))
    return (first + int(loud[0]), first + int(loud[-1]) + 1) if len(loud) else None


def correlation(sound: NDArray[np.int16], clip: Sound, at: int, reach: int) -> tuple[int, float]:
    """Where `clip` lies in `sound`, as samples after `at`, sought up to `reach` away; and how alike they are there.

    Its beginning tells where; all of it tells how alike they are.
    """
    window = sound[max(0, at - reach) : at + len(clip) + reach].astype(np.float64)
    wanted = clip.astype(np.float64)
    places = len(window) - len(wanted) + 1
    sought = wanted[:_TELLING]
    size = 1 << (places + len(sought)).bit_length()
    searched = np.fft.rfft(window[: places + len(sought) - 1], size)
    products = np.fft.irfft(searched * np.conj(np.fft.rfft(sought, size)), size)
    found = int(np.argmax(products[:places]))
    there = window[found : found + len(wanted)]
    return found + max(0, at - reach) - at, float(there @ wanted / np.sqrt((there @ there) * (wanted @ wanted)))


def snr_db(got: NDArray[np.int16], want: NDArray[np.int16]) -> float:
    """How far the difference lies below the sound, both of full scale 16 bits; a common gain is left out of account."""
    signal, other = want.astype(np.float64), got.astype(np.float64)
    error = other - signal * (other @ signal / (signal @ signal))
    return float(10 * np.log10((other @ other) / (error @ error)))


def together(sound: NDArray[np.int16], events: Iterable[Event]) -> NDArray[np.int16]:
    """What sounds during these events, one after the other."""
    return np.concatenate([sound[sample_at(each["start"]) : sample_at(each["end"])] for each in events])


def away_from(events: Iterable[Event], count: int, margin: int) -> NDArray[np.bool_]:
    """Which of `count` samples are more than `margin` samples away from every event."""
    away = np.ones(count, np.bool_)
    for each in events:
        away[max(0, sample_at(each["start"]) - margin) : sample_at(each["end"]) + margin] = False
    return away
