"""What an entry of a section comes to in the chosen week: one `Work`, with everything decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from voicecoach.definitions.amounts import Amount, Prescription, Tempo, TempoPart, Unit
from voicecoach.definitions.model import Exercise, Phase, Sides
from voicecoach.definitions.prescribed import prescribed
from voicecoach.definitions.session import Item, Section, SectionKind, Session
from voicecoach.definitions.weeks import weeks_of
from voicecoach.errors import ChoiceError
from voicecoach.plan.choices import Choices
from voicecoach.plan.progression import amount_in_week, load_in_week
from voicecoach.plan.workout import Work
from voicecoach.times import Ms

BY_THE_LIST = {SectionKind.EMOM, SectionKind.AMRAP, SectionKind.FOR_TIME}
"""In sections of these kinds nobody needs to know how long a distance takes."""
TEMPO_PHASES = (
    Phase("lower", TempoPart.ECCENTRIC, say="Lower"),
    Phase("low", TempoPart.BOTTOM, say="Hold"),
    Phase("lift", TempoPart.CONCENTRIC, say="Lift"),
    Phase("high", TempoPart.TOP, say="Hold"),
)
"""The parts of a repetition as a tempo has them, for an exercise that names none of its own."""
OPEN_MS = 60_000
LEAST_READY_MS = Ms(3200)
"""Between the last line and go there is at least this much time: the 3-2-1 and a moment before it."""


@dataclass
class Entries:
    """Turns entries into works as the listener chose.

    `notes` are sentences for the user, `varied` the variations asked for that some work took up.
    """

    session: Session
    choices: Choices
    notes: list[str] = field(default_factory=list)
    varied: set[tuple[str, str]] = field(default_factory=set)

    @cached_property
    def _weeks(self) -> int:
        return weeks_of(self.session)

    def work(self, section: Section, item: Item, exercise: Exercise, eased: tuple[str, ...] = ()) -> Work:
        """The work of an entry, done as `exercise`, which may stand in for the entry's own, in the variations `eased`.

        Those that the listener asks for go before these.
        """
        names = self._variation_names(item, exercise, eased)
        varied = self._with_its_cues(_as_entered(exercise.varied(names), item))
        prescription = self._prescription(section, item, varied)
        self.notes += [f"{exercise.title}: {note}" for note in prescription.notes]
        varied = self._led_by_tempo(item, _sided(varied, prescription))
        lead_ins = (self.choices.lead_in, item.lead_in, self.session.lead_in, varied.get_ready)
        amounts = self._amounts(prescription)
        change = item.change if item.change is not None else varied.change
        load = item.load or prescription.load or varied.load
        return Work(
            exercise=varied,
            amounts=amounts,
            rest=self._rest(section, item, prescription),
            get_ready=max(LEAST_READY_MS, next(lead_in for lead_in in lead_ins if lead_in is not None)),
            tempo=self._tempo(item, varied),
            variations=tuple(exercise.variations[name] for name in names),
            change=change if change is not None else self.session.change,
            pause=prescription.pause or Ms(0),
            load=load_in_week(load, self.choices.week, self._weeks) if load else None,
            load_builds=bool(load and load.goal is not None),
            distance_m=prescription.distance_m,
            note=item.note,
            lines=item.lines,
            joined=item.joined,
            builds=prescription.goal is not None,
            named_with=tuple(exercise.variations[name] for name in names if not (item.say and name in item.variations)),
        )

    def _with_its_cues(self, exercise: Exercise) -> Exercise:
        """The exercise without the cues for equipment that may not be there."""
        needed = (need.any_of[0] for need in exercise.needs if len(need.any_of) == 1)
        return replace(exercise, cues=exercise.cues.having({*self.choices.with_items, *needed}))

    # How much

    def _prescription(self, section: Section, item: Item, exercise: Exercise) -> Prescription:
        prescription = prescribed(self.session, item, exercise)
        if section.kind is SectionKind.INTERVALS:
            return _by_the_clock(section, item, prescription)
        if prescription.distance_m is not None:
            takes = item.takes or exercise.takes
            if takes is None and section.kind in BY_THE_LIST:
                return replace(prescription, start=Amount(OPEN_MS, OPEN_MS, Unit.MS, is_open=True), goal=None)
            if takes is None:
                raise ChoiceError(
                    f"{exercise.title}: {prescription.distance_m} metres, but not how long they take. "
                    "Add takes: 30 s. (Minutes are written 20 min.)"
                )
            return replace(prescription, start=Amount(takes, takes, Unit.MS), goal=None)
        if prescription.start is None:
            raise ChoiceError(
                f"{exercise.name} has no prescription: neither the session nor the exercise says how much to do. "
                f"Add one, such as prescription: {'3x30 s' if exercise.is_hold else '3x10'}."
            )
        return prescription

    def _amounts(self, prescription: Prescription) -> tuple[Amount, ...]:
        """The amount of every set."""
        if prescription.each_set:
            amounts = tuple(map(self._chosen, prescription.each_set))
        else:
            amount = amount_in_week(prescription, self.choices.week, prescription.weeks or self._weeks)
            amounts = (self._chosen(amount),) * (prescription.sets or 1)
        if self.choices.sets is None:
            return amounts
        return (*amounts, *[amounts[-1]] * self.choices.sets)[: self.choices.sets]

    def _chosen(self, amount: Amount) -> Amount:
        if amount.is_open:
            return amount
        chosen = self.choices.hold if amount.unit is Unit.MS else self.choices.reps
        return chosen or amount

    def _rest(self, section: Section, item: Item, prescription: Prescription) -> Ms:
        is_superset = section.kind is SectionKind.SUPERSET
        if self.choices.rest is not None and not is_superset:
            return self.choices.rest
        usual = Ms(0) if is_superset else self.session.rest
        rests = (item.rest, prescription.rest, section.rest, usual)
        return next(rest for rest in rests if rest is not None)

    def _led_by_tempo(self, item: Item, exercise: Exercise) -> Exercise:
        """The exercise; one without phases has those of a tempo that is written for it, in place of its pace."""
        own = item.tempo or item.prescription.tempo or exercise.tempo or exercise.prescription.tempo
        tempo = own or (self.session.prescription.tempo if exercise.pace is None else None)
        if exercise.phases or tempo is None:
            return exercise
        if exercise.is_hold:
            if own:
                self.notes.append(f"{exercise.title}: held still, so the tempo {own} changes nothing.")
            return exercise
        return replace(exercise, phases=TEMPO_PHASES, tempo=exercise.tempo or tempo, pace=None)

    def _tempo(self, item: Item, exercise: Exercise) -> Tempo | None:
        if not exercise.phases:
            return None
        session_tempo = item.tempo or item.prescription.tempo or self.session.prescription.tempo
        tempo = self.choices.tempo or session_tempo or exercise.tempo or exercise.prescription.tempo
        if not exercise.movement_length(tempo):
            raise ChoiceError(f"The tempo {tempo} leaves no time for {exercise.title}: none of its phases would last.")
        return tempo

    # How

    def _variation_names(self, item: Item, exercise: Exercise, eased: tuple[str, ...]) -> tuple[str, ...]:
        """The variations to do together: those `wanted`, and those that equipment brings with it."""
        pairs = self._asked(item, exercise)
        self.varied.update(pairs)
        for _, name in pairs:
            self._check_variation_needs(exercise, name)
        return tuple(dict.fromkeys((*self.wanted(item, exercise, eased), *self._brought(exercise))))

    def wanted(self, item: Item, exercise: Exercise, eased: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The variations to do together, the entry's and those asked for; for what stands in for its own, `eased`."""
        asked = tuple(name for _, name in self._asked(item, exercise))
        if exercise.name != item.exercise.name:
            return asked or eased
        return tuple(dict.fromkeys((*item.variations, *asked)))

    def _asked(self, item: Item, exercise: Exercise) -> tuple[tuple[str, str], ...]:
        """Those of the variations asked for that the exercise has."""
        return tuple(
            (target, name)
            for target, name in self.choices.variations
            if target in {exercise.name, item.exercise.name} and name in exercise.variations
        )

    def _brought(self, exercise: Exercise) -> Iterator[str]:
        """Those that what is there adds to; one that takes the place of what is needed has to be asked for."""
        present = set(self.choices.with_items)
        for name, variation in exercise.variations.items():
            if (
                variation.needs
                and not variation.without
                and all(present.intersection(need.any_of) for need in variation.needs)
            ):
                yield name

    def _check_variation_needs(self, exercise: Exercise, name: str) -> None:
        for need in exercise.variations[name].needs:
            if not need.met_without(frozenset(self.choices.without)):
                raise ChoiceError(f"{exercise.name}={name} needs {need.say}, which --without says isn't there.")


def _as_entered(exercise: Exercise, item: Item) -> Exercise:
    """The exercise with what its entry says otherwise; what stands in for it keeps its own name."""
    return replace(
        exercise,
        say=(item.say if exercise.name == item.exercise.name else None) or exercise.say,
        sides=item.sides or exercise.sides,
        first_side=item.first_side or exercise.first_side,
        guide=item.guide or exercise.guide,
        cues=exercise.cues.plus(item.cues),
    )


def _sided(exercise: Exercise, prescription: Prescription) -> Exercise:
    """One without sides that is prescribed for each side has them."""
    if prescription.per_side and exercise.sides is Sides.NONE:
        return replace(exercise, sides=Sides.EACH)
    return exercise


def _by_the_clock(section: Section, item: Item, prescription: Prescription) -> Prescription:
    """An interval's work is a time: its own, the section's, or one that is prescribed."""
    prescribed_ms = prescription.start if prescription.start and prescription.start.unit is Unit.MS else None
    length = section.work if item.work is None else item.work
    if length is None and prescribed_ms is not None:
        length = Ms(prescribed_ms.high)
    if not length:
        raise ChoiceError(f"{item.exercise.title} has no time to work. Add work: 40 s to its section.")
    time = Amount(length, length, Unit.MS)
    return replace(prescription, start=time, goal=None, each_set=(), sets=1, pause=None)
