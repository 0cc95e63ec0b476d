"""A figure in words, for those who don't see it: the pose in which it begins, and what each phase changes."""

from __future__ import annotations

from collections.abc import Iterator

from voicecoach.definitions.figure_words import FLOOR
from voicecoach.definitions.figures import DEFAULT_STANCE
from voicecoach.figures.picture import Picture
from voicecoach.figures.solver import Standing

LEAST_DEGREES, LEAST_CM = 12.0, 4.0
MOST_CHANGES = 3
_WORDS = {
    "hip": ("bends", "straightens"),
    "hip out": ("opens", "closes"),
    "knee": ("bends", "straightens"),
    "elbow": ("bends", "straightens"),
    "shoulder": ("goes forward and up", "comes down"),
    "shoulder out": ("goes out to the side", "comes in"),
    "heel": ("rises", "sinks"),
    "big toe": ("rises", "sinks"),
    "small toes": ("rises", "sinks"),
    "arch": ("rises", "sinks"),
    "lean": ("tips forward", "comes up"),
    "back": ("rounds", "straightens"),
}
_NAMES = {
    "hip": "hip", "hip out": "hip", "knee": "knee", "elbow": "elbow", "shoulder": "arm", "shoulder out": "arm",
    "heel": "heel", "big toe": "big toe", "small toes": "row of small toes", "arch": "arch", "lean": "trunk",
    "back": "back",
}  # fmt: skip
_PLURALS = {"bends": "bend", "straightens": "straighten", "opens": "open", "closes": "close", "rises": "rise",
            "sinks": "sink", "goes forward and up": "go forward and up", "comes down": "come down",
            "goes out to the side": "go out to the side", "comes in": "come in"}  # fmt: skip


def words(picture: Picture) -> str:
    """The figure in sentences, such as `Squats, standing. Down: the knees bend, the hips bend.`."""
    motion = picture.motion
    sentences = [f"{picture.exercise.title}, {_begun(picture)}."]
    for index, stop in enumerate(motion.stops):
        changes = list(_changes(motion.before(index), stop.standing))
        if changes and not motion.is_still(index):
            sentences.append(f"{stop.phase.replace('_', ' ').capitalize()}: {', '.join(changes)}.")
    return " ".join(sentences)


def _begun(picture: Picture) -> str:
    figure, first = picture.figure, picture.motion.before(0)
    pose = next(iter(reversed([pose for poses in figure.poses.values() for pose in poses])), None)
    stance = (pose and pose.stance) or (figure.start and figure.start.stance) or DEFAULT_STANCE
    on = [_resting(part, support) for part, support in first.on.items() if support != FLOOR]
    held = [f"with {_said_as(prop.name)}" for prop in picture.held if prop.name != "anchor"]
    return ", ".join(dict.fromkeys([stance, *on, *held]))


def _resting(part: str, support: str) -> str:
    return "hands together" if support == "together" else f"{_the(part)} on the {_the(support)}"


def _the(part: str) -> str:
    return part.removeprefix("near ").removeprefix("far ").removeprefix("side-").replace("-", " ")


def _said_as(prop: str) -> str:
    """A thing with its article: `a long band`, `dumbbells`."""
    return prop if prop.endswith("s") else f"a {prop.replace('-', ' ')}"


def _changes(start: Standing, end: Standing) -> Iterator[str]:
    """What changes most, in words."""
    moved: list[tuple[float, str]] = []
    for joint in _WORDS:
        sides = {side: _change(start, end, f"{side} {joint}") for side in ("near", "far")}
        middle = _change(start, end, joint)
        if middle:
            moved.append((abs(middle), _said(joint, middle, f"the {_NAMES[joint]}")))
        elif sides["near"] and sides["near"] * sides["far"] > 0:
            moved.append((abs(sides["near"]), _said(joint, sides["near"], f"both {_NAMES[joint]}s")))
        else:
            moved += [(abs(by), _said(joint, by, f"one {_NAMES[joint]}")) for by in sides.values() if by]
    rise = end.body.points["hips"][1] - start.body.points["hips"][1]
    if abs(rise) > LEAST_CM:
        yield "the hips rise" if rise > 0 else "the hips sink"
    yield from list(dict.fromkeys(text for _, text in sorted(moved, key=lambda one: -one[0])))[:MOST_CHANGES]


def _change(start: Standing, end: Standing, joint: str) -> float:
    by = end.angles.get(joint, 0.0) - start.angles.get(joint, 0.0)
    return by if abs(by) >= LEAST_DEGREES else 0.0


def _said(joint: str, by: float, what: str) -> str:
    verb = _WORDS[joint][0 if by > 0 else 1]
    return f"{what} {_PLURALS.get(verb, verb) if what.startswith('both') else verb}"
