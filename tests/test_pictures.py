from __future__ import annotations

import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawn import picture
from tests.outputs.samples_of_tags import PNG
from voicecoach.pictures import PictureError, size_of

MOST_PX = 6000
WHOLE = {kind: picture(kind, 600, 100) for kind in ("PNG", "JPEG")}


@pytest.mark.parametrize("kind", WHOLE)
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_whole_picture_has_its_size(kind: str, mode: str) -> None:
    assert size_of(picture(kind, 600, 100, mode=mode), MOST_PX) == (600, 100)
    assert str(size_of(WHOLE[kind], MOST_PX)) == "600 x 100 pixels"


def test_what_comes_after_the_end_does_no_harm() -> None:
    assert size_of(WHOLE["PNG"] + b"more", MOST_PX) == size_of(WHOLE["JPEG"] + b"more", MOST_PX) == (600, 100)


@pytest.mark.parametrize("kind", WHOLE)
@given(share=st.floats(0.3, 0.99))
def test_a_picture_that_is_cut_off_is_told_from_a_whole_one(kind: str, share: float) -> None:
    with pytest.raises(PictureError, match="is cut off"):
        size_of(WHOLE[kind][: int(len(WHOLE[kind]) * share)], MOST_PX)


def test_a_damaged_png_is_told_from_a_whole_one() -> None:
    at = PNG.index(b"IDAT") + 8
    with pytest.raises(PictureError, match="is damaged"):
        size_of(PNG[:at] + bytes([PNG[at] ^ 1]) + PNG[at + 1 :], MOST_PX)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def deep_png(width: int, height: int, pixels: bytes) -> bytes:
    """One that is interlaced, with four channels of 16 bits: no other has more bytes a pixel."""
    header = struct.pack(">IIBBBBB", width, height, 16, 6, 0, 0, 1)
    packed = chunk(b"IDAT", zlib.compress(pixels))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + packed + chunk(b"IEND", b"")


def test_more_pixels_than_it_says_are_not_unpacked() -> None:
    with pytest.raises(PictureError, match="is damaged"):
        size_of(deep_png(30, 30, bytes(64 << 20)), MOST_PX)


@pytest.mark.parametrize(("width", "height", "lines"), [(1, 1, 1), (1, 400, 750), (400, 1, 4), (400, 400, 750)])
def test_as_many_as_there_can_be_are(width: int, height: int, lines: int) -> None:
    assert size_of(deep_png(width, height, bytes(8 * width * height + lines)), MOST_PX) == (width, height)


def test_a_picture_for_printing_is_refused() -> None:
    with pytest.raises(PictureError, match="CMYK"):
        size_of(picture("JPEG", mode="CMYK"), MOST_PX)


@given(st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]), st.binary(max_size=200))
def test_any_bytes_have_a_size_or_a_fault(begin: bytes, data: bytes) -> None:
    with suppress(PictureError):
        assert len(size_of(begin + data, MOST_PX)) == 2
