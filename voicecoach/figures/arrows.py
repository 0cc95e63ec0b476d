"""Arrows: what moves most on the way to a pose, and where to."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from voicecoach.figures.body import BOTH, Body
from voicecoach.figures.shapes import Eye, Spot, line
from voicecoach.figures.vectors import between

LEAST_CM = 7.0
"""What moves less has no arrow."""
MOST_ARROWS = 2
SECOND_SHARE, SECOND_ANGLE, APART_CM = 0.55, 50.0, 30.0
"""A second arrow is for what moves nearly as far as the first, in another direction or far from it."""
HIDDEN_SHARE = 0.3
"""A second arrow isn't drawn where more of it would lie over the body."""
ASIDE = (0.0, 12.0, -12.0, 18.0, -18.0, 25.0, -25.0, 33.0, -33.0, 42.0, -42.0)
AHEAD = (0.0, 18.0, 30.0, 42.0)
"""How far beside what moves, and how far ahead of it, its arrow may be: as near as is clear of the body."""
CLOSE_ASIDE = 18.0
"""What is seen from close by has its arrow no further beside it: there it would be with something else."""
CURVE_STEPS, MOST_BENT = 8, 0.6
UPWARDS, SINKS = 1.25, 0.7
"""In a gait: what counts as going up, and how much less counts what sinks while something else rises."""
CLEAR = 3.0
LEAST_SHAFT, SHORT_SHAFT, MOST_SHAFT, STRAIGHT_CM = 15.0, 26.0, 46.0, 20.0
"""A long arrow that isn't clear of the body anywhere is a short one."""
BONES = (
    ("hip", "knee", 7.0),
    ("knee", "ankle", 5.0),
    ("heel", "toe", 4.0),
    ("shoulder", "elbow", 5.0),
    ("elbow", "wrist", 4.0),
    ("wrist", "tips", 3.5),
)
LOWEST = -4.0
"""An arrow stays above the floor, which is at 0."""
HEAD_CM, HEAD_WIDTH = 7.5, 4.6
LEG_POINTS = ("knee", "ball", "heel")
WEIGHTS = {
    "hips": 1.5,
    "shoulders": 1.15,
    "head": 0.8,
    "palm": 0.5,
    "shoulder": 0.8,
    "knee": 1.0,
    "ball": 1.0,
    "heel": 0.9,
}
"""How much it counts that a point moves: hands often follow only to keep the balance."""
CANDIDATES = (
    "hips",
    "shoulders",
    "head",
    *(f"{side} {name}" for side, _ in BOTH for name in ("palm", "shoulder", "knee", "ball", "heel")),
)


@dataclass(frozen=True)
class Arrow:
    """A curved line with a head, as data of two paths, and the spots that it goes through."""

    shaft: str
    head: str
    spots: tuple[Spot, ...] = ()


def arrows(bodies: Sequence[Body], eye: Eye, without: Collection[str] = (), *, is_gait: bool = False) -> list[Arrow]:
    """The arrows of a movement that goes through these bodies, in the picture of the last; none for limbs `without`.

    All limbs move in a gait: it has one arrow, and what goes back below somebody who goes on only goes up or down.
    """
    names = [name for name in CANDIDATES if not (name.endswith(LEG_POINTS) and f"{name.split()[0]} leg" in without)]
    ways = [(WEIGHTS[name.split(" ")[-1]], [eye.spot(body.points[name]) for body in bodies]) for name in names]
    if is_gait:
        ways = [(weight * (SINKS if way[-1][1] > way[0][1] else 1.0), _without_back(way)) for weight, way in ways]
    return arrows_along(ways, bodies[-1], eye)[: 1 if is_gait else MOST_ARROWS]


def _without_back(way: list[Spot]) -> list[Spot]:
    """The way straight up or down, if it goes back, and not up as much: as a heel that is flicked to the seat does."""
    (begun_x, begun_y), (x, y) = way[0], way[-1]
    is_back = begun_x - x > max(0.0, UPWARDS * (begun_y - y))
    return [(x, at_y) for _, at_y in way] if is_back else way


def arrows_along(ways: Sequence[tuple[float, Sequence[Spot]]], body: Body, eye: Eye) -> list[Arrow]:
    """The arrows for those of some ways that are long, each with how much it counts, in the picture of a body."""
    ways = sorted(ways, key=lambda one: -_far(one[1]) * one[0])
    taken = _taken(body, eye)
    chosen: list[tuple[float, Sequence[Spot]]] = []
    for weight, way in ways:
        if _far(way) >= LEAST_CM and len(chosen) < MOST_ARROWS and _is_other((weight, way), chosen):
            chosen.append((weight, way))
    aside = CLOSE_ASIDE if eye.camera.close else max(ASIDE)
    drawn = [_arrow(way, taken, aside) for _, way in chosen]
    return drawn[:1] + [one for one in drawn[1:] if _covered(one.spots, taken) <= HIDDEN_SHARE * len(one.spots)]


def _taken(body: Body, eye: Eye) -> list[tuple[Spot, float]]:
    """Circles that cover the body on the paper."""
    at = body.points
    bones = [("hips", "waist", 12.0), ("waist", "shoulders", 12.0), ("shoulders", "head", 12.0)]
    for side, _ in BOTH:
        bones += [(f"{side} {a}", f"{side} {b}", radius) for a, b, radius in BONES]
    return [
        (eye.spot(between(at[a], at[b], share)), radius * eye.scale)
        for a, b, radius in bones
        for share in (0.0, 0.33, 0.67, 1.0)
    ]


def _far(way: Sequence[Spot]) -> float:
    return math.dist(way[0], way[-1])


def _is_other(one: tuple[float, Sequence[Spot]], chosen: Sequence[tuple[float, Sequence[Spot]]]) -> bool:
    if not chosen:
        return True
    (weight, way), (most, first) = one, chosen[0]
    if _far(way) * weight < SECOND_SHARE * _far(first) * most:
        return False
    angle = abs(math.degrees(_direction(way) - _direction(first))) % 360
    return min(angle, 360 - angle) > SECOND_ANGLE and math.dist(way[-1], first[-1]) > APART_CM


def _direction(way: Sequence[Spot]) -> float:
    return math.atan2(way[-1][1] - way[0][1], way[-1][0] - way[0][0])


def _arrow(way: Sequence[Spot], taken: Sequence[tuple[Spot, float]], most_aside: float) -> Arrow:
    """The way itself, moved to where it is clear of the body, `most_aside` to the side of it."""
    direction = _direction(way)
    offsets = [(aside, ahead) for aside in ASIDE if abs(aside) <= most_aside for ahead in AHEAD]
    ways = sorted(offsets, key=lambda one: abs(one[0]) + 1.3 * one[1])
    shorts = [_shortened(way, most) for most in (MOST_SHAFT, SHORT_SHAFT)]
    moved = _clearest((_moved(short, direction, *by) for short in shorts for by in ways), taken)
    (x0, y0), (x1, y1) = moved[-2], moved[-1]
    end = math.atan2(y1 - y0, x1 - x0)
    base = (x1 - HEAD_CM * math.cos(end), y1 - HEAD_CM * math.sin(end))
    wings = [(base[0] + s * HEAD_WIDTH * -math.sin(end), base[1] + s * HEAD_WIDTH * math.cos(end)) for s in (1, -1)]
    shaft = [spot for spot in moved[:-1] if math.dist(spot, moved[-1]) > HEAD_CM] + [base]
    return Arrow(line(shaft), line([wings[0], moved[-1], wings[1]]) + "Z", tuple(moved))


def _clearest(tries: Iterable[list[Spot]], taken: Sequence[tuple[Spot, float]]) -> list[Spot]:
    """The first of the tries that is clear of the body, or else the one that is most so."""
    found: list[tuple[int, list[Spot]]] = []
    for spots in tries:
        found.append((_covered(spots, taken), spots))
        if not found[-1][0]:
            break
    return min(found, key=lambda one: one[0])[1]


def _moved(way: Sequence[Spot], direction: float, aside: float, ahead: float) -> list[Spot]:
    sine, cosine = math.sin(direction), math.cos(direction)
    return [(x - aside * sine + ahead * cosine, y + aside * cosine + ahead * sine) for x, y in way]


def _covered(spots: Sequence[Spot], taken: Sequence[tuple[Spot, float]]) -> int:
    """How many points of an arrow would be on the body, or below the floor."""
    hidden = [spot for spot in spots if any(math.dist(spot, middle) < radius + CLEAR for middle, radius in taken)]
    return len(hidden) + sum(y > LOWEST for _, y in spots)


def _shortened(way: Sequence[Spot], most: float = MOST_SHAFT) -> list[Spot]:
    """The last part of a long way; a short one is straight, and long enough to be seen."""
    long = sum(math.dist(a, b) for a, b in pairwise(way))
    if _far(way) < STRAIGHT_CM:
        direction, shaft = _direction(way), max(LEAST_SHAFT, _far(way))
        return [(way[-1][0] - shaft * math.cos(direction), way[-1][1] - shaft * math.sin(direction)), way[-1]]
    kept = [way[-1]]
    for a, b in zip(way[-2::-1], way[:0:-1], strict=False):
        long_so_far = sum(math.dist(p, q) for p, q in pairwise(kept))
        if long_so_far + math.dist(a, b) > min(most, long):
            break
        kept.append(a)
    return _smooth(kept[::-1] if len(kept) > 1 else list(way[-2:]))


def _smooth(spots: Sequence[Spot]) -> list[Spot]:
    """A curve of one bend from the first spot by the middle one to the last, not bent more than an arrow looks good."""
    (x0, y0), (x1, y1), (x2, y2) = spots[0], spots[len(spots) // 2], spots[-1]
    off_x, off_y = 2 * x1 - x0 - x2, 2 * y1 - y0 - y2
    most = MOST_BENT * math.dist((x0, y0), (x2, y2))
    part = min(1.0, most / max(math.hypot(off_x, off_y), most)) if most else 0.0
    bend_x, bend_y = (x0 + x2 + off_x * part) / 2, (y0 + y2 + off_y * part) / 2
    curve = [step / CURVE_STEPS for step in range(CURVE_STEPS + 1)]
    return [
        (
            (1 - t) ** 2 * x0 + 2 * t * (1 - t) * bend_x + t**2 * x2,
            (1 - t) ** 2 * y0 + 2 * t * (1 - t) * bend_y + t**2 * y2,
        )
        for t in curve
    ]
