from __future__ import annotations

import struct
from pathlib import Path

import pytest

COVER = Path(__file__).parents[2] / "audio_assets" / "cover.png"


def test_the_cover_is_a_small_square_png() -> None:
    data = COVER.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (600, 600)
    assert len(data) < 40_000


def test_the_script_draws_the_cover_that_is_shipped() -> None:
    image = pytest.importorskip("PIL.Image")
    chops = pytest.importorskip("PIL.ImageChops")
    from make_cover import cover

    drawn = cover()
    assert drawn.tobytes() == cover().tobytes()
    with image.open(COVER) as shipped:
        difference = chops.difference(drawn.convert("RGB"), shipped.convert("RGB"))
    # Another Pillow may smooth an edge or choose a colour a little differently.
    assert max(high for _low, high in difference.getextrema()) < 32
