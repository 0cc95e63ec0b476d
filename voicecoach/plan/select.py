"""From a session and a listener's choices to the workout of the chosen week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from voicecoach.definitions.model import Exercise, Need
from voicecoach.definitions.session import EVERY_MS, Item, Section, SectionKind, Session, Timing
from voicecoach.definitions.weeks import weeks_of
from voicecoach.errors import ChoiceError, UnknownNameError
from voicecoach.plan.choices import Choices
from voicecoach.plan.entries import Entries
from voicecoach.plan.idle_choices import idle_choices, too_early, unused_items
from voicecoach.plan.kinds import bouts, has_more_sets, working_ms
from voicecoach.plan.kinds.emom import intervals_in, uncounted
from voicecoach.plan.workout import Work, Workout, WorkSection
from voicecoach.times import Ms

MAX_REPS_PER_SET = 200
MAX_HOURS = 4
MOST_SETS, MOST_REPS, MOST_REPS_PER_SET, MOST_HOURS = 5000, 50_000, 10_000, 48
"""What is more than this takes long to plan, and no cap that can be lifted keeps it away."""
UNLIMITED = "If you mean it, add --unlimited."
HOUR_MS = 3_600_000


def select(session: Session, choices: Choices) -> Workout:
    """The workout of the chosen week. Raises ChoiceError for a choice the session can't follow."""
    return _Selection(session, choices, Entries(session, choices)).workout()


@dataclass
class _Selection:
    session: Session
    choices: Choices
    entries: Entries
    notes: list[str] = field(default_factory=list)

    def workout(self) -> Workout:
        self._check_names()
        building_weeks = weeks_of(self.session)
        weeks = max(building_weeks, self.choices.weeks or 0)
        week = min(self.choices.week, weeks)
        if self.choices.week > weeks:
            self.notes.append(
                f"Week {self.choices.week} is past the last: this is week {weeks}, the last of the programme."
            )
        here = self.session.sections_in(min(week, building_weeks))
        sections = tuple(filter(None, (self._section(number, one) for number, one in enumerate(here))))
        if not sections:
            reasons = self.notes or [self._why_nothing_is_there()]
            raise ChoiceError(f"Nothing is left of the session. {' '.join(reasons)}")
        workout = Workout(
            session=replace(self.session, cues=self.session.cues.having(self.choices.with_items)),
            week=week,
            weeks=weeks,
            building_weeks=building_weeks,
            sections=sections,
            client=self.choices.client,
            present=frozenset(self.choices.with_items),
            missing=frozenset(self.choices.without),
        )
        notes = (*self.notes, *self.entries.notes, *self._doubts(workout))
        _check_size(workout, self.choices)
        return replace(workout, notes=tuple(dict.fromkeys(notes)))

    def _doubts(self, workout: Workout) -> Iterator[str]:
        yield from unused_items(self.session, workout, self.choices)
        yield from idle_choices(workout, self.choices, self.entries.varied)
        yield from too_early(workout)
        for section in workout.sections:
            if section.kind is SectionKind.EMOM:
                yield from uncounted(section)

    def _why_nothing_is_there(self) -> str:
        """`--only` may name an exercise that just stands in for another one."""
        if not self.choices.only:
            return f"Nothing of it stands in week {self.choices.week}."
        stand_ins = [
            f"{substitute.use} takes part only without {substitute.without}: add --without {substitute.without}."
            for exercise in self.session.exercises.values()
            for substitute in exercise.substitutes
            if substitute.use in self.choices.only
        ]
        elsewhere = {item.exercise.name for item in self.session.items} & set(self.choices.only)
        here = "exercises of this week" if elsewhere else "exercises"
        otherwise = f"None of its {here} is {' or '.join(self.choices.only)}."
        return stand_ins[0] if stand_ins else otherwise

    def _check_names(self) -> None:
        known = self.session.equipment
        for item in (*self.choices.with_items, *self.choices.without):
            if item not in known:
                raise UnknownNameError("equipment", item, known)
        if both := set(self.choices.with_items) & set(self.choices.without):
            raise ChoiceError(f"{min(both)!r} is asked for both with and without.")
        here = self.session.every_exercise
        swapped = (name for pair in self.choices.swaps for name in pair)
        for name in (*self.choices.only, *(exercise for exercise, _ in self.choices.variations), *swapped):
            if name not in here:
                raise UnknownNameError("exercise", name, here)
        for name, variation in self.choices.variations:
            self._check_variation(name, variation)

    def _check_variation(self, name: str, variation: str) -> None:
        exercises = self.session.every_exercise
        exercise = exercises[name]
        known = dict(exercise.variations)
        for substitute in exercise.substitutes:
            known |= exercises[substitute.use].variations
        if variation not in known:
            hint = "" if known else f"{exercise.title} has none."
            raise UnknownNameError(f"variation of {name}", variation, known, hint)

    # Sections

    def _section(self, number: int, section: Section) -> WorkSection | None:
        """The section with the works that are left of it; `None` when none is."""
        works = tuple(work for item in section.exercises for work in self._works(section, item))
        if not works:
            return None
        rounds = self._rounds(section, works)
        every = section.every or EVERY_MS
        return WorkSection(
            works=self._in_rounds(section, works, rounds),
            kind=section.kind,
            round_rest=self._round_rest(section),
            index=number,
            title=section.title,
            exact=self._is_exact(section),
            rounds=rounds,
            repeat=section.repeat,
            every=every,
            limit=section.minutes or section.cap or Ms(0),
            before=section.before,
            walk_through=section.walk_through,
            lines=section.lines,
        )

    def _rounds(self, section: Section, works: tuple[Work, ...]) -> int:
        if section.kind is SectionKind.STRAIGHT_SETS or section.kind is SectionKind.AMRAP:
            return 1
        if section.kind is SectionKind.EMOM:
            if section.minutes:
                return max(1, section.minutes // (section.every or EVERY_MS))
            return intervals_in(works, section.rounds or 1)
        if section.kind is SectionKind.FOR_TIME:
            return section.rounds or max(work.sets for work in works)
        return self.choices.sets or section.rounds or max(work.sets for work in works)

    def _in_rounds(self, section: Section, works: tuple[Work, ...], rounds: int) -> tuple[Work, ...]:
        """The works with a set a round, where the section says how many rounds there are."""
        if section.kind in {SectionKind.SUPERSET, SectionKind.CIRCUIT} and section.rounds and not self.choices.sets:
            return tuple(
                replace(work, amounts=tuple(work.amount_of(turn) for turn in range(1, rounds + 1))) for work in works
            )
        if section.kind is SectionKind.INTERVALS:
            return tuple(replace(work, amounts=(work.amount,) * rounds) for work in works)
        return works

    def _round_rest(self, section: Section) -> Ms:
        if self.choices.rest is not None:
            return self.choices.rest
        if section.round_rest is not None:
            return section.round_rest
        if section.kind is SectionKind.SUPERSET or section.rest is None:
            return self.session.rest
        return section.rest

    def _is_exact(self, section: Section) -> bool:
        """Whether the author's rests hold whatever is said: in all kinds but straight sets, unless told otherwise."""
        timing = section.timing or self.session.timing
        if timing is None:
            return section.kind is not SectionKind.STRAIGHT_SETS
        return timing is Timing.EXACT

    def _works(self, section: Section, item: Item) -> Iterator[Work]:
        exercise, eased = self._substituted(item)
        if self.choices.only and not {item.exercise.name, exercise.name if exercise else ""} & set(self.choices.only):
            return
        if exercise is not None:
            yield self.entries.work(section, item, exercise, eased)

    def _substituted(self, item: Item) -> tuple[Exercise | None, tuple[str, ...]]:
        """The entry's exercise, or what takes its place without the missing equipment and in which variations.

        `None` if nothing can.
        """
        missing = frozenset(self.choices.without)
        original, reasons = item.exercise, list[str]()
        exercise = original
        eased: tuple[str, ...] = ()
        swaps = dict(self.choices.swaps)
        while use := swaps.pop(exercise.name, None):
            eased = next((one.variations for one in exercise.substitutes if one.use == use), ())
            exercise = self.session.exercises[use]
        while unmet := self._unmet(item, exercise, eased, missing):
            substitute = next((one for one in exercise.substitutes if one.without in unmet[0].any_of), None)
            reasons.append(" or ".join(unmet[0].any_of))
            if substitute is None:
                without = " and ".join(reasons)
                self._note(original, f"{original.title} left out: there is no substitute without {without}.")
                return None, ()
            exercise, eased = self.session.exercises[substitute.use], substitute.variations
        if reasons:
            title = exercise.titled(self.entries.wanted(item, exercise, eased))
            self._note(original, f"{title} instead of {original.title}: no {' and no '.join(reasons)}.")
        return exercise, eased

    def _unmet(self, item: Item, exercise: Exercise, eased: tuple[str, ...], missing: frozenset[str]) -> list[Need]:
        """What the exercise needs and isn't there; its variations may do without."""
        needs = exercise.needs_as(self.entries.wanted(item, exercise, eased))
        return [need for need in needs if not need.met_without(missing)]

    def _note(self, original: Exercise, note: str) -> None:
        """A note on a substitute, if its exercise is in what was asked for."""
        if not self.choices.only or original.name in self.choices.only or self._stands_in(original):
            self.notes.append(note)

    def _stands_in(self, original: Exercise) -> bool:
        return any(substitute.use in self.choices.only for substitute in original.substitutes)


def _check_size(workout: Workout, choices: Choices) -> None:
    """Refuse what nobody could train, and what can hardly be meant unless the listener lifts the cap.

    Raises ChoiceError.
    """
    fix = "Make several sessions of it."
    if has_more_sets(workout, MOST_SETS):
        raise ChoiceError(f"The session has more than {MOST_SETS:,} sets, which can't be planned. {fix}")
    counted = [turn.reps or 0 for bout in bouts(workout) for turn in bout.turns]
    if (in_a_set := max(counted, default=0)) > MOST_REPS_PER_SET:
        raise ChoiceError(f"{in_a_set:,} repetitions in a set, and no more than {MOST_REPS_PER_SET:,} can be planned.")
    reps = sum(counted)
    hours = working_ms(workout) / HOUR_MS
    if reps > MOST_REPS or hours > MOST_HOURS:
        much = f"{reps:,} repetitions" if reps > MOST_REPS else f"{hours:,.0f} hours"
        most = f"{MOST_REPS:,}" if reps > MOST_REPS else f"{MOST_HOURS}"
        raise ChoiceError(f"The session has {much}, and no more than {most} can be planned. {fix}")
    if not choices.unlimited:
        _check_meant(workout, hours)


def _check_meant(workout: Workout, hours: float) -> None:
    """Raises ChoiceError for what can hardly be meant."""
    fix = UNLIMITED
    for work in workout.works:
        reps = max((amount.high for amount in work.amounts if amount.unit == "reps"), default=0)
        if reps > MAX_REPS_PER_SET:
            raise ChoiceError(f"{work.exercise.name}: {reps} repetitions in a set, more than {MAX_REPS_PER_SET}. {fix}")
    if hours > MAX_HOURS:
        raise ChoiceError(f"The session would take {hours:.1f} hours, more than {MAX_HOURS}. {fix}")
