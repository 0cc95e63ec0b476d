"""Lay encoded blocks at their places: MP3 frames in, an MP3 stream out, without encoding anything.

A frame at 48 kHz holds 1,152 samples (24 ms) and, at a constant bit rate, a fixed number of bytes. A frame may point
back into the bytes of earlier ones (`main_data_begin`), and a decoder overlaps each frame with the one before. Neither
matters between blocks: each is the work of an encoder of its own, so that its first frame points nowhere, and quiet
frames around it carry nothing in or out. Only bytes are handled here, so that a session whose blocks are all in the
cache needs no encoder and no numpy; `mp3_encode` makes the blocks.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat

from voicecoach.errors import OutputError
from voicecoach.packages import version
from voicecoach.times import SAMPLES_PER_FRAME, Mp3Frames, Ms, Samples, samples

BITRATES_KBPS = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
"""Layer III of MPEG-1 knows these (ISO 11172-3, table of `bitrate_index`, from 1)."""

LEAD_FRAMES = 1
"""Quiet frames before a block: there the encoder starts."""

TAIL_FRAMES = 2
"""Quiet frames after a block: they hold the end of its sound, which the codec's delay moves into them."""

ENCODER_DELAY_SAMPLES = 576
"""LAME's delay, as its Info frame states it."""

DECODER_DELAY_SAMPLES = 529
"""The delay every layer III decoder adds; players take both away when there is an Info frame."""

ENCODER_QUALITY = 5
"""LAME's scale from 0 (best) to 9. Its presets use 2, which takes 1.8 times as long and adds as much noise.

By the mean ratio of noise to what the sound masks (tests/outputs/noise_to_mask.py; at 0 dB it is about to be heard):

    quality                                     2      3      4      5      7
    music, with a coach and without, 128 kbit/s -7.1   -7.1   -7.2   -7.1   -7.6 dB
    speech, 64 kbit/s                           -11.7  -12.1  -11.7  -11.7  -13.0 dB
    frames of the music with a band over 1.5 dB 41     42     40     42     43 %, in one piece 61 at 2 and 75 at 7
    time for 32 minutes of music                26     18.6   16.5   14.6   8.6 s

7 shapes no noise at all: better on the whole, and worse where it would be heard.
"""

USUAL_KBPS = {1: 64, 2: 128}
"""By the number of channels: speech alone, and speech with music."""

_STEREO_INFO_BYTES, _MONO_INFO_BYTES = 32, 17
_INFO_FRAME_KBPS = 64
"""An Info frame needs 192 bytes in stereo; below 64 kbit/s a frame is smaller, so this one frame is larger."""
_HAS_FRAMES, _HAS_BYTES, _HAS_SEEK_TABLE, _HAS_QUALITY = 1, 2, 4, 8
_CHUNK_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class Mp3Format:
    """How the MP3 is encoded: constant bit rate, 48 kHz, one channel or two (joint stereo)."""

    bitrate_kbps: int = USUAL_KBPS[1]
    channels: int = 1

    def __post_init__(self) -> None:
        """Refuse what layer III doesn't have."""
        if self.bitrate_kbps not in BITRATES_KBPS:
            listed = ", ".join(map(str, BITRATES_KBPS))
            raise OutputError(f"MP3 has no bit rate of {self.bitrate_kbps} kbit/s. It has {listed}.")
        if self.channels not in {1, 2}:
            raise ValueError(f"an MP3 has one or two channels, not {self.channels}")

    @property
    def frame_bytes(self) -> int:
        """The size of every frame but the Info frame: 144 x bit rate / 48 kHz, never padded."""
        return 3 * self.bitrate_kbps


def usual_format(channels: int) -> Mp3Format:
    """What suits speech (one channel) or speech with music (two)."""
    return Mp3Format(USUAL_KBPS[channels], channels)


def settings_key(fmt: Mp3Format) -> str:
    """Everything but the samples that shapes encoded bytes, for keys of a cache."""
    return (
        f"lameenc {lameenc_version()}, quality {ENCODER_QUALITY}, {fmt.bitrate_kbps} kbit/s, {fmt.channels} channels, "
        f"lead {LEAD_FRAMES}, tail {TAIL_FRAMES}"
    )


def lameenc_version() -> str:
    """The version of the installed encoder, `none` without it."""
    return version("lameenc")


def frame_count(duration: Samples) -> Mp3Frames:
    """The frames that `duration` samples need, including what the delays push out at the end."""
    needed = duration + ENCODER_DELAY_SAMPLES + DECODER_DELAY_SAMPLES
    return Mp3Frames(-(-needed // SAMPLES_PER_FRAME))


def stream_bytes(duration: Ms, fmt: Mp3Format) -> int:
    """The size of a whole stream, Info frame included and tags not: known before it is made."""
    return _info_format(fmt).frame_bytes + frame_count(samples(duration)) * fmt.frame_bytes


def splice(placed: Iterable[tuple[Ms, bytes]], duration: Ms, loop: bytes, fmt: Mp3Format) -> Iterator[bytes]:
    """The MP3 stream of `duration` with each encoded block at its time and `loop` in the gaps, in pieces.

    `placed` holds, in order, the time of each block's first sample and the bytes `mp3_encode.encode_block` made of it
    for that time's offset; `loop` is from `mp3_encode.encode_loop`. Each gap begins with the loop's first frame, the
    only one that points to no bytes before it. Positions and the length are exact to the sample.

    Raises `ValueError` for blocks nearer to each other or to the start than their quiet frames allow, and for one that
    starts past the end.
    """
    total = frame_count(samples(duration))
    yield info_frame(samples(duration), fmt)
    cursor = 0
    for at, block in placed:
        first = samples(at) // SAMPLES_PER_FRAME - LEAD_FRAMES
        if first < cursor or samples(at) >= samples(duration):
            raise ValueError(f"no room for a block at {at} ms: frames up to {cursor} of {total} are taken")
        yield from _gap(first - cursor, loop, fmt)
        # The tail of a block that ends with the session may reach past the last frame.
        kept = min(_frames_in(block, fmt), total - first)
        yield block[: kept * fmt.frame_bytes]
        cursor = first + kept
    yield from _gap(total - cursor, loop, fmt)


def info_frame(duration: Samples, fmt: Mp3Format) -> bytes:
    """The first frame, silent: it tells players the count of frames and the samples to leave out at both ends.

    The layout is that of the Xing header with LAME's extension (Gabriel Bouvigne, "Mp3 info tag revision 1").
    """
    frames = frame_count(duration)
    own = _info_format(fmt)
    size = own.frame_bytes + frames * fmt.frame_bytes
    padding = frames * SAMPLES_PER_FRAME - ENCODER_DELAY_SAMPLES - duration
    side_info = bytes(_MONO_INFO_BYTES if fmt.channels == 1 else _STEREO_INFO_BYTES)
    head = _header(own) + side_info + _xing_fields(frames, size) + _lame_fields(fmt, size, padding)
    return (head + struct.pack(">H", _crc16(head))).ljust(own.frame_bytes, b"\0")


def _info_format(fmt: Mp3Format) -> Mp3Format:
    return Mp3Format(max(fmt.bitrate_kbps, _INFO_FRAME_KBPS), fmt.channels)


def _header(fmt: Mp3Format) -> bytes:
    """MPEG-1 layer III without CRC, 48 kHz, unpadded, mono or joint stereo, marked as an original."""
    bitrate_index = BITRATES_KBPS.index(fmt.bitrate_kbps) + 1
    return bytes([0xFF, 0xFB, bitrate_index << 4 | 0b0100, 0xC4 if fmt.channels == 1 else 0x44])


def _xing_fields(frames: Mp3Frames, size_bytes: int) -> bytes:
    """Counts and the seek table; past 4 GB the size has no room in its field and is left out, with the table."""
    if size_bytes >= 1 << 32:
        return b"Info" + struct.pack(">III", _HAS_FRAMES | _HAS_QUALITY, frames, 0)
    flags = _HAS_FRAMES | _HAS_BYTES | _HAS_SEEK_TABLE | _HAS_QUALITY
    seek_table = bytes(percent * 256 // 100 for percent in range(100))
    return b"Info" + struct.pack(">III", flags, frames, size_bytes) + seek_table + struct.pack(">I", 0)


def _lame_fields(fmt: Mp3Format, size_bytes: int, padding: int) -> bytes:
    revision_and_method, lowpass_unknown = 0x01, 0
    peak_and_gains, flags = bytes(8), 0
    delays = (ENCODER_DELAY_SAMPLES << 12 | padding).to_bytes(3, "big")
    misc_gain_preset, music_crc = bytes(4), bytes(2)
    music_bytes = struct.pack(">I", min(size_bytes, (1 << 32) - 1))
    head = b"LAME3.100" + bytes([revision_and_method, lowpass_unknown]) + peak_and_gains
    return head + bytes([flags, min(fmt.bitrate_kbps, 255)]) + delays + misc_gain_preset + music_bytes + music_crc


def _crc16(data: bytes) -> int:
    """CRC-16/ARC, which LAME's extension ends with."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ 0xA001 if crc & 1 else crc >> 1
    return crc


def _gap(frames: int, loop: bytes, fmt: Mp3Format) -> Iterator[bytes]:
    """`frames` frames of the loop from its first, in pieces of bounded size."""
    size = frames * fmt.frame_bytes
    piece = loop * max(1, _CHUNK_BYTES // len(loop))
    whole, rest = divmod(size, len(piece))
    yield from repeat(piece, whole)
    if rest:
        yield piece[:rest]


def _frames_in(block: bytes, fmt: Mp3Format) -> int:
    frames, rest = divmod(len(block), fmt.frame_bytes)
    if rest or not frames:
        raise ValueError(f"{len(block)} bytes are not whole frames of {fmt.frame_bytes} bytes")
    return frames
