"""Shapes on the paper: capsules, which are two circles with what is between them, and polygons.

On the paper x goes to the right and y down, in centimetres of the figure. An outline is text, so that outlines are
joined as texts are: `C` with the middle and the radius of two circles, `P` with the corners of a polygon. It has the
same parts in every pose, so that an animation can go from one to the other. As the path of an SVG all of its parts go
round the same way, so that they can overlap in one path.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from voicecoach.definitions.figures import Camera
from voicecoach.figures.vectors import Rotation, Vec, about_y_x_z

Spot: TypeAlias = tuple[float, float]
LEAST_APART = 0.3
_PART = re.compile(r"([CP])([^CP]+)")
MAGNIFIED = 4.0
NEARER = 0.0035
"""How much larger what lies flat is drawn for each centimetre that it is nearer."""


class Ball(NamedTuple):
    """A circle around a point of the body: its place, and its radius."""

    at: Vec
    radius: float


@dataclass(frozen=True)
class Eye:
    """From where a figure is seen."""

    camera: Camera

    @cached_property
    def rotation(self) -> Rotation:
        """From the figure's directions to those of the paper: right, up, and out of it."""
        return about_y_x_z(-self.camera.turn, self.camera.tilt, self.camera.slope)

    @cached_property
    def scale(self) -> float:
        """How large a centimetre is on the paper: more for feet that are seen from close by, whose lines are thin."""
        return MAGNIFIED if (self.camera.close or "").endswith(("foot", "feet")) else 1.0

    def spot(self, point: Vec) -> Spot:
        """Where a point is on the paper."""
        x, y, z = self.rotation
        return (
            self.scale * (x[0] * point[0] + y[0] * point[1] + z[0] * point[2]),
            -self.scale * (x[1] * point[0] + y[1] * point[1] + z[1] * point[2]),
        )

    def spot_afar(self, point: Vec, middle: Vec) -> Spot:
        """As `spot`, smaller the further away it is than a middle: a mat looks like one on the floor."""
        (x, y), (at_x, at_y) = self.spot(point), self.spot(middle)
        share = 1 + (self.depth(point) - self.depth(middle)) * NEARER
        return at_x + (x - at_x) * share, at_y + (y - at_y) * share

    def ground(self, x: float) -> float:
        """How low on the paper the ground is there, if it is seen from the side."""
        return -x * math.tan(math.radians(self.camera.slope))

    def depth(self, point: Vec) -> float:
        """How far out of the paper a point is."""
        x, y, z = self.rotation
        return x[2] * point[0] + y[2] * point[1] + z[2] * point[2]

    def capsule(self, a: Ball, b: Ball) -> str:
        """Two balls with what is between them, as part of an outline."""
        return capsule(self.spot(a.at), a.radius * self.scale, self.spot(b.at), b.radius * self.scale)

    def chain(self, balls: Sequence[Ball]) -> str:
        """Balls one after the other, as part of an outline."""
        return "".join(self.capsule(a, b) for a, b in pairwise(balls))

    def slab(self, rows: Sequence[tuple[Ball, Ball]]) -> str:
        """Pairs of balls one above the other, with all that is between them."""
        parts = [self.capsule(left, right) for left, right in rows]
        for (a, b), (c, d) in pairwise(rows):
            parts += [self.capsule(a, c), self.capsule(b, d)]
            parts.append(polygon([self.spot(one.at) for one in (a, b, d, c)]))
        return "".join(parts)


def capsule(a: Spot, radius_a: float, b: Spot, radius_b: float) -> str:
    """Two circles with what is between them, as part of an outline."""
    return f"C{_exact(*a, radius_a, *b, radius_b)}"


def polygon(spots: Sequence[Spot]) -> str:
    """What is between some points, as part of an outline."""
    return f"P{_exact(*(value for spot in spots for value in spot))}"


def _exact(*values: float) -> str:
    return " ".join(f"{value:.3f}" for value in values)


def parts(outline: str) -> Iterator[tuple[str, list[float]]]:
    """The parts of an outline: what each is, and its numbers."""
    for kind, numbers in _PART.findall(outline):
        yield kind, [float(one) for one in numbers.split()]


def path(outline: str) -> str:
    """An outline as the data of an SVG's path."""
    return "".join(_capsule_path(values) if kind == "C" else _polygon_path(values) for kind, values in parts(outline))


def _capsule_path(values: Sequence[float]) -> str:
    ax, ay, radius_a, bx, by, radius_b = values
    dx, dy = bx - ax, by - ay
    apart = math.hypot(dx, dy)
    least = abs(radius_a - radius_b) + LEAST_APART
    ux, uy = (dx / apart, dy / apart) if apart > LEAST_APART / 10 else (0.0, 1.0)
    if apart < least:  # one circle within the other: it is seen from its end
        apart = least
        bx, by = ax + ux * least, ay + uy * least
    along = (radius_a - radius_b) / apart
    across = math.sqrt(1 - along * along)
    left = (ux * along - uy * across, uy * along + ux * across)
    right = (ux * along + uy * across, uy * along - ux * across)
    round_b, round_a = ("0", "1") if radius_a >= radius_b else ("1", "0")
    a, b = (ax, ay), (bx, by)
    return (
        f"M{_pair(a, left, radius_a)}L{_pair(b, left, radius_b)}"
        f"A{number(radius_b)} {number(radius_b)} 0 {round_b} 0 {_pair(b, right, radius_b)}"
        f"L{_pair(a, right, radius_a)}A{number(radius_a)} {number(radius_a)} 0 {round_a} 0 {_pair(a, left, radius_a)}Z"
    )


def _polygon_path(values: Sequence[float]) -> str:
    spots = list(zip(values[::2], values[1::2], strict=True))
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(spots, [*spots[1:], spots[0]], strict=True))
    return line(spots if area <= 0 else list(reversed(spots))) + "Z"


def line(spots: Iterable[Spot]) -> str:
    """A line through some points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in spots)


def number(value: float) -> str:
    """A length on the paper, to a tenth of a millimetre of a thumbnail."""
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"


def _pair(middle: Spot, direction: Spot, radius: float) -> str:
    return f"{number(middle[0] + direction[0] * radius)} {number(middle[1] + direction[1] * radius)}"
