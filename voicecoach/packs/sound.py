"""A pack's clips as sound and back: Ogg Opus at 24 kHz, as `docs/voices.md` has it."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from voicecoach.interrupts import signals_wait
from voicecoach.pcm import FULL_SCALE
from voicecoach.times import SAMPLE_RATE_HZ, SAMPLES_PER_MS, Ms, Samples, samples

PACKED_RATE_HZ = 24_000
"""What the voices that are worth packing speak at."""

COMPRESSION = 0.9
"""libsndfile's: about 30 kbit/s, at which predictors of quality and a recogniser hardly tell a clip from its original
(DNSMOS P.808 3.92 against 4.03); at 0.97, half of that, they do."""

ONSET = 10 ** (-46 / 20)
"""A clip begins and ends with sound above this: softer edges would be lost in the MP3, and be late by some ms."""

_OGG_PAGE = struct.Struct("<4sBBqIIIB")
"""The head of a page: `OggS`, version, flags, position, serial number, page number, checksum, segments (RFC 3533)."""

_SERIAL = 1
_TURNED_ROUND = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


def packed(clip: NDArray[np.int16]) -> bytes:
    """A clip, mono at 48 kHz, as Ogg Opus; the same clip gives the same bytes."""
    slower = soxr.resample(clip.astype(np.float32) / FULL_SCALE, SAMPLE_RATE_HZ, PACKED_RATE_HZ, "HQ")
    target = io.BytesIO()
    with (
        signals_wait(),
        soundfile.SoundFile(
            target, "w", PACKED_RATE_HZ, 1, subtype="OPUS", format="OGG", compression_level=COMPRESSION
        ) as file,
    ):
        file.write(slower)
    return _without_chance(target.getvalue())


def unpacked(opus: bytes, length: Ms, rate: float) -> NDArray[np.int16]:
    """The clip in Ogg Opus, mono at 48 kHz, `length` ms long, spoken at `rate` times its own pace.

    Raises soundfile.LibsndfileError for bytes that are no sound.
    """
    spoken = _sounding(opus)
    if rate != 1:
        spoken = _stretched(spoken, rate)
    return (
        np.rint(_fitted(spoken, samples(length)) * (FULL_SCALE - 1)).clip(-FULL_SCALE, FULL_SCALE - 1).astype(np.int16)
    )


def length_of(opus: bytes) -> Ms:
    """How long the clip in Ogg Opus sounds. Raises soundfile.LibsndfileError for bytes that are no sound."""
    return Ms(len(_sounding(opus)) // SAMPLES_PER_MS)


def _sounding(opus: bytes) -> NDArray[np.float32]:
    """The clip from its first ms above `ONSET` to its last: Opus makes soft beginnings and ends softer."""
    with signals_wait():
        sound, rate_hz = soundfile.read(io.BytesIO(opus), dtype="float32", always_2d=True)
    spoken = soxr.resample(sound[:, 0], rate_hz, SAMPLE_RATE_HZ, "HQ")
    whole = np.pad(spoken, (0, -len(spoken) % SAMPLES_PER_MS))
    loud = np.flatnonzero(np.abs(whole).reshape(-1, SAMPLES_PER_MS).max(axis=1) > ONSET)
    return whole[loud[0] * SAMPLES_PER_MS : (loud[-1] + 1) * SAMPLES_PER_MS] if len(loud) else whole


def _stretched(sound: NDArray[np.float32], rate: float) -> NDArray[np.float32]:
    """`sound` at another pace and the same pitch."""
    import python_stretch

    stretch: Any = python_stretch.Signalsmith.Stretch(1)
    stretch.preset(1, SAMPLE_RATE_HZ)
    stretch.timeFactor = rate
    stretched: NDArray[np.float32] = stretch.process(np.ascontiguousarray(sound[None, :]))[0]
    return stretched


def _fitted(sound: NDArray[np.float32], length: Samples) -> NDArray[np.float32]:
    """`sound` cut or filled up to `length`."""
    return np.pad(sound[:length], (0, max(0, length - len(sound))))


def _without_chance(ogg: bytes) -> bytes:
    """An Ogg file with the serial number `_SERIAL`: libsndfile takes one by chance."""
    pages = bytearray(ogg)
    at = 0
    while at < len(pages):
        *head, _, segments = _OGG_PAGE.unpack_from(pages, at)
        end = at + _OGG_PAGE.size + segments
        end += sum(pages[end - segments : end])
        head[4] = _SERIAL
        _OGG_PAGE.pack_into(pages, at, *head, 0, segments)
        _OGG_PAGE.pack_into(pages, at, *head, _ogg_checksum(bytes(pages[at:end])), segments)
        at = end
    return bytes(pages)


def _ogg_checksum(page: bytes) -> int:
    """Ogg's CRC-32: that of zlib with the bits the other way round, beginning at zero and not inverted."""
    turned = zlib.crc32(page.translate(_TURNED_ROUND), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{turned:032b}"[::-1], 2)
