"""Sounds to encode, and the decoders that judge them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import soundfile

from voicecoach.times import SAMPLE_RATE_HZ, Ms, samples

if TYPE_CHECKING:
    from numpy.typing import NDArray


def sweep(length_ms: int, first_hz: float = 300.0, last_hz: float = 3000.0) -> NDArray[np.int16]:
    """A tone that glides, as loud as speech; its place shows to the sample in a correlation."""
    count = samples(Ms(length_ms))
    phase = 2 * np.pi * np.cumsum(np.linspace(first_hz, last_hz, count)) / SAMPLE_RATE_HZ
    envelope = np.minimum(1, np.minimum(np.arange(count), np.arange(count)[::-1]) / 480)
    return np.round(9000 * envelope * np.sin(phase)).astype(np.int16)


def room_tone(frames: int, dbfs: float = -75.0) -> NDArray[np.int16]:
    noise = np.random.default_rng(7).standard_normal(frames * 1152)
    return np.round(noise * 32768 * 10 ** (dbfs / 20)).astype(np.int16)


def tune(seconds: float, seed: int = 0, channels: int = 2) -> NDArray[np.int16]:
    """Something like music: a chord that changes, beats that need short windows, and noise that fills the bits."""
    rng = np.random.default_rng(seed)
    at_s = np.arange(int(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    beats = np.exp(-((at_s * 2.3) % 1) * 25) * rng.standard_normal(len(at_s)) * 5000
    tones_hz = rng.uniform(80, 2500, (int(seconds) + 1, 4))
    sides = []
    for turn in range(channels):
        chord = sum(np.sin(2 * np.pi * tones_hz[at_s.astype(int), tone] * at_s + turn) for tone in range(4))
        loud = 0.55 + 0.45 * np.sin(2 * np.pi * at_s / 7 + turn)
        sides.append(np.round(loud * (chord * 2200 + beats + rng.standard_normal(len(at_s)) * 300)))
    both: NDArray[np.int16] = np.clip(np.stack(sides, axis=1), -32768, 32767).astype(np.int16)
    return both if channels > 1 else np.ascontiguousarray(both[:, 0])


def level_dbfs(sound: NDArray[np.float64]) -> float:
    return float(20 * np.log10(np.sqrt(np.mean(sound**2)) + 1e-12))


def lag(got: NDArray[np.float64], want: NDArray[np.float64]) -> int:
    """By how many samples `got` is late, found by correlation."""
    size = 1 << (len(got) + len(want)).bit_length()
    product = np.fft.rfft(got, size) * np.conj(np.fft.rfft(want, size))
    shift = int(np.argmax(np.fft.irfft(product, size)))
    return shift - size if shift > size // 2 else shift


def snr_db(got: NDArray[np.float64], want: NDArray[np.float64]) -> float:
    return float(10 * np.log10(np.sum(want**2) / np.sum((got - want) ** 2)))


def as_float(pcm: NDArray[np.int16]) -> NDArray[np.float64]:
    return pcm.astype(np.float64) / 32768


def in_chunks(pcm: NDArray[np.int16], size: int = 30_011) -> Iterator[NDArray[np.int16]]:
    for start in range(0, len(pcm), size):
        yield pcm[start : start + size]


def by_soundfile(path: Path) -> NDArray[np.float64]:
    sound, _rate = soundfile.read(str(path), dtype="float64")
    return np.asarray(sound)


def by_miniaudio(path: Path) -> NDArray[np.float64]:
    import miniaudio

    info = miniaudio.get_file_info(str(path))
    decoded = miniaudio.decode_file(
        str(path), miniaudio.SampleFormat.FLOAT32, nchannels=info.nchannels, sample_rate=SAMPLE_RATE_HZ
    )
    return _shaped(np.frombuffer(decoded.samples, np.float32).astype(np.float64), info.nchannels)


def by_ffmpeg(path: Path, channels: int = 1) -> NDArray[np.float64]:
    command = ["ffmpeg", "-nostdin", "-v", "error", "-i", f"file:{path}", "-map", "0:a", "-f", "f32le", "-"]
    raw = subprocess.run(command, capture_output=True, check=True)
    assert raw.stderr == b""
    return _shaped(np.frombuffer(raw.stdout, np.float32).astype(np.float64), channels)


def by_mpg123(path: Path, channels: int = 1) -> NDArray[np.float64]:
    raw = subprocess.run(["mpg123", "-q", "-s", "-e", "f32", str(path)], capture_output=True, check=True)
    assert raw.stderr == b""
    return _shaped(np.frombuffer(raw.stdout, np.float32).astype(np.float64), channels)


def _shaped(sound: NDArray[np.float64], channels: int) -> NDArray[np.float64]:
    return sound if channels == 1 else sound.reshape(-1, channels)
