"""What may take the place of an exercise on the spot: its easier variations and its substitutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from voicecoach.definitions.model import Exercise, ItemName, Level, Substitute
from voicecoach.definitions.session import Session
from voicecoach.plan.choices import Choices
from voicecoach.plan.workout import Workout

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Swap:
    """Something else to do: what to call it, the choices that have it so, and which exercise stands in for which."""

    title: str
    choices: Choices
    renamed: Mapping[str, str]


def swaps_of(workout: Workout, choices: Choices, name: str) -> tuple[Swap, ...]:
    """What may be done in place of the exercise `name` of a workout that was made with `choices`."""
    exercise = exercises_of(workout.session)[name]
    return (*_easier(workout, choices, exercise), *_others(workout, choices, exercise))


def exercises_of(session: Session) -> dict[str, Exercise]:
    """All exercises that a session knows by their names, in its sections or to stand in for those."""
    return session.every_exercise


def _easier(workout: Workout, choices: Choices, exercise: Exercise) -> Iterator[Swap]:
    done_as = {one.title for work in workout.works if work.exercise.name == exercise.name for one in work.variations}
    others = tuple(pair for pair in choices.variations if pair[0] != exercise.name)
    if others != choices.variations:
        yield Swap(f"{exercise.title}, as usual", replace(choices, variations=others), {})
    for name, variation in exercise.variations.items():
        if variation.level is not Level.HARDER and variation.title not in done_as:
            varied = replace(choices, variations=(*others, (exercise.name, name)))
            yield Swap(variation.title, varied, {})


def _others(workout: Workout, choices: Choices, exercise: Exercise) -> Iterator[Swap]:
    known = exercises_of(workout.session)
    before = [Substitute(ItemName(""), one) for one, use in choices.swaps if use == exercise.name]
    uses = {one.use: one for one in (*exercise.substitutes, *before)}
    for use in dict.fromkeys(one.use for one in (*before, *exercise.substitutes)):
        other, names = known[use], uses[use].variations
        if use != exercise.name and all(need.met_without(workout.missing) for need in other.varied(names).needs):
            swapped = replace(choices, swaps=_swapped(choices.swaps, exercise.name, use))
            yield Swap(other.titled(names), swapped, {exercise.name: use})


def _swapped(swaps: Pairs, name: str, use: str) -> Pairs:
    """With `use` in place of `name`; one that goes back to what it was isn't swapped any more."""
    if (use, name) in swaps:
        return tuple(pair for pair in swaps if pair != (use, name))
    return (*(pair for pair in swaps if pair[0] != name), (name, use))
