"""A coach's logo as the square that podcast apps and lock screens want: a PNG in RGB, without palette and transparency.

Drawn by resvg, which reads every kind of PNG and JPEG.
"""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode
from functools import lru_cache

from voicecoach.errors import OutputError
from voicecoach.outputs.png_chunks import SIGNATURE, chunk, chunks
from voicecoach.packages import install_package
from voicecoach.pictures import mime_type, size_of

COVER_PX = 512
"""How wide the picture in a sound file and on a lock screen is."""
UNITS = 100
"""The square's width in units of its drawing."""
MARGIN = 8
LIGHT, DARK = "#ffffff", "#16243d"
_TRIED_PX = 64
_SQUARE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {units} {units}" width="{px}" height="{px}">
<rect width="{units}" height="{units}" fill="{ground}"/>{picture}</svg>"""

_COLOUR_TYPE_AT = 9
_RGB = 2
"""The colour type `truecolour` (ISO 15948, 11.2.2)."""


@lru_cache(maxsize=4)
def square(logo: bytes, size_px: int) -> bytes:
    """The logo fitted into a square of `size_px` on a plain ground, as a PNG; the same logo gives the same bytes.

    The ground is white, or dark where the logo couldn't be seen on white. A square logo fills it. Raises OutputError
    where there is no resvg for this system.
    """
    picture = _image(logo)
    seen = _drawn(picture, LIGHT, _TRIED_PX) != _drawn("", LIGHT, _TRIED_PX)
    return _without_alpha(_drawn(picture, LIGHT if seen else DARK, size_px))


def _image(logo: bytes) -> str:
    width, height = size_of(logo, most_px=2**31)
    margin = 0 if width == height else MARGIN
    inner = UNITS - 2 * margin
    link = f"data:{mime_type(logo)};base64,{b64encode(logo).decode()}"
    return f'<image href="{link}" x="{margin}" y="{margin}" width="{inner}" height="{inner}"/>'


def _drawn(picture: str, ground: str, size_px: int) -> bytes:
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise OutputError(f"A square picture of the logo needs resvg-py: {install_package('resvg-py')}.") from None
    drawing = _SQUARE.format(units=UNITS, px=size_px, ground=ground, picture=picture)
    return bytes(svg_to_bytes(svg_string=drawing, skip_system_fonts=True))


def _without_alpha(png: bytes) -> bytes:
    """An opaque PNG of 8-bit RGBA as one of RGB.

    A filtered line holds, after the byte that names its filter, differences to bytes of the same channel alone (ISO
    15948, 9.2). So the channel that is the same everywhere can be left out of it without a change to the others.
    """
    import numpy as np

    found = chunks(png)
    header = bytearray(found[b"IHDR"])
    width, height = struct.unpack_from(">II", header)
    header[_COLOUR_TYPE_AT] = _RGB
    lines = np.frombuffer(zlib.decompress(found[b"IDAT"]), np.uint8).reshape(height, 1 + 4 * width)
    pixels = lines[:, 1:].reshape(height, width, 4)[:, :, :3].reshape(height, 3 * width)
    packed = zlib.compress(np.hstack([lines[:, :1], pixels]).tobytes())
    return SIGNATURE + b"".join(
        chunk(kind, data) for kind, data in ((b"IHDR", bytes(header)), (b"IDAT", packed), (b"IEND", b""))
    )
