"""Points and rotations in space: x is forward, y up, z to the near side, in centimetres and degrees.

A rotation is three columns: where it takes x, y and z.
"""

from __future__ import annotations

import math
from typing import TypeAlias

Vec: TypeAlias = tuple[float, float, float]
Rotation: TypeAlias = tuple[Vec, Vec, Vec]

ORIGIN: Vec = (0.0, 0.0, 0.0)
UP: Vec = (0.0, 1.0, 0.0)
TINY = 1e-9


def plus(a: Vec, b: Vec) -> Vec:
    """Their sum."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def minus(a: Vec, b: Vec) -> Vec:
    """From `b` to `a`."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def times(a: Vec, factor: float) -> Vec:
    """The vector, longer by a factor."""
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def dot(a: Vec, b: Vec) -> float:
    """The scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """The vector product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    """How long it is."""
    return math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def unit(a: Vec, otherwise: Vec = UP) -> Vec:
    """Its direction; `otherwise` for one without any."""
    long = length(a)
    return times(a, 1 / long) if long > TINY else otherwise


def between(a: Vec, b: Vec, share: float) -> Vec:
    """The point at this share of the way from `a` to `b`."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share)


def mean(points: list[Vec]) -> Vec:
    """The middle of some points."""
    count = len(points)
    return (sum(one[0] for one in points) / count, sum(one[1] for one in points) / count,
            sum(one[2] for one in points) / count)  # fmt: skip


def turned(rotation: Rotation, a: Vec) -> Vec:
    """The vector after a rotation."""
    x, y, z = rotation
    return (
        x[0] * a[0] + y[0] * a[1] + z[0] * a[2],
        x[1] * a[0] + y[1] * a[1] + z[1] * a[2],
        x[2] * a[0] + y[2] * a[1] + z[2] * a[2],
    )


def after(outer: Rotation, inner: Rotation) -> Rotation:
    """The rotation `inner`, then `outer`. Written out, since figures do little else."""
    (ax, ay, az), (bx, by, bz), (cx, cy, cz) = outer
    (px, py, pz), (qx, qy, qz), (rx, ry, rz) = inner
    return (
        (ax * px + bx * py + cx * pz, ay * px + by * py + cy * pz, az * px + bz * py + cz * pz),
        (ax * qx + bx * qy + cx * qz, ay * qx + by * qy + cy * qz, az * qx + bz * qy + cz * qz),
        (ax * rx + bx * ry + cx * rz, ay * rx + by * ry + cy * rz, az * rx + bz * ry + cz * rz),
    )


def seen_from(outer: Rotation, a: Rotation) -> Rotation:
    """The rotation that gives `a` after `outer`: how a part is turned for the one that carries it."""
    x, y, z = ((dot(outer[0], axis), dot(outer[1], axis), dot(outer[2], axis)) for axis in a)
    return (x, y, z)


def about_x(degrees: float) -> Rotation:
    """From y towards z."""
    s, c = _sine_cosine(degrees)
    return ((1.0, 0.0, 0.0), (0.0, c, s), (0.0, -s, c))


def about_y(degrees: float) -> Rotation:
    """From z towards x."""
    s, c = _sine_cosine(degrees)
    return ((c, 0.0, -s), (0.0, 1.0, 0.0), (s, 0.0, c))


def about_z(degrees: float) -> Rotation:
    """From x towards y."""
    s, c = _sine_cosine(degrees)
    return ((c, s, 0.0), (-s, c, 0.0), (0.0, 0.0, 1.0))


def about_y_x_z(y: float, x: float, z: float) -> Rotation:
    """About y, then x, then z: a joint that has all three, in one."""
    (sy, cy), (sx, cx), (sz, cz) = _sine_cosine(y), _sine_cosine(x), _sine_cosine(z)
    return (
        (cz * cy - sz * sx * sy, sz * cy + cz * sx * sy, -cx * sy),
        (-sz * cx, cz * cx, sx),
        (cz * sy + sz * sx * cy, sz * sy - cz * sx * cy, cx * cy),
    )


def along(up: Vec, forward: Vec) -> Rotation:
    """The rotation whose y is `up`, and whose x is as near to `forward` as that allows."""
    y = unit(up)
    x = minus(forward, times(y, dot(forward, y)))
    if length(x) < TINY:
        x = cross(y, (0.0, 0.0, 1.0)) if abs(y[2]) < 1 - TINY else (1.0, 0.0, 0.0)
    x = unit(x)
    return (x, y, cross(x, y))


def part_way(a: Rotation, b: Rotation, share: float) -> Rotation:
    """A rotation between two that aren't opposite."""
    return along(between(a[1], b[1], share), between(a[0], b[0], share))


def _sine_cosine(degrees: float) -> tuple[float, float]:
    radians = math.radians(degrees)
    return math.sin(radians), math.cos(radians)
