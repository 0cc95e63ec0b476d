"""An exercise's figure through time: the poses that it goes through, and the body at every moment between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from voicecoach.definitions.figure_words import LEG_PARTS, MIDDLE_PARTS
from voicecoach.definitions.figures import Figure, WholePose, limb
from voicecoach.definitions.model import Exercise, Sides
from voicecoach.figures.body import BOTH, Body, posed
from voicecoach.figures.contacts import Placed, end_point
from voicecoach.figures.limbs import lowest_of_foot, put_foot, put_hand, reach_with_arm, reach_with_leg
from voicecoach.figures.solver import Solver, Standing, kneel, settled, within_reach
from voicecoach.figures.vectors import Rotation, Vec, after, between, length, mean, minus, part_way, plus, seen_from
from voicecoach.times import Ms

HELD_MS = Ms(2500)
"""How long getting into a hold is shown. Our choice."""
LIFT = 0.22
"""How high a foot or hand is lifted on its way, as a share of that way. Our choice."""
SAME_CM = 0.05
STRAIGHT_ARM = 30.0
"""A bent elbow isn't turned round on the way."""


@dataclass(frozen=True)
class Stop:
    """A pose that is reached at the end of `phase`, `length` ms after the stop before it."""

    phase: str
    length: Ms
    standing: Standing


@dataclass(frozen=True)
class Motion:
    """The stops of a repetition; it begins where the last one is.

    One that `alternates` is done with the sides exchanged every other time.
    """

    stops: tuple[Stop, ...]
    solver: Solver
    alternates: bool = False

    @property
    def props(self) -> Mapping[str, Placed]:
        """The props that something rests on, by name."""
        return self.solver.placed

    @cached_property
    def duration(self) -> Ms:
        """Of a repetition, or of one side's half of it."""
        return Ms(sum(stop.length for stop in self.stops))

    @cached_property
    def _other_side(self) -> Standing:
        return self.stops[-1].standing.mirrored() if self.alternates else self.stops[-1].standing

    def before(self, index: int) -> Standing:
        """Where the way to a stop begins."""
        return self.stops[index - 1].standing if index else self._other_side

    def is_still(self, index: int) -> bool:
        """Whether nothing moves on the way to a stop."""
        return self.before(index) is self.stops[index].standing

    def at(self, time: float) -> Body:
        """The body so many ms after the beginning; it goes round."""
        rounds, time = divmod(time, self.duration or 1)
        body = self._within(time)
        return body.mirrored() if self.alternates and rounds % 2 else body

    def _within(self, time: float) -> Body:
        for index, stop in enumerate(self.stops):
            if time <= stop.length and stop.length:
                return self.on_the_way(index, eased(time / stop.length))
            time -= stop.length
        return self.stops[-1].standing.body

    def on_the_way(self, index: int, share: float) -> Body:
        """The body at this share of the way to a stop."""
        end = self.stops[index].standing
        return end.body if self.is_still(index) or share == 1 else midway(self.before(index), end, share)


def motion(exercise: Exercise, figure: Figure) -> Motion:
    """The motion of an exercise whose figure it is. Its poses are known to be right."""
    solver = Solver(figure)
    named = _in_order(exercise, figure)
    standings: list[tuple[str, Standing]] = []
    for phase, pose in [named[-1], *named[:-1]]:  # the last one is where it begins: what stands there stays there
        standings.append((phase, solver.solve(pose)))
    stops = _stops(exercise, figure, [*standings[1:], standings[0]])
    return Motion(tuple(stops), solver, exercise.sides is Sides.ALTERNATING or figure.alternates)


def _in_order(exercise: Exercise, figure: Figure) -> list[tuple[str, WholePose]]:
    """The poses as they follow each other; those of a hold end where it is held."""
    order = [phase.name for phase in exercise.phases] or list(figure.poses)
    return [(phase, figure.whole(pose)) for phase in order for pose in figure.poses.get(phase, ())]


def _stops(exercise: Exercise, figure: Figure, standings: Sequence[tuple[str, Standing]]) -> list[Stop]:
    if exercise.phases:
        return _phase_stops(exercise, standings)
    shown = figure.pace or exercise.movement_length(None)
    whole = HELD_MS * len(standings) if exercise.is_hold else shown
    return [Stop(phase, Ms(whole // len(standings)), standing) for phase, standing in standings]


def _phase_stops(exercise: Exercise, standings: Sequence[tuple[str, Standing]]) -> list[Stop]:
    """A stop for each pose, and one for each phase that has none, where nothing moves."""
    tempo = exercise.tempo or exercise.prescription.tempo
    lengths = {phase.name: length for phase, length in exercise.phase_lengths(tempo)}
    stops: list[Stop] = []
    for phase in exercise.phases:
        own = [one for name, one in standings if name == phase.name]
        whole = lengths.get(phase.name, Ms(0))
        stops += [Stop(phase.name, Ms(whole // len(own)), one) for one in own]
        if not own and whole:
            stops.append(Stop(phase.name, whole, stops[-1].standing if stops else standings[-1][1]))
    return stops


def midway(start: Standing, end: Standing, share: float) -> Body:
    """The body between two poses: angles change evenly, what rests on something in both stays there."""
    begun = {**start.angles, **_shorter_way(start.angles, end.angles)}
    angles = {name: _mixed(begun.get(name, 0.0), end.angles.get(name, 0.0), share) for name in {**begun, **end.angles}}
    floating = posed(angles)
    kept = {part: point for part, point in end.at.items() if _stays(part, start, end)}
    kept |= {part: between(start.at[part], end.at[part], share) for part in end.slid if part in {*start.at} & {*end.at}}
    from_start, from_end = (_hips(floating, angles, one, start.resting & end.resting, kept) for one in (start, end))
    body = floating.moved(between(from_start, from_end, share))
    on = {part: support for part, support in end.on.items() if part in kept or _keeps_hold(part, start, end)}
    body = settled(within_reach(body, angles, kept, on), angles, kept, on)
    return _moving_limbs(body, start, end, share, {limb(part) for part in on})


def _shorter_way(start: Mapping[str, float], end: Mapping[str, float]) -> dict[str, float]:
    """Other angles for the same straight arms from which they come to the end in half the way.

    Arms overhead are forward and up as well as out and up: they sink to the side by the side, not past the front.
    """
    found: dict[str, float] = {}
    for side, _ in BOTH:
        forward, out, turn = names = [f"{side} shoulder{more}" for more in ("", " out", " turn")]
        begun, goal = ([angles.get(name, 0.0) for name in names] for angles in (start, end))
        other = [begun[0] - 180, 180 - begun[1], begun[2] - 180]
        direct, round_ = (sum(abs(a - b) for a, b in zip(one[:2], goal, strict=False)) for one in (begun, other))
        is_straight = max(start.get(f"{side} elbow", 0.0), end.get(f"{side} elbow", 0.0)) < STRAIGHT_ARM
        if is_straight and round_ < direct / 2:
            found |= {forward: other[0], out: other[1], turn: other[2]}
    return found


def _mixed(start: float, end: float, share: float) -> float:
    return start + (end - start) * share


def _stays(part: str, start: Standing, end: Standing) -> bool:
    same = part in start.at and start.on[part] == end.on[part]
    return same and length(minus(start.at[part], end.at[part])) < SAME_CM


def _keeps_hold(part: str, start: Standing, end: Standing) -> bool:
    """Whether a hand holds the same part of the own body in both."""
    return part not in end.at and start.on.get(part) == end.on[part]


def _hips(
    floating: Body, angles: dict[str, float], one: Standing, resting: Collection[str], kept: Mapping[str, Vec]
) -> Vec:
    """How far the hips are from the origin if what bears most in a pose stays there, what is `kept` before all else.

    They are as far as in the pose itself if it bears in that one only, as in a jump; `resting` limbs do in both.
    With the angles of that pose they are where it has them.
    """
    off = minus(
        minus(one.body.points["hips"], one.free.points["hips"]), _borne(one.free, one.angles, one, resting, kept)
    )
    return plus(_borne(floating, angles, one, resting, kept), off)


def _borne(
    floating: Body, angles: dict[str, float], one: Standing, resting: Collection[str], kept: Mapping[str, Vec]
) -> Vec:
    bearing = [part for part in one.bearing if part in kept] or one.bearing
    if not any(part in MIDDLE_PARTS or limb(part) in resting for part in bearing):
        return minus(one.body.points["hips"], floating.points["hips"])
    moves = [minus(one.at[part], end_point(floating, part, angles, one.on[part])) for part in bearing]
    return plus(mean(moves), (0.0, one.raised, 0.0))


def _moving_limbs(body: Body, start: Standing, end: Standing, share: float, kept: Iterable[str]) -> Body:
    """Limbs that rest on something in one of two poses go from where they are in one to where they are in the other."""
    points, turns, done = dict(body.points), dict(body.turns), set(kept)
    for part in {**start.on, **end.on}:
        side, _, name = part.partition(" ")
        if not name or limb(part) in done:
            continue
        done.add(limb(part))
        if name == "knee" and limb(part) not in start.resting & end.resting:
            knee, ankle = (_on_its_way(f"{side} {one}", limb(part), body, (start, end), share)
                           for one in ("knee", "ankle"))  # fmt: skip
            kneel(side, knee, points, turns, ankle)
        elif name in LEG_PARTS:
            ankle = _on_its_way(f"{side} ankle", limb(part), body, (start, end), share)
            reach_with_leg(side, ankle, points, turns)
        if name in LEG_PARTS:
            _carry_foot(side, (start, end), share, points, turns)
        else:
            way = _hand_share(side, start, end, share)
            hand = part_way(start.body.turns[f"{side} hand"], end.body.turns[f"{side} hand"], way)
            if part not in start.at and part not in end.at:
                turns[f"{side} upper arm"] = _turn_of_arm(side, (start, end), way, turns)
            reach_with_arm(side, _on_its_way(f"{side} wrist", limb(part), body, (start, end), way), points, turns)
            put_hand(side, hand, points, turns)
    return replace(body, points=points, turns=turns)


def _turn_of_arm(side: str, ends: tuple[Standing, Standing], share: float, turns: Mapping[str, Rotation]) -> Rotation:
    """The turn of the upper arm of a hand that goes from one place of the own body to another, against the chest."""
    a, b = (seen_from(one.body.turns["chest"], one.body.turns[f"{side} upper arm"]) for one in ends)
    return after(turns["chest"], part_way(a, b, share))


def _hand_share(side: str, start: Standing, end: Standing, share: float) -> float:
    """How far a hand is on its way: two that walk on the same thing take turns, the near one first."""
    hands = ("near hand", "far hand")
    if any(hand not in start.at or end.on.get(hand) != start.on[hand] for hand in hands):
        return share
    return min(1.0, 2 * share) if side == "near" else max(0.0, 2 * share - 1)


def _carry_foot(
    side: str, ends: tuple[Standing, Standing], share: float, points: dict[str, Vec], turns: dict[str, Rotation]
) -> None:
    """Give the foot of a leg on its way its turn, and lift it where it would be below the floor."""

    def carry() -> None:
        foot, toes = (_carried(f"{side} {one}", f"{side} shank", ends, share, turns) for one in ("foot", "toes"))
        put_foot(side, (foot, toes), points, turns)

    carry()
    if (low := lowest_of_foot(side, points)) < 0:
        reach_with_leg(side, plus(points[f"{side} ankle"], (0.0, -low, 0.0)), points, turns)
        carry()


def _carried(
    part: str, by: str, ends: tuple[Standing, Standing], share: float, turns: Mapping[str, Rotation]
) -> Rotation:
    """The turn of a part between two poses, bent against the part that carries it no more than in them."""
    a, b = (seen_from(one.body.turns[by], one.body.turns[part]) for one in ends)
    return after(turns[by], part_way(a, b, share))


def _on_its_way(joint: str, which: str, body: Body, ends: tuple[Standing, Standing], share: float) -> Vec:
    """Where a limb's joint is: put from one place to another, or swung from where it is in the air."""
    start, end = ends
    a, b = start.body.points[joint], end.body.points[joint]
    rise = 0.0 if which in map(limb, end.slid) else LIFT * length(minus(b, a)) * 4 * share * (1 - share)
    if {which} <= start.resting & end.resting:
        x, _, z = between(a, b, share)
        early = 1 - (1 - share) ** 2 if b[1] > a[1] else share**2  # up before it is over an edge, and down after it
        return (x, a[1] + (b[1] - a[1]) * early + rise, z)
    if which not in start.resting | end.resting and which in _limbs(start) & _limbs(end):
        a, b = (one.body.seen_from("chest", "shoulders", one.body.points[joint]) for one in ends)
        return body.at("chest", "shoulders", between(a, b, share))  # straight, from one place on the body to another
    off, on = (minus(one.body.points[joint], one.floating.points[joint]) for one in ends)
    return plus(plus(body.points[joint], between(off, on, share)), (0.0, rise, 0.0))


def _limbs(one: Standing) -> frozenset[str]:
    """The limbs that rest on something or hold the own body."""
    return frozenset(map(limb, one.on))


def eased(share: float) -> float:
    """How far a movement has come: it starts and ends gently, with the least jerk."""
    return share**3 * (10 + share * (6 * share - 15))
