"""The figure of an exercise: the poses that it moves through, as its author writes them.

A pose is a stance, by name, with some joints changed; the sides of its joints and parts are `near` and `far`. Lengths
are centimetres for somebody 175 cm tall.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from voicecoach.definitions.figure_words import (
    AIR,
    JOINTS,
    LEG_PARTS,
    MIDDLE_PARTS,
    OWN_MIDDLE,
    OWN_PAIRED,
    PAIRED_PARTS,
    PROPS,
    SHIFTS,
    SIDES,
    STANCES,
    PropSize,
    View,
)
from voicecoach.times import Ms

DEFAULT_STANCE = "standing"
NEAR, FAR = "near", "far"
GONE = ("none",)
"""Where a thing is held that a variation does without."""


@dataclass(frozen=True)
class Pose:
    """What is different from the stance `stance`, or from the figure's start if it is `None`.

    `joints` are degrees by `near hip` or `lean`, `on` says what each part rests on, `moved` which of the parts that
    rest on something are put down in a new place rather than left where they were; `slid` ones get there unlifted.
    """

    stance: str | None = None
    joints: Mapping[str, float] = field(default_factory=dict)
    on: Mapping[str, str] = field(default_factory=dict)
    moved: tuple[str, ...] = ()
    slid: tuple[str, ...] = ()


@dataclass(frozen=True)
class WholePose:
    """A pose with all that it was built on; `found` is the angle of the body that its supports decide."""

    joints: Mapping[str, float]
    on: Mapping[str, str]
    found: str | None
    moved: tuple[str, ...] = ()
    slid: tuple[str, ...] = ()


@dataclass(frozen=True)
class Prop:
    """A thing in the picture, in centimetres; what is `None` follows from what rests on it, or is usual for the kind.

    `at` is how far in front of where the figure begins its middle is, `aside` how far to its near side. `held` are the
    places that hold or wear it, or between which it is stretched.
    """

    name: str
    at: float | None = None
    height: float | None = None
    length: float | None = None
    held: tuple[str, ...] = ()
    aside: float | None = None

    @property
    def size(self) -> PropSize:
        """What things of its kind are like."""
        return PROPS[self.name]


MOST_SLOPE = 30
"""How steep the ground can be, in degrees."""


@dataclass(frozen=True)
class Camera:
    """From where it is seen: `turn` is 0 from its near side and 90 from the front, `tilt` is 90 from above.

    `close` is the part that alone is seen, of `CLOSE_UPS`; all of the figure without. `slope` is how steeply the ground
    rises ahead, in degrees.
    """

    turn: float
    tilt: float = 0
    close: str | None = None
    slope: float = 0


CAMERAS: Mapping[View, Camera] = {
    View.SIDE: Camera(14),
    View.FRONT: Camera(90),
    View.BACK: Camera(-90),
    View.ABOVE: Camera(0, 90),
    View.THREE_QUARTER: Camera(48),
}
"""The side view is a little from the front, so that the far limbs show beside the near ones."""


@dataclass(frozen=True)
class Figure:
    """The figure of an exercise; in one of a variation, what it doesn't say is as in the exercise's.

    `poses` are by phase: each is where that phase ends, after those on the way to it. With `beyond` its joints may go
    further than those of most people. One that `alternates` is drawn with each side in turn, also if the exercise has
    no sides, such as a run; `pace` is how long a repetition without phases is shown, if not as long as it takes.
    """

    view: Camera | None = None
    start: Pose | None = None
    props: Mapping[str, Prop] = field(default_factory=dict)
    poses: Mapping[str, tuple[Pose, ...]] = field(default_factory=dict)
    beyond: bool = False
    alternates: bool = False
    pace: Ms | None = None

    @property
    def camera(self) -> Camera:
        """From where it is seen."""
        return self.view or CAMERAS[View.SIDE]

    def over(self, other: Figure | None) -> Figure:
        """The figure with the other's view, start, props and poses where it has none of its own."""
        if other is None:
            return self
        return replace(
            self,
            view=self.view or other.view,
            start=self.start or other.start,
            props={name: prop for name, prop in {**other.props, **self.props}.items() if prop.held != GONE},
            poses={**other.poses, **self.poses},
            beyond=self.beyond or other.beyond,
            alternates=self.alternates or other.alternates,
            pace=self.pace or other.pace,
        )

    def whole(self, pose: Pose) -> WholePose:
        """The pose with what it is built on."""
        begun = Pose(stance=DEFAULT_STANCE) if self.start is None else self.start
        if pose.stance is None:
            return _changed(_of_stance(begun.stance or DEFAULT_STANCE), begun, pose)
        return _changed(_of_stance(pose.stance), pose)


_PAIRED = frozenset(name for name, one in JOINTS.items() if one.is_paired)


def joint_names(name: str) -> tuple[str, ...]:
    """The joints that a key stands for: `near hip` and `far hip` for `hip`; `()` for one that nothing knows."""
    if name in SHIFTS or (name in JOINTS and not JOINTS[name].is_paired):
        return (name,)
    return both_sides(name, _PAIRED)


def both_sides(name: str, known: Mapping[str, str] | frozenset[str]) -> tuple[str, ...]:
    """The names by side of a joint or part, such as `near hip`; `()` for one that isn't `known`."""
    first, _, rest = name.partition(" ")
    if first in SIDES and rest in known:
        return (f"{SIDES[first]} {known[rest] if isinstance(known, Mapping) else rest}",)
    if name not in known:
        return ()
    plain = known[name] if isinstance(known, Mapping) else name
    return (f"{NEAR} {plain}", f"{FAR} {plain}")


def parts(name: str) -> tuple[str, ...]:
    """The parts that a word of `on` stands for, such as `near foot` and `far foot` for `feet`."""
    return (name,) if name in MIDDLE_PARTS else both_sides(name, PAIRED_PARTS)


def is_hand(part: str) -> bool:
    """Whether a word of `on` stands for a hand, or both."""
    return part.endswith(("hand", "hands"))


def own_place(hand: str, support: str) -> str | None:
    """The place of the own body that a hand holds: `far knee` for the far hand on `knees`; `None` if it is none."""
    if support in OWN_MIDDLE:
        return support
    places, side = both_sides(support, OWN_PAIRED), hand.partition(" ")[0]
    return next((place for place in places if len(places) == 1 or place.startswith(side)), None)


def limb(part: str) -> str:
    """What can rest on one thing only: the near leg, the far arm, or a part of the middle."""
    side, _, rest = part.partition(" ")
    if part in MIDDLE_PARTS:
        return part
    return f"{side} leg" if rest in LEG_PARTS else f"{side} arm"


def _of_stance(name: str) -> WholePose:
    stance = STANCES[name]
    joints: dict[str, float] = {}
    for written, angle in sorted(stance.joints.items(), key=lambda one: one[0].split(" ")[0] in SIDES):
        joints.update(dict.fromkeys(joint_names(written), float(angle)))
    on = {part: support for written, support in stance.on.items() for part in parts(written)}
    return WholePose(joints, on, stance.found)


def _changed(base: WholePose, *changes: Pose) -> WholePose:
    for change in changes:
        joints = {**base.joints, **change.joints}
        found = None if base.found in change.joints else base.found
        base = WholePose(joints, _resting(base.on, change.on), found, change.moved, change.slid)
    return base


def _resting(before: Mapping[str, str], changed: Mapping[str, str]) -> dict[str, str]:
    """What rests on what, a limb on one thing only; where all is written anew, what is written first bears most."""
    limbs = {limb(part) for part in changed}
    kept = {part: support for part, support in before.items() if limb(part) not in limbs}
    if kept:
        kept = {part: support for part, support in before.items() if part in kept or part in changed}
    return {part: support for part, support in {**kept, **changed}.items() if support != AIR}
