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


def _on(part: str, joint: str, long: float, x: tuple[float, float], share: tuple[float, float], radius: tuple[float, float]) -> Patch:
    start, end = (x[0], -long * share[0], 0.0), (x[1], -long * share[1], 0.0)
    return Patch(part, joint, start, radius[0], end, radius[1], (1.0 if x[0] > 0 else -1.0, 0.0, 0.0))


def _trunk(part: str, joint: str, x: float, y: tuple[float, float], z: float, radius: float, facing: Vec) -> Patch:
    return Patch(part, joint, (x, y[0], z), radius, (x, y[1], z), radius, facing)


_FRONT, _BACK, _OUT = (1.0, 0.0, 0.0), (-1.0, 0.0, 0.0), (0.0, 0.0, 1.0)
_L, _U = LOWER_TRUNK, UPPER_TRUNK
PATCHES: Mapping[Muscle, tuple[Patch, ...]] = {
    Muscle.GLUTES: (Patch("hips", "hips", (-5.0, 1.0, 6.0), 7.4, (-4.2, -6.0, 6.0), 6.4, _BACK),),
    Muscle.HIP_FLEXORS: (Patch("thigh", "hip", (5.0, 2.0, 0.0), 3.0, (4.4, -12.0, 0.0), 2.6, _FRONT),),
    Muscle.INNER_THIGHS: (Patch("thigh", "hip", (0.0, -8.0, -4.0), 3.4, (0.0, -26.0, -2.6), 2.4, (0.0, 0.0, -1.0)),),
    Muscle.QUADS: (_on("thigh", "hip", THIGH, (3.4, 2.0), (0.18, 0.86), (4.8, 3.2)),),
    Muscle.HAMSTRINGS: (_on("thigh", "hip", THIGH, (-3.4, -2.0), (0.28, 0.88), (4.4, 3.0)),),
    Muscle.CALVES: (_on("shank", "knee", SHANK, (-2.2, -1.2), (0.12, 0.5), (4.2, 3.0)),),
    Muscle.SHINS: (_on("shank", "knee", SHANK, (2.2, 1.2), (0.14, 0.66), (2.6, 2.0)),),
    Muscle.FEET: (Patch("foot", "ankle", (-2.0, -4.0, 0.0), 2.2, (9.0, -4.6, 0.0), 1.8, (0.0, -1.0, 0.0)),),
    Muscle.ABS: (Patch("hips", "hips", (5.0, 5.0, 0.0), 4.0, (4.6, _L + 5, 0.0), 4.2, _FRONT),),
    Muscle.OBLIQUES: (_trunk("hips", "hips", 0.6, (7.0, _L + 4), 7.0, 4.2, _OUT),),
    Muscle.LOWER_BACK: (Patch("hips", "hips", (-5.4, 8.0, 0.0), 3.8, (-4.8, _L + 3, 0.0), 3.8, _BACK),),
    Muscle.UPPER_BACK: (_trunk("chest", "waist", -6.0, (_U * 0.62, _U * 0.9), 5.0, 4.4, _BACK),),
    Muscle.LATS: (_trunk("chest", "waist", -3.4, (_U * 0.18, _U * 0.66), 8.0, 4.6, _BACK),),
    Muscle.CHEST: (_trunk("chest", "waist", 5.4, (_U * 0.6, _U * 0.76), 6.4, 5.0, _FRONT),),
    Muscle.SHOULDERS: (Patch("upper arm", "shoulder", (0.0, 0.2, 0.6), 4.9, (0.0, -7.0, 0.6), 3.6, _OUT),),
    Muscle.TRICEPS: (_on("upper arm", "shoulder", UPPER_ARM, (-1.5, -1.0), (0.26, 0.88), (3.3, 2.4)),),
    Muscle.BICEPS: (_on("upper arm", "shoulder", UPPER_ARM, (1.5, 1.0), (0.3, 0.88), (3.3, 2.4)),),
    Muscle.FOREARMS: (_on("forearm", "elbow", FOREARM, (0.2, 0.2), (0.08, 0.6), (3.1, 2.3)),),
    Muscle.NECK: (Patch("head", "shoulders", (-1.0, 1.0, 0.0), 3.6, (-0.4, 7.0, 0.0), 3.2, _BACK),),
}
