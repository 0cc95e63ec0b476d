"""The picture of an exercise: its poses side by side, or one that moves through them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from voicecoach.definitions.figure_words import PropKind
from voicecoach.definitions.figures import Figure, limb
from voicecoach.definitions.model import Exercise, Sides
from voicecoach.figures.arrows import Arrow, arrows
from voicecoach.figures.body import BOTH, HEAD_RADIUS, SEAT_RADIUS, Body
from voicecoach.figures.drawing import Painted, Tint, painted
from voicecoach.figures.foot import foot_arrows, painted_feet, seen_feet
from voicecoach.figures.motion import Motion, motion
from voicecoach.figures.shapes import Eye, Spot, polygon
from voicecoach.figures.things import corners, gripping, held_things, standing_things
from voicecoach.figures.vectors import Vec, mean

MARGIN, TILTED, BESIDE = 5.0, 5.0, 30.0
MAT_Y, MAT_MARGIN = 24.0, 11.0
"""How low what is above the mat is, which shows the floor where that is no line, and how far the mat goes beyond it."""
CLOSE_UPS: Mapping[str, tuple[tuple[str, ...], float]] = {
    "shoulders": (("head", "near shoulder", "far shoulder", "shoulders"), 24.0),
    "near foot": (("near heel", "near ankle", "near toe"), 9.0),
    "far foot": (("far heel", "far ankle", "far toe"), 9.0),
    "feet": (("near heel", "near ankle", "near toe", "far heel", "far ankle", "far toe"), 9.0),
}
"""The points that a close view shows, and how many centimetres around them."""
START = "start"
"""What a picture says of the pose in which a repetition begins, unless it is held there."""
SAMPLES = 8
"""So many moments of a way are looked at for its arrow, and for how much room it takes."""


@dataclass(frozen=True)
class Panel:
    """One pose: its phases, the body, what is painted back to front, and arrows."""

    label: str
    body: Body
    shapes: tuple[Painted, ...]
    arrows: tuple[Arrow, ...] = ()


@dataclass(frozen=True)
class Room:
    """What a figure takes on the paper, from its left upper corner, in centimetres; the floor is at `floor`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


class Spread:
    """How far some spots reach, with this much around each."""

    def __init__(self, spots: Sequence[Spot], around: float) -> None:
        xs, ys = [x for x, _ in spots] or [0.0], [y for _, y in spots] or [0.0]
        self.left, self.right = min(xs) - around, max(xs) + around
        self.top, self.bottom = min(ys) - around, max(ys) + around


def _label(phases: Sequence[str]) -> str:
    return " · ".join(phases)


class Picture:
    """The figure of an exercise as it is drawn. Raises nothing: what is wrong was found when it was read."""

    def __init__(self, exercise: Exercise, figure: Figure) -> None:
        self.exercise, self.figure = exercise, figure
        self.motion: Motion = motion(exercise, figure)
        self.eye = Eye(figure.camera)
        self.tint = Tint(exercise.muscles, both_sides=exercise.sides is not Sides.EACH)
        self.held = [prop for name, prop in self.motion.solver.props.items() if name not in self.motion.props]

    @cached_property
    def anchor(self) -> Vec:
        """Where a long band is fastened."""
        prop = self.motion.solver.props.get("anchor")
        at = prop.at if prop and prop.at is not None else 95.0
        height = prop.height if prop and prop.height is not None else 120.0
        return (at, height, (prop.aside if prop else None) or 0.0)

    @cached_property
    def panels(self) -> list[Panel]:
        """A panel for each pose; phases in which nothing moves are with that which they follow.

        What a phase only goes through has none if it is the pose of another panel.
        """
        found: list[tuple[list[str], int]] = []
        for index, stop in enumerate(self.motion.stops):
            if found and self.motion.is_still(index):
                found[-1][0].append(stop.phase)
            elif not self._is_seen_before(index, [at for _, at in found]):
                found.append(([stop.phase], index))
        if len(found) > 1 and self.motion.is_still(0):
            first, _ = found.pop(0)
            found[-1][0].extend(first)
        last = found[-1] if self._changes_sides else found.pop()
        label = START if found and (len(last[0]) == 1 or self._changes_sides) else _label(last[0])
        body = self.motion.before(0).body
        beginning = Panel(label, body, tuple(self.shapes(body)))
        return [beginning, *(self._panel(phases, index) for phases, index in found)]

    @property
    def _changes_sides(self) -> bool:
        """Whether the pose that a repetition begins with is another one than that in which it ends."""
        return not self.motion.before(0).body.is_like(self.motion.stops[-1].standing.body)

    @property
    def _is_gait(self) -> bool:
        """Whether it is a run, a walk or a march seen from the side: alternating by itself, and on the feet alone."""
        bearing = {limb(part) for stop in self.motion.stops for part in stop.standing.at}
        is_beside = abs(self.eye.camera.turn) < BESIDE
        return self.figure.alternates and is_beside and bearing <= {"near leg", "far leg"}

    def on_the_ground(self, index: int) -> frozenset[str]:
        """The limbs that go back with the ground on the way to a stop, as those of somebody who walks do."""
        return frozenset(map(limb, self.motion.stops[index].standing.slid if self.motion.alternates else ()))

    def _is_seen_before(self, index: int, shown: Sequence[int]) -> bool:
        """Whether a stop on the way of a phase, not its end, is as one of the stops that are `shown`."""
        stops = self.motion.stops
        is_end = index + 1 == len(stops) or stops[index + 1].phase != stops[index].phase
        return not is_end and any(stops[one].standing.body.is_like(stops[index].standing.body) for one in shown)

    def _panel(self, phases: Sequence[str], index: int) -> Panel:
        way = [self.motion.on_the_way(index, step / SAMPLES) for step in range(SAMPLES + 1)]
        body = self.motion.stops[index].standing.body
        if seen_feet(self.eye):
            drawn = foot_arrows(way, self.eye)
        else:
            drawn = arrows(way, self.eye, self.on_the_ground(index), is_gait=self._is_gait)
        return Panel(_label(phases), body, tuple(self.shapes(body)), tuple(drawn))

    def at(self, time: float) -> Body:
        """The body so many ms after a repetition began."""
        return self.motion.at(time)

    def shapes(self, body: Body) -> list[Painted]:
        """All that is painted of a moment, back to front."""
        body = body.with_fists(self._fists)
        things = list(standing_things(self.motion.props, self.eye))
        held = self._held(body)
        paint = painted_feet if seen_feet(self.eye) else painted
        middle = self.eye.depth(body.points["waist"])
        back = [shape for depth, shape in things if depth <= middle]
        front = [shape for depth, shape in things if depth > middle]
        return [*self._mat, *back, *paint(body, self.eye, self.tint, held), *front]

    def _held(self, body: Body) -> list[tuple[float, Painted]]:
        return list(held_things(self.held, body, self.eye, self.anchor))

    @cached_property
    def _fists(self) -> list[str]:
        """The sides of the hands that are closed round something."""
        sides = {side for prop in self.held for side in gripping(prop)}
        is_bar = any(prop.kind is PropKind.BAR for prop in self.motion.props.values())
        return [side for side, _ in BOTH if is_bar or side in sides]

    @cached_property
    def _bodies(self) -> list[Body]:
        """Some moments of all that is seen."""
        ways = range(len(self.motion.stops))
        bodies = [self.motion.on_the_way(index, step / 4) for index in ways for step in range(1, 5)]
        return bodies + [body.mirrored() for body in bodies] if self.motion.alternates else bodies

    @cached_property
    def _corners(self) -> list[Spot]:
        """The corners of the mat: of what is seen tilted, since the floor is no line there."""
        if abs(self.eye.camera.tilt) <= TILTED:
            return []
        low = [point for body in self._bodies for point in body.points.values() if point[1] < MAT_Y]
        xs, zs = ([point[axis] for point in low] or [0.0] for axis in (0, 2))
        x, z = ((min(ends) - MAT_MARGIN, max(ends) + MAT_MARGIN) for ends in (xs, zs))
        around = [(a, 0.0, b) for a, b in ((x[0], z[0]), (x[1], z[0]), (x[1], z[1]), (x[0], z[1]))]
        return [self.eye.spot_afar(corner, mean(around)) for corner in around]

    @cached_property
    def _mat(self) -> list[Painted]:
        return [Painted("mat", "prop", polygon(self._corners))] if self._corners else []

    @cached_property
    def room(self) -> Room:
        """The room that the figure takes in all of its moments."""
        bodies = self._bodies
        ways = [spot for panel in self.panels for arrow in panel.arrows for spot in arrow.spots]
        if self.eye.camera.close:
            return self._close_room(self.eye.camera.close, bodies, ways)
        return self._room_of(bodies, ways or [(0.0, 0.0)])

    def room_of(self, panel: Panel) -> Room:
        """The room that one pose takes; seen closely, all take the same."""
        if self.eye.camera.close:
            return self.room
        return self._room_of([panel.body], [spot for arrow in panel.arrows for spot in arrow.spots])

    def _room_of(self, bodies: Sequence[Body], ways: Sequence[Spot]) -> Room:
        spots = [self.eye.spot(point) for body in bodies for point in body.points.values()] + self._corners
        spots += [spot for body in bodies for _, shape in self._held(body) for spot in shape.spots()]
        spots += [self.eye.spot(self.anchor)] if "anchor" in self.motion.solver.props else []
        hips = [self.eye.spot(body.points["hips"]) for body in bodies]
        heads = [self.eye.spot(body.points["head"]) for body in bodies]
        edges = [Spread(spots, 6.0), Spread(hips, SEAT_RADIUS + 2), Spread(heads, HEAD_RADIUS + 4)]
        edges += [Spread(ways, 6.0)] if ways else []
        left, right = min(one.left for one in edges), max(one.right for one in edges)
        top, bottom = min(one.top for one in edges), max(one.bottom for one in edges)
        for one in self.motion.props.values():
            spread = Spread([self.eye.spot(corner) for corner in corners(one)], 0.0)
            if one.kind is not PropKind.MAT:
                left, right = min(left, spread.left), max(right, spread.right)
                top, bottom = min(top, spread.top), max(bottom, spread.bottom)
        lowest = max(bottom, *(self.eye.ground(x) for x in (left - MARGIN, right + MARGIN)))
        return Room(left - MARGIN, top - MARGIN, right + MARGIN, lowest + 5)

    def _close_room(self, close: str, bodies: Sequence[Body], drawn: Sequence[Spot]) -> Room:
        """The room around the part that is seen from close by, and the arrows."""
        names, around = CLOSE_UPS[close]
        spots = [self.eye.spot(body.points[name]) for body in bodies for name in names]
        edges = [Spread(spots, around * self.eye.scale), *([Spread(drawn, MARGIN)] if drawn else [])]
        left, right = min(one.left for one in edges), max(one.right for one in edges)
        return Room(left, min(one.top for one in edges), right, max(one.bottom for one in edges))


def pictures_of(exercises: Iterable[Exercise]) -> list[Picture]:
    """The pictures of those that have a figure."""
    return [Picture(one, one.figure) for one in exercises if one.figure]
