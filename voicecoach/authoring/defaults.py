"""The defaults that a file needs where the text says nothing; each is marked as guessed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from voicecoach.authoring.paces import is_moved, takes_s
from voicecoach.authoring.written import Field, Written, WrittenExercise, WrittenSection
from voicecoach.counted import counted
from voicecoach.definitions.line_names import is_held
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind as Kind

REPS, HOLD_S, WORK_S, REST_S = 10.0, 30.0, 30.0, 30.0
MOST_WEEKS = 100
LEAST_LEG_S, LEAST_MOVED = 120.0, 2
MINUTES, CAP_S = 10.0, 1200.0
RESTED = frozenset({Kind.STRAIGHT_SETS, Kind.SUPERSET, Kind.CIRCUIT, Kind.INTERVALS})
_ROUNDS = frozenset({Kind.SUPERSET, Kind.CIRCUIT})
_UNCOUNTED = frozenset({Kind.EMOM, Kind.AMRAP, Kind.FOR_TIME})


def filled(written: Written) -> Written:
    """What was written, with a default for everything that a file can't do without."""
    sections = _in_order(tuple(_section(one) for one in written.sections))
    is_programme = any(one.in_weeks for one in sections) or not any(one.in_weeks for one in written.sections)
    is_rested = written.rest_s is None and any(_has_rest_of_all(one) for one in sections)
    rest_s = 0.0 if is_rested and _goes_on(sections) else written.rest_s
    guessed = frozenset({Field.REST} if is_rested else ())
    return replace(
        written, sections=sections, rest_s=rest_s, weeks=written.weeks if is_programme else None, guessed=guessed
    )


def _goes_on(sections: Sequence[WrittenSection]) -> bool:
    """Whether all of it goes on without a rest, from a warm-up over what is run by the clock to a cool-down."""
    moved = [one for section in sections for one in section.exercises if is_moved(one.name)]
    is_run = any(map(runs_on, sections)) or len(moved) >= LEAST_MOVED
    return is_run and all(runs_on(one) or _is_of_legs(one) for one in sections)


def _is_of_legs(section: WrittenSection) -> bool:
    """Whether each of it is done once: for a long time or far, or a walk, a run, a ride for a time."""
    is_once = section.kind is Kind.STRAIGHT_SETS and all((one.sets or 1) == 1 for one in section.exercises)
    return is_once and all(map(_is_leg, section.exercises))


def _is_leg(exercise: WrittenExercise) -> bool:
    length_s = exercise.seconds[0] if exercise.seconds else 0.0
    return length_s >= LEAST_LEG_S or bool(exercise.distance_m) or (length_s > 0 and is_moved(exercise.name))


def _has_rest_of_all(section: WrittenSection) -> bool:
    """Whether it has rests of which it doesn't say how long they are."""
    is_own = section.kind is Kind.STRAIGHT_SETS and all(one.rest_s is not None for one in section.exercises)
    return section.kind in RESTED and section.rest_s is None and not is_own and not runs_on(section)


def runs_on(section: WrittenSection) -> bool:
    """Whether there is no rest in it: walking and running by the clock."""
    return section.kind is Kind.INTERVALS and section.work_s is None and len(section.exercises) > 1


def _in_order(sections: tuple[WrittenSection, ...]) -> tuple[WrittenSection, ...]:
    """Their weeks counted from one, each up to where the next begins: a programme has no week without a section.

    A text of a single week is no programme.
    """
    weeks = sorted({one.in_weeks for one in sections if one.in_weeks})
    if len(weeks) < 2 or len(weeks) > MOST_WEEKS:  # noqa: PLR2004 - two make a programme
        return tuple(replace(one, in_weeks=None) for one in sections)
    starts = sorted({first for first, _ in weeks})
    shift = starts[0] - 1
    moved = {
        (first, last): (
            first - shift,
            max(last, _next(starts, first) - 1 if _next(starts, first) > last else last) - shift,
        )
        for first, last in weeks
    }
    return tuple(replace(one, in_weeks=moved[one.in_weeks] if one.in_weeks else None) for one in sections)


def _next(starts: list[int], first: int) -> int:
    """The week in which something else begins."""
    return next((one for one in starts if one > first), first + 1)


def _section(section: WrittenSection) -> WrittenSection:
    section = _fitting(section)
    exercises = tuple(_exercise(one, section) for one in section.exercises)
    return _FILL.get(section.kind, _as_it_is)(replace(section, exercises=exercises))


def _fitting(section: WrittenSection) -> WrittenSection:
    """In the kind that it can be: intervals go by time, an EMOM has whole intervals that its work fits into."""
    kind, exercises = section.kind, section.exercises
    if kind is Kind.INTERVALS and any(
        one.reps or one.each_set or one.is_open or (one.distance_m and not one.takes_s) for one in exercises
    ):
        return _as_circuit(section)
    if kind is Kind.EMOM:
        every_s = section.every_s or 60.0
        if any(_timed_s(one) > every_s for one in exercises) or every_s <= 0:
            return _as_circuit(section)
    if kind is Kind.FOR_TIME and len({len(one.each_set) for one in exercises if one.each_set}) > 1:
        return _as_circuit(section)
    return section


def _timed_s(exercise: WrittenExercise) -> float:
    return exercise.seconds[1] * (2 if exercise.sides is Sides.EACH else 1) if exercise.seconds else 0.0


def _as_circuit(section: WrittenSection) -> WrittenSection:
    work_s = section.work_s
    exercises = tuple(
        replace(one, seconds=(work_s, work_s), guessed=one.guessed - {Field.REPS})
        if work_s and not (one.reps or one.seconds or one.distance_m or one.each_set or one.is_open)
        else one
        for one in section.exercises
    )
    kind = Kind.CIRCUIT if section.rounds or len(exercises) > 1 else Kind.STRAIGHT_SETS
    if kind is Kind.STRAIGHT_SETS:
        exercises = tuple(
            replace(one, rest_s=one.rest_s if one.rest_s is not None else section.rest_s) for one in exercises
        )
    return replace(
        section,
        kind=kind,
        exercises=exercises,
        work_s=None,
        every_s=None,
        minutes=None,
        cap_s=None,
        round_rest_s=section.round_rest_s if kind is Kind.CIRCUIT else None,
        guessed=section.guessed | {Field.KIND},
    )


def _exercise(exercise: WrittenExercise, section: WrittenSection) -> WrittenExercise:
    exercise = replace(
        exercise,
        guessed=exercise.guessed - {Field.SETS, Field.REPS} if section.kind is Kind.INTERVALS else exercise.guessed,
    )
    if section.kind is not Kind.INTERVALS:
        exercise = _with_amount(exercise)
    if exercise.distance_m and exercise.takes_s is None and section.kind not in {Kind.AMRAP, Kind.FOR_TIME, Kind.EMOM}:
        exercise = replace(
            exercise, takes_s=takes_s(exercise.name, exercise.distance_m), guessed=exercise.guessed | {Field.TAKES}
        )
    return _with_sets(exercise, section)


def _with_amount(exercise: WrittenExercise) -> WrittenExercise:
    if exercise.reps or exercise.seconds or exercise.each_set or exercise.is_open or exercise.distance_m:
        return exercise
    if exercise.is_hold or is_held(exercise.name):
        return replace(
            exercise, seconds=(HOLD_S, HOLD_S), is_hold=True, guessed=exercise.guessed - {Field.REPS} | {Field.SECONDS}
        )
    return replace(exercise, reps=(REPS, REPS), guessed=exercise.guessed | {Field.REPS})


def _with_sets(exercise: WrittenExercise, section: WrittenSection) -> WrittenExercise:
    """With its sets, where they aren't rounds: one, if nobody says more."""
    if section.kind in _UNCOUNTED or section.kind is Kind.INTERVALS:
        return replace(
            exercise,
            sets=None,
            notes=_with_lost_sets(exercise, section),
            rest_s=None if section.kind in _UNCOUNTED else exercise.rest_s,
            guessed=exercise.guessed - {Field.SETS},
        )
    if section.kind in _ROUNDS:
        is_fitting = exercise.sets is None or section.rounds is None or exercise.sets <= section.rounds
        if section.rounds and len(exercise.each_set) not in {0, section.rounds}:
            return replace(
                exercise,
                sets=None,
                each_set=(),
                reps=(float(exercise.each_set[0]),) * 2,
                notes=(*exercise.notes, f"{'-'.join(map(str, exercise.each_set))}, within {section.rounds} rounds"),
                guessed=exercise.guessed - {Field.SETS},
            )
        return replace(
            exercise,
            sets=exercise.sets if is_fitting and section.rounds is None else None,
            notes=_with_lost_sets(exercise, section),
            guessed=exercise.guessed - {Field.SETS},
        )
    if exercise.sets is None:
        return replace(exercise, sets=1, guessed=exercise.guessed | {Field.SETS})
    return exercise


def _with_lost_sets(exercise: WrittenExercise, section: WrittenSection) -> tuple[str, ...]:
    """The notes, with the sets that a section of rounds has no place for: each exercise is done once in a round."""
    is_kept = section.kind in _ROUNDS and section.rounds is None
    if is_kept or exercise.sets in {None, 1, section.rounds} or Field.SETS in exercise.guessed:
        return exercise.notes
    within = f", within {counted(section.rounds, 'round')}" if section.rounds else ""
    return (*exercise.notes, f"{exercise.sets} sets{within}")


def _in_turn(section: WrittenSection) -> WrittenSection:
    """Rounds: those that are written, else those of its exercises' sets, else one."""
    section = replace(section, work_s=None)
    if section.rounds or any((one.sets or 1) > 1 or one.each_set for one in section.exercises):
        return section
    return replace(section, rounds=1, guessed=section.guessed | {Field.ROUNDS})


def _intervals(section: WrittenSection) -> WrittenSection:
    without = [one for one in section.exercises if not one.seconds and not one.takes_s]
    if without and not section.work_s:
        return replace(section, work_s=WORK_S, guessed=section.guessed | {Field.WORK})
    return section


def _emom(section: WrittenSection) -> WrittenSection:
    every_s = section.every_s or 60.0
    if section.minutes and round(section.minutes * 60, 3) % every_s == 0:
        return replace(section, rounds=None)
    if section.minutes:
        return replace(
            section, minutes=None, rounds=max(1, round(section.minutes * 60 / every_s / max(1, _intervals_of(section))))
        )
    if section.rounds:
        return section
    return (
        replace(section, minutes=MINUTES, guessed=section.guessed | {Field.MINUTES})
        if MINUTES * 60 % every_s == 0
        else replace(section, rounds=5, guessed=section.guessed | {Field.ROUNDS})
    )


def _intervals_of(section: WrittenSection) -> int:
    """How many intervals it takes to go through its list."""
    return sum(not one.joined for one in section.exercises)


def _amrap(section: WrittenSection) -> WrittenSection:
    if section.minutes:
        return replace(section, rounds=None)
    return replace(section, rounds=None, minutes=MINUTES, guessed=section.guessed | {Field.MINUTES})


def _for_time(section: WrittenSection) -> WrittenSection:
    if counts := {len(one.each_set) for one in section.exercises if one.each_set}:
        is_other = section.rounds and counts != {section.rounds}
        notes = (*section.notes, f"{section.rounds} rounds are stated too") if is_other else section.notes
        section = replace(section, rounds=None, notes=notes)
    if section.cap_s:
        return section
    return replace(section, cap_s=CAP_S, guessed=section.guessed | {Field.CAP})


def _straight(section: WrittenSection) -> WrittenSection:
    of_all = section.round_rest_s if section.repeat == 1 else None
    return replace(section, rounds=None, work_s=None, rest_s=section.rest_s if section.rest_s is not None else of_all)


def _as_it_is(section: WrittenSection) -> WrittenSection:
    return section


_FILL: dict[Kind, Callable[[WrittenSection], WrittenSection]] = {
    Kind.STRAIGHT_SETS: _straight,
    Kind.SUPERSET: _in_turn,
    Kind.CIRCUIT: _in_turn,
    Kind.INTERVALS: _intervals,
    Kind.EMOM: _emom,
    Kind.AMRAP: _amrap,
    Kind.FOR_TIME: _for_time,
}
