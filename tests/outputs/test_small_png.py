"""PNGs of few colours, made of those that resvg draws."""

from __future__ import annotations

import io
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.figures.drawn_figures import picture
from voicecoach.figures.tile import tile_svg
from voicecoach.outputs.plot.png import png
from voicecoach.outputs.png_chunks import SIGNATURE, chunk
from voicecoach.outputs.small_png import COLOURS, pixels, small_png

LIKE_DRAWN = 2.0
"""Of 255, on average."""


def written(lines: bytes, width: int, height: int) -> bytes:
    """A PNG of 8-bit RGBA with these filtered lines."""
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((8, 6, 0, 0, 0))
    return SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def shown(data: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert("RGB"))


@settings(max_examples=60)
@given(st.data(), st.integers(1, 9), st.integers(1, 9))
def test_pixels_are_those_that_an_imaging_library_sees(data: st.DataObject, width: int, height: int) -> None:
    lines = b"".join(
        bytes([data.draw(st.integers(0, 4))]) + data.draw(st.binary(min_size=4 * width, max_size=4 * width))
        for _ in range(height)
    )
    drawn = written(lines, width, height)
    with Image.open(io.BytesIO(drawn)) as image:
        assert (pixels(drawn) == np.asarray(image)[:, :, :3]).all()


@pytest.mark.parametrize("name", ["squat", "push-up"])
def test_a_drawing_of_few_colours_looks_as_it_did_and_is_small(name: str) -> None:
    drawn = png(tile_svg([picture(name)], 400), zoom=1, has_text=False)
    small = small_png(drawn)
    with Image.open(io.BytesIO(small)) as image:
        assert (image.mode, image.size) == ("P", (400, 400))
        assert len(image.getcolors() or ()) <= COLOURS
    assert np.abs(shown(small).astype(int) - shown(drawn)).mean() < LIKE_DRAWN
    assert len(small) < len(drawn) / 3


def test_one_colour_is_enough() -> None:
    drawn = png('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><rect width="8" height="4"/></svg>', 1)
    assert not shown(small_png(drawn)).any()


def test_a_width_may_be_odd() -> None:
    drawn = png(tile_svg([picture("plank")], 61), zoom=1, has_text=False)
    assert np.abs(shown(small_png(drawn)).astype(int) - shown(drawn)).mean() < LIKE_DRAWN
