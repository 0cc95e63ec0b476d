"""Two bones that reach for a point, and feet and hands that lie on something."""

from __future__ import annotations

import math
from collections.abc import Mapping

from voicecoach.figures.body import (
    ANKLE_HEIGHT,
    BALL,
    BALL_RADIUS,
    ELBOW_RADIUS,
    FOREARM,
    HEEL,
    HEEL_RADIUS,
    SHANK,
    THIGH,
    TOE_RADIUS,
    UPPER_ARM,
    WRIST_RADIUS,
    add_foot,
    add_hand,
)
from voicecoach.figures.vectors import (
    TINY,
    UP,
    Rotation,
    Vec,
    about_y,
    about_z,
    after,
    along,
    cross,
    dot,
    length,
    minus,
    plus,
    times,
    turned,
    unit,
)

Points = dict[str, Vec]
Turns = dict[str, Rotation]

STRAIGHT = 0.9995
"""The share of their lengths that two bones reach at most: a joint is never quite straight."""
LEVEL = 0.3
"""What a direction has of level at least to count as one."""
FOREARM_RADIUS = (ELBOW_RADIUS + WRIST_RADIUS) / 2
"""How high elbow and wrist are above what a forearm rests on."""
LYING = 0.1
"""How much it counts where the chest of somebody who lies faces, beside where the head is."""


def elbow_of(start: Vec, end: Vec, first: float, second: float, towards: Vec) -> tuple[Vec, Vec]:
    """Where the joint between two bones is, bent `towards` there, and the point of the second that is nearest to `end`.

    `first` and `second` are their lengths.
    """
    away = minus(end, start)
    distance = min(max(length(away), abs(first - second) * 1.0005 + 0.01), (first + second) * STRAIGHT)
    direction = unit(away)
    share = (first**2 - second**2 + distance**2) / (2 * distance)
    side = minus(towards, times(direction, dot(towards, direction)))
    if length(side) < TINY:
        side = cross(direction, (0.0, 0.0, 1.0))
    height = math.sqrt(max(first**2 - share**2, 0.0))
    middle = plus(start, plus(times(direction, share), times(unit(side), height)))
    return middle, plus(start, times(direction, distance))


def reach_with_leg(side: str, ankle: Vec, points: Points, turns: Turns) -> None:
    """Bend hip and knee so that the ankle is there; the knee points where it did."""
    front = turns[f"{side} thigh"][0]
    knee, end = elbow_of(points[f"{side} hip"], ankle, THIGH, SHANK, front)
    points[f"{side} knee"], points[f"{side} ankle"] = knee, end
    bent = minus(minus(knee, points[f"{side} hip"]), minus(end, knee))  # towards where the knee points
    front = bent if length(bent) > 1 else front
    turns[f"{side} thigh"] = along(minus(points[f"{side} hip"], knee), front)
    turns[f"{side} shank"] = along(minus(knee, end), front)


def reach_with_arm(side: str, wrist: Vec, points: Points, turns: Turns) -> None:
    """Bend shoulder and elbow so that the wrist is there; the elbow points where it did."""
    back = times(turns[f"{side} upper arm"][0], -1)
    elbow, end = elbow_of(points[f"{side} shoulder"], wrist, UPPER_ARM, FOREARM, back)
    points[f"{side} elbow"], points[f"{side} wrist"] = elbow, end
    turns[f"{side} upper arm"] = along(minus(points[f"{side} shoulder"], elbow), times(back, -1))
    turns[f"{side} forearm"] = along(minus(elbow, end), turns[f"{side} upper arm"][0])


def flat_foot(side: str, heel_up: float, out: float, turns: Mapping[str, Rotation]) -> tuple[Rotation, Rotation]:
    """The turns of foot and toes of one that stands on something level with its heel so many degrees up."""
    front = turns[f"{side} shank"][0]
    to_head = times(turns["hips"][1], 1.0 if front[1] < 0 else -1.0)  # toes are tucked under, or point away
    heading = after(along(UP, _level(front, to_head)), about_y(-out if side == "near" else out))
    toes = heading if heel_up > 0 else after(heading, about_z(-heel_up))
    return after(heading, about_z(-heel_up)), toes


def ankle_over(part: str, foot: Rotation) -> Vec:
    """Where the ankle is, seen from the point below the part of the foot that rests on something."""
    if part == "toes":
        return plus(times(turned(foot, BALL), -1), (0.0, BALL_RADIUS, 0.0))
    if part == "heel":
        return plus(times(turned(foot, HEEL), -1), (0.0, HEEL_RADIUS, 0.0))
    if part == "foot edge":
        return (0.0, 4.4, 0.0)
    if part == "instep":
        return (0.0, 4.6, 0.0)
    return (0.0, ANKLE_HEIGHT, 0.0)


def put_foot(side: str, turn: tuple[Rotation, Rotation] | None, points: Points, turns: Turns) -> None:
    """Give the foot its turn, or that which its ankle's angle gives it, and place what follows from it."""
    if turn:
        turns[f"{side} foot"], turns[f"{side} toes"] = turn
    add_foot(side, points, turns)


def lowest_of_foot(side: str, points: Points) -> float:
    """How high the lowest point of a foot is."""
    radii = (("heel", HEEL_RADIUS), ("ball", BALL_RADIUS), ("toe", TOE_RADIUS))
    return min(points[f"{side} {name}"][1] - radius for name, radius in radii)


def put_hand(side: str, turn: Rotation | None, points: Points, turns: Turns) -> None:
    """As `put_foot`, for the hand."""
    turns[f"{side} hand"] = turn or turns[f"{side} forearm"]
    add_hand(side, points, turns)


def level_heading(turns: Turns) -> Vec:
    """Where hands and forearms on something level point: where the chest faces, towards the head when face down.

    In between it is in between, so that no hand turns round at once.
    """
    chest = turns["chest"]
    faces, heads = times(chest[0], max(0.0, chest[1][1] + LYING)), times(chest[1], abs(chest[0][1]))
    (x, _, z) = plus(faces, heads)
    return unit((x, 0.0, z), (1.0, 0.0, 0.0))


def hand_on(normal: Vec, heading: Vec) -> Rotation:
    """The turn of a hand that lies flat on something, its finger tips towards `heading`."""
    return along(times(heading, -1), normal)


def _level(direction: Vec, otherwise: Vec) -> Vec:
    flat = (direction[0], 0.0, direction[2])
    if length(flat) > LEVEL:
        return unit(flat)
    return unit((otherwise[0], 0.0, otherwise[2]), (1.0, 0.0, 0.0))
