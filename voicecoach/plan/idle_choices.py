"""What a user should know about their choices: things nobody uses, options that change nothing, early variations."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from voicecoach.definitions.model import Exercise, Level, Variation
from voicecoach.definitions.session import Session
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.workout import Workout


def unused_items(session: Session, workout: Workout, choices: Choices) -> Iterator[str]:
    """The equipment of `--with` and `--without` that makes no difference."""
    used = {item for work in workout.works for need in workout.own_needs(work) for item in need.any_of}
    heard = (workout.session.cues, *(work.exercise.cues for work in workout.works))
    used |= {cue.needs for cues in heard for _, _, cue in cues.all() if cue.needs}
    yield from (f"Nothing in this session uses: {item}." for item in choices.with_items if item not in used)
    needed = {item for exercise in _all_exercises(session) for item in _items(exercise)}
    yield from (f"Nothing in this session needs: {item}." for item in choices.without if item not in needed)


def idle_choices(workout: Workout, chosen: Choices, varied: Collection[tuple[str, str]]) -> Iterator[str]:
    """What was asked for and changes nothing in this workout; `varied` are the variations that were taken up."""
    works = workout.works
    if chosen.reps and all(work.reps is None for work in works):
        yield "Nothing here goes by repetitions, so --reps changes nothing."
    if chosen.hold and not any(work.reps is None for work in works):
        yield "Nothing here goes by time, so --hold changes nothing."
    if chosen.tempo and not any(phase.tempo for work in works for phase in work.exercise.phases):
        yield "Nothing here goes by a tempo, so --tempo changes nothing."
    if chosen.rest is not None and sum(work.sets for work in works) == 1:
        yield "There is one set and no rest, so --rest changes nothing."
    if chosen.sets and all(section.is_listed or section.limit for section in workout.sections):
        yield "Nothing here goes by sets or rounds, so --sets changes nothing."
    if chosen.count_aloud and chosen.detail is Detail.TONES:
        yield "With --detail tones there is no voice, so --count-aloud changes nothing."
    for name, variation in chosen.variations:
        if (name, variation) not in varied:
            yield f"Nothing here is done as {name}={variation}."


def too_early(workout: Workout) -> Iterator[str]:
    """Harder variations while the amounts still build."""
    harder = [work for work in workout.works if any(one.level is Level.HARDER for one in work.variations)]
    if harder and workout.builds_on:
        titles = ", ".join(work.exercise.title for work in harder)
        last = workout.building_weeks
        yield f"Harder variations ({titles}) come after the last week's amounts, those of week {last}."


def _all_exercises(session: Session) -> Iterable[Exercise]:
    return (*(item.exercise for item in session.items), *session.exercises.values())


def _items(exercise: Exercise) -> Iterator[str]:
    variations: Iterable[Variation] = exercise.variations.values()
    for need in (*exercise.needs, *exercise.optional, *(need for variation in variations for need in variation.needs)):
        yield from need.any_of
