"""What an exercise is for: which parts of the body it belongs to, and whether it can be done quietly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from voicecoach.authoring.picking.request import FOCUSES, Focus
from voicecoach.definitions.groups import Family, Muscle
from voicecoach.definitions.index import ExerciseEntry

STRENGTH = frozenset({Family.HIPS, Family.THIGHS, Family.CALVES, Family.CORE, Family.UPPER_BODY})
LEG_STRENGTH = frozenset({Family.HIPS, Family.THIGHS})
HOMES: Mapping[Muscle, frozenset[Family]] = {
    **dict.fromkeys((Muscle.GLUTES, Muscle.QUADS, Muscle.HAMSTRINGS), LEG_STRENGTH | {Family.CONDITIONING}),
    **dict.fromkeys((Muscle.INNER_THIGHS, Muscle.HIP_FLEXORS), LEG_STRENGTH),
    **dict.fromkeys((Muscle.CALVES, Muscle.SHINS, Muscle.FEET), frozenset({Family.CALVES})),
    **dict.fromkeys((Muscle.ABS, Muscle.OBLIQUES, Muscle.LOWER_BACK), frozenset({Family.CORE})),
}
"""Where a muscle that works second most still makes an exercise one for it; those of the upper body are not listed."""
STRETCHED: Mapping[str, frozenset[Muscle]] = {
    "hips": frozenset({Muscle.GLUTES, Muscle.HIP_FLEXORS, Muscle.INNER_THIGHS}),
    "thighs": frozenset({Muscle.QUADS, Muscle.HAMSTRINGS, Muscle.INNER_THIGHS}),
    "feet": frozenset({Muscle.FEET, Muscle.SHINS, Muscle.CALVES}),
    "upper body": FOCUSES["upper body"].muscles - {Muscle.LOWER_BACK} | {Muscle.NECK},
    "arms": FOCUSES["arms"].muscles | {Muscle.CHEST, Muscle.SHOULDERS},
    "core": FOCUSES["core"].muscles | {Muscle.LOWER_BACK},
    "abs": FOCUSES["abs"].muscles | {Muscle.LOWER_BACK},
    **dict.fromkeys(("cardio", "jumps", "running", "walking"), FOCUSES["legs"].muscles),
}
"""What is stretched for a part of the body where that isn't just its muscles."""
ON_THE_GROUND = frozenset({"march", "marching", "slow", "step", "walking"})
"""Easier ways in which feet don't leave the ground, and drills of these names."""


def stretched_muscles(parts: Iterable[str]) -> set[Muscle]:
    """The muscles that are stretched for parts of the body."""
    return {muscle for part in parts for muscle in STRETCHED.get(part, FOCUSES[part].muscles)}


def works(entry: ExerciseEntry, focus: Focus) -> bool:
    """Whether an exercise is for the muscles of a part of the body: its first one, or its second one at home."""
    if not entry.muscles:
        return False
    first, *others = entry.muscles
    return first in focus.muscles or any(one in focus.muscles and _is_at_home(one, entry) for one in others[:1])


def works_too(entry: ExerciseEntry, focus: Focus) -> bool:
    """Whether the muscles of a part of the body work in it at all, if not the most."""
    return not focus.muscles.isdisjoint(entry.muscles)


def _is_at_home(muscle: Muscle, entry: ExerciseEntry) -> bool:
    return entry.family in HOMES.get(muscle, {Family.UPPER_BODY})


def is_skipped(entry: ExerciseEntry) -> bool:
    """Whether it goes on and on in small bounces, as with a rope: jumps that make the heart work."""
    return entry.family is Family.PLYOMETRICS and bool(entry.needs) and entry.rep_s is None


def is_jump(entry: ExerciseEntry) -> bool:
    """Whether feet leave the ground in it: what has a weight in its hands doesn't."""
    if entry.family is Family.RUNNING:
        return entry.name not in ON_THE_GROUND
    return entry.family is Family.PLYOMETRICS or (entry.family is Family.CONDITIONING and not entry.needs)


def quiet_way(entry: ExerciseEntry) -> str | None:
    """The variation in which feet stay on the ground, if a jump has one."""
    return entry.easier if entry.easier in ON_THE_GROUND else None
