"""The body: its proportions, and where its joints are when their angles are known.

Lengths are shares of the stature after Drillis and Contini, "Body Segment Parameters" (1966), as in Winter,
"Biomechanics and Motor Control of Human Movement", figure 4.1, for somebody 175 cm tall. Where the trunk bends, how far
hip and shoulder joints are from the middle, and how thick everything is, are our choices: a slim adult.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from voicecoach.definitions.figure_words import ASIDE, FOOT_JOINTS
from voicecoach.figures.vectors import (
    Rotation,
    Vec,
    about_x,
    about_y,
    about_y_x_z,
    about_z,
    after,
    cross,
    dot,
    length,
    minus,
    plus,
    times,
    turned,
)

STATURE = 175.0
THIGH, SHANK, ANKLE_HEIGHT = 0.245 * STATURE, 0.246 * STATURE, 0.039 * STATURE
UPPER_ARM, FOREARM, HAND = 0.186 * STATURE, 0.146 * STATURE, 0.108 * STATURE
TRUNK = 0.288 * STATURE
NECK, HEAD = 0.052 * STATURE, 0.130 * STATURE
LOWER_TRUNK = 0.42 * TRUNK
UPPER_TRUNK = TRUNK - LOWER_TRUNK
HIP_OUT, SHOULDER_OUT = 0.048 * STATURE, 0.104 * STATURE

HEEL: Vec = (-4.2, 3.3 - ANKLE_HEIGHT, 0.0)
BALL: Vec = (10.5, 2.6 - ANKLE_HEIGHT, 0.0)
TOE_LENGTH = 6.6
"""From the ankle in a foot that stands flat, and from the ball to the tip of the toes."""
HEEL_RADIUS, BALL_RADIUS, TOE_RADIUS = 3.3, 2.6, 1.9
KNEE_RADIUS, ELBOW_RADIUS, WRIST_RADIUS = 5.2, 3.6, 2.5
TRUNK_RADIUS, SEAT_RADIUS = 10.5, 10.5
HEAD_RADIUS = 9.4

FIST: Vec = (1.2, -1.2, 0.0)
"""Where fingers end that are closed round something, seen from the palm."""

LIKE_CM = 2.0

BOTH = (("near", 1.0), ("far", -1.0))
"""The sides, and where on z they are."""


@dataclass(frozen=True)
class Body:
    """Where the joints are, and how the parts are turned, by name: `near knee`, `chest`.

    The y of a limb's part points back along it, towards the trunk; x is its front. `feet` are the angles of the joints
    in the feet in degrees, which are only seen from close by.
    """

    points: Mapping[str, Vec]
    turns: Mapping[str, Rotation]
    feet: Mapping[str, float] = field(default_factory=dict)

    def moved(self, by: Vec) -> Body:
        """All of it in another place."""
        return replace(self, points={name: plus(point, by) for name, point in self.points.items()})

    def at(self, part: str, point: str, offset: Vec) -> Vec:
        """A point of a part, seen from one of its joints."""
        return plus(self.points[point], turned(self.turns[part], offset))

    def seen_from(self, part: str, point: str, at: Vec) -> Vec:
        """Where a place is for a part, seen from one of its joints: `at` turned round."""
        x, y, z = self.turns[part]
        away = minus(at, self.points[point])
        return (dot(x, away), dot(y, away), dot(z, away))

    def with_fists(self, sides: Iterable[str]) -> Body:
        """The same with closed hands on these sides."""
        tips = {f"{side} tips": self.at(f"{side} hand", f"{side} palm", FIST) for side in sides}
        return replace(self, points={**self.points, **tips})

    def is_like(self, other: Body) -> bool:
        """Whether nobody sees a difference: all points are nearly in the same places."""
        is_there = all(length(minus(point, other.points[name])) < LIKE_CM for name, point in self.points.items())
        return is_there and self.feet == other.feet

    def mirrored(self) -> Body:
        """The same with left and right exchanged."""
        points = {other_side(name): _mirror(point) for name, point in self.points.items()}
        turns = {}
        for name, (x, y, _) in self.turns.items():
            a, b = _mirror(x), _mirror(y)
            turns[other_side(name)] = (a, b, cross(a, b))
        return Body(points, turns, {other_side(name): angle for name, angle in self.feet.items()})


_OTHER = {"near": "far", "far": "near"}


def other_side(name: str) -> str:
    """The same joint or part on the other side; one of the middle is the same."""
    side, _, rest = name.partition(" ")
    return f"{_OTHER[side]} {rest}" if side in _OTHER else name


def _mirror(point: Vec) -> Vec:
    return (point[0], point[1], -point[2])


Angles = Mapping[str, float]


def posed(angles: Angles) -> Body:
    """The body with its hips in the origin, or beside it; an angle that isn't given is 0."""
    get = angles.get
    points: dict[str, Vec] = {"hips": (0.0, 0.0, get(ASIDE, 0.0))}
    turns: dict[str, Rotation] = {}
    lying = about_y_x_z(-get("roll", 0), get("tilt", 0), -get("lean", 0))
    pelvis = turns["hips"] = after(about_y(-get("turn", 0)), lying)
    chest = turns["chest"] = after(pelvis, about_y_x_z(-get("twist", 0), get("bend", 0), -get("back", 0)))
    points["waist"] = plus(points["hips"], turned(pelvis, (0.0, LOWER_TRUNK, 0.0)))
    points["shoulders"] = plus(points["waist"], turned(chest, (0.0, UPPER_TRUNK, 0.0)))
    turns["head"] = after(chest, about_y_x_z(-get("neck turn", 0), get("neck tilt", 0), -get("neck", 0)))
    points["head"] = plus(points["shoulders"], turned(turns["head"], (1.2, NECK + HEAD / 2, 0.0)))
    for side, sign in BOTH:
        _leg(side, sign, angles, points, turns)
        _arm(side, sign, angles, points, turns)
    feet = {name: angle for name, angle in angles.items() if name.endswith(FOOT_JOINTS)}
    return Body(points, turns, feet)


def _ball_joint(flexed: float, out: float, turn: float, sign: float) -> Rotation:
    """A hip's or a shoulder's rotation: out within the plane that it is flexed to, turned about the limb itself."""
    return about_y_x_z(-sign * turn, -sign * out, flexed)


def _leg(side: str, sign: float, angles: Angles, points: dict[str, Vec], turns: dict[str, Rotation]) -> None:
    flexed, out, turn, knee, ankle = (
        angles.get(f"{side} {joint}", 0) for joint in ("hip", "hip out", "hip turn", "knee", "ankle")
    )
    points[f"{side} hip"] = plus(points["hips"], turned(turns["hips"], (0.0, 0.0, sign * HIP_OUT)))
    turns[f"{side} thigh"] = after(turns["hips"], _ball_joint(flexed, out, turn, sign))
    turns[f"{side} shank"] = after(turns[f"{side} thigh"], about_z(-knee))
    turns[f"{side} foot"] = after(turns[f"{side} shank"], about_z(ankle))
    points[f"{side} knee"] = _down(points[f"{side} hip"], turns[f"{side} thigh"], THIGH)
    points[f"{side} ankle"] = _down(points[f"{side} knee"], turns[f"{side} shank"], SHANK)
    turns[f"{side} toes"] = turns[f"{side} foot"]
    add_foot(side, points, turns)


def add_foot(side: str, points: dict[str, Vec], turns: Mapping[str, Rotation]) -> None:
    """Put heel, ball and toe where the ankle and the turns of foot and toes place them."""
    ankle, foot = points[f"{side} ankle"], turns[f"{side} foot"]
    points[f"{side} heel"] = plus(ankle, turned(foot, HEEL))
    points[f"{side} ball"] = plus(ankle, turned(foot, BALL))
    points[f"{side} toe"] = plus(points[f"{side} ball"], turned(turns[f"{side} toes"], (TOE_LENGTH, -0.6, 0.0)))


def _arm(side: str, sign: float, angles: Angles, points: dict[str, Vec], turns: dict[str, Rotation]) -> None:
    flexed, out, turn, elbow, wrist = (
        angles.get(f"{side} {joint}", 0) for joint in ("shoulder", "shoulder out", "shoulder turn", "elbow", "wrist")
    )
    up, back = (-sign * angles.get(f"{side} {joint}", 0) for joint in ("shrug", "shoulder back"))
    shoulder = turned(after(about_y(back), about_x(up)), (0.0, 0.0, sign * SHOULDER_OUT))
    points[f"{side} shoulder"] = plus(points["shoulders"], turned(turns["chest"], shoulder))
    turns[f"{side} upper arm"] = after(turns["chest"], _ball_joint(flexed, out, turn, sign))
    turns[f"{side} forearm"] = after(turns[f"{side} upper arm"], about_z(elbow))
    turns[f"{side} hand"] = after(turns[f"{side} forearm"], about_z(wrist))
    points[f"{side} elbow"] = _down(points[f"{side} shoulder"], turns[f"{side} upper arm"], UPPER_ARM)
    points[f"{side} wrist"] = _down(points[f"{side} elbow"], turns[f"{side} forearm"], FOREARM)
    add_hand(side, points, turns)


def add_hand(side: str, points: dict[str, Vec], turns: Mapping[str, Rotation]) -> None:
    """Put palm and finger tips where the wrist and the turn of the hand place them."""
    points[f"{side} palm"] = _down(points[f"{side} wrist"], turns[f"{side} hand"], 0.42 * HAND)
    points[f"{side} tips"] = _down(points[f"{side} wrist"], turns[f"{side} hand"], 0.92 * HAND)


def _down(start: Vec, turn: Rotation, long: float) -> Vec:
    return minus(start, times(turn[1], long))
