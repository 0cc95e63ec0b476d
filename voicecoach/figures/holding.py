"""Hands that hold the own body: an ankle, the head, or each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from voicecoach.definitions.figure_words import FLOOR, PROPS
from voicecoach.figures.body import FOREARM, HAND, LOWER_TRUNK, SHANK, THIGH, UPPER_ARM, UPPER_TRUNK, Body
from voicecoach.figures.limbs import Points, Turns, elbow_of, put_hand
from voicecoach.figures.vectors import Vec, along, between, length, minus, plus, times, turned, unit

PALM, FINGERS = 0.42 * HAND, 0.8 * HAND
"""How far beyond the wrist a hand touches what it holds: with the palm, at the head with the fingers."""
_ON_LEGS: Mapping[str, tuple[str, str, Vec]] = {
    "ankle": ("shank", "ankle", (1.0, 4.0, 0.0)),
    "foot": ("foot", "ball", (-4.0, 4.0, 0.0)),
    "shin": ("shank", "knee", (5.0, -0.4 * SHANK, 0.0)),
    "knee": ("thigh", "knee", (5.0, 1.0, 0.0)),
    "thigh": ("thigh", "hip", (7.5, -0.7 * THIGH, 0.0)),
    "back of thigh": ("thigh", "hip", (-6.5, -0.8 * THIGH, 0.0)),
}
"""The part, its joint, and the place seen from there."""
_ON_TRUNK: Mapping[str, tuple[str, str, Vec]] = {
    "head": ("head", "head", (0.0, 3.0, 8.6)),
    "breastbone": ("chest", "waist", (11.0, 0.7 * UPPER_TRUNK, 2.0)),
    "hips": ("hips", "hips", (2.0, 0.5 * LOWER_TRUNK, 13.0)),
    "lower back": ("hips", "hips", (-10.5, 0.6 * LOWER_TRUNK, 5.0)),
}
"""The same, on the side of the hand."""


def outside(on: Mapping[str, str]) -> dict[str, str]:
    """What rests on something that isn't the own body."""
    return {part: support for part, support in on.items() if support == FLOOR or support in PROPS}


def hold_own_body(on: Mapping[str, str], points: Points, turns: Turns) -> None:
    """Bend the arms so that the hands are where they hold the own body. The elbows go where the angles have them."""
    spots = list(held_spots(on, Body(points, turns)))
    for part, spot in spots:
        side = part.partition(" ")[0]
        reach = FINGERS if on[part] == "head" else PALM
        shoulder, elbow = points[f"{side} shoulder"], points[f"{side} elbow"]
        towards = unit(minus(elbow, shoulder))
        elbow, end = elbow_of(shoulder, spot, UPPER_ARM, FOREARM + reach, towards)
        front = times(minus(elbow, between(shoulder, end, 0.5)), -1)
        points[f"{side} elbow"], points[f"{side} wrist"] = elbow, plus(elbow, times(unit(minus(end, elbow)), FOREARM))
        turns[f"{side} upper arm"] = along(minus(shoulder, elbow), front)
        turns[f"{side} forearm"] = along(minus(elbow, end), front)
        put_hand(side, None, points, turns)


def held_spots(on: Mapping[str, str], body: Body) -> Iterator[tuple[str, Vec]]:
    """Where on the own body each hand belongs that holds it."""
    for part, support in on.items():
        if support != FLOOR and support not in PROPS:
            yield part, _spot(part.partition(" ")[0], support, body)


def hand_gap(body: Body, part: str, spot: Vec) -> float:
    """How many centimetres a hand is away from what it holds."""
    side = part.partition(" ")[0]
    palm, tips = body.points[f"{side} palm"], body.points[f"{side} tips"]
    return min(length(minus(between(palm, tips, share), spot)) for share in (0.0, 0.75))


def _spot(side: str, place: str, body: Body) -> Vec:
    sign = 1.0 if side == "near" else -1.0
    if place == "together":
        middle = between(body.points["near palm"], body.points["far palm"], 0.5)
        return plus(middle, turned(body.turns["chest"], (0.0, 0.0, sign)))
    if place in _ON_TRUNK:
        part, joint, (x, y, z) = _ON_TRUNK[place]
        return body.at(part, joint, (x, y, sign * z))
    of, _, name = place.partition(" ")
    if name == "shoulder":
        return body.at("chest", f"{of} shoulder", (5.0, -2.0, 0.0))
    part, joint, offset = _ON_LEGS[name]
    return body.at(f"{of} {part}", f"{of} {joint}", offset)
