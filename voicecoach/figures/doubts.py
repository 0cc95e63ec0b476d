"""What is wrong with a figure that only its geometry shows: limbs that don't reach, or go through something."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from voicecoach.definitions.figure_words import JOINTS, WALLS, PropKind
from voicecoach.definitions.model import Exercise
from voicecoach.figures.body import BALL_RADIUS, BOTH, HEAD_RADIUS, HEEL_RADIUS, TOE_RADIUS, Body
from voicecoach.figures.contacts import FEET, UNDER_SOFA, Placed, end_point
from voicecoach.figures.holding import hand_gap, held_spots
from voicecoach.figures.motion import Motion, motion
from voicecoach.figures.solver import Standing
from voicecoach.figures.vectors import dot, length, minus

DEEP_CM = 2.5
"""What sinks in no further isn't seen."""
FAR_CM = 3.0
SLACK = 8.0
"""Degrees further than people reach that nobody sees."""
MOMENTS = (0.25, 0.5, 0.75, 1.0)
_RADII = {
    "heel": HEEL_RADIUS, "ball": BALL_RADIUS, "toe": TOE_RADIUS, "knee": 5.0, "ankle": 3.2, "elbow": 3.6, "wrist": 2.4,
    "palm": 2.4, "tips": 1.6, "head": HEAD_RADIUS, "hips": 9.0, "shoulders": 6.0,
}  # fmt: skip
_NAMES = {"ball": "foot", "toe": "toes", "tips": "hand", "palm": "hand"}
_SOLID = WALLS | {PropKind.BOX, PropKind.SOFA}


def doubts(motion: Motion) -> Iterator[tuple[str, str]]:
    """What is wrong, each as a sentence after the phase in which it is."""
    found: dict[tuple[str, str], None] = {}
    for index, stop in enumerate(motion.stops):
        for problem in _unreached(stop.standing):
            found.setdefault((stop.phase, problem))
        for share in MOMENTS[-1:] if motion.is_still(index) else MOMENTS:
            body = motion.on_the_way(index, share)
            for problem in (*sunk(body, motion), *(() if motion.solver.beyond else strained(body))):
                found.setdefault((stop.phase, _first_of(problem, stop.phase, found)))
    yield from found


def _first_of(problem: str, phase: str, found: Iterable[tuple[str, str]]) -> str:
    """What was found already of the same kind in the same phase, in other numbers."""
    bare = re.sub(r"\d+", "", problem)
    return next((one for where, one in found if where == phase and re.sub(r"\d+", "", one) == bare), problem)


def figure_doubts(exercise: Exercise) -> Iterator[str]:
    """What is wrong with an exercise's figure and those of its variations, each as a sentence that says where."""
    if exercise.figure:
        for phase, problem in doubts(motion(exercise, exercise.figure)):
            yield f"{exercise.name}: figure.poses.{phase}: {problem}"
    for name, one in exercise.variations.items():
        varied = exercise.varied((name,))
        if one.figure and varied.figure:
            for phase, problem in doubts(motion(varied, varied.figure)):
                yield f"{exercise.name}: variations.{name}.figure.poses.{phase}: {problem}"


def _unreached(standing: Standing) -> Iterator[str]:
    for part, point in standing.at.items():
        name = part.partition(" ")[2]
        if name in FEET or name == "hand":
            reached = end_point(standing.body, part, standing.angles, standing.on[part])
            if (short := length(minus(reached, point))) > FAR_CM:
                yield f"the {part} doesn't reach the {standing.on[part]}: it is {short:.0f} cm away."
    for part, spot in held_spots(standing.on, standing.body):
        if standing.on[part] != "together" and (short := hand_gap(standing.body, part, spot)) > FAR_CM:
            yield f"the {part} doesn't reach the {standing.on[part]}: it is {short:.0f} cm away."


def strained(body: Body) -> Iterator[str]:
    """Joints that are bent further than people can, once all stands where it should, as sentences."""
    for name, angle in bent(body).items():
        limits = JOINTS[name.partition(" ")[2]]
        if not limits.low - SLACK <= angle <= limits.high + SLACK:
            yield f"the {name} would be at {angle:.0f} degrees; people reach {limits.low:g} to {limits.high:g}."


def bent(body: Body) -> dict[str, float]:
    """The angles of hips, knees and ankles as they are in a body, in degrees."""
    found = {}
    for side, _ in BOTH:
        turns = [body.turns[part] for part in ("hips", f"{side} thigh", f"{side} shank", f"{side} foot")]
        for joint, above, below, sign in zip(("hip", "knee", "ankle"), turns, turns[1:], (1, -1, 1), strict=False):
            found[f"{side} {joint}"] = sign * math.degrees(
                math.atan2(-dot(below[1], above[0]), dot(below[1], above[1]))
            )
    return found


def sunk(body: Body, motion: Motion) -> Iterator[str]:
    """What goes through the floor or a prop at a moment, as sentences."""
    for name, (x, y, z) in body.points.items():
        side, _, joint = name.partition(" ")
        radius = _RADII.get(joint or side)
        if radius is None:
            continue
        what = f"{side} {_NAMES.get(joint, joint)}".strip()
        if (deep := radius - y) > DEEP_CM:
            yield f"the {what} goes {deep:.0f} cm through the floor."
        for prop, placed in motion.props.items():
            if placed.kind in _SOLID and _deep_in(placed, (x, y, z), radius) > DEEP_CM:
                yield f"the {what} goes through the {prop}."


def _deep_in(placed: Placed, point: tuple[float, float, float], radius: float) -> float:
    x, y, z = point
    half = placed.length / 2
    if placed.kind is PropKind.WALL:
        return _beyond(placed.x, x, radius)
    if placed.kind is PropKind.SIDE_WALL:
        return _beyond(placed.z, z, radius) if abs(x - placed.x) < half else 0.0
    if abs(z - placed.z) > placed.prop.size.width / 2:
        return 0.0
    above = y + radius - UNDER_SOFA if placed.kind is PropKind.SOFA else math.inf
    return min(placed.height - y + radius, half + radius - abs(x - placed.x), above)


def _beyond(face: float, at: float, radius: float) -> float:
    return at + radius - face if face > 0 else face - at + radius
