"""Pictures of any size, as a coach's logo may be one."""

from __future__ import annotations

import io

from PIL import Image


def picture(
    kind: str = "PNG", width: int = 64, height: int = 64, colour: object = "#ff6e5a", mode: str = "RGB"
) -> bytes:
    """A picture of one colour."""
    written = io.BytesIO()
    image = Image.new("RGBA" if mode == "RGBA" else "RGB", (width, height), colour)  # type: ignore[arg-type]
    image.convert(mode).save(written, kind)
    return written.getvalue()


def pixels(data: bytes) -> Image.Image:
    """What a picture shows."""
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        return image
