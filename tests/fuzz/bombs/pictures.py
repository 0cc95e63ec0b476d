"""Pictures of less than 1 MB that would take much to draw."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import partial

from tests.fuzz.bombs.made import Make


def png(  # noqa: PLR0913 - all but two have a usual value
    width: int, height: int, *, bits: int = 8, colours: int = 2, interlaced: int = 0, bytes_in_all: int | None = None
) -> bytes:
    """A PNG of one colour; it may have other pixels than it says."""
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colours]
    whole = height * (1 + -(-width * channels * bits // 8)) if bytes_in_all is None else bytes_in_all
    packing = zlib.compressobj(9)
    packed = b"".join(packing.compress(bytes(min(1 << 24, whole - at))) for at in range(0, whole, 1 << 24))
    packed += packing.flush()
    head = struct.pack(">IIBBBBB", width, height, bits, colours, 0, 0, interlaced)
    palette = chunk(b"PLTE", bytes(3)) if colours == 3 else b""
    return SIGNATURE + chunk(b"IHDR", head) + palette + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def jpeg(width: int, height: int, scans: int, *, inks: int = 1) -> bytes:
    """A progressive JPEG that is drawn so many times; each time tells all its blocks in a few bytes."""
    frame = struct.pack(">BHHB", 8, height, width, inks) + b"".join(bytes([at, 0x11, 0]) for at in range(1, inks + 1))
    blocks = -(-width // 8) * -(-height // 8)
    found = b"\xff\xd8" + _part(0xDB, b"\0" + b"\1" * 64) + _part(0xC2, frame)
    found += _part(0xC4, b"\0\1" + bytes(15) + b"\0")  # one code of a bit: no difference
    found += _part(0xC4, b"\x10\1" + bytes(15) + b"\xe0")  # one code of a bit: 16,384 blocks and more have nothing
    colours = b"".join(bytes([at, 0]) for at in range(1, inks + 1))
    found += _part(0xDA, bytes([inks]) + colours + b"\0\0\0") + _bits("0" * blocks * inks)
    run = "0" + "1" * 14  # as many blocks as one code can tell
    once = _part(0xDA, b"\1\1\0\1\x3f\0") + _bits(run * -(-blocks // 32_767))
    return found + once * scans + b"\xff\xd9"


def _part(marker: int, data: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def _bits(bits: str) -> bytes:
    whole = bits + "1" * (-len(bits) % 8)
    return bytes(int(whole[at : at + 8], 2) for at in range(0, len(whole), 8)).replace(b"\xff", b"\xff\0")


def picture_bombs() -> Iterator[tuple[str, Make]]:
    """Each with what it is made of."""
    for width, height in ((4000, 4000), (1, 1_000_000), (1_000_000, 1), (4001, 1), (2**31 - 1, 2**31 - 1), (1, 4000)):
        for bits, colours in ((8, 2), (16, 6), (1, 0), (8, 3)):
            if width * height <= 4000 * 4000:
                yield (
                    f"PNG of {width} x {height} in {bits} bits of {colours}",
                    partial(png, width, height, bits=bits, colours=colours),
                )
    yield "PNG that is interlaced", lambda: png(4000, 4000, bits=16, colours=6, interlaced=1)
    yield "PNG with more than it says", lambda: png(2**31 - 1, 2**31 - 1, bytes_in_all=100_000_000)
    yield "PNG of a pixel with more than it says", lambda: png(1, 1, bytes_in_all=600_000_000)
    yield "PNG of many chunks", lambda: SIGNATURE + png(1, 1)[8:33] + chunk(b"IDAT", b"") * 80_000
    yield (
        "PNG with a packed text",
        lambda: png(9, 9).replace(
            chunk(b"IEND", b""), chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(500_000_000))) + chunk(b"IEND", b"")
        ),
    )
    yield (
        "PNG with a packed profile",
        lambda: (
            SIGNATURE + png(9, 9)[8:33] + chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(500_000_000))) + png(9, 9)[33:]
        ),
    )
    for side in (4000, 2000):
        for scans in (1, 90, 6000):
            yield f"JPEG of {side} x {side} in {scans} scans", partial(jpeg, side, side, scans)
    yield "JPEG in three colours", lambda: jpeg(4000, 4000, 50, inks=3)
    yield (
        "JPEG of 65,535 pixels a side",
        lambda: jpeg(4000, 4000, 1).replace(struct.pack(">HH", 4000, 4000), b"\xff" * 4),
    )
    yield "JPEG of markers", lambda: b"\xff\xd8" + b"\xff" * 980_000
    yield "JPEG of parts", lambda: b"\xff\xd8" + _part(0xE1, b"") * 240_000
