"""Props on the paper: what something rests on, what is held, and what is stretched between two places."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping

from voicecoach.definitions.figure_words import PLACES, WALLS, PropKind
from voicecoach.definitions.figures import Prop
from voicecoach.figures.body import BOTH, HEEL_RADIUS, TOE_RADIUS, Body
from voicecoach.figures.contacts import UNDER_SOFA, Placed
from voicecoach.figures.drawing import Painted, arm_depth
from voicecoach.figures.shapes import Ball, Eye, Spot, capsule, polygon
from voicecoach.figures.vectors import Rotation, Vec, between, cross, dot, length, mean, minus, plus, times, unit

ROPE_STEPS, ROPE_ABOVE_CM, PASSES_CM = 16, 28.0, 4.0
CUSHION_CM, CUSHION_RADIUS = 10.0, 5.5
ALONG = 30.0
"""Degrees from the side within which a wall is seen along its face."""
WALL_HEIGHT, WALL_THICKNESS = 190.0, 6.0
BEFORE_ARM = 12.0
"""How much nearer than its ends a band from hand to hand is painted: over arms that hold it."""
SOFA_BACK = 16.0
_BACKS = {PropKind.SOFA: 34.0, PropKind.CHAIR: 42.0}
"""How much higher than its seat the back of something is."""
SIDES = [side for side, _ in BOTH]
LEAST_ACROSS = 0.3
ON_HIPS: Vec = (14.0, 0.0, 0.0)
"""Where a weight lies on the hips, seen from their middle."""


def standing_things(placed: Mapping[str, Placed], eye: Eye) -> Iterator[tuple[float, Painted]]:
    """What something rests on, with how near it is."""
    for name, one in placed.items():
        x = 0.0 if one.kind is PropKind.SIDE_WALL else one.x  # it is on one side, however far it goes on
        depth = eye.depth((x, 0.0, one.z)) if abs(eye.camera.turn) > 30 else -50.0  # noqa: PLR2004
        for number_, path in enumerate(_DRAWN[one.kind](eye, one)):
            yield depth, Painted(f"prop-{name}-{number_}", "prop", path)


def corners(one: Placed) -> list[Vec]:
    """The corners of the room that a prop takes, less what the margin of a picture has; a wall ends anywhere."""
    half = one.length / 2 - 1.5
    return [(x, y, z) for x in (one.x - half, one.x + half) for y in (0.0, _top_of(one)) for z in _across(one)]


def _top_of(one: Placed) -> float:
    return 0.0 if one.kind in WALLS else one.height + _BACKS.get(one.kind, 0.0)


Paths = list[str]
"""Of the parts of a prop, back to front."""


def _block(eye: Eye, one: Placed) -> Paths:
    y = (-2.0, 0.0) if one.kind is PropKind.MAT else (0.0, one.height)
    return [_hull(eye, _along(one), y, _across(one))]


def _wall(eye: Eye, one: Placed) -> Paths:
    is_beside = one.kind is PropKind.SIDE_WALL
    x, z = (_along(one), _thick(one.z)) if is_beside else (_thick(one.x), _across(one))
    if not is_beside and abs(eye.camera.turn) < ALONG:
        z = (0.0, 0.0)  # its face is a line, which hands and backs are at
    return [_hull(eye, x, (0.0, WALL_HEIGHT), z)]


def _bar(eye: Eye, one: Placed) -> Paths:
    a, b = (Ball((one.x, one.height, z), 1.8) for z in _across(one))
    return [eye.capsule(a, b)]


def _ball(eye: Eye, one: Placed) -> Paths:
    middle = Ball((one.x, one.height / 2, one.z), one.height / 2)
    return [eye.capsule(middle, Ball(plus(middle.at, (0.0, 0.1, 0.0)), middle.radius))]


def _along(one: Placed) -> tuple[float, float]:
    """Where a prop begins and ends on x."""
    return (one.x - one.length / 2, one.x + one.length / 2)


def _across(one: Placed) -> tuple[float, float]:
    """Where a prop begins and ends on z."""
    return (one.z - one.prop.size.width / 2, one.z + one.prop.size.width / 2)


def _thick(face: float) -> tuple[float, float]:
    """From the face of a wall away from the figure."""
    return (face, face + WALL_THICKNESS) if face > 0 else (face - WALL_THICKNESS, face)


def _rail(eye: Eye, one: Placed) -> Paths:
    """A rail on two posts."""
    ends = [(one.x + sign * one.length / 2, one.height - 1.8, one.z) for sign in (-1, 1)]
    posts = [(minus(end, (0.0, one.height - 1.8, 0.0)), end) for end in ends]
    return ["".join(eye.capsule(Ball(a, 1.6), Ball(b, 1.6)) for a, b in [(ends[0], ends[1]), *posts])]


def _sofa(eye: Eye, one: Placed) -> Paths:
    """A seat on short feet, and a back on the side away from the figure."""
    (left, right), across = _along(one), _across(one)
    side, back = (1.0, (right - SOFA_BACK, right)) if one.x > 0 else (-1.0, (left, left + SOFA_BACK))
    feet = "".join(_legs(eye, x, UNDER_SOFA, across) for x in (left + 4, right - 4))
    seat = _hull(eye, (left, right), (UNDER_SOFA, one.height), across)
    return _ordered(eye, feet, seat, (side, _hull(eye, back, (UNDER_SOFA, _top_of(one)), across)))


def _table(eye: Eye, one: Placed) -> Paths:
    """Its top on four legs, and the back of a chair."""
    (left, right), across, high = _along(one), _across(one), one.height
    legs = "".join(_legs(eye, x, high - 4, across) for x in (left + 3, right - 3))
    plate = _hull(eye, (left, right), (high - 4, high), across)
    if one.kind is not PropKind.CHAIR:
        return [legs, plate]
    return _ordered(eye, legs, plate, (-1.0, _hull(eye, (left - 1, left + 2), (high, _top_of(one)), across)))


def _ordered(eye: Eye, legs: str, seat: str, back: tuple[float, str]) -> Paths:
    """The legs first, and the back before the seat where it is further away; it is on this side of it on x."""
    side, path = back
    return [legs, path, seat] if eye.depth((side, 0.0, 0.0)) < 0 else [legs, seat, path]


_DRAWN: Mapping[PropKind, Callable[[Eye, Placed], Paths]] = {
    PropKind.BOX: _block,
    PropKind.MAT: _block,
    PropKind.WALL: _wall,
    PropKind.SIDE_WALL: _wall,
    PropKind.CHAIR: _table,
    PropKind.TABLE: _table,
    PropKind.SOFA: _sofa,
    PropKind.BAR: _bar,
    PropKind.RAIL: _rail,
    PropKind.BALL: _ball,
}


def _legs(eye: Eye, x: float, top: float, across: tuple[float, float]) -> str:
    places = (across[0] + 2, across[1] - 2)
    return "".join(_hull(eye, (x - 1.5, x + 1.5), (0.0, top), (z - 1.5, z + 1.5)) for z in places)


def _hull(eye: Eye, x: tuple[float, float], y: tuple[float, float], z: tuple[float, float]) -> str:
    """A block, as the outline of its corners."""
    spots = [eye.spot((a, b, c)) for a in x for b in y for c in z]
    outline = polygon(hull(spots))
    if abs(eye.camera.tilt) > 5:  # noqa: PLR2004 - its top is seen
        outline += polygon(
            [eye.spot((a, y[1], c)) for a, c in ((x[0], z[0]), (x[1], z[0]), (x[1], z[1]), (x[0], z[1]))]
        )
    return outline


def hull(spots: Iterable[Spot]) -> list[Spot]:
    """The corners of the outline around some points (Andrew's monotone chain)."""
    ordered = sorted(set(spots))

    def half(points: list[Spot]) -> list[Spot]:
        found: list[Spot] = []
        for point in points:
            while len(found) > 1 and _turn(found[-2], found[-1], point) <= 0:
                found.pop()
            found.append(point)
        return found[:-1]

    return half(ordered) + half(ordered[::-1])


def _turn(a: Spot, b: Spot, c: Spot) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def held_things(props: Iterable[Prop], body: Body, eye: Eye, anchor: Vec) -> Iterator[tuple[float, Painted]]:
    """What is held, worn or stretched, with how near it is."""
    for prop in props:
        for number_, (depth, kind, path) in enumerate(_held(prop, body, eye, anchor)):
            yield depth, Painted(f"held-{prop.name}-{number_}", kind, path)


def gripping(prop: Prop) -> list[str]:
    """The sides of the hands that are closed round something held."""
    if prop.name == "anchor" or prop.size.kind in {PropKind.LOOP, PropKind.BOX, PropKind.PACK}:
        return []
    return _hands(prop.held) if not prop.held or any("hand" in place for place in prop.held) else []


def _held(prop: Prop, body: Body, eye: Eye, anchor: Vec) -> Iterator[tuple[float, str, str]]:
    kind, places = prop.size.kind, prop.held
    if kind is PropKind.DUMBBELL:
        yield from _dumbbells(prop, body, eye)
    elif kind is PropKind.KETTLEBELL:
        yield from _kettlebell(body, eye, places)
    elif kind is PropKind.STICK:
        ends = [_spot_of(body, place, anchor) for place in PLACES[places[0] if places else "hands"]]
        direction = unit(minus(ends[0], ends[-1]), (0.0, 0.0, 1.0))
        middle, half = mean(ends), prop.size.length / 2
        a, b = (Ball(plus(middle, times(direction, sign * half)), 1.6) for sign in (1, -1))
        yield eye.depth(middle) + 2, "iron", eye.capsule(a, b)
    elif kind is PropKind.LOOP:
        yield from _loop(body, eye, places)
    elif kind is PropKind.LINE:
        yield from _line(prop, body, eye, anchor)
    elif kind is PropKind.BOX:
        yield _cushion([mean([_spot_of(body, spot, anchor) for spot in PLACES[place]]) for place in places], body, eye)
    elif kind is PropKind.PACK:
        a = Ball(body.at("chest", "waist", (-14.0, 4.0, 0.0)), 8.0)
        yield -30.0, "iron", eye.capsule(a, Ball(body.at("chest", "waist", (-14.0, 20.0, 0.0)), 7.0))


def _line(prop: Prop, body: Body, eye: Eye, anchor: Vec) -> Iterator[tuple[float, str, str]]:
    if prop.name == "anchor":
        yield -40.0, "iron", eye.capsule(Ball(anchor, 3.4), Ball(plus(anchor, (0.0, 1.0, 0.0)), 3.4))
    elif prop.held == ("heels",):
        yield from _cloth(body, eye)
    elif prop.name == "rope" and prop.held == ("hands",):
        yield from _skipped(body, eye)
    else:
        yield from _stretched(body, eye, prop.held, anchor)


def _cushion(between_: list[Vec], body: Body, eye: Eye) -> tuple[float, str, str]:
    """Something soft between parts of the body, as long as it is in front of them."""
    middle, along = mean(between_), unit((body.turns["near thigh"][0][0], body.turns["near thigh"][0][1], 0.0))
    ends = [Ball(plus(middle, times(along, sign * CUSHION_CM)), CUSHION_RADIUS) for sign in (-1, 1)]
    return eye.depth(middle), "prop", eye.capsule(*ends)


def _dumbbells(prop: Prop, body: Body, eye: Eye) -> Iterator[tuple[float, str, str]]:
    """One in each hand that holds it; a single one upright between both hands, or across the hips."""
    sides = _hands(prop.held)
    if prop.held == ("hips",):
        at = body.at("hips", "hips", ON_HIPS)
        yield eye.depth(at) + 4, "iron", _dumbbell(eye, at, body.turns["hips"][2])
    elif prop.name == "dumbbell" and len(sides) > 1:
        at = mean([body.points[f"{side} palm"] for side in sides])
        yield eye.depth(at) - 1, "iron", _dumbbell(eye, at, body.turns["chest"][1])
    else:
        for side in sides:
            at = body.points[f"{side} palm"]
            yield arm_depth(body, side, eye) - 0.5, "iron", _dumbbell(eye, at, _grip(body, side))


def _grip(body: Body, side: str) -> Vec:
    """Where the axis of a dumbbell points: ahead beside somebody upright, else from side to side across the forearm."""
    (ahead, along, _), chest = body.turns[f"{side} forearm"], body.turns["chest"]
    across = minus(chest[2], times(along, dot(chest[2], along)))
    hangs = max(0.0, min(1.0, (dot(along, chest[1]) - 0.75) / 0.2)) if length(across) > LEAST_ACROSS else 1.0
    return unit(between(unit(across), ahead, hangs))


def _hands(held: tuple[str, ...]) -> list[str]:
    """The sides of the hands that hold something: both, unless it is said which."""
    spots = [spot for place in held or ("hands",) for spot in PLACES[place]]
    return [spot.split()[0] for spot in spots if spot.endswith("hand")] or SIDES


def _dumbbell(eye: Eye, middle: Vec, axis: Vec) -> str:
    """A handle with a weight at each end; seen from its end it is a disc."""
    ends = [plus(middle, times(axis, sign * 9.0)) for sign in (-1, 1)]
    inner = [plus(middle, times(axis, sign * 5.5)) for sign in (-1, 1)]
    bars = eye.capsule(Ball(ends[0], 1.4), Ball(ends[1], 1.4))
    return bars + "".join(eye.capsule(Ball(a, 6.0), Ball(b, 6.0)) for a, b in zip(ends, inner, strict=True))


def _kettlebell(body: Body, eye: Eye, places: tuple[str, ...]) -> Iterator[tuple[float, str, str]]:
    sides = _hands(places)
    grip = mean([body.points[f"{side} palm"] for side in sides])
    direction = unit(mean([_bell_side(body.turns[f"{side} forearm"]) for side in sides]), (0.0, -1.0, 0.0))
    bell = plus(grip, times(direction, 14.0))
    across = unit(cross(direction, (0.0, 0.0, 1.0)), (1.0, 0.0, 0.0))
    ends = [plus(bell, plus(times(direction, -6.0), times(across, sign * 5.0))) for sign in (-1, 1)]
    top = [plus(grip, times(across, sign * 4.0)) for sign in (-1, 1)]
    handle = eye.chain([Ball(one, 1.3) for one in (ends[0], top[0], top[1], ends[1])])
    yield eye.depth(grip) - 1, "iron", handle + eye.capsule(Ball(bell, 9.0), Ball(plus(bell, direction), 8.6))


def _bell_side(forearm: Rotation) -> Vec:
    """Where a bell is, seen from the hand: it goes on from the arm, and lies on the back of one that is held up."""
    front, back, _ = forearm
    up = max(0.0, min(1.0, -2.0 * back[1] - 0.4))
    return unit(between(times(back, -1), plus(times(back, 0.85), times(front, -0.8)), up), front)


_WORN = {"knees": ("hip", 0.84, 6.0), "ankles": ("knee", 0.86, 4.2), "feet": ("ankle", 0.6, 4.0)}


def _loop(body: Body, eye: Eye, places: tuple[str, ...]) -> Iterator[tuple[float, str, str]]:
    """A band around both legs: its outline on either side of each."""
    joint, share, radius = _WORN.get(places[0] if places else "knees", _WORN["knees"])
    lower = {"hip": "knee", "knee": "ankle", "ankle": "ball"}[joint]
    spots = [between(body.points[f"{side} {joint}"], body.points[f"{side} {lower}"], share) for side, _ in BOTH]
    a, b = (eye.spot(point) for point in spots)
    apart = max(0.1, math.dist(a, b))
    by = ((a[0] - b[0]) / apart * radius, (a[1] - b[1]) / apart * radius)
    band = capsule((a[0] + by[0], a[1] + by[1]), 1.5, (b[0] - by[0], b[1] - by[1]), 1.5)
    yield max(eye.depth(point) for point in spots) + 12, "band", band


_TWO: Mapping[tuple[str, ...], tuple[str, str]] = {
    ("hands",): ("near hand", "far hand"),
    ("feet",): ("near foot", "far foot"),
}


def _stretched(body: Body, eye: Eye, places: tuple[str, ...], anchor: Vec) -> Iterator[tuple[float, str, str]]:
    from_, to = places if len(places) > 1 else _TWO.get(places, ("hands", "feet"))
    for place in PLACES[from_]:
        start = _spot_of(body, place, anchor)
        goal = next((one for one in PLACES[to] if one.split()[0] == place.split()[0]), PLACES[to][0])
        end = _spot_of(body, goal, anchor)
        depths = eye.depth(start), eye.depth(end)
        depth = max(depths) + BEFORE_ARM if (from_, to) == _TWO[("hands",)] else sum(depths) / 2
        yield depth, "band", capsule(eye.spot(start), 1.2, eye.spot(end), 1.2)


def _cloth(body: Body, eye: Eye) -> Iterator[tuple[float, str, str]]:
    """Something flat below both heels, which goes with them."""
    x, y, z = mean([body.points[f"{side} heel"] for side, _ in BOTH])
    low = y - HEEL_RADIUS
    yield 60.0, "band", _hull(eye, (x - 16.0, x + 12.0), (low - 0.6, low + 1.4), (z - 18.0, z + 18.0))


def _skipped(body: Body, eye: Eye) -> Iterator[tuple[float, str, str]]:
    """A rope that is turned: over the head while somebody stands, below the feet of somebody in the air."""
    palms = [body.points[f"{side} palm"] for side, _ in BOTH]
    lowest = min(point[1] for name, point in body.points.items() if name.endswith(" toe")) - TOE_RADIUS
    below = max(0.0, min(1.0, lowest / PASSES_CM))
    top = plus(body.points["head"], (0.0, ROPE_ABOVE_CM, 0.0))
    goal = between(top, (top[0], 1.5, top[2]), below)
    middle = mean(palms)
    spots = []
    for step in range(ROPE_STEPS + 1):
        turn = math.pi * step / ROPE_STEPS
        across = plus(middle, times(minus(palms[0], middle), math.cos(turn) * (1 + 0.25 * math.sin(turn))))
        spots.append(Ball(plus(across, times(minus(goal, middle), math.sin(turn) ** 0.7)), 0.9))
    yield -20.0, "band", eye.chain(spots)


def _spot_of(body: Body, place: str, anchor: Vec) -> Vec:
    side, _, name = place.partition(" ")
    if place == "anchor":
        return anchor
    if not name:
        return body.points["hips" if place == "hips" else "shoulders"]
    if name == "knee":  # a band is in the hollow behind it
        return body.at(f"{side} thigh", f"{side} knee", (-5.0, 3.0, 0.0))
    return body.points[f"{side} {({'hand': 'palm', 'foot': 'ball'}).get(name, name)}"]
