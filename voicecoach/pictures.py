"""The two kinds of picture that players, pages and phones all show: which one it is, how large, whether it is whole."""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

PNG, JPEG = "image/png", "image/jpeg"

_PNG_BEGINS, _JPEG_BEGINS = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_CHUNK_FRAME_BYTES = 12
"""Around the data of a chunk: its length, its kind and a checksum."""
_PIECE_BYTES = 1 << 20
_MOST_BYTES_A_PIXEL = 9
"""Four channels of 16 bits, and what names the filter of a line; so one line and one column more are enough for all."""

_MARKER, _SCAN, _END_OF_IMAGE = 0xFF, 0xDA, b"\xff\xd9"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of JPEG after which the size stands (ISO 10918-1, table B.1)."""
_FRAME_HEADER_BYTES = 8
_PRINTING_INKS = 4


class Size(NamedTuple):
    """A picture's size in pixels."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width} x {self.height} pixels"


class PictureError(ValueError):
    """What is wrong with a picture, as the end of a sentence: `is cut off`."""


def mime_type(data: bytes) -> str | None:
    """`image/png` or `image/jpeg`, by what the data begins with; None for anything else."""
    if data.startswith(_PNG_BEGINS):
        return PNG
    return JPEG if data.startswith(_JPEG_BEGINS) else None


def size_of(data: bytes, most_px: int) -> Size:
    """The size of a PNG or a JPEG that is there to its end.

    One that says to be wider or higher than `most_px` is not looked into: it could need any memory. Raises
    PictureError, also for what is neither.
    """
    kind = mime_type(data)
    if kind == PNG:
        return _png_size(data, most_px)
    if kind == JPEG:
        return _jpeg_size(data)
    raise PictureError("is neither a PNG nor a JPEG")


def _png_size(data: bytes, most_px: int) -> Size:
    """The size in the first chunk, once all others were found whole (ISO 15948, 5.3)."""
    size, pixels, at = None, [], len(_PNG_BEGINS)
    while at + _CHUNK_FRAME_BYTES <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        content, end = data[at + 8 : at + 8 + length], at + _CHUNK_FRAME_BYTES + length
        if end > len(data):
            break
        if struct.unpack_from(">I", data, end - 4)[0] != zlib.crc32(kind + content):
            raise PictureError("is damaged")
        if size is None:
            size = _png_header(kind, content)
            if max(size) > most_px:
                return size
        elif kind == b"IDAT":
            pixels.append(content)
        elif kind == b"IEND":
            _inflate(b"".join(pixels), _MOST_BYTES_A_PIXEL * (size.width + 1) * (size.height + 1))
            return size
        at = end
    raise PictureError("is cut off: its end is missing")


def _png_header(kind: bytes, content: bytes) -> Size:
    if kind != b"IHDR" or len(content) != 13:  # noqa: PLR2004 (ISO 15948, 11.2.2)
        raise PictureError("is damaged")
    return Size(*struct.unpack_from(">II", content))


def _inflate(pixels: bytes, most_bytes: int) -> None:
    """Find out whether all pixels are there, a piece at a time, and no more than can be. Raises PictureError."""
    inflating, left, found_bytes = zlib.decompressobj(), pixels, 0
    try:
        while left and not inflating.eof:
            found_bytes += len(inflating.decompress(left, _PIECE_BYTES))
            left = inflating.unconsumed_tail
            if found_bytes > most_bytes:
                raise PictureError("is damaged")
    except zlib.error:
        raise PictureError("is damaged") from None
    if not inflating.eof:
        raise PictureError("is cut off: its end is missing")


def _jpeg_size(data: bytes) -> Size:
    """The size in the header of the frame; what comes after the first scan has to end as a picture does."""
    size, at = None, 2
    while at + 4 <= len(data) and data[at] == _MARKER:
        marker, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if marker == _MARKER:  # any number of them may fill up
            at += 1
            continue
        if marker in _FRAMES and at + 2 + _FRAME_HEADER_BYTES <= len(data):
            height, width, inks = struct.unpack_from(">HHB", data, at + 5)
            size = Size(width, height)
            if inks == _PRINTING_INKS:
                raise PictureError("has the four inks of printing (CMYK), which screens show wrong")
        if marker == _SCAN:
            break
        at += 2 + length
    if size is None or _END_OF_IMAGE not in data[at:]:
        raise PictureError("is cut off: its end is missing")
    return size
