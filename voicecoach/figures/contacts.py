"""Where the parts of a body are that rest on something, and what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from voicecoach.definitions.figure_words import FLOOR, LEG_PARTS, PROPS, WALLS, PropKind
from voicecoach.definitions.figures import Prop
from voicecoach.figures.body import BOTH, HAND, HEAD_RADIUS, HIP_OUT, KNEE_RADIUS, TRUNK_RADIUS, WRIST_RADIUS, Body
from voicecoach.figures.limbs import FOREARM_RADIUS, ankle_over, flat_foot
from voicecoach.figures.vectors import Rotation, Vec, between, minus, plus

SEAT_HEIGHT, SIDE_HEIGHT, LYING_HEIGHT = 10.5, HIP_OUT + 9.0, 12.0
"""Of the hips above what one sits on, and above what one lies on sideways or on the back."""
PALM = WRIST_RADIUS + 0.3
WALL_HAND = 3.0
GRIP = 0.42 * HAND
UNDER_SOFA = 16.0
"""How much room there is below a sofa, for feet that it holds."""
BACK_DEPTH = 12.6
"""How far the seat is behind the middle of somebody who leans on a wall."""
FEET = LEG_PARTS - {"knee"}
OUTWARDS = dict(BOTH)


@dataclass(frozen=True)
class Placed:
    """A prop in its place: its middle, and its top, or the face of a wall at `x` or of one beside at `z`."""

    prop: Prop
    x: float
    height: float
    length: float
    z: float = 0.0

    @property
    def kind(self) -> PropKind:
        """How it is drawn."""
        return self.prop.size.kind


def support_height(support: str, props: dict[str, Prop]) -> float | None:
    """How high what something rests on is; `None` for a wall, which it rests against, and for the own body."""
    if support == FLOOR:
        return 0.0
    if support not in PROPS:
        return None
    prop, size = props[support], PROPS[support]
    if size.kind in WALLS:
        return None
    return size.height if prop.height is None else prop.height


def foot_turn(body: Body, part: str, angles: Mapping[str, float]) -> tuple[Rotation, Rotation] | None:
    """The turns of foot and toes of a foot that rests on something; `None` for one that hangs from its ankle."""
    side, _, name = part.partition(" ")
    if name in {"foot edge", "instep"}:
        return None
    heel_up = 0.0 if name == "foot" else angles.get(f"{side} heel", 0.0)
    return flat_foot(side, heel_up, angles.get(f"{side} foot out", 0.0), body.turns)


def end_point(body: Body, part: str, angles: Mapping[str, float], support: str) -> Vec:
    """The point where a part touches what it rests on, as the angles alone place it."""
    side, _, name = part.partition(" ")
    if name in FEET:
        turn = foot_turn(body, part, angles)
        foot = turn[0] if turn else body.turns[f"{side} foot"]
        return minus(body.points[f"{side} ankle"], ankle_over(name, foot))
    if name == "knee":
        return minus(body.points[f"{side} knee"], knee_over(part, support))
    if name == "forearm":
        return minus(body.points[f"{side} elbow"], (0.0, FOREARM_RADIUS, 0.0))
    if name == "hand":
        return minus(body.points[f"{side} wrist"], wrist_over(part, support))
    return _middle_point(body, part, support)


def kind_of(support: str) -> PropKind | None:
    """What something rests on is like; `None` for the floor."""
    return PROPS[support].kind if support in PROPS else None


def outwards(part: str) -> float:
    """Which way on z is away from the middle for a part of a side."""
    return OUTWARDS[part.partition(" ")[0]]


def knee_over(part: str, support: str) -> Vec:
    """Where the knee is, seen from the point that it rests on."""
    if kind_of(support) is PropKind.SIDE_WALL:
        return (0.0, 0.0, -KNEE_RADIUS * outwards(part))
    return (0.0, KNEE_RADIUS, 0.0)


def wrist_over(part: str, support: str) -> Vec:
    """Where the wrist is, seen from the point that the hand rests on or grips."""
    kind = kind_of(support)
    if kind is PropKind.SIDE_WALL:
        return (0.0, -GRIP, -WALL_HAND * outwards(part))
    if kind is PropKind.WALL:
        return (-WALL_HAND, -GRIP, 0.0)
    if kind is PropKind.BAR:
        return (0.0, -GRIP, 0.0)
    return (0.0, PALM, 0.0)


def _middle_point(body: Body, part: str, support: str) -> Vec:
    points = body.points
    if support in PROPS and PROPS[support].kind is PropKind.WALL:
        return plus(between(points["hips"], points["shoulders"], 0.6), (-BACK_DEPTH, 0.0, 0.0))
    middle, height = {
        "seat": (points["hips"], SEAT_HEIGHT),
        "side": (points["hips"], SIDE_HEIGHT),
        "back": (_lowest_of_trunk(points), LYING_HEIGHT),
        "shoulders": (between(points["waist"], points["shoulders"], 0.76), TRUNK_RADIUS),
        "head": (points["head"], HEAD_RADIUS),
    }.get(part, (_lowest_of_trunk(points), TRUNK_RADIUS))
    return minus(middle, (0.0, height, 0.0))


def _lowest_of_trunk(points: Mapping[str, Vec]) -> Vec:
    """Of somebody who lies, curled up or arched: the hips stay in their place, and the lowest part is on the floor."""
    x, _, z = between(points["hips"], points["waist"], 0.5)
    return (x, min(points[name][1] for name in ("hips", "waist", "shoulders")), z)
