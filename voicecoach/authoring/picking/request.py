"""What somebody asks for who wants a session picked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from voicecoach.definitions.groups import Difficulty, Family, Muscle


class PickKind(StrEnum):
    """How the main part of a picked session goes."""

    CIRCUIT = "circuit"
    SUPERSETS = "supersets"
    SETS = "sets"
    INTERVALS = "intervals"
    TABATA = "tabata"
    EMOM = "emom"
    AMRAP = "amrap"
    STRETCHING = "stretching"  # the whole session


@dataclass(frozen=True)
class Focus:
    """A part of the body, or a kind of work, as people say it: the families that it has, or the muscles."""

    families: frozenset[Family] = frozenset()
    muscles: frozenset[Muscle] = frozenset()


LEG_FAMILIES = frozenset({Family.HIPS, Family.THIGHS, Family.CALVES})
LEG_MUSCLES = frozenset(
    {Muscle.GLUTES, Muscle.QUADS, Muscle.HAMSTRINGS, Muscle.CALVES, Muscle.INNER_THIGHS, Muscle.HIP_FLEXORS}
)
BACK_MUSCLES = frozenset({Muscle.UPPER_BACK, Muscle.LATS, Muscle.LOWER_BACK})
ARM_MUSCLES = frozenset({Muscle.BICEPS, Muscle.TRICEPS, Muscle.FOREARMS})
CHEST_AND_SHOULDERS = frozenset({Muscle.CHEST, Muscle.SHOULDERS})

FOCUSES = {
    "legs": Focus(LEG_FAMILIES, LEG_MUSCLES),
    "hips": Focus(frozenset({Family.HIPS})),
    "glutes": Focus(muscles=frozenset({Muscle.GLUTES})),
    "thighs": Focus(frozenset({Family.THIGHS})),
    "quads": Focus(muscles=frozenset({Muscle.QUADS})),
    "hamstrings": Focus(muscles=frozenset({Muscle.HAMSTRINGS})),
    "inner thighs": Focus(muscles=frozenset({Muscle.INNER_THIGHS})),
    "calves": Focus(frozenset({Family.CALVES}), frozenset({Muscle.CALVES})),
    "feet": Focus(muscles=frozenset({Muscle.FEET, Muscle.SHINS})),
    "upper body": Focus(frozenset({Family.UPPER_BODY}), ARM_MUSCLES | CHEST_AND_SHOULDERS | BACK_MUSCLES),
    "arms": Focus(muscles=ARM_MUSCLES),
    "chest": Focus(muscles=frozenset({Muscle.CHEST})),
    "shoulders": Focus(muscles=frozenset({Muscle.SHOULDERS})),
    "back": Focus(muscles=BACK_MUSCLES),
    "core": Focus(frozenset({Family.CORE}), frozenset({Muscle.ABS, Muscle.OBLIQUES})),
    "abs": Focus(muscles=frozenset({Muscle.ABS, Muscle.OBLIQUES})),
    "cardio": Focus(frozenset({Family.CONDITIONING})),
    "jumps": Focus(frozenset({Family.PLYOMETRICS})),
    "running": Focus(frozenset({Family.RUNNING})),
    "walking": Focus(frozenset({Family.RUNNING})),
}
"""What a session can be for, in the order in which a title names them."""
WHOLE_BODY = ("legs", "upper body", "core")
QUICK_PARTS = ("cardio", "legs")
FOR_RUNNERS = ("legs", "core")
ON_THE_ROAD = frozenset({"running", "walking"})
"""What a session is for that is a run or a walk, and nothing else."""

LEAST_MINUTES, MOST_MINUTES, USUAL_MINUTES = 5, 90, 20


@dataclass(frozen=True)
class Request:
    """A session that is asked for; what is empty or `None` is left to the rules.

    `focuses` and `apart` are keys of `FOCUSES`: what it is for, and what it must not have. `items` are pieces of
    equipment to use, `there` others that there are, `missing` those that there aren't. `bare` asks for no equipment at
    all, `only` for none but what is there. `quiet` leaves out what jumps.
    """

    minutes: int | None = None
    focuses: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    bare: bool = False
    only: bool = False
    quiet: bool = False
    level: Difficulty | None = None
    kind: PickKind | None = None

    @property
    def is_on_the_road(self) -> bool:
        """Whether it asks for a run or a walk."""
        return bool({*self.focuses} & ON_THE_ROAD)

    @property
    def parts(self) -> tuple[str, ...]:
        """What the session is for: what is asked for, else what its kind is usually for."""
        asked = self.focuses or (QUICK_PARTS if self.kind is PickKind.TABATA else WHOLE_BODY)
        return tuple(one for one in asked if one not in self.apart) or asked
