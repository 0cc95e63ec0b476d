"""What was understood, guessed and left over, line by line, as sentences for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from voicecoach.authoring.amounts import time_of
from voicecoach.authoring.written import Field, Span, Written, WrittenExercise, WrittenSection
from voicecoach.counted import counted
from voicecoach.definitions.model import Sides

_IN_WORDS = {
    Field.SETS: "sets",
    Field.REPS: "repetitions",
    Field.SECONDS: "how long it is held",
    Field.TAKES: "how long the distance takes",
    Field.WORK: "how long the work is",
    Field.MINUTES: "how long it goes on",
    Field.CAP: "the time cap",
    Field.REST: "the rests that aren't stated",
    Field.KIND: "another kind, as this one can't have all of it",
}
_SIDES = {Sides.EACH: "on each side", Sides.ALTERNATING: "alternating"}


def report(written: Written) -> Iterator[str]:
    """Lines: each begins with the line of the text that it is about."""
    exercises = [one for section in written.sections for one in section.exercises]
    found = f"{counted(len(exercises), 'exercise')} in {counted(len(written.sections), 'section')}"
    guesses = f" Guessed: {_named(written.guessed)}." if written.guessed else ""
    yield f"{written.title or 'No title'}: {found}.{guesses}"
    for section in written.sections:
        yield _section(section)
        for exercise in section.exercises:
            yield f"{exercise.line:>5}    {_exercise(exercise)}"
    for one in written.unplaced:
        yield f"{one.line:>5}  not placed: {one.text}"


def _section(section: WrittenSection) -> str:
    said = (
        section.rounds and counted(section.rounds, "round"),
        section.minutes and f"{section.minutes:g} min",
        section.every_s and f"every {time_of(section.every_s)}",
        section.work_s and f"{time_of(section.work_s)} of work",
        section.cap_s and f"cap {time_of(section.cap_s)}",
        section.rest_s is not None and f"rest {time_of(section.rest_s)}",
        section.round_rest_s is not None and f"rest between rounds {time_of(section.round_rest_s)}",
        section.before_s is not None and f"{time_of(section.before_s)} after the one before",
        section.repeat > 1 and f"done {section.repeat} times",
        section.in_weeks and _weeks(*section.in_weeks),
    )
    words = [section.title or "No title", str(section.kind), *(one for one in said if one)]
    return f"{section.line:>5}  {', '.join(words)}{_guesses(section.guessed)}"


def _weeks(first: int, last: int) -> str:
    return f"week {first}" if first == last else f"weeks {first} to {last}"


def _exercise(exercise: WrittenExercise) -> str:
    called = exercise.name if exercise.matched is None else f"{exercise.name} = {exercise.matched}"
    return f"{called}: {', '.join(_said(exercise)) or 'no amount'}{_guesses(exercise.guessed)}"


def _guesses(fields: Iterable[Field]) -> str:
    named = _named(fields)
    return f" (guessed: {named})" if named else ""


def _named(fields: Iterable[Field]) -> str:
    return ", ".join(_IN_WORDS.get(one, one.value) for one in sorted(fields))


def _said(exercise: WrittenExercise) -> Iterator[str]:
    if exercise.sets and Field.SETS not in exercise.guessed:
        yield counted(exercise.sets, "set")
    if len(exercise.each_set) > 1:
        yield "-".join(map(str, exercise.each_set))
    if exercise.ladder:
        yield ", ".join(exercise.ladder)
    else:
        yield from _amount(exercise)
    if exercise.distance_m:
        yield f"{exercise.distance_m:g} m"
    if exercise.takes_s and Field.TAKES not in exercise.guessed:
        yield f"takes {time_of(exercise.takes_s)}"
    if exercise.pause_s:
        yield f"held for {time_of(exercise.pause_s)} each"
    yield from _beside(exercise)


def _amount(exercise: WrittenExercise) -> Iterator[str]:
    if exercise.reps:
        yield f"{_range(exercise.reps)} reps"
    if exercise.seconds:
        yield f"{_range(exercise.seconds)} s"
    if exercise.is_open:
        yield "as many as possible"
    if exercise.is_last_open:
        yield "in the last set as many as possible"


def _beside(exercise: WrittenExercise) -> Iterator[str]:
    if exercise.sides in _SIDES:
        yield _SIDES[exercise.sides]
    if exercise.load:
        yield exercise.load
    if exercise.tempo:
        yield f"tempo {exercise.tempo}"
    if exercise.rest_s is not None:
        yield f"rest {time_of(exercise.rest_s)}"
    yield from exercise.variations
    if exercise.joined:
        yield "in the same interval"
    if exercise.goal:
        yield f"builds to {_range(exercise.goal)}"


def _range(span: Span) -> str:
    return f"{span[0]:g}" if span[0] == span[1] else f"{span[0]:g}-{span[1]:g}"
