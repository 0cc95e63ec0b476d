"""A foot as it is painted from close by: with its arch and its five toes, which can't be seen from afar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from math import cos, radians, sin
from typing import NamedTuple

from voicecoach.definitions.figure_words import FOOT_JOINTS
from voicecoach.definitions.groups import Muscle
from voicecoach.figures.arrows import Arrow, arrows_along
from voicecoach.figures.body import ANKLE_HEIGHT, BOTH, Body
from voicecoach.figures.drawing import Painted, Tint, arm
from voicecoach.figures.shapes import Ball, Eye
from voicecoach.figures.vectors import Vec, between, times, turned


class _Toe(NamedTuple):
    """Where a toe begins and ends ahead of the ankle, how far to the outer side, and how thick it is, in cm."""

    start: float
    end: float
    out: tuple[float, float]
    radius: float
    joint: str = "small toes"


TOES = (
    _Toe(11.4, 17.4, (-2.7, -3.0), 1.35, "big toe"),
    _Toe(12.0, 17.2, (-0.7, -0.7), 0.95),
    _Toe(11.6, 16.3, (0.9, 1.0), 0.9),
    _Toe(11.0, 15.2, (2.3, 2.5), 0.85),
    _Toe(10.2, 13.8, (3.5, 3.9), 0.85),
)
SHORTER, RISES = 0.075, 0.09
"""How many centimetres the ball comes nearer to the heel, and the arch rises, for a degree of the arch."""
_SOLE = -ANKLE_HEIGHT
_BOW = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def foot_arrows(bodies: Sequence[Body], eye: Eye) -> list[Arrow]:
    """As `arrows`, for what moves in the feet."""
    ways = [
        (1.0, [eye.spot(_moving(body, side)[name]) for body in bodies])
        for side in seen_feet(eye)
        for name in FOOT_JOINTS
    ]
    return arrows_along(ways, bodies[-1], eye)


def _moving(body: Body, side: str) -> Mapping[str, Vec]:
    """The tips of the toes, and the top of the arch, by joint."""
    tips = {toe.joint: _toe_balls(body, side, toe)[1].at for toe in (TOES[2], TOES[0])}
    return tips | {"arch": _arch(body, side).at}


def painted_feet(body: Body, eye: Eye, tint: Tint, others: Sequence[tuple[float, Painted]] = ()) -> list[Painted]:
    """As `painted`, from close by: what is seen of the feet that the eye is at, and hands that come near them."""
    groups = [(depth, [shape]) for depth, shape in others]
    for side, _ in BOTH:
        groups.append((eye.depth(body.points[f"{side} palm"]), list(arm(side, body, eye, tint))))
        if side in seen_feet(eye):
            groups.append((eye.depth(body.points[f"{side} ankle"]), list(close_leg(side, body, eye, tint))))
    return [shape for _, shapes in sorted(groups, key=lambda one: one[0]) for shape in shapes]


def seen_feet(eye: Eye) -> tuple[str, ...]:
    """The sides whose feet the eye is at, if it is at any."""
    close = eye.camera.close
    return ("near", "far") if close == "feet" else (close.split()[0],) if close and close.endswith("foot") else ()


def close_leg(side: str, body: Body, eye: Eye, tint: Tint) -> Iterator[Painted]:
    """The foot of a leg with what is seen of its shank, back to front."""
    foot = _foot(body, side, eye)
    yield Painted(f"{side}-leg", side, foot)
    toes = sorted(enumerate(TOES), key=lambda one: eye.depth(_toe_balls(body, side, one[1])[1].at))
    for number, toe in toes:
        balls = _toe_balls(body, side, toe)
        yield Painted(f"{side}-toe-{number}", side, eye.chain(balls))
        yield Painted(f"{side}-nail-{number}", "neck", eye.chain(_nail(body, side, toe)))
    yield Painted(f"{side}-foot", f"{side} cap", foot)
    if Muscle.FEET in tint.muscles:
        inner = turned(eye.rotation, times(body.turns[f"{side} foot"][2], -1.0 if side == "near" else 1.0))
        kind = "works" if inner[2] > 0 else "works hidden"
        yield Painted(f"{side}-sole", kind, eye.chain(_under_arch(body, side)))


def _at(body: Body, side: str, x: float, y: float, out: float) -> Vec:
    """A point of a foot, seen from its ankle: `x` ahead, `y` up, `out` to the outer side."""
    return body.at(f"{side} foot", f"{side} ankle", (x, y, out if side == "near" else -out))


def _angle(body: Body, side: str, joint: str) -> float:
    return body.feet.get(f"{side} {joint}", 0.0)


def _foot(body: Body, side: str, eye: Eye) -> str:
    """The outline of shank and foot without the toes."""
    at, arch = partial(_at, body, side), _angle(body, side, "arch")
    short, high = SHORTER * arch, RISES * arch
    rows = [
        (Ball(at(-4.0, _SOLE + 3.0, -0.8), 3.0), Ball(at(-4.0, _SOLE + 3.0, 0.8), 3.0)),
        (Ball(at(2.6, _SOLE + 4.4 + high, -1.5), 2.1), Ball(at(2.6, _SOLE + 2.2, 2.0), 2.1)),
        (Ball(at(9.6 - short, _SOLE + 2.1, -2.7), 2.1), Ball(at(8.6 - short, _SOLE + 1.8, 3.2), 1.8)),
    ]
    front = eye.capsule(rows[-1][0], Ball(at(12.0 - short, _SOLE + 1.6, -2.4), 1.6))
    instep = [Ball(at(0.0, 1.0, 0.0), 3.6), Ball(at(4.6, -1.9 + 0.7 * high, -0.9), 2.7), rows[-1][0]]
    heel = eye.capsule(Ball(at(-1.0, 1.0, 0.0), 3.3), rows[0][0])
    shank = eye.capsule(Ball(body.points[f"{side} knee"], 5.3), Ball(at(-0.4, 1.5, 0.0), 3.5))
    return shank + heel + eye.slab(rows) + eye.chain(instep) + front + eye.capsule(instep[1], rows[1][1])


def _toe_balls(body: Body, side: str, toe: _Toe) -> list[Ball]:
    """A toe's two ends, lifted by its joint's angle."""
    short, angle = SHORTER * _angle(body, side, "arch"), radians(_angle(body, side, toe.joint))
    long, low = toe.end - toe.start, _SOLE + toe.radius
    tip = (toe.start + long * cos(angle) - short, low + 0.3 + long * sin(angle))
    return [
        Ball(_at(body, side, toe.start - short, low + 0.3, toe.out[0]), toe.radius * 1.08),
        Ball(_at(body, side, tip[0], tip[1], toe.out[1]), toe.radius),
    ]


def _nail(body: Body, side: str, toe: _Toe) -> list[Ball]:
    """On top of the end of a toe."""
    short, angle = SHORTER * _angle(body, side, "arch"), radians(_angle(body, side, toe.joint))
    long, above = toe.end - toe.start, 0.75 * toe.radius

    def on(share: float) -> Ball:
        x = toe.start - short + long * share * cos(angle) - above * sin(angle)
        y = _SOLE + toe.radius + 0.3 + long * share * sin(angle) + above * cos(angle)
        out = toe.out[0] + (toe.out[1] - toe.out[0]) * share
        return Ball(_at(body, side, x, y, out), 0.42 * toe.radius)

    return [on(0.9), on(1.02)]


def _arch(body: Body, side: str) -> Ball:
    arch = _angle(body, side, "arch")
    return Ball(_at(body, side, 3.2, _SOLE + 2.9 + RISES * arch, -3.0), 0.8)


def _under_arch(body: Body, side: str) -> list[Ball]:
    """Where the muscles of the foot show at its inner side: a bow from the heel to the ball."""
    short, top = SHORTER * _angle(body, side, "arch"), _arch(body, side)
    heel, ball = (_at(body, side, x, _SOLE + 1.7, -2.9) for x in (-3.0, 8.6 - short))
    sides = [between(between(heel, top.at, share), between(top.at, ball, share), share) for share in _BOW]
    return [Ball(point, 0.8) for point in sides]
