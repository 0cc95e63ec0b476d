from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest

from tests.parts import require_package

ASSETS = Path(__file__).parents[2] / "audio_assets"
SIZES_PX = [("cover.png", 600), ("icon-192.png", 192), ("icon-512.png", 512), ("podcast.png", 1400)]


@pytest.mark.parametrize(("name", "size_px"), SIZES_PX)
def test_the_pictures_are_small_square_pngs(name: str, size_px: int) -> None:
    data = (ASSETS / name).read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (size_px, size_px)
    assert len(data) < 110_000


def test_the_podcasts_picture_has_no_palette_and_no_transparency() -> None:
    bits, colours = (ASSETS / "podcast.png").read_bytes()[24:26]
    assert (bits, colours) == (8, 2)  # of "Image header" in the specification of PNG: truecolour


@pytest.mark.parametrize(("name", "size_px"), SIZES_PX)
def test_the_script_draws_the_pictures_that_are_shipped(name: str, size_px: int) -> None:
    require_package("PIL")
    from PIL import Image, ImageChops

    from make_cover import cover

    drawn = cover(size_px)
    assert drawn.tobytes() == cover(size_px).tobytes()
    with Image.open(ASSETS / name) as shipped:
        difference = ImageChops.difference(drawn.convert("RGB"), shipped.convert("RGB"))
    # Another Pillow may smooth an edge or choose a colour a little differently.
    assert np.asarray(difference).max() < 32
