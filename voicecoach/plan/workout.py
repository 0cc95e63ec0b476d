"""A session with every choice made: which exercises, which variations, how many sets of what."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from voicecoach.definitions.amounts import Amount, Load, Tempo, Unit
from voicecoach.definitions.model import Exercise, ItemName, Need, Phase, Sides, Variation
from voicecoach.definitions.session import SectionKind, Session, TimedLine, WalkThrough
from voicecoach.times import Ms


@dataclass(frozen=True)
class Work:
    """One exercise's place in the workout, with everything decided.

    `exercise` already has what its `variations` and its entry change. `amounts` has one for every set, `rest` is what
    follows a set, `change` the time to change sides, `pause` what is added to every repetition, `distance_m` the metres
    that its time is for. `load` is this week's. `named_with` are those of its variations that its name in a sentence
    doesn't have by itself, `None` for all. `joined` says that it shares its interval with the work before.
    """

    exercise: Exercise
    amounts: tuple[Amount, ...]
    rest: Ms
    get_ready: Ms
    tempo: Tempo | None = None
    variations: tuple[Variation, ...] = ()
    change: Ms = Ms(0)
    pause: Ms = Ms(0)
    load: Load | None = None
    load_builds: bool = False
    distance_m: int | None = None
    note: str | None = None
    lines: tuple[TimedLine, ...] = ()
    joined: bool = False
    builds: bool = False
    named_with: tuple[Variation, ...] | None = None

    @property
    def kind_of_work(self) -> tuple[str, ...]:
        """What is done, whatever it is called: the exercise and its variations, by their names."""
        return (self.exercise.name, *(variation.title for variation in self.variations))

    @property
    def title(self) -> str:
        """What it is called where there is room for a name: the variation, if it is done in one."""
        return self.variations[0].title if len(self.variations) == 1 else self.exercise.title

    @property
    def sets(self) -> int:
        """How many sets there are."""
        return len(self.amounts)

    @property
    def amount(self) -> Amount:
        """What the first set is; the others are the same unless `amounts` differ."""
        return self.amounts[0]

    def amount_of(self, number: int) -> Amount:
        """What set `number` is, counted from one; past the last, what the last one is."""
        return self.amounts[min(number, self.sets) - 1]

    @property
    def reps(self) -> int | None:
        """Repetitions in the first set, on each side where there are sides; `None` for work by time."""
        return reps_of(self.amount)

    @cached_property
    def phases(self) -> tuple[tuple[Phase, Ms], ...]:
        """The phases of one movement that take any time, with their lengths."""
        return self.exercise.phase_lengths(self.tempo)

    @cached_property
    def movement_ms(self) -> Ms:
        """How long one movement takes: a repetition, or one side's half of an alternating one; zero for a hold."""
        return Ms(0) if self.exercise.is_hold and not self.pause else self.exercise.movement_length(self.tempo)

    @cached_property
    def rep_ms(self) -> Ms:
        """How long one repetition takes: in an alternating exercise once on each side."""
        turns = 2 if self.exercise.sides is Sides.ALTERNATING else 1
        return Ms((self.movement_ms + self.pause) * turns)

    def length_of(self, amount: Amount) -> Ms:
        """How long the work of a set takes, on one side where each side has its turn."""
        return Ms(amount.high * self.rep_ms if amount.unit is Unit.REPS else amount.high)

    @property
    def set_ms(self) -> Ms:
        """How long the work of the first set takes, on one side where each side has its turn."""
        return self.length_of(self.amount)


def reps_of(amount: Amount) -> int | None:
    """The repetitions of an amount; `None` for a time."""
    return amount.high if amount.unit is Unit.REPS else None


@dataclass(frozen=True)
class WorkSection:
    """The works of one section and how they follow each other; `index` numbers the sections from zero.

    With `exact` the rests are kept whatever is said. `round_rest` separates rounds and repeats; `before`, where it is
    written, is the exact time between what comes before and this section. `every` is the length of an EMOM's interval,
    `limit` of an AMRAP, or the most that a for-time may take.
    """

    works: tuple[Work, ...]
    kind: SectionKind = SectionKind.STRAIGHT_SETS
    round_rest: Ms = Ms(0)
    index: int = 0
    title: str | None = None
    exact: bool = False
    rounds: int = 1
    repeat: int = 1
    every: Ms = Ms(60_000)
    limit: Ms = Ms(0)
    before: Ms | None = None
    walk_through: WalkThrough | None = None
    lines: tuple[TimedLine, ...] = ()

    @property
    def is_listed(self) -> bool:
        """Whether it is one stretch of work in which a list of exercises is gone through."""
        return self.kind in {SectionKind.AMRAP, SectionKind.FOR_TIME}

    @property
    def rounds_in_all(self) -> int:
        """How many rounds there are, its repeats counted on."""
        return self.rounds * self.repeat

    @property
    def is_in_rounds(self) -> bool:
        """Whether its exercises are gone through round after round."""
        return self.kind is not SectionKind.STRAIGHT_SETS


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

    def works_at(self, place: tuple[int, int]) -> tuple[Work, ...]:
        """What is done at a section and an entry of it, both from zero: one work, or all of a list."""
        section = self.sections[place[0]]
        return section.works if section.is_listed else (section.works[place[1]],)

    @property
    def is_against_the_clock(self) -> bool:
        """Whether some of it is over when it is done, so that only the most that all of it can take is known."""
        return any(section.kind is SectionKind.FOR_TIME for section in self.sections)

    @property
    def needs(self) -> tuple[Need, ...]:
        """What to fetch, each thing once, in the order it is needed."""
        return tuple(dict.fromkeys(need for work in self.works for need in self.needs_of(work)))

    @property
    def fetched(self) -> tuple[str, ...]:
        """What to fetch as a list has it, each thing with those items that can serve here: `a chair or sofa`."""
        return tuple(need.named(self.serving(need)).replace(", or ", " or ") for need in self.needs)

    def needs_of(self, work: Work) -> tuple[Need, ...]:
        """What one exercise uses: what it needs, and the optional things that are there.

        Where something that another one needs serves it too, it uses that.
        """
        own = dict.fromkeys(self.own_needs(work))
        return tuple(dict.fromkeys(self._met_by(need, own.keys()) for need in own))

    def own_needs(self, work: Work) -> tuple[Need, ...]:
        """What one exercise uses, whatever the others need."""
        optional = (need for need in work.exercise.optional if self.present.intersection(need.any_of))
        return (*work.exercise.needs, *optional)

    @cached_property
    def _all_needs(self) -> dict[Need, tuple[int, int]]:
        """All needs, each with how many items can serve it and its place among them."""
        needs = dict.fromkeys(need for work in self.works for need in self.own_needs(work))
        return {need: (len(self.serving(need)), place) for place, need in enumerate(needs)}

    @cached_property
    def _served_by(self) -> dict[ItemName, list[Need]]:
        """The needs that an item can serve."""
        served: dict[ItemName, list[Need]] = {}
        for need in self._all_needs:
            for item in self.serving(need):
                served.setdefault(item, []).append(need)
        return served

    def _met_by(self, need: Need, own: AbstractSet[Need]) -> Need:
        """What serves for a need among the `own` ones of an exercise, which needs each of them separately."""
        there = set(self.serving(need))
        near = {one for item in there for one in self._served_by[item] if one not in own}
        meeting = [one for one in near if there.issuperset(self.serving(one))]
        return min((need, *meeting), key=self._all_needs.__getitem__)

    def serving(self, need: Need) -> tuple[ItemName, ...]:
        """The items that can serve a need here."""
        there = tuple(item for item in need.any_of if item in self.present)
        return there or tuple(item for item in need.any_of if item not in self.missing)
