"""Ogg Opus files without what is in them by chance or for nothing (RFC 3533, RFC 7845)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

_HEAD = struct.Struct("<4sBBqIIIB")
"""The head of a page: `OggS`, version, flags, position, serial number, page number, checksum, count of the lacing."""

_SERIAL = 1
_NO_TAGS = b"OpusTags" + bytes(8)
"""The comments of a file: a vendor of no letters, and no comments."""

_TURNED_ROUND = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


class _Page(NamedTuple):
    """A page: what its head says that isn't counted from the rest, the lengths of its pieces, and those."""

    flags: int
    position: int
    number: int
    lacing: bytes
    body: bytes


def plain(ogg: bytes) -> bytes:
    """A file of one stream with the serial number `_SERIAL` and no comments.

    libsndfile takes the one by chance, and fills the others up to 0.8 kB, a tenth of a sentence.
    """
    head, tags, *sound = _pages(ogg)
    bare = tags._replace(lacing=bytes([len(_NO_TAGS)]), body=_NO_TAGS)
    return b"".join(map(_written, (head, bare, *sound)))


def _pages(ogg: bytes) -> Iterator[_Page]:
    at = 0
    while at < len(ogg):
        _, _, flags, position, _, number, _, count = _HEAD.unpack_from(ogg, at)
        start = at + _HEAD.size
        lacing = ogg[start : start + count]
        at = start + count + sum(lacing)
        yield _Page(flags, position, number, lacing, ogg[start + count : at])


def _written(page: _Page) -> bytes:
    def head(checksum: int) -> bytes:
        count = len(page.lacing)
        return _HEAD.pack(b"OggS", 0, page.flags, page.position, _SERIAL, page.number, checksum, count)

    rest = page.lacing + page.body
    return head(_checksum(head(0) + rest)) + rest


def _checksum(page: bytes) -> int:
    """Ogg's CRC-32: that of zlib with the bits the other way round, beginning at zero and not inverted."""
    turned = zlib.crc32(page.translate(_TURNED_ROUND), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{turned:032b}"[::-1], 2)
