from __future__ import annotations

import pytest

from tests.drawn import picture, pixels
from voicecoach.outputs.artwork import square

CORAL = (255, 110, 90)


def is_near(found: object, colour: object) -> bool:
    assert isinstance(found, tuple)
    assert isinstance(colour, tuple)
    return all(abs(one - other) < 4 for one, other in zip(found, colour, strict=True))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("size_px", [512, 1400])
def test_a_wide_logo_stands_in_the_middle_of_a_white_square_in_rgb(kind: str, size_px: int) -> None:
    drawn = pixels(square(picture(kind, 600, 100), size_px))
    assert (drawn.size, drawn.mode, drawn.info) == ((size_px, size_px), "RGB", {})
    middle = size_px // 2
    assert is_near(drawn.getpixel((middle, middle)), CORAL)
    assert is_near(drawn.getpixel((size_px // 10, middle)), CORAL)
    assert drawn.getpixel((middle, size_px // 4)) == drawn.getpixel((2, middle)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["P", "L", "RGBA"])
def test_a_square_logo_of_any_kind_fills_it(mode: str) -> None:
    logo = picture("PNG", 100, 100, "#ff6666", mode)
    drawn = pixels(square(logo, 512))
    assert drawn.mode == "RGB"
    shown = pixels(logo).convert("RGB").getpixel((50, 50))
    assert all(is_near(drawn.getpixel(at), shown) for at in ((1, 1), (510, 510), (256, 256)))


def test_a_white_logo_without_a_ground_gets_a_dark_one() -> None:
    logo = pixels(picture("PNG", 300, 100, (255, 255, 255, 0), "RGBA"))
    logo.paste((255, 255, 255, 255), (100, 30, 200, 70))
    from io import BytesIO

    written = BytesIO()
    logo.save(written, "PNG")
    drawn = pixels(square(written.getvalue(), 512))
    assert drawn.getpixel((256, 256)) == (255, 255, 255)
    assert drawn.getpixel((2, 2)) == (22, 36, 61)


def test_the_same_logo_gives_the_same_bytes() -> None:
    square.cache_clear()
    first = square(picture(), 512)
    square.cache_clear()
    assert square(picture(), 512) == first
