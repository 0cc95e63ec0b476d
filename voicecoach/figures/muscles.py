"""Where working muscles show: patches on the parts of a body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from voicecoach.definitions.groups import Muscle
from voicecoach.figures.body import FOREARM, LOWER_TRUNK, SHANK, THIGH, UPPER_ARM, UPPER_TRUNK
from voicecoach.figures.vectors import Vec


class Patch(NamedTuple):
    """A capsule on a part, seen from its upper joint, and the side that it is on; x is the front, z outwards."""

    part: str
    joint: str
    start: Vec
    start_radius: float
    end: Vec
    end_radius: float
    facing: Vec

    @property
    def is_paired(self) -> bool:
        """Whether it is there on both sides, on a limb or beside the middle."""
        return self.part not in {"hips", "chest", "head"} or bool(self.start[2])


Two = tuple[float, float]


def _on(part: str, x: Two, share: Two, radius: Two) -> Patch:
    """On a limb's part: how far in front of its middle, which share of its length, and how thick, at both ends."""
    joint, long = _LENGTHS[part]
    start, end = ((x[one], -long * share[one], 0.0) for one in (0, 1))
    return Patch(part, joint, start, radius[0], end, radius[1], (1.0 if x[0] > 0 else -1.0, 0.0, 0.0))


def _trunk(part: str, xz: Two, y: Two, radius: float, facing: Vec) -> Patch:
    joint = "waist" if part == "chest" else "hips"
    return Patch(part, joint, (xz[0], y[0], xz[1]), radius, (xz[0], y[1], xz[1]), radius, facing)


_LENGTHS = {
    "thigh": ("hip", THIGH),
    "shank": ("knee", SHANK),
    "upper arm": ("shoulder", UPPER_ARM),
    "forearm": ("elbow", FOREARM),
}
_FRONT, _BACK, _OUT = (1.0, 0.0, 0.0), (-1.0, 0.0, 0.0), (0.0, 0.0, 1.0)
_L, _U = LOWER_TRUNK, UPPER_TRUNK
PATCHES: Mapping[Muscle, tuple[Patch, ...]] = {
    Muscle.GLUTES: (Patch("seat", "hips", (-5.6, 1.6, 7.0), 6.2, (-5.0, -4.4, 7.0), 6.0, (-0.8, 0.0, 0.6)),),
    Muscle.HIP_FLEXORS: (Patch("thigh", "hip", (5.0, 2.0, 0.0), 3.0, (4.4, -12.0, 0.0), 2.6, _FRONT),),
    Muscle.INNER_THIGHS: (Patch("thigh", "hip", (0.0, -8.0, -4.0), 3.4, (0.0, -26.0, -2.6), 2.4, (0.0, 0.0, -1.0)),),
    Muscle.QUADS: (_on("thigh", (3.4, 2.0), (0.18, 0.86), (4.8, 3.2)),),
    Muscle.HAMSTRINGS: (_on("thigh", (-3.4, -2.0), (0.28, 0.88), (4.4, 3.0)),),
    Muscle.CALVES: (_on("shank", (-2.2, -1.2), (0.12, 0.5), (4.2, 3.0)),),
    Muscle.SHINS: (_on("shank", (2.2, 1.2), (0.14, 0.66), (2.6, 2.0)),),
    Muscle.FEET: (Patch("foot", "ankle", (-2.0, -4.0, 0.0), 2.2, (9.0, -4.6, 0.0), 1.8, (0.0, -1.0, 0.0)),),
    Muscle.ABS: (Patch("hips", "hips", (5.0, 5.0, 0.0), 4.0, (4.6, _L + 5, 0.0), 4.2, _FRONT),),
    Muscle.OBLIQUES: (_trunk("hips", (0.6, 7.0), (7.0, _L + 4), 4.2, _OUT),),
    Muscle.LOWER_BACK: (Patch("hips", "hips", (-5.4, 8.0, 0.0), 3.8, (-4.8, _L + 3, 0.0), 3.8, _BACK),),
    Muscle.UPPER_BACK: (_trunk("chest", (-6.0, 5.0), (_U * 0.62, _U * 0.9), 4.4, _BACK),),
    Muscle.LATS: (_trunk("chest", (-3.4, 8.0), (_U * 0.18, _U * 0.66), 4.6, _BACK),),
    Muscle.CHEST: (_trunk("chest", (5.4, 6.4), (_U * 0.6, _U * 0.76), 5.0, _FRONT),),
    Muscle.SHOULDERS: (Patch("upper arm", "shoulder", (0.0, 0.2, 0.6), 4.9, (0.0, -7.0, 0.6), 3.6, _OUT),),
    Muscle.TRICEPS: (_on("upper arm", (-1.5, -1.0), (0.26, 0.88), (3.3, 2.4)),),
    Muscle.BICEPS: (_on("upper arm", (1.5, 1.0), (0.3, 0.88), (3.3, 2.4)),),
    Muscle.FOREARMS: (_on("forearm", (0.2, 0.2), (0.08, 0.6), (3.1, 2.3)),),
    Muscle.NECK: (Patch("head", "shoulders", (-1.0, 1.0, 0.0), 3.6, (-0.4, 7.0, 0.0), 3.2, _BACK),),
}
