"""Files of sound, of less than 1 MB, that would take much to hear."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache, partial
from io import BytesIO

import numpy as np
import soundfile

from tests.fuzz.bombs.made import Make, repeated

MOST = 990_000
HIGHEST_HZ = (1 << 31) - 1


def wav(data: bytes, *, channels: int = 1, rate_hz: int = 48_000, bits: int = 16, kind: int = 1) -> bytes:
    """A WAV file with these samples."""
    frame = channels * bits // 8
    head = struct.pack("<HHIIHH", kind, channels, rate_hz, min(rate_hz * frame, 2**32 - 1), frame, bits)
    body = b"WAVEfmt " + struct.pack("<I", len(head)) + head + b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def noise(count: int) -> bytes:
    """So many bytes of sound that is no silence."""
    return bytes(np.random.default_rng(1).integers(0, 256, count, np.uint8))


def flac(*, rate_hz: int, channels: int, size: int = 30_000, value: int = 0, every: int = 1) -> bytes:
    """A FLAC file of blocks of 65,535 samples that are all the same: hours of it in 1 MB.

    Every so many blocks are of `value`, the others of its negative.
    """
    frames, number = list[bytes](), 0
    length = 0
    while length < size:
        frames.append(_flac_frame(number, channels, value if number % (2 * every) < every else -value))
        length += len(frames[-1])
        number += 1
    total = min(number * 65_535, (1 << 36) - 1)
    packed = rate_hz << 44 | (channels - 1) << 41 | 15 << 36 | total
    about = struct.pack(">HH", 65_535, 65_535) + bytes(6) + packed.to_bytes(8, "big") + bytes(16)
    return b"fLaC" + b"\x80" + len(about).to_bytes(3, "big") + about + b"".join(frames)


def _flac_frame(number: int, channels: int, value: int) -> bytes:
    coded = chr(number).encode() if number < 0xD800 else chr(number + 0x800).encode()  # the coding of UTF-8
    head = bytes([0xFF, 0xF8, 0x70, (channels - 1) << 4 | 0x08]) + coded + struct.pack(">H", 65_534)
    head += bytes([_crc(head, 0x07, 8)])
    frame = head + (b"\0" + struct.pack(">h", value)) * channels
    return frame + struct.pack(">H", _crc(frame, 0x8005, 16))


def _crc(data: bytes, polynomial: int, bits: int) -> int:
    found = 0
    for byte in data:
        found = (found << 8 ^ _table(polynomial, bits)[found >> bits - 8 ^ byte]) & (1 << bits) - 1
    return found


@cache
def _table(polynomial: int, bits: int) -> list[int]:
    """What each byte does to a checksum."""
    table = [byte << bits - 8 for byte in range(256)]
    for _ in range(8):
        table = [(one << 1 ^ (polynomial if one >> bits - 1 else 0)) & (1 << bits) - 1 for one in table]
    return table


def silence(kind: str, subtype: str, *, seconds: int, rate_hz: int = 48_000, channels: int = 1) -> bytes:
    """So much silence in a format of libsndfile's."""
    file = BytesIO()
    with soundfile.SoundFile(file, "w", rate_hz, channels, subtype=subtype, format=kind) as made:
        for _ in range(seconds):
            made.write(np.zeros((rate_hz, channels), np.float32))
    return file.getvalue()


def mp3_of_silence(rate_kbps: int, rate_hz: int) -> bytes:
    """As much as there is room for."""
    import lameenc

    encoder = lameenc.Encoder()
    encoder.set_bit_rate(rate_kbps)
    encoder.set_in_sample_rate(rate_hz)
    encoder.set_channels(1)
    encoder.silence()
    one = bytes(encoder.encode(bytes(2 * rate_hz * 600)))
    return (one * (MOST // max(1, len(one)) + 1))[:MOST]


def sounds() -> Iterator[tuple[str, Make]]:
    """Each with what it is made of, for whatever hears files."""
    yield from _wavs()
    yield from _packed()
    yield from _others()


def _wavs() -> Iterator[tuple[str, Make]]:
    for channels in (1, 2, 8, 64, 1024):
        for rate_hz in (1, 999, 8000, 48_000, 655_350, 10_000_000, HIGHEST_HZ):
            made = partial(wav, noise(MOST), channels=channels, rate_hz=rate_hz, bits=8)
            yield f"WAV, {channels} channels, {rate_hz} Hz", made
    for bits, kind in ((32, 3), (64, 3), (8, 6), (4, 2), (4, 0x11), (1, 0x31)):
        yield f"WAV of kind {kind}", partial(wav, noise(MOST), bits=bits, kind=kind)
    yield "WAV of infinite samples", lambda: wav(struct.pack("<f", float("inf")) * (MOST // 4), bits=32, kind=3)
    yield "WAV that says to be longer", lambda: wav(noise(MOST)).replace(struct.pack("<I", MOST), b"\xff" * 4)
    yield "WAV of many chunks", lambda: wav(noise(900_000)).replace(b"data", b"abcd\0\0\0\0" * 10_000 + b"data")


def _packed() -> Iterator[tuple[str, Make]]:
    for rate_hz in (1000, 8000, 48_000, 192_000, 384_000, 655_350):
        for channels in (1, 2, 8):
            yield (
                f"FLAC, {channels} channels, {rate_hz} Hz",
                partial(flac, rate_hz=rate_hz, channels=channels, value=9000),
            )
        yield f"FLAC of silence, {rate_hz} Hz", partial(flac, rate_hz=rate_hz, channels=1)
    yield "FLAC with a long beginning", lambda: b"fLaC\x04" + (900_000).to_bytes(3, "big") + bytes(900_000)
    for channels in (1, 8):
        for kind, subtype, seconds in (("OGG", "VORBIS", 3600), ("OGG", "OPUS", 1200)):
            yield f"{subtype} of silence, {channels} channels", partial(_cut, kind, subtype, seconds, channels)
    yield "VORBIS, 200 channels", lambda: silence("OGG", "VORBIS", seconds=20, channels=200)[:MOST]
    yield "VORBIS, 200,000 Hz", lambda: silence("OGG", "VORBIS", seconds=1000, rate_hz=200_000)[:MOST]
    for rate_kbps, rate_hz in ((8, 8000), (32, 48_000)):
        yield f"MP3 of silence, {rate_hz} Hz", partial(mp3_of_silence, rate_kbps, rate_hz)


def _others() -> Iterator[tuple[str, Make]]:
    yield (
        "MP3 behind a tag that says to be long",
        lambda: b"ID3\x04\0\0\x7f\x7f\x7f\x7f" + mp3_of_silence(8, 8000)[:-10],
    )
    yield "MP3 behind many tags", lambda: b"ID3\x04\0\0\0\0\0\0" * 90_000 + mp3_of_silence(8, 8000)[:90_000]
    yield "MP3 of heads alone", lambda: b"\xff\xe3\x18\xc4" * (MOST // 4)
    yield "MP3 of heads in free format", lambda: b"\xff\xfb\x00\xc4" * (MOST // 4)
    yield "pages of Ogg without end", lambda: b"OggS\0\2" + bytes(20) + b"\xff" * (MOST - 30)
    yield "pages of Ogg", lambda: (b"OggS\0\2" + bytes(20) + b"\0") * (MOST // 27)
    for kind, subtype in (
        ("AIFF", "IMA_ADPCM"),
        ("AU", "G721_32"),
        ("W64", "PCM_16"),
        ("CAF", "ALAC_16"),
        ("WAV", "GSM610"),
    ):
        yield f"{kind} {subtype}", partial(_cut, kind, subtype, 60, 1)
    for what, unit in (
        ("zeros", b"\0"),
        ("ones", b"\xff"),
        ("marks of RIFF", b"RIFF\xff\xff\xff\xffWAVE"),
        ("OggS", b"OggS"),
    ):
        yield f"nothing but {what}", partial(repeated, unit, MOST)
    yield "a far rate in AIFF", _aiff
    yield "a far rate in AU", lambda: b".snd" + struct.pack(">IIIII", 24, MOST, 1, HIGHEST_HZ, 2) + noise(MOST)


def _cut(kind: str, subtype: str, seconds: int, channels: int) -> bytes:
    rate_hz = 8000 if subtype in {"GSM610", "G721_32"} else 48_000
    return silence(kind, subtype, seconds=seconds, channels=channels, rate_hz=rate_hz)[:MOST]


def _aiff() -> bytes:
    rate = struct.pack(">HQ", 0x401E + 11, 1 << 63)
    common = struct.pack(">hIh", 2, MOST // 4, 16) + rate
    body = b"AIFFCOMM" + struct.pack(">I", len(common)) + common
    body += b"SSND" + struct.pack(">III", MOST + 8, 0, 0) + noise(MOST)
    return b"FORM" + struct.pack(">I", len(body)) + body


def m4a_bombs() -> Iterator[tuple[str, Make]]:
    """M4A files, each with what it is made of."""
    yield "boxes within boxes", lambda: _nested(30_000)
    yield "boxes", lambda: _FTYP + struct.pack(">I4s", 8, b"free") * 120_000
    yield "boxes of nothing", lambda: _FTYP + bytes(980_000)
    yield "many samples", lambda: _track(stsz=struct.pack(">III", 0, 1, 0xFFFFFFFF))
    yield "many chunks", lambda: _track(stco=struct.pack(">II", 0, 0xFFFFFFFF))
    yield (
        "many times",
        lambda: _track(stts=struct.pack(">II", 0, 100_000) + struct.pack(">II", 0xFFFFFFFF, 1) * 100_000),
    )
    yield "a length of years", lambda: _track(mdhd=struct.pack(">IIIIIHH", 0, 0, 0, 1, 0xFFFFFFFF, 0, 0))
    yield "no rate", lambda: _track(mdhd=struct.pack(">IIIIIHH", 0, 0, 0, 0, 0xFFFFFFFF, 0, 0))


_FTYP = struct.pack(">I4s4sI4s", 24, b"ftyp", b"M4A ", 0, b"M4A ") + b"isom"


def _box(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I4s", len(data) + 8, kind) + data


def _nested(deep: int) -> bytes:
    return _FTYP + b"".join(struct.pack(">I4s", 8 * (deep - at), b"moov") for at in range(deep))


def _track(**own: bytes) -> bytes:
    """A file of one track, whose tables are others than they should be."""
    sample = _box(b"mp4a", bytes(6) + struct.pack(">HQHHII", 1, 0, 2, 16, 0, 48_000 << 16))
    parts = {
        "mdhd": struct.pack(">IIIIIHH", 0, 0, 0, 48_000, 48_000 * 60, 0, 0),
        "stsd": struct.pack(">II", 0, 1) + sample,
        "stts": struct.pack(">IIII", 0, 1, 60, 48_000),
        "stsc": struct.pack(">IIIII", 0, 1, 1, 1, 1),
        "stsz": struct.pack(">III", 0, 100, 60),
        "stco": struct.pack(">III", 0, 1, 0),
    } | own
    table = b"".join(_box(name.encode(), data) for name, data in parts.items() if name != "mdhd")
    handler = _box(b"hdlr", struct.pack(">II4s", 0, 0, b"soun") + bytes(13))
    media = _box(b"mdhd", parts["mdhd"]) + handler + _box(b"minf", _box(b"stbl", table))
    return _FTYP + _box(b"moov", _box(b"trak", _box(b"mdia", media))) + _box(b"mdat", bytes(1000))
