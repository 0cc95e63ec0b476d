"""Draw the picture of voicecoach in the sizes it is shown in: a stride, within the ring of a timer.

Needs Pillow. A given Pillow draws the same bytes each time. Run it: `python scripts/make_cover.py [FOLDER]`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image, ImageDraw

UNITS = 600
"""Everything below is drawn in units of which the picture is so many wide."""

SIZES_PX = {"cover.png": 600, "icon-192.png": 192, "icon-512.png": 512, "podcast.png": 1400}
"""What players show, what a phone puts on its home screen, and the least that podcast directories take."""

WITHOUT_PALETTE = {"podcast.png"}
"""Those directories want each pixel's own red, green and blue."""

SMOOTHING = 4
"""Drawn this many times larger, then scaled down, for smooth edges."""

COLOURS = 64
NIGHT, TRACK, CORAL, CREAM, SAND = "#16243d", "#26395c", "#ff6f59", "#fff4e4", "#f2c14e"
CENTRE = (300, 300)
RING_RADIUS, RING_WIDTH = 236, 26
ELAPSED_DEGREES = 252
ASSETS = Path(__file__).parent.parent / "audio_assets"

HEAD_CENTRE, HEAD_RADIUS = (352, 168), 31
HIP = (290, 322)
TORSO = ((330, 228), HIP)
FRONT_LEG = (HIP, (374, 344), (352, 438))
BACK_LEG = (HIP, (252, 410), (160, 424))
FRONT_ARM = ((330, 230), (378, 282), (428, 246))
BACK_ARM = ((330, 230), (258, 240), (234, 300))
TORSO_WIDTH, LEG_WIDTH, ARM_WIDTH, GLUTE_RADIUS = 54, 36, 25, 40


class Drawing:
    """A picture that will be `size_px` wide and high."""

    def __init__(self, size_px: int) -> None:
        self.size_px, self.scale = size_px, size_px * SMOOTHING / UNITS
        self.image = Image.new("RGB", (size_px * SMOOTHING, size_px * SMOOTHING), NIGHT)
        self.draw = ImageDraw.Draw(self.image)

    def disc(self, centre: tuple[float, float], radius: float, colour: str) -> None:
        """A filled circle."""
        (x, y), k = centre, self.scale
        self.draw.ellipse([(x - radius) * k, (y - radius) * k, (x + radius) * k, (y + radius) * k], fill=colour)

    def limb(self, points: tuple[tuple[float, float], ...], width: float, colour: str) -> None:
        """A line through the points, round at its joints and ends."""
        scaled = [(x * self.scale, y * self.scale) for x, y in points]
        self.draw.line(scaled, fill=colour, width=round(width * self.scale))
        for point in points:
            self.disc(point, width / 2, colour)

    def ring(self, first_degree: float, last_degree: float, colour: str) -> None:
        """A part of the timer's ring; degrees run clockwise from the top."""
        outer = RING_RADIUS + RING_WIDTH / 2
        box = [(c + sign * outer) * self.scale for sign in (-1, 1) for c in CENTRE]
        self.draw.arc(box, first_degree - 90, last_degree - 90, fill=colour, width=round(RING_WIDTH * self.scale))

    def finished(self) -> Image.Image:
        """The picture at its final size, in few colours."""
        small = self.image.resize((self.size_px, self.size_px), Image.Resampling.LANCZOS)
        return small.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def on_ring(degree: float) -> tuple[float, float]:
    """The point of the ring's middle line at `degree`, clockwise from the top."""
    from math import cos, radians, sin

    return CENTRE[0] + RING_RADIUS * sin(radians(degree)), CENTRE[1] - RING_RADIUS * cos(radians(degree))


def cover(size_px: int) -> Image.Image:
    """The whole picture: the ring, three quarters run, and a runner whose glute glows."""
    drawing = Drawing(size_px)
    drawing.ring(0, 360, TRACK)
    drawing.ring(0, ELAPSED_DEGREES, CORAL)
    for degree in (0, ELAPSED_DEGREES):
        drawing.disc(on_ring(degree), RING_WIDTH / 2, CORAL)
    drawing.limb(BACK_ARM, ARM_WIDTH, SAND)
    drawing.limb(BACK_LEG, LEG_WIDTH, SAND)
    drawing.limb(TORSO, TORSO_WIDTH, CREAM)
    drawing.limb(FRONT_LEG, LEG_WIDTH, CREAM)
    drawing.limb(FRONT_ARM, ARM_WIDTH, CREAM)
    drawing.disc(HEAD_CENTRE, HEAD_RADIUS, CREAM)
    drawing.disc((HIP[0] - 8, HIP[1] + 4), GLUTE_RADIUS, CORAL)
    return drawing.finished()


def main() -> None:
    """Write the pictures to the folder named on the command line, or to their place."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ASSETS
    for name, size_px in SIZES_PX.items():
        target = folder / name
        picture = cover(size_px)
        (picture.convert("RGB") if name in WITHOUT_PALETTE else picture).save(target, optimize=True)
        print(f"{target}: {target.stat().st_size / 1000:.1f} kB")


if __name__ == "__main__":
    main()
