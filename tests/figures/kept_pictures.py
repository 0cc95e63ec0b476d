"""Pictures of a few figures, kept to see that they stay as they were looked at.

    python -m tests.figures.kept_pictures

keeps them anew; look at what changed.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from tests.figures.drawn_figures import picture
from voicecoach.figures.svg import single_svg
from voicecoach.outputs.plot.png import png

KEPT = Path(__file__).parent / "kept"
NAMES = ("squat", "push-up", "side-plank", "band-walk", "step-calf-raise")
PIXELS = 160


def drawn_now(name: str) -> Image.Image:
    """The figure at the end of its first movement, small."""
    one = picture(name)
    body = one.motion.stops[0].standing.body
    return Image.open(io.BytesIO(png(single_svg(one, body, PIXELS), zoom=1, has_text=False))).convert("L")


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures of one size are apart on average, from 0 to 255."""
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


if __name__ == "__main__":
    for name in NAMES:
        drawn_now(name).save(KEPT / f"{name}.png", optimize=True)
