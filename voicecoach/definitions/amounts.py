"""How much work, how fast and with what: amounts, tempos, loads, and the prescriptions that hold them together.

Lengths are whole milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from voicecoach.times import Ms


class Unit(StrEnum):
    """What an amount of work is measured in."""

    REPS = "reps"
    MS = "ms"


class TempoPart(StrEnum):
    """The four numbers of a tempo, in the order they are written."""

    ECCENTRIC = "eccentric"
    BOTTOM = "bottom"  # the pause after the eccentric
    CONCENTRIC = "concentric"
    TOP = "top"  # the pause after the concentric


class LoadUnit(StrEnum):
    """What a load is measured in."""

    KG = "kg"
    LB = "lb"
    PERCENT = "%"  # of the heaviest that can be lifted once
    RPE = "RPE"  # rate of perceived exertion, from 1 to 10


@dataclass(frozen=True)
class Tempo:
    """The lengths of a repetition's parts: eccentric, pause, concentric, pause."""

    eccentric: Ms
    bottom: Ms
    concentric: Ms
    top: Ms

    def length(self, part: TempoPart) -> Ms:
        """How long one part takes."""
        lengths = {
            TempoPart.ECCENTRIC: self.eccentric,
            TempoPart.BOTTOM: self.bottom,
            TempoPart.CONCENTRIC: self.concentric,
            TempoPart.TOP: self.top,
        }
        return lengths[part]

    def __str__(self) -> str:
        return "-".join(f"{part / 1000:g}" for part in (self.eccentric, self.bottom, self.concentric, self.top))


@dataclass(frozen=True)
class Amount:
    """How much work a set is: a number of repetitions or a time, as a range from `low` to `high`, in `unit`.

    An open set (`is_open`) has as many repetitions as one can do well; it ends after `high` ms, its cap, and has
    `least` repetitions at least, if that isn't 0.
    """

    low: int
    high: int
    unit: Unit = Unit.REPS
    is_open: bool = False
    least: int = 0


@dataclass(frozen=True)
class Load:
    """What is lifted, or how hard it is, in `unit`; `goal` is where it builds to over `weeks`."""

    start: float
    unit: LoadUnit
    goal: float | None = None
    weeks: int | None = None


@dataclass(frozen=True)
class Prescription:
    """Sets and amounts as a coach prescribes them; what is `None` is decided elsewhere.

    `goal` is the amount the progression builds to over `weeks`. `each_set` has an amount for every set where they
    differ (`5, 8, 10, 8, 5`); then `sets` is their number and `start` the first of them. `distance_m` is a distance in
    metres (it has no `start`: how long it takes is said beside it). `per_side` says that the author wrote `each leg` or
    the like, `pause` is added to every repetition of an exercise without phases (`3x10 (5 s hold)`). `notes` say what
    was chosen where the author left a choice (`3-4 sets`), as sentences.
    """

    sets: int | None = None
    start: Amount | None = None
    goal: Amount | None = None
    weeks: int | None = None
    tempo: Tempo | None = None
    rest: Ms | None = None
    per_side: bool = False
    each_set: tuple[Amount, ...] = ()
    load: Load | None = None
    distance_m: int | None = None
    pause: Ms | None = None
    notes: tuple[str, ...] = ()

    @property
    def has_amount(self) -> bool:
        """Whether it says how much a set is."""
        return self.start is not None or self.distance_m is not None

    def over(self, other: Prescription) -> Prescription:
        """The prescription, completed by `other`.

        An amount takes the place of all of the other's: its sets (one, if it names none), its goal, its weeks.
        """
        amounts = self if self.has_amount else other
        named = self.sets if self.sets is not None else other.sets
        return Prescription(
            sets=(self.sets or 1) if self.has_amount else named,
            start=amounts.start,
            goal=amounts.goal,
            weeks=self.weeks if self.weeks is not None else other.weeks,
            tempo=self.tempo or other.tempo,
            rest=self.rest if self.rest is not None else other.rest,
            per_side=amounts.per_side,
            each_set=amounts.each_set if amounts is self or self.sets is None else (),
            load=self.load or other.load,
            distance_m=amounts.distance_m,
            pause=amounts.pause,
            notes=self.notes if self.has_amount else self.notes + other.notes,
        )
