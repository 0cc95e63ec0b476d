"""An exercise's figure through time: the poses that it goes through, and the body at every moment between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from voicecoach.definitions.figure_words import LEG_PARTS
from voicecoach.definitions.figures import Figure, WholePose, limb
from voicecoach.definitions.model import Exercise, Sides
from voicecoach.figures.body import Body, posed
from voicecoach.figures.contacts import Placed, end_point
from voicecoach.figures.limbs import put_foot, put_hand, reach_with_arm, reach_with_leg
from voicecoach.figures.solver import Solver, Standing, settled, within_reach
from voicecoach.figures.vectors import Vec, between, length, mean, minus, part_way, plus
from voicecoach.times import Ms

HELD_MS = Ms(2500)
"""How long getting into a hold is shown. Our choice."""
LIFT = 0.22
"""How high a foot or hand is lifted on its way, as a share of that way. Our choice."""
SAME_CM = 0.05


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
    stops = _stops(exercise, [*standings[1:], standings[0]])
    return Motion(tuple(stops), solver, exercise.sides is Sides.ALTERNATING)


def _in_order(exercise: Exercise, figure: Figure) -> list[tuple[str, WholePose]]:
    """The poses as they follow each other; those of a hold end where it is held."""
    order = [phase.name for phase in exercise.phases] or list(figure.poses)
    return [(phase, figure.whole(pose)) for phase in order for pose in figure.poses.get(phase, ())]


def _stops(exercise: Exercise, standings: Sequence[tuple[str, Standing]]) -> list[Stop]:
    if exercise.phases:
        return _phase_stops(exercise, standings)
    whole = HELD_MS * len(standings) if exercise.is_hold else exercise.movement_length(None)
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
    names = {**start.angles, **end.angles}
    angles = {name: _mixed(start.angles.get(name, 0.0), end.angles.get(name, 0.0), share) for name in names}
    floating = posed(angles)
    kept = {part: point for part, point in end.at.items() if _stays(part, start, end)}
    from_start, from_end = (_hips(floating, angles, one, kept) for one in (start, end))
    body = floating.moved(between(from_start, from_end, share))
    body = settled(within_reach(body, angles, kept, end.on), angles, kept, end.on)
    return _moving_limbs(body, start, end, share, {limb(part) for part in kept})


def _mixed(start: float, end: float, share: float) -> float:
    return start + (end - start) * share


def _stays(part: str, start: Standing, end: Standing) -> bool:
    same = part in start.at and start.on[part] == end.on[part]
    return same and length(minus(start.at[part], end.at[part])) < SAME_CM


def _hips(floating: Body, angles: dict[str, float], one: Standing, kept: Mapping[str, Vec]) -> Vec:
    """How far the hips are from the origin if what bears most in a pose stays there, what is `kept` before all else.

    With the angles of that pose they are where it has them.
    """
    own = posed(one.angles)
    off = minus(minus(one.body.points["hips"], own.points["hips"]), _borne(own, one.angles, one, kept))
    return plus(_borne(floating, angles, one, kept), off)


def _borne(floating: Body, angles: dict[str, float], one: Standing, kept: Mapping[str, Vec]) -> Vec:
    bearing = [part for part in one.bearing if part in kept] or one.bearing
    if not bearing:
        return minus(one.body.points["hips"], floating.points["hips"])
    moves = [minus(one.at[part], end_point(floating, part, angles, one.on[part])) for part in bearing]
    return plus(mean(moves), (0.0, one.raised, 0.0))


def _moving_limbs(body: Body, start: Standing, end: Standing, share: float, kept: Iterable[str]) -> Body:
    """Limbs that rest on something in one of two poses go from where they are in one to where they are in the other."""
    points, turns, done = dict(body.points), dict(body.turns), set(kept)
    for part in {**start.at, **end.at}:
        side, _, name = part.partition(" ")
        if not name or limb(part) in done:
            continue
        done.add(limb(part))
        if name in LEG_PARTS:
            reach_with_leg(side, _on_its_way(f"{side} ankle", start, end, share), points, turns)
            foot, toes = (part_way(start.body.turns[f"{side} {one}"], end.body.turns[f"{side} {one}"], share)
                          for one in ("foot", "toes"))  # fmt: skip
            put_foot(side, (foot, toes), points, turns)
        else:
            reach_with_arm(side, _on_its_way(f"{side} wrist", start, end, share), points, turns)
            put_hand(
                side, part_way(start.body.turns[f"{side} hand"], end.body.turns[f"{side} hand"], share), points, turns
            )
    return Body(points, turns)


def _on_its_way(joint: str, start: Standing, end: Standing, share: float) -> Vec:
    """Where a joint is, lifted in the middle of its way."""
    a, b = start.body.points[joint], end.body.points[joint]
    rise = LIFT * length(minus(b, a)) * 4 * share * (1 - share)
    return plus(between(a, b, share), (0.0, rise, 0.0))


def eased(share: float) -> float:
    """How far a movement has come: it starts and ends gently, with the least jerk."""
    return share**3 * (10 + share * (6 * share - 15))
