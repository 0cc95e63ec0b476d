"""What figures are written in: joints with their human ranges, parts that rest on something, props, and named stances.

Angles are degrees as coaches count them: all are 0 in somebody who stands straight with the arms hanging down. The
ranges are those of healthy adults (American Academy of Orthopaedic Surgeons, "Joint Motion", 1965), widened by what
trained people reach in a stretch.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class View(StrEnum):
    """From where a figure is seen."""

    SIDE = "side"
    FRONT = "front"
    BACK = "back"
    ABOVE = "above"
    THREE_QUARTER = "three-quarter"


CLOSE_UPS = ("shoulders", "feet", "near foot", "far foot")
"""What can be seen from close by, and nothing else: head and shoulders, or feet."""


@dataclass(frozen=True)
class Joint:
    """An angle in degrees, from `low` to `high` in people; `about` says what grows with it.

    A paired one is there on both sides.
    """

    low: float
    high: float
    about: str
    is_paired: bool = True


JOINTS: Mapping[str, Joint] = {
    "hip": Joint(-35, 140, "thigh forward and up; 90 as on a chair"),
    "hip out": Joint(-40, 65, "thigh away from the other one"),
    "hip turn": Joint(-50, 65, "thigh turned outwards about its own length"),
    "knee": Joint(-5, 160, "heel towards the seat"),
    "ankle": Joint(-65, 40, "toes towards the shin"),
    "heel": Joint(-40, 95, "heel up, of a foot that stands on something"),
    "big toe": Joint(-30, 80, "big toe up, seen from close by"),
    "small toes": Joint(-30, 60, "the other toes up, seen from close by"),
    "arch": Joint(-10, 30, "arch of the foot up and shorter, seen from close by"),
    "foot out": Joint(-30, 90, "toes outwards, of a foot that stands on something"),
    "shoulder": Joint(-65, 190, "arm forward and up; 180 overhead"),
    "shoulder out": Joint(-60, 190, "arm away from the side"),
    "shoulder turn": Joint(-95, 100, "arm turned outwards about its own length"),
    "shrug": Joint(-12, 35, "shoulder up towards the ear"),
    "shoulder back": Joint(-25, 30, "shoulder back towards the spine"),
    "elbow": Joint(-5, 160, "hand towards the shoulder"),
    "wrist": Joint(-90, 90, "palm towards the forearm"),
    "lean": Joint(-180, 180, "hips and trunk forward from upright; 90 is face down", is_paired=False),
    "tilt": Joint(-180, 180, "hips and trunk to the near side from upright", is_paired=False),
    "turn": Joint(-180, 180, "the whole body towards whoever looks", is_paired=False),
    "roll": Joint(-180, 180, "the whole body about its own length, front to the near side", is_paired=False),
    "back": Joint(-45, 85, "upper body rounded forward on the hips; less than 0 is arched", is_paired=False),
    "bend": Joint(-50, 50, "upper body to the near side", is_paired=False),
    "twist": Joint(-70, 70, "chest towards the near side", is_paired=False),
    "neck": Joint(-65, 65, "chin towards the chest", is_paired=False),
    "neck tilt": Joint(-50, 50, "ear towards the near shoulder", is_paired=False),
    "neck turn": Joint(-85, 85, "face towards the near side", is_paired=False),
}
FOOT_JOINTS = ("big toe", "small toes", "arch")
"""The joints of which only a close view shows anything."""
RAISE, ASIDE = "raise", "aside"
"""The keys for how many centimetres a figure is above where it stands, and to its near side: jumps."""
SHIFTS = frozenset({RAISE, ASIDE})

SIDES: Mapping[str, str] = {
    "near": "near",
    "far": "far",
    "right": "near",
    "left": "far",
    "top": "near",
    "under": "far",
}
"""The words for the sides of a body. The near side is its right one, the one that works; it is on top of one lying."""

PAIRED_PARTS: Mapping[str, str] = {
    "foot": "foot",
    "feet": "foot",
    "toes": "toes",
    "heel": "heel",
    "heels": "heel",
    "foot edge": "foot edge",
    "instep": "instep",
    "insteps": "instep",
    "knee": "knee",
    "knees": "knee",
    "hand": "hand",
    "hands": "hand",
    "forearm": "forearm",
    "forearms": "forearm",
}
MIDDLE_PARTS = ("seat", "back", "shoulders", "belly", "side", "head")
BODY_PARTS = (*PAIRED_PARTS, *MIDDLE_PARTS)
"""All that can rest on something."""
LEG_PARTS = frozenset({"foot", "toes", "heel", "foot edge", "instep", "knee"})

FLOOR, AIR = "floor", "air"

OWN_PAIRED: Mapping[str, str] = {
    "ankle": "ankle",
    "ankles": "ankle",
    "foot": "foot",
    "feet": "foot",
    "shin": "shin",
    "shins": "shin",
    "knee": "knee",
    "knees": "knee",
    "thigh": "thigh",
    "thighs": "thigh",
    "back of thigh": "back of thigh",
    "shoulder": "shoulder",
    "shoulders": "shoulder",
}
OWN_MIDDLE = ("head", "breastbone", "hips", "lower back", "together")
OWN_PLACES = (*OWN_PAIRED, *OWN_MIDDLE)
"""Where hands hold the own body, and each other."""


class PropKind(StrEnum):
    """How a prop is drawn."""

    BOX = "box"
    CHAIR = "chair"
    SOFA = "sofa"
    TABLE = "table"
    WALL = "wall"
    SIDE_WALL = "side wall"
    BAR = "bar"
    RAIL = "rail"
    MAT = "mat"
    BALL = "ball"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    STICK = "stick"
    LOOP = "loop"
    LINE = "line"
    PACK = "pack"


@dataclass(frozen=True)
class PropSize:
    """What a kind of thing is like: its usual height of use, and its length and width, in centimetres."""

    kind: PropKind
    height: float = 0
    length: float = 0
    width: float = 40


PROPS: Mapping[str, PropSize] = {
    "step": PropSize(PropKind.BOX, 20, 42, 44),
    "box": PropSize(PropKind.BOX, 45, 50, 60),
    "bench": PropSize(PropKind.TABLE, 42, 40, 100),
    "sofa": PropSize(PropKind.SOFA, 42, 80, 120),
    "radiator": PropSize(PropKind.BOX, 55, 12, 90),
    "books": PropSize(PropKind.BOX, 4, 20, 40),
    "cushion": PropSize(PropKind.BOX, 8, 40, 40),
    "chair": PropSize(PropKind.CHAIR, 45, 42, 42),
    "table": PropSize(PropKind.TABLE, 74, 80, 100),
    "wall": PropSize(PropKind.WALL, 0, 0, 48),
    "side-wall": PropSize(PropKind.SIDE_WALL, 0, 130),
    "post": PropSize(PropKind.WALL, 0, 0, 9),
    "mirror": PropSize(PropKind.WALL, 0, 0, 48),
    "pull-up-bar": PropSize(PropKind.BAR, 215, 0, 90),
    "bar": PropSize(PropKind.BAR, 90, 0, 90),
    "rail": PropSize(PropKind.RAIL, 88, 90, 4),
    "mat": PropSize(PropKind.MAT, 0, 185, 60),
    "ball": PropSize(PropKind.BALL, 22, 22),
    "dumbbell": PropSize(PropKind.DUMBBELL, 0, 24),
    "dumbbells": PropSize(PropKind.DUMBBELL, 0, 24),
    "kettlebell": PropSize(PropKind.KETTLEBELL, 0, 22),
    "stick": PropSize(PropKind.STICK, 0, 120),
    "barbell": PropSize(PropKind.STICK, 0, 160),
    "band": PropSize(PropKind.LOOP),
    "long-band": PropSize(PropKind.LINE),
    "strap": PropSize(PropKind.LINE),
    "towel": PropSize(PropKind.LINE),
    "rope": PropSize(PropKind.LINE),
    "anchor": PropSize(PropKind.LINE, 120),
    "backpack": PropSize(PropKind.PACK),
}
WALLS = frozenset({PropKind.WALL, PropKind.SIDE_WALL})
"""Kinds that one leans against: one is in front or behind, the other beside."""
SURFACES = WALLS | {
    PropKind.BOX, PropKind.CHAIR, PropKind.SOFA, PropKind.TABLE, PropKind.BAR, PropKind.RAIL, PropKind.BALL,
    PropKind.MAT,
}  # fmt: skip
"""Kinds that a part of the body can rest on."""
SUPPORTS = (FLOOR, AIR, *(name for name, size in PROPS.items() if size.kind in SURFACES))
"""What parts of the body rest on; hands also hold `OWN_PLACES`."""
PLACES: Mapping[str, tuple[str, ...]] = {
    "hands": ("near hand", "far hand"),
    "near hand": ("near hand",),
    "far hand": ("far hand",),
    "knees": ("near knee", "far knee"),
    "ankles": ("near ankle", "far ankle"),
    "feet": ("near foot", "far foot"),
    "near foot": ("near foot",),
    "far foot": ("far foot",),
    "heels": ("near heel", "far heel"),
    "hips": ("hips",),
    "shoulders": ("shoulders",),
    "anchor": ("anchor",),
}
"""Where something is held, worn or fastened."""


@dataclass(frozen=True)
class Stance:
    """A named pose: its angles by joint, and what rests on what, that which bears most first.

    `found` is the angle of the whole body that follows from what it rests on, unless a figure says it; among the joints
    it is only about what it will be.
    """

    joints: Mapping[str, float]
    on: Mapping[str, str]
    found: str | None = None
    about: str = ""


_ARMS = {"shoulder out": 8.0, "elbow": 10.0}
_KNEELING = {"knee": 90.0, "ankle": -62.0}
STANCES: Mapping[str, Stance] = {
    "standing": Stance({**_ARMS, "knee": 2, "foot out": 8}, {"feet": FLOOR}, about="upright, arms hanging"),
    "split stance": Stance(
        {**_ARMS, "near hip": 26, "near knee": 12, "far hip": -22, "far knee": 12, "far heel": 42},
        {"near foot": FLOOR, "far toes": FLOOR},
        about="one foot forward, the other on its toes behind",
    ),
    "half kneeling": Stance(
        {**_ARMS, "near hip": 90, "near knee": 90, "far hip": 0, "far knee": 90, "far ankle": -62},
        {"far knee": FLOOR, "near foot": FLOOR},
        about="the far knee on the floor, the near foot in front",
    ),
    "kneeling": Stance({**_ARMS, **_KNEELING}, {"knees": FLOOR}, about="upright on both knees"),
    "all fours": Stance(
        {"lean": 74, **_KNEELING, "hip": 90, "shoulder": 84, "neck": -20},
        {"knees": FLOOR, "hands": FLOOR},
        found="lean",
        about="on hands and knees",
    ),
    "plank": Stance(
        {"lean": 80, "shoulder": 84, "elbow": 88, "heel": 72, "neck": -8},
        {"toes": FLOOR, "forearms": FLOOR},
        found="lean",
        about="on forearms and toes, in one line",
    ),
    "high plank": Stance(
        {"lean": 70, "shoulder": 76, "shoulder out": 6, "elbow": 3, "heel": 68, "neck": -12},
        {"toes": FLOOR, "hands": FLOOR},
        found="lean",
        about="on hands and toes, in one line",
    ),
    "side plank": Stance(
        {
            "tilt": -66,
            "far shoulder out": 80,
            "far elbow": 90,
            "near shoulder out": 38,
            "near elbow": 92,
            "near shoulder turn": -50,
            "hip out": 0,
            "ankle": 0,
        },
        {"far forearm": FLOOR, "far foot edge": FLOOR},
        found="tilt",
        about="on the far forearm and the edge of the far foot",
    ),
    "lying": Stance(
        {"lean": -90, "shoulder": -9, "shoulder out": 16, "elbow": 4, "ankle": -25},
        {"back": FLOOR},
        about="on the back, legs straight",
    ),
    "lying, knees bent": Stance(
        {"lean": -90, "shoulder": -9, "shoulder out": 16, "elbow": 4, "hip": 52, "knee": 105},
        {"back": FLOOR, "feet": FLOOR},
        about="on the back, feet flat",
    ),
    "bridge": Stance(
        {"lean": -112, "hip": 4, "knee": 82, "shoulder": -27, "shoulder out": 14, "elbow": 4, "neck": 24},
        {"shoulders": FLOOR, "feet": FLOOR},
        found="lean",
        about="on shoulders and feet, hips up",
    ),
    "side lying": Stance(
        {
            "tilt": -90,
            "bend": 13,
            "neck tilt": -8,
            "far shoulder": 158,
            "far shoulder out": 8,
            "far elbow": 128,
            "near shoulder": 58,
            "near elbow": 34,
        },
        {"side": FLOOR},
        about="on the far side",
    ),
    "prone": Stance(
        {"lean": 90, "shoulder": 174, "shoulder out": 22, "elbow": 4, "ankle": -60, "neck": -8},
        {"belly": FLOOR},
        about="face down, arms ahead",
    ),
    "seated": Stance(
        {"hip": 90, "knee": 88, "shoulder": 22, "elbow": 40},
        {"seat": "chair", "feet": FLOOR},
        about="on a chair",
    ),
    "long sitting": Stance(
        {"hip": 93, "knee": 3, "shoulder": 44, "elbow": 12, "ankle": -5},
        {"seat": FLOOR},
        about="on the floor, legs straight",
    ),
    "hanging": Stance(
        {"shoulder": 178, "elbow": 4, "knee": 18, "hip": 4, "ankle": -25},
        {"hands": "pull-up-bar"},
        about="by the hands",
    ),
}
