"""From a pose and what it rests on to a body that stands there.

The angles make a body that floats. What bears most is put on its support; where a stance leaves an angle of the whole
body open, it is found so that the next support is met as well. Then arms and legs bend as much as they have to for
their ends to be where they belong.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from voicecoach.definitions.figure_words import ASIDE, FLOOR, PROPS, RAISE, SURFACES, WALLS, PropKind
from voicecoach.definitions.figures import Figure, Prop, WholePose, limb
from voicecoach.figures.body import (
    BALL,
    BOTH,
    ELBOW_RADIUS,
    FOREARM,
    KNEE_RADIUS,
    SHANK,
    THIGH,
    UPPER_ARM,
    Body,
    other_side,
    posed,
)
from voicecoach.figures.contacts import (
    FEET,
    Placed,
    end_point,
    foot_turn,
    kind_of,
    knee_over,
    outwards,
    support_height,
    wrist_over,
)
from voicecoach.figures.holding import hold_own_body, outside
from voicecoach.figures.limbs import (
    FOREARM_RADIUS,
    STRAIGHT,
    ankle_over,
    hand_on,
    level_heading,
    put_foot,
    put_hand,
    reach_with_arm,
    reach_with_leg,
)
from voicecoach.figures.vectors import (
    ORIGIN,
    UP,
    Rotation,
    Vec,
    about_z,
    after,
    along,
    length,
    mean,
    minus,
    plus,
    times,
    unit,
)

TRIES, CLOSE_CM = 12, 0.005
MIRRORED = frozenset({ASIDE, "tilt", "turn", "roll", "bend", "twist", "neck tilt", "neck turn"})
"""Angles that go to one of the sides."""
INSTEP, LYING_FOOT, NEARLY = 4.6, 62.0, 3.0
"""How high the ankle of a foot on its back is, where its toes point, how much higher one comes down all the same."""
STEP_DEGREES, MOST_STEP = 2.0, 20.0
REACHING = 4
WITH_EDGES, EDGE = frozenset({PropKind.BOX, PropKind.CHAIR, PropKind.SOFA, PropKind.TABLE}), 4.0
"""Kinds of props that one can stand beside rather than on, and how near to the edge one stands at most."""
WHERE_TOUCHED = frozenset({PropKind.BALL, PropKind.SIDE_WALL, PropKind.RAIL})
"""Kinds that are as far aside as what rests on them; others only if it is far from their middle."""
MOST_FOUND = 175.0
_ROLLED = {"foot": "toes", "toes": "foot"}
_BALL_AHEAD = {"foot": BALL[0], "toes": -BALL[0]}
"""A flat foot and its ball, and how far ahead the one is of the other."""


@dataclass(frozen=True)
class Standing:
    """A body that rests where it should: `at` is where each part does, `on` what it rests on.

    `bearing` are the parts that bear most, and `raised` is how many centimetres it is above them. `slid` parts got
    there without being lifted.
    """

    angles: dict[str, float]
    body: Body
    at: dict[str, Vec]
    on: Mapping[str, str]
    bearing: tuple[str, ...] = ()
    raised: float = 0.0
    slid: tuple[str, ...] = ()

    @cached_property
    def free(self) -> Body:
        """The body as its angles alone make it, with its hips in the origin or beside it."""
        return posed(self.angles)

    @cached_property
    def floating(self) -> Body:
        """The body as its angles alone make it, with its hips where they are."""
        return self.free.moved(minus(self.body.points["hips"], self.free.points["hips"]))

    @cached_property
    def resting(self) -> frozenset[str]:
        """The limbs that rest on something."""
        return frozenset(map(limb, self.at))

    def mirrored(self) -> Standing:
        """The same with left and right exchanged."""
        angles = {other_side(name): -angle if name in MIRRORED else angle for name, angle in self.angles.items()}
        at = {other_side(part): (x, y, -z) for part, (x, y, z) in self.at.items()}
        on = {other_side(part): other_side(support) for part, support in self.on.items()}
        bearing, slid = (tuple(map(other_side, parts)) for parts in (self.bearing, self.slid))
        return Standing(angles, self.body.mirrored(), at, on, bearing, self.raised, slid)


class Solver:
    """Solves the poses of a figure one after the other: what rests on something stays there until it is moved."""

    def __init__(self, figure: Figure) -> None:
        self.beyond = figure.beyond
        self.props: dict[str, Prop] = dict(figure.props)
        self.placed: dict[str, Placed] = {}
        self.planted: dict[tuple[str, str], Vec] = {}
        self.headings: dict[str, Vec] = {}
        for name, prop in self.props.items():
            if prop.at is not None and prop.size.kind in SURFACES:
                self._placed(name, "", ORIGIN)

    def solve(self, pose: WholePose) -> Standing:
        """The body of a pose. Props that are met for the first time get their place."""
        for support in pose.on.values():
            if support in PROPS:
                self.props.setdefault(support, Prop(support))
        self._lift(pose)
        angles = dict(pose.joints)
        if pose.found:
            angles[pose.found] = self._found(pose, angles)
        body = posed(angles)
        bearing = tuple(self._bearing(pose.on))
        body = body.moved(self.shift(body, angles, pose.on))
        at = {part: self._target(body, part, support, angles) for part, support in outside(pose.on).items()}
        body = within_reach(body, angles, at, pose.on)
        for part, point in at.items():
            self.planted[part, pose.on[part]] = point
        stands = settled(body, angles, at, pose.on)
        self.headings = {side: stands.turns[f"{side} toes"][0] for side, _ in BOTH}
        raised = angles.get(RAISE, 0.0)
        return Standing(angles, stands, at, pose.on, bearing, raised, pose.slid)

    def shift(self, body: Body, angles: Mapping[str, float], on: Mapping[str, str]) -> Vec:
        """How far a floating body has to be moved for what bears most to be on its support."""
        group = self._bearing(on)
        if not group:
            lowest = min(point[1] for name, point in body.points.items() if name.endswith((" ball", " heel")))
            return (0.0, angles.get(RAISE, 0.0) - lowest + 3.0, 0.0)
        moves = [minus(self._goal(body, part, on[part], angles), end_point(body, part, angles, on[part]))
                 for part in group]  # fmt: skip
        return plus(mean(moves), (0.0, angles.get(RAISE, 0.0), 0.0))

    def _lift(self, pose: WholePose) -> None:
        """Forget where parts were that are on something else now, or put down anew; a foot rolls on its ball."""
        for (part, support), point in list(self.planted.items()):
            side, _, name = part.partition(" ")
            other = f"{side} {_ROLLED.get(name)}"
            if pose.on.get(other) == support and not {part, other} & {*pose.moved, *pose.slid}:
                x, _, z = self.headings[side]
                self.planted[other, support] = plus(point, times(unit((x, 0.0, z)), _BALL_AHEAD[name]))
        for part, support in list(self.planted):
            if pose.on.get(part) != support or part in (*pose.moved, *pose.slid):
                del self.planted[part, support]

    def _bearing(self, on: Mapping[str, str]) -> list[str]:
        """The part that bears most, on both sides if both rest on the same; one that stays before one that is moved."""
        level = [part for part, support in on.items() if support_height(support, self.props) is not None]
        first = next((part for part in level if (part, on[part]) in self.planted), level[0] if level else None)
        if first is None:
            return []
        name = first.rpartition(" ")[2] if " " in first else first
        twins = [part for part in level if part.endswith(name) and on[part] == on[first]]
        stays = (first, on[first]) in self.planted
        return [part for part in twins if ((part, on[part]) in self.planted) == stays]

    def _goal(self, body: Body, part: str, support: str, angles: Mapping[str, float]) -> Vec:
        """Where a part belongs: where it has been, else below or above where it is."""
        if (part, support) in self.planted:
            return self.planted[part, support]
        x, y, z = end_point(body, part, angles, support)
        height = support_height(support, self.props)
        return (self._onto(support, x), y if height is None else height, z)

    def _onto(self, support: str, x: float) -> float:
        """The nearest place to `x` that is on a prop whose place is known."""
        if support == FLOOR or PROPS[support].kind not in WITH_EDGES:
            return x
        placed = self.placed.get(support)
        if placed is None:
            return x
        room = max(0.0, placed.length / 2 - EDGE)
        return max(placed.x - room, min(placed.x + room, x))

    def _target(self, body: Body, part: str, support: str, angles: Mapping[str, float]) -> Vec:
        """As `_goal`, on a prop that gets its place if it has none yet."""
        x, y, z = self._goal(body, part, support, angles)
        if support != FLOOR:
            placed = self._placed(support, part, (x, y, z))
            if placed.kind is PropKind.WALL:
                return (placed.x, y, z)
            if placed.kind is PropKind.SIDE_WALL:
                return (x, y, placed.z)
            if placed.kind is PropKind.BAR:
                return (placed.x, placed.height, z)
        return (x, y, z)

    def _placed(self, name: str, part: str, point: Vec) -> Placed:
        if name not in self.placed:
            prop, size = self.props[name], PROPS[name]
            long = size.length if prop.length is None else prop.length
            x = point[0] + _beside(part, size.kind, long) if prop.at is None else prop.at
            height = size.height if prop.height is None else prop.height
            self.placed[name] = Placed(prop, x, height, long, _aside(prop, point[2]))
        return self.placed[name]

    def _found(self, pose: WholePose, angles: Mapping[str, float]) -> float:
        """The angle at which what bears most and what bears next are both at the height of their supports."""
        group = self._bearing(pose.on)
        others = [part for part, support in pose.on.items()
                  if part not in group and support_height(support, self.props) is not None]  # fmt: skip
        begun = angles.get(pose.found or "", 0.0)
        if not others:
            return begun
        others = [part for part in others if part.split(" ")[-1] == others[0].split(" ")[-1]]

        def gap(angle: float) -> float:
            tried = {**angles, pose.found or "": angle}
            body = posed(tried)
            body = body.moved(self.shift(body, tried, pose.on))
            heights = [end_point(body, part, tried, pose.on[part])[1] -
                       (support_height(pose.on[part], self.props) or 0.0) for part in others]  # fmt: skip
            return sum(heights) / len(heights)

        return _root(gap, begun)


def within_reach(body: Body, angles: Mapping[str, float], at: Mapping[str, Vec], on: Mapping[str, str]) -> Body:
    """The body lowered until its feet reach what they stand on; on its knees it leans until its hands do."""
    for _ in range(REACHING):
        short = max((_shortage(body, part, point, angles) for part, point in at.items()), default=0.0)
        if short < CLOSE_CM:
            break
        body = body.moved((0.0, -short, 0.0))
    return _to_its_hands(body, at, on)


def _to_its_hands(body: Body, at: Mapping[str, Vec], on: Mapping[str, str]) -> Body:
    """Somebody on knees and hands moved on the thighs until the hands reach where they rest."""
    knees = [part for part in at if part.endswith("knee")]
    hands = [part for part in at if part.endswith("hand")]
    if not (knees and hands):
        return body
    for _ in range(REACHING):
        gaps = [minus(plus(at[part], wrist_over(part, on[part])), body.points[part.replace("hand", "shoulder")])
                for part in hands]  # fmt: skip
        gap = max(gaps, key=length)
        if (short := length(gap) - (UPPER_ARM + FOREARM) * STRAIGHT) < CLOSE_CM:
            break
        body = _over_knees(body.moved(times(unit((gap[0], 0.0, 0.0)), short * 1.2)), at, knees[0])
    return body


def _over_knees(body: Body, at: Mapping[str, Vec], part: str) -> Body:
    """The body as high as the thighs above its knees have it."""
    x, y, z = body.points[part.replace("knee", "hip")]
    knee = plus(at[part], (0.0, KNEE_RADIUS, 0.0))
    high = math.sqrt(max(0.0, THIGH**2 - (x - knee[0]) ** 2 - (z - knee[2]) ** 2))
    return body.moved((0.0, knee[1] + high - y, 0.0))


def _shortage(body: Body, part: str, point: Vec, angles: Mapping[str, float]) -> float:
    """How much too high the hips are for a foot to be at a point."""
    side, _, name = part.partition(" ")
    if name not in FEET:
        return 0.0
    turn = foot_turn(body, part, angles)
    ankle = plus(point, ankle_over(name, turn[0] if turn else body.turns[f"{side} foot"]))
    x, y, z = minus(body.points[f"{side} hip"], ankle)
    level, reach = x * x + z * z, (THIGH + SHANK) * STRAIGHT
    return max(0.0, y - math.sqrt(max(0.0, reach * reach - level))) if y > 0 else 0.0


def settled(body: Body, angles: Mapping[str, float], at: Mapping[str, Vec], on: Mapping[str, str]) -> Body:
    """The body with its arms and legs bent so that their ends are `at` their places."""
    points, turns = dict(body.points), dict(body.turns)
    for part, point in at.items():
        side, _, name = part.partition(" ")
        if name in FEET:
            turn = foot_turn(body, part, angles)
            over = ankle_over(name, turn[0] if turn else turns[f"{side} foot"])
            reach_with_leg(side, plus(point, over), points, turns)
            put_foot(side, turn, points, turns)
        elif name == "knee":
            kneel(side, plus(point, knee_over(part, on[part])), points, turns)
            if kind_of(on[part]) not in WALLS:
                _lay_shank(side, points, turns)
        elif name == "hand":
            reach_with_arm(side, plus(point, wrist_over(part, on[part])), points, turns)
            put_hand(side, _hand_turn(turns, part, on[part]), points, turns)
        elif name == "forearm":
            _lay_forearm(side, point, points, turns)
    hold_own_body(on, points, turns)
    return replace(body, points=points, turns=turns)


def _hand_turn(turns: dict[str, Rotation], part: str, support: str) -> Rotation:
    kind = kind_of(support)
    if kind is PropKind.SIDE_WALL:
        return along((0.0, -1.0, 0.0), (0.0, 0.0, outwards(part)))
    if kind in {PropKind.WALL, PropKind.BAR}:
        return along((0.0, -1.0, 0.0), (1.0, 0.0, 0.0))
    return hand_on(UP, level_heading(turns))


def kneel(side: str, knee: Vec, points: dict[str, Vec], turns: dict[str, Rotation], ankle: Vec | None = None) -> None:
    """Turn the thigh so that the knee is there, and carry the shank along, or turn it towards an ankle."""
    hip, shank = points[f"{side} hip"], minus(points[f"{side} ankle"], points[f"{side} knee"])
    towards = unit(minus(knee, hip))
    points[f"{side} knee"] = plus(hip, times(towards, THIGH))
    turns[f"{side} thigh"] = along(times(towards, -1), turns[f"{side} thigh"][0])
    if ankle:
        shank = times(unit(minus(ankle, points[f"{side} knee"])), SHANK)
        turns[f"{side} shank"] = along(times(shank, -1), turns[f"{side} shank"][0])
    points[f"{side} ankle"] = plus(points[f"{side} knee"], shank)
    put_foot(side, None, points, turns)


def _lay_shank(side: str, points: dict[str, Vec], turns: dict[str, Rotation]) -> None:
    """Lay the shank of somebody who kneels on the floor, where it would be below it."""
    knee, (x, y, z) = points[f"{side} knee"], points[f"{side} ankle"]
    lowest = knee[1] - KNEE_RADIUS + INSTEP
    if y >= lowest + NEARLY:
        return
    back = unit((x - knee[0], 0.0, z - knee[2]), (-1.0, 0.0, 0.0))
    level = math.sqrt(SHANK**2 - (lowest - knee[1]) ** 2)
    points[f"{side} ankle"] = plus((knee[0], lowest, knee[2]), times(back, level))
    bent = about_z(-LYING_FOOT)
    turns[f"{side} shank"] = along(minus(knee, points[f"{side} ankle"]), (0.0, -1.0, 0.0))
    foot = after(turns[f"{side} shank"], bent)
    put_foot(side, (foot, foot), points, turns)


def _lay_forearm(side: str, point: Vec, points: dict[str, Vec], turns: dict[str, Rotation]) -> None:
    """Turn the upper arm so that the elbow is above the point, and lay the forearm down."""
    shoulder, elbow = points[f"{side} shoulder"], plus(point, (0.0, FOREARM_RADIUS, 0.0))
    towards = unit(minus(elbow, shoulder))
    points[f"{side} elbow"] = plus(shoulder, times(towards, UPPER_ARM))
    turns[f"{side} upper arm"] = along(times(towards, -1), turns[f"{side} upper arm"][0])
    heading = level_heading(turns)
    turns[f"{side} forearm"] = hand_on(UP, heading)
    up = max(-FOREARM, min(FOREARM, point[1] + ELBOW_RADIUS - points[f"{side} elbow"][1]))
    points[f"{side} wrist"] = plus(
        plus(points[f"{side} elbow"], times(heading, math.sqrt(FOREARM**2 - up**2))), (0.0, up, 0.0)
    )
    put_hand(side, turns[f"{side} forearm"], points, turns)


def _beside(part: str, kind: PropKind, long: float) -> float:
    """How far in front of what rests on it the middle of a prop is: feet stand near the edge of a block."""
    from_edge = {"toes": 4.0, "foot": 10.0}.get(part.partition(" ")[2])
    return long / 2 - from_edge if kind is PropKind.BOX and from_edge is not None else 0.0


def _aside(prop: Prop, z: float) -> float:
    """How far to the near side a prop is that is touched at `z`."""
    if prop.aside is not None:
        return prop.aside
    return z if prop.size.kind in WHERE_TOUCHED or abs(z) > prop.size.width else 0.0


def _root(gap: Callable[[float], float], start: float) -> float:
    """Where `gap` is 0, by secants from `start`."""
    a, b = start, start + STEP_DEGREES
    at_a, at_b = gap(a), gap(b)
    for _ in range(TRIES):
        if abs(at_b) < CLOSE_CM or at_a == at_b:
            break
        step = -at_b * (b - a) / (at_b - at_a)
        a, at_a = b, at_b
        b = max(-MOST_FOUND, min(MOST_FOUND, b + max(-MOST_STEP, min(MOST_STEP, step))))
        at_b = gap(b)
    return b
