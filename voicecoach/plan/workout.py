"""A session with every choice made: which exercises, which variations, how many sets of what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from voicecoach.definitions.amounts import Amount, Tempo, Unit
from voicecoach.definitions.model import Exercise, ItemName, Need, Phase, Sides, Variation
from voicecoach.definitions.session import SectionKind, Session
from voicecoach.times import Ms


@dataclass(frozen=True)
class Work:
    """One exercise of the workout. `exercise` already has the cues and needs of its `variations`."""

    exercise: Exercise
    sets: int
    amount: Amount
    rest: Ms
    get_ready: Ms
    tempo: Tempo | None = None
    variations: tuple[Variation, ...] = ()

    @property
    def reps(self) -> int | None:
        """Repetitions in a set, on each side where there are sides; `None` for work by time."""
        return self.amount.high if self.amount.unit is Unit.REPS else None

    @cached_property
    def phases(self) -> tuple[tuple[Phase, Ms], ...]:
        """The phases of one movement that take any time, with their lengths."""
        return self.exercise.phase_lengths(self.tempo)

    @cached_property
    def movement_ms(self) -> Ms:
        """How long one movement takes: a repetition, or one side's half of an alternating one; zero for a hold."""
        return Ms(sum(length for _, length in self.phases))

    @cached_property
    def rep_ms(self) -> Ms:
        """How long one repetition takes: in an alternating exercise once on each side."""
        return Ms(self.movement_ms * (2 if self.exercise.sides is Sides.ALTERNATING else 1))

    @property
    def set_ms(self) -> Ms:
        """How long the work of one set takes, on one side where each side has its turn."""
        return Ms(self.reps * self.rep_ms) if self.reps is not None else Ms(self.amount.high)

    @property
    def sides_in_turn(self) -> int:
        """How often a set is worked through: once, or once on each side."""
        return 2 if self.exercise.sides is Sides.EACH else 1


@dataclass(frozen=True)
class WorkSection:
    """The works of one section, with the rest between the rounds if it is a circuit."""

    works: tuple[Work, ...]
    kind: SectionKind = SectionKind.STRAIGHT_SETS
    round_rest: Ms | None = None

    @property
    def rounds(self) -> int:
        """How many rounds a circuit has: the most sets of any of its works."""
        return max(work.sets for work in self.works)


def for_client(title: str, client: str | None) -> str:
    """`Glutes strength for runners, for Sam`, or the title alone when it is for nobody in particular."""
    return f"{title}, for {client}" if client else title


@dataclass(frozen=True)
class Workout:
    """A week's session. `missing` are the items of equipment that aren't there, `present` those that are for sure.

    `building_weeks` is how long amounts grow; the `weeks` after that repeat the last. `client` is who it is for.
    `notes` are sentences for the user about what the choices changed.
    """

    session: Session
    week: int
    weeks: int
    building_weeks: int
    sections: tuple[WorkSection, ...]
    client: str | None = None
    present: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The session's title, with the week if there is more than one."""
        return f"{self.session.title}, week {self.week}" if self.weeks > 1 else self.session.title

    @property
    def builds_on(self) -> bool:
        """Whether a later week asks for more."""
        return self.week < self.building_weeks

    @property
    def works(self) -> tuple[Work, ...]:
        """The works of all sections, in order."""
        return tuple(work for section in self.sections for work in section.works)

    @property
    def needs(self) -> tuple[Need, ...]:
        """What to fetch, each thing once, in the order it is needed."""
        return tuple(dict.fromkeys(need for work in self.works for need in self.needs_of(work)))

    def needs_of(self, work: Work) -> tuple[Need, ...]:
        """What one exercise uses: what it needs, and the optional things that are there."""
        optional = (need for need in work.exercise.optional if self.present.intersection(need.any_of))
        return (*work.exercise.needs, *optional)

    def serving(self, need: Need) -> tuple[ItemName, ...]:
        """The items that can serve a need here."""
        there = tuple(item for item in need.any_of if item in self.present)
        return there or tuple(item for item in need.any_of if item not in self.missing)
