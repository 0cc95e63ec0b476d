"""A body as it is painted, back to front."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from voicecoach.definitions.groups import Muscle
from voicecoach.figures.body import (
    BALL_RADIUS,
    BOTH,
    HEEL_RADIUS,
    LOWER_TRUNK,
    SHANK,
    SHOULDER_OUT,
    TOE_RADIUS,
    UPPER_TRUNK,
    Body,
)
from voicecoach.figures.muscles import PATCHES, Patch
from voicecoach.figures.shapes import Ball, Eye, Spot, path
from voicecoach.figures.vectors import Vec, between, dot, mean, minus, plus, times, turned

_ON_OUTLINE = re.compile(r"[ML](-?[\d.]+) (-?[\d.]+)")
LEG_JOINTS, ARM_JOINTS = ("hip", "knee", "knee", "ankle"), ("shoulder", "elbow", "elbow", "wrist")
"""A limb is as near as these are on average."""
STRONG = 2
"""So many of an exercise's muscles, those that work most, are tinted strongly."""
FACING = 0.35
"""A face that turns to whoever looks at least so much is seen in front of the hair."""
HIDDEN = -0.35
"""A patch that faces away more than this isn't seen."""


@dataclass(frozen=True)
class Painted:
    """A shape of a kind, as an outline; `key` says which one it is in every pose."""

    key: str
    kind: str
    outline: str
    depth: float = 0.0

    @property
    def path(self) -> str:
        """Its outline as the data of a path."""
        return path(self.outline)

    @property
    def is_seen(self) -> bool:
        """Whether it shows: a muscle on a side that is turned away doesn't."""
        return "hidden" not in self.kind

    def spots(self) -> list[Spot]:
        """Where its outline goes through."""
        return [(float(x), float(y)) for x, y in _ON_OUTLINE.findall(self.path)]


@dataclass(frozen=True)
class Tint:
    """Which muscles are tinted: on both sides or on the near one only."""

    muscles: tuple[Muscle, ...] = ()
    both_sides: bool = True


Groups = list[tuple[float, list[Painted]]]
"""What is painted together, by how far it is in front of the trunk."""


Row: TypeAlias = tuple[Ball, Ball]
"""Two balls of the trunk side by side."""


def painted(body: Body, eye: Eye, tint: Tint, others: Sequence[tuple[float, Painted]] = ()) -> list[Painted]:
    """All of a body and of `others`, which are there at their depths, back to front."""
    middle = eye.depth(mean([body.points["hips"], body.points["shoulders"]]))
    groups: Groups = [(0.0, [*_trunk(body, eye), *_patches(body, eye, tint, ("hips", "chest"))])]
    groups += [(depth - middle, [shape]) for depth, shape in others]
    groups.append((eye.depth(body.points["head"]) - middle + 0.5 * _nearness(eye), list(_head(body, eye, tint))))
    for side, _ in BOTH:
        leg_depth = _depth(body, side, LEG_JOINTS, eye) - 3.0 * _nearness(eye)
        groups.append((leg_depth - middle, list(_leg(side, body, eye, tint))))
        groups.append((arm_depth(body, side, eye) - middle, list(arm(side, body, eye, tint))))
    groups.sort(key=lambda one: one[0])
    return [shape for _, shapes in groups for shape in shapes]


def arm_depth(body: Body, side: str, eye: Eye) -> float:
    """How near an arm is painted: what is in its fist is just behind it."""
    return _depth(body, side, ARM_JOINTS, eye) + 1.0


def _depth(body: Body, side: str, joints: Sequence[str], eye: Eye) -> float:
    return eye.depth(mean([body.points[f"{side} {joint}"] for joint in joints]))


def _nearness(eye: Eye) -> float:
    """1 from the front, where trunk and legs are equally near, and 0 from the side."""
    return abs(turned(eye.rotation, (1.0, 0.0, 0.0))[2])


def _trunk(body: Body, eye: Eye) -> Iterator[Painted]:
    def row(part: str, middle: Vec, radius: float) -> Row:
        x, y, out = middle
        joint = "waist" if part == "chest" else "hips"
        first, second = (Ball(body.at(part, joint, (x, y, sign * out)), radius) for _, sign in BOTH)
        return first, second

    low, high = row("hips", (-0.6, 1.0, 7.0), 9.6), row("chest", (0.4, UPPER_TRUNK * 0.66, 7.4), 9.8)
    waist = row("chest", (0.1, 0.0, 4.6), 7.6)
    rows = [
        low,
        *(_curved_row(low, waist, high, share) for share in (0.3, 0.5, 0.7)),
        high,
        _shoulder_row(body),
        row("chest", (-0.8, UPPER_TRUNK + 4.5, 2.0), 5.0),
    ]
    seat = row("hips", (-4.0, -3.4, 6.4), 8.4)
    yield Painted("trunk", "trunk", eye.slab(rows) + eye.slab([seat]))


def _curved_row(low: Row, waist: Row, high: Row, share: float) -> Row:
    return _on_curve(low[0], waist[0], high[0], share), _on_curve(low[1], waist[1], high[1], share)


def _on_curve(low: Ball, waist: Ball, high: Ball, share: float) -> Ball:
    """The ball at a share of the way along a trunk that is bent at the waist like a bow, not like a hinge."""
    first, second = between(low.at, waist.at, share), between(waist.at, high.at, share)
    radius = low.radius * (1 - share) ** 2 + waist.radius * 2 * share * (1 - share) + high.radius * share**2
    return Ball(between(first, second, share), radius)


def _shoulder_row(body: Body) -> Row:
    """The upper corners of the trunk, which follow shoulders that are drawn up or back, and arms that are raised."""
    raised = [(_raised(body, side), sign) for side, sign in BOTH]
    corners = [body.at("chest", "waist", (-0.6, UPPER_TRUNK - 3.4 + 3.0 * up, sign * (11.0 + 3.0 * up)))
               for up, sign in raised]  # fmt: skip
    first, second = (plus(at, times(_drawn(body, *one), 0.6)) for at, one in zip(corners, BOTH, strict=True))
    return Ball(first, 6.6), Ball(second, 6.6)


def _raised(body: Body, side: str) -> float:
    """How far an arm is raised: 0 hanging, 1 well before the level."""
    return min(1.0, 1.6 * max(0.0, 1.0 - dot(body.turns[f"{side} upper arm"][1], body.turns["chest"][1])))


def _drawn(body: Body, side: str, sign: float) -> Vec:
    """How far a shoulder is from where it hangs."""
    return minus(body.points[f"{side} shoulder"], body.at("chest", "shoulders", (0.0, 0.0, sign * SHOULDER_OUT)))


def _head(body: Body, eye: Eye, tint: Tint) -> Iterator[Painted]:
    def ball(x: float, y: float, radius: float) -> Ball:
        return Ball(body.at("head", "head", (x, y, 0.0)), radius)

    neck = (Ball(body.at("chest", "shoulders", (-0.8, -2.0, 0.0)), 5.6), ball(-1.4, -6.0, 5.0))
    face = eye.chain([ball(-0.6, 2.2, 9.0), ball(2.4, -5.2, 6.0)])
    nose = eye.chain([ball(8.0, 0.4, 1.6), ball(9.6, -1.8, 1.5)])
    bun = eye.chain([ball(-6.0, 9.0, 3.2), ball(-7.6, 11.8, 4.0)])
    back = Painted("hair", "hair", eye.chain([ball(-1.6, 3.6, 8.4), ball(-4.6, -0.4, 7.0)]) + bun)
    cap = [Ball(body.at("head", "head", (-1.8, 5.2, z)), 6.6) for z in (3.0, -3.0)]
    skin = Painted("head", "head", face + nose)
    yield Painted("neck", "head neck", eye.capsule(*neck))
    is_facing = turned(eye.rotation, body.turns["head"][0])[2] > FACING
    yield from (back, skin) if is_facing else (skin, back)
    yield Painted("cap", "hair cap", eye.capsule(*cap))
    yield from _patches(body, eye, tint, ("head",))


def _leg(side: str, body: Body, eye: Eye, tint: Tint) -> Iterator[Painted]:
    at = body.points
    hip, knee, ankle = at[f"{side} hip"], at[f"{side} knee"], at[f"{side} ankle"]
    heel, ball, toe = (Ball(at[f"{side} {name}"], radius) for name, radius in
                       (("heel", HEEL_RADIUS), ("ball", BALL_RADIUS), ("toe", TOE_RADIUS)))  # fmt: skip
    thigh = eye.chain([Ball(hip, 8.8), Ball(body.at(f"{side} thigh", f"{side} knee", (0.4, 0.0, 0.0)), 5.4)])
    calf = [
        Ball(body.at(f"{side} shank", f"{side} knee", (-1.6, -SHANK * y, 0.0)), r) for y, r in ((0.2, 5.1), (0.42, 4.4))
    ]
    shank = eye.chain([Ball(knee, 5.3), Ball(ankle, 3.4)]) + eye.chain([*calf, Ball(ankle, 3.2)])
    wide = [Ball(body.at(f"{side} foot", f"{side} ball", (0.0, 0.0, z)), BALL_RADIUS) for z in (2.0, -2.0)]
    foot = eye.chain([Ball(ankle, 3.6), heel, ball, toe]) + eye.chain([Ball(ankle, 3.7), ball]) + eye.capsule(*wide)
    yield Painted(f"{side}-leg", side, thigh + shank + foot)
    yield from _patches(body, eye, tint, [f"{side} {part}" for part in ("seat", "thigh", "shank", "foot")])


def arm(side: str, body: Body, eye: Eye, tint: Tint) -> Iterator[Painted]:
    """An arm with what is tinted of it."""
    at = body.points
    radii = (("shoulder", 5.6), ("elbow", 3.7), ("wrist", 2.6), ("palm", 3.5), ("tips", 1.9))
    yield Painted(f"{side}-arm", side, eye.chain([Ball(at[f"{side} {name}"], radius) for name, radius in radii]))
    yield from _patches(body, eye, tint, (f"{side} upper arm", f"{side} forearm"))


def _patches(body: Body, eye: Eye, tint: Tint, parts: Sequence[str]) -> Iterator[Painted]:
    """The patches of the tinted muscles that are on these parts and seen."""
    for index, muscle in enumerate(tint.muscles):
        for patch in PATCHES[muscle]:
            for side, sign in BOTH if patch.is_paired else (("", 1.0),):
                name, joint = _placed(patch, side)
                if name in parts and (side != "far" or tint.both_sides):
                    yield from _patch(body, eye, patch, (name, joint, sign), (f"{muscle}-{side}", index))


def _placed(patch: Patch, side: str) -> tuple[str, str]:
    is_middle = patch.part in {"hips", "chest", "head"}
    joint = patch.joint if patch.joint in {"hips", "waist", "shoulders"} else f"{side} {patch.joint}"
    return (patch.part if is_middle else f"{side} {patch.part}", joint)


def _patch(
    body: Body, eye: Eye, patch: Patch, place: tuple[str, str, float], which: tuple[str, int]
) -> Iterator[Painted]:
    (part, joint, sign), (key, index) = place, which
    part = "hips" if part.endswith("seat") else part  # painted with the leg, and turned with the hips

    def mirrored(offset: Vec) -> Vec:
        return (offset[0], offset[1], offset[2] * sign)

    facing = turned(eye.rotation, turned(body.turns[part], mirrored(patch.facing)))
    is_seen = facing[2] > HIDDEN
    start = Ball(body.at(part, joint, mirrored(patch.start)), patch.start_radius)
    end = Ball(_patch_end(body, part, joint, mirrored(patch.end)), patch.end_radius)
    kind = ("works" if index < STRONG else "helps") + (" far-side" if sign < 0 else "") + ("" if is_seen else " hidden")
    yield Painted(key, kind, eye.capsule(start, end))


def _patch_end(body: Body, part: str, joint: str, end: Vec) -> Vec:
    """Where a patch ends; one on the hips that goes beyond the waist ends on the chest."""
    x, y, z = end
    return (
        body.at("chest", "waist", (x, y - LOWER_TRUNK, z))
        if part == "hips" and y > LOWER_TRUNK
        else body.at(part, joint, end)
    )
