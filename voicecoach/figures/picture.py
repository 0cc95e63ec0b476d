"""The picture of an exercise: its poses side by side, or one that moves through them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from voicecoach.definitions.figure_words import PropKind
from voicecoach.definitions.figures import Figure
from voicecoach.definitions.model import Exercise, Sides
from voicecoach.figures.arrows import Arrow, arrows
from voicecoach.figures.body import HEAD_RADIUS, Body
from voicecoach.figures.drawing import Painted, Tint, painted
from voicecoach.figures.motion import Motion, motion
from voicecoach.figures.shapes import Eye, Spot
from voicecoach.figures.things import held_things, standing_things
from voicecoach.figures.vectors import Vec

MARGIN = 5.0
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
        return (at, height, 0.0)

    @cached_property
    def panels(self) -> list[Panel]:
        """A panel for each pose; phases in which nothing moves are with that which they follow."""
        found: list[tuple[list[str], int]] = []
        for index, stop in enumerate(self.motion.stops):
            if found and self.motion.is_still(index):
                found[-1][0].append(stop.phase)
            else:
                found.append(([stop.phase], index))
        if len(found) > 1 and self.motion.is_still(0):
            first, _ = found.pop(0)
            found[-1][0].extend(first)
        found.insert(0, found.pop())
        return [self._panel(phases, index, is_first=place == 0) for place, (phases, index) in enumerate(found)]

    def _panel(self, phases: Sequence[str], index: int, *, is_first: bool) -> Panel:
        body = self.motion.stops[index].standing.body
        way = [] if is_first else [self.motion.on_the_way(index, step / SAMPLES) for step in range(SAMPLES + 1)]
        drawn = arrows(way, self.eye) if way else []
        return Panel(" · ".join(phases), body, tuple(self.shapes(body)), tuple(drawn))

    def at(self, time: float) -> Body:
        """The body so many ms after a repetition began."""
        return self.motion.at(time)

    def shapes(self, body: Body) -> list[Painted]:
        """All that is painted of a moment, back to front."""
        things = list(standing_things(self.motion.props, self.eye))
        held = list(held_things(self.held, body, self.eye, self.anchor))
        middle = self.eye.depth(body.points["waist"])
        back = [shape for depth, shape in things if depth <= middle]
        front = [shape for depth, shape in things if depth > middle]
        return [*back, *painted(body, self.eye, self.tint, held), *front]

    @cached_property
    def room(self) -> Room:
        """The room that the figure takes in all of its moments."""
        bodies = [self.motion.on_the_way(index, step / 4) for index in range(len(self.motion.stops)) for step in (2, 4)]
        ways = [spot for panel in self.panels for arrow in panel.arrows for spot in arrow.spots]
        return self._room_of(bodies, ways or [(0.0, 0.0)])

    def room_of(self, panel: Panel) -> Room:
        """The room that one pose takes."""
        return self._room_of([panel.body], [spot for arrow in panel.arrows for spot in arrow.spots])

    def _room_of(self, bodies: Sequence[Body], ways: Sequence[Spot]) -> Room:
        spots = [self.eye.spot(point) for body in bodies for point in body.points.values()]
        spots += [self.eye.spot(self.anchor)] if "anchor" in self.motion.solver.props else []
        heads = [self.eye.spot(body.points["head"]) for body in bodies]
        edges = [Spread(spots, 6.0), Spread(heads, HEAD_RADIUS + 4), *([Spread(ways, 6.0)] if ways else [])]
        left, right = min(one.left for one in edges), max(one.right for one in edges)
        top, bottom = min(one.top for one in edges), max(one.bottom for one in edges)
        for one in self.motion.props.values():
            half = one.length / 2 + 4
            ends = [self.eye.spot((one.x - half, 0, 0))[0], self.eye.spot((one.x + half, 0, 0))[0]]
            if one.kind is not PropKind.MAT:
                left, right = min(left, *ends), max(right, *ends)
        return Room(left - MARGIN, top - MARGIN, right + MARGIN, max(bottom, 0.0) + 5)
