"""From a session and the listener's choices to the week's workout: equipment, substitutes, variations, amounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from voicecoach.definitions.amounts import Amount, Prescription, Tempo, Unit
from voicecoach.definitions.model import Exercise, Level, Variation
from voicecoach.definitions.session import Item, Section, Session
from voicecoach.errors import ChoiceError, UnknownNameError
from voicecoach.plan.bouts import working_ms
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.progression import amount_in_week, prescribed, weeks_of
from voicecoach.plan.workout import Work, Workout, WorkSection
from voicecoach.times import Ms

DEFAULT_SETS = 3
MAX_REPS_PER_SET = 200
MAX_HOURS = 4
HOUR_MS = 3_600_000
LEAST_READY_MS = Ms(1000)
"""Before every exercise there is at least this much time, so that the go tone stands apart."""


def select(session: Session, choices: Choices) -> Workout:
    """The workout of the chosen week. Raises ChoiceError for a choice the session can't follow."""
    return _Selection(session, choices).workout()


@dataclass
class _Selection:
    session: Session
    choices: Choices
    notes: list[str] = field(default_factory=list)
    varied: set[tuple[str, str]] = field(default_factory=set)
    """The variations asked for that some work took up."""

    def workout(self) -> Workout:
        self._check_names()
        building_weeks = weeks_of(self.session)
        weeks = max(building_weeks, self.choices.weeks or 0)
        if self.choices.week > weeks:
            self.notes.append(
                f"Week {self.choices.week} is past the last: this is week {weeks}, the last of the programme."
            )
        sections = tuple(filter(lambda section: section.works, map(self._section, self.session.sections)))
        if not sections:
            reasons = self.notes or [self._why_only_is_not_there()]
            raise ChoiceError(f"Nothing is left of the session. {' '.join(reasons)}")
        workout = Workout(
            session=replace(self.session, cues=self.session.cues.having(self.choices.with_items)),
            week=min(self.choices.week, weeks),
            weeks=weeks,
            building_weeks=building_weeks,
            sections=sections,
            client=self.choices.client,
            present=frozenset(self.choices.with_items),
            missing=frozenset(self.choices.without),
        )
        if self.choices.lead_in is not None and self.choices.lead_in < LEAST_READY_MS:
            self.notes.append("The lead-in is one second, the shortest there is.")
        self._note_unused(workout)
        self.notes += self._idle_choices(workout)
        self._note_early(workout)
        _check_size(workout, self.choices)
        return replace(workout, notes=tuple(dict.fromkeys(self.notes)))

    def _why_only_is_not_there(self) -> str:
        """`--only` may name an exercise that just stands in for another one."""
        stand_ins = [
            f"{substitute.use} takes part only without {substitute.without}: add --without {substitute.without}."
            for exercise in self.session.exercises.values()
            for substitute in exercise.substitutes
            if substitute.use in self.choices.only
        ]
        return stand_ins[0] if stand_ins else f"None of its exercises is {' or '.join(self.choices.only)}."

    def _check_names(self) -> None:
        known = self.session.equipment
        for item in (*self.choices.with_items, *self.choices.without):
            if item not in known:
                raise UnknownNameError("equipment", item, known)
        if both := set(self.choices.with_items) & set(self.choices.without):
            raise ChoiceError(f"{min(both)!r} is asked for both with and without.")
        here = {item.exercise.name for item in self.session.items} | set(self.session.exercises)
        for name in (*self.choices.only, *(exercise for exercise, _ in self.choices.variations)):
            if name not in here:
                raise UnknownNameError("exercise", name, here)
        for name, variation in self.choices.variations:
            self._check_variation(name, variation)

    def _check_variation(self, name: str, variation: str) -> None:
        exercises = {**{item.exercise.name: item.exercise for item in self.session.items}, **self.session.exercises}
        exercise = exercises[name]
        known = dict(exercise.variations)
        for substitute in exercise.substitutes:
            known |= exercises[substitute.use].variations
        if variation not in known:
            hint = "" if known else f"{exercise.title} has none."
            raise UnknownNameError(f"variation of {name}", variation, known, hint)

    def _section(self, section: Section) -> WorkSection:
        works = tuple(work for item in section.exercises for work in self._works(section, item))
        return WorkSection(works, section.kind, section.round_rest)

    def _works(self, section: Section, item: Item) -> Iterator[Work]:
        exercise = self._substituted(item.exercise)
        if self.choices.only and not {item.exercise.name, exercise.name if exercise else ""} & set(self.choices.only):
            return
        if exercise is not None:
            yield self._work(section, item, exercise)

    def _substituted(self, exercise: Exercise) -> Exercise | None:
        """The exercise, or what takes its place without the missing equipment; `None` if nothing can."""
        missing = frozenset(self.choices.without)
        original = exercise
        while unmet := [need for need in exercise.needs if not need.met_without(missing)]:
            use = next((sub.use for sub in exercise.substitutes if sub.without in unmet[0].any_of), None)
            lacking = " or ".join(unmet[0].any_of)
            if use is None:
                self.notes.append(f"{original.title} left out: there is no substitute without {lacking}.")
                return None
            exercise = self.session.exercises[use]
            self.notes.append(f"{exercise.title} instead of {original.title}: no {lacking}.")
        return exercise

    def _work(self, section: Section, item: Item, exercise: Exercise) -> Work:
        names = self._variation_names(item, exercise)
        varied = self._with_its_cues(exercise.varied(names))
        prescription = self._prescription(item, varied)
        rest = self.choices.rest if self.choices.rest is not None else prescription.rest
        rest = rest if rest is not None else section.rest
        lead_ins = (self.choices.lead_in, item.lead_in, self.session.lead_in, varied.get_ready)
        return Work(
            exercise=varied,
            sets=self.choices.sets or prescription.sets or DEFAULT_SETS,
            amount=self._amount(prescription),
            rest=rest if rest is not None else self.session.rest,
            get_ready=max(LEAST_READY_MS, next(lead_in for lead_in in lead_ins if lead_in is not None)),
            tempo=self._tempo(item, varied),
            variations=tuple(exercise.variations[name] for name in names),
        )

    def _with_its_cues(self, exercise: Exercise) -> Exercise:
        """The exercise without the cues for equipment that may not be there."""
        needed = (need.any_of[0] for need in exercise.needs if len(need.any_of) == 1)
        return replace(exercise, cues=exercise.cues.having({*self.choices.with_items, *needed}))

    def _prescription(self, item: Item, exercise: Exercise) -> Prescription:
        prescription = prescribed(self.session, item, exercise)
        if prescription.start is None:
            raise ChoiceError(
                f"{exercise.name} has no prescription: neither the session nor the exercise says how much to do. "
                f"Add one, such as prescription: {'3x30 s' if exercise.is_hold else '3x10'}."
            )
        return prescription

    def _amount(self, prescription: Prescription) -> Amount:
        amount = amount_in_week(prescription, self.choices.week, prescription.weeks or weeks_of(self.session))
        chosen = self.choices.hold if amount.unit is Unit.MS else self.choices.reps
        return chosen or amount

    def _tempo(self, item: Item, exercise: Exercise) -> Tempo | None:
        if exercise.is_hold:
            return None
        session_tempo = item.prescription.tempo or self.session.prescription.tempo
        tempo = self.choices.tempo or session_tempo or exercise.tempo or exercise.prescription.tempo
        if not exercise.movement_length(tempo):
            raise ChoiceError(f"The tempo {tempo} leaves no time for {exercise.title}: none of its phases would last.")
        return tempo

    def _variation_names(self, item: Item, exercise: Exercise) -> tuple[str, ...]:
        """The variations to do together: the item's, those asked for, and those that equipment brings with it."""
        item_names = item.variations if exercise.name == item.exercise.name else ()
        pairs = tuple(
            (target, name)
            for target, name in self.choices.variations
            if target in {exercise.name, item.exercise.name} and name in exercise.variations
        )
        self.varied.update(pairs)
        asked = tuple(name for _, name in pairs)
        for name in asked:
            self._check_variation_needs(exercise, name)
        present = set(self.choices.with_items)
        possible = (
            name
            for name, variation in exercise.variations.items()
            if variation.needs and all(present.intersection(need.any_of) for need in variation.needs)
        )
        return tuple(dict.fromkeys((*item_names, *asked, *possible)))

    def _check_variation_needs(self, exercise: Exercise, name: str) -> None:
        for need in exercise.variations[name].needs:
            if not need.met_without(frozenset(self.choices.without)):
                raise ChoiceError(f"{exercise.name}={name} needs {need.say}, which --without says isn't there.")

    def _note_unused(self, workout: Workout) -> None:
        used = {item for need in workout.needs for item in need.any_of}
        heard = (workout.session.cues, *(work.exercise.cues for work in workout.works))
        used |= {cue.needs for cues in heard for _, _, cue in cues.all() if cue.needs}
        self.notes.extend(
            f"Nothing in this session uses: {item}." for item in self.choices.with_items if item not in used
        )
        needed = {item for exercise in _all_exercises(self.session) for item in _items(exercise)}
        self.notes.extend(
            f"Nothing in this session needs: {item}." for item in self.choices.without if item not in needed
        )

    def _idle_choices(self, workout: Workout) -> Iterator[str]:
        """What was asked for and changes nothing in this workout."""
        chosen, works = self.choices, workout.works
        if chosen.reps and all(work.reps is None for work in works):
            yield "Nothing here goes by repetitions, so --reps changes nothing."
        if chosen.hold and not any(work.reps is None for work in works):
            yield "Nothing here goes by time, so --hold changes nothing."
        if chosen.tempo and not any(phase.tempo for work in works for phase in work.exercise.phases):
            yield "Nothing here goes by a tempo, so --tempo changes nothing."
        if chosen.rest is not None and sum(work.sets for work in works) == 1:
            yield "There is one set and no rest, so --rest changes nothing."
        if chosen.count_aloud and chosen.detail is Detail.TONES:
            yield "With --detail tones there is no voice, so --count-aloud changes nothing."
        for name, variation in chosen.variations:
            if (name, variation) not in self.varied:
                yield f"Nothing here is done as {name}={variation}."

    def _note_early(self, workout: Workout) -> None:
        harder = [work for work in workout.works if any(one.level is Level.HARDER for one in work.variations)]
        if harder and workout.builds_on:
            titles = ", ".join(work.exercise.title for work in harder)
            last = workout.building_weeks
            self.notes.append(f"Harder variations ({titles}) come after the last week's amounts, those of week {last}.")


def _all_exercises(session: Session) -> Iterable[Exercise]:
    return (*(item.exercise for item in session.items), *session.exercises.values())


def _items(exercise: Exercise) -> Iterator[str]:
    variations: Iterable[Variation] = exercise.variations.values()
    for need in (*exercise.needs, *exercise.optional, *(need for variation in variations for need in variation.needs)):
        yield from need.any_of


def _check_size(workout: Workout, choices: Choices) -> None:
    """Refuse what can hardly be meant, unless the listener lifts the cap. Raises ChoiceError."""
    if choices.unlimited:
        return
    fix = "If you mean it, add --unlimited."
    for work in workout.works:
        if (work.reps or 0) > MAX_REPS_PER_SET:
            raise ChoiceError(
                f"{work.exercise.name}: {work.reps} repetitions in a set, more than {MAX_REPS_PER_SET}. {fix}"
            )
    hours = working_ms(workout) / HOUR_MS
    if hours > MAX_HOURS:
        raise ChoiceError(f"The session would take {hours:.1f} hours, more than {MAX_HOURS}. {fix}")
