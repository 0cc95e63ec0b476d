"""What no file can have, such as a load of ten tons or no repetitions at all, is left out, with a note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from voicecoach.authoring.amounts import MINUTE_S, each_set_of, prescription_of
from voicecoach.authoring.written import Span, Written, WrittenExercise, WrittenSection
from voicecoach.definitions.notation import MAX_SETS, NotationError, parse_load, parse_prescription, parse_tempo
from voicecoach.late_patterns import late

MOST_S = 24 * 60 * MINUTE_S
MOST_REPS, MOST_ROUNDS, MOST_WEEKS, MOST_M = 1000, 1000, 1000, 1_000_000


_Bounded = TypeVar("_Bounded", Written, WrittenSection, WrittenExercise)


def bounded(written: Written) -> Written:
    """What was written, with only what a file can have."""
    weeks = written.weeks if written.weeks and 1 <= written.weeks <= MOST_WEEKS else None
    found = replace(written, weeks=weeks, rest_s=_length(written.rest_s))
    left_out = tuple(f"Left out, since no file can have it: {one}." for one in _left_out(written, found))
    sections = tuple(_section(one) for one in written.sections)
    return replace(found, sections=sections, notes=(*written.notes, *left_out))


_FOR_READERS = late(r"[\d./]+|0+(?:\.0+)? .*")
_CALLED = {
    "sets": "{} sets",
    "reps": "{} reps",
    "seconds": "{} s",
    "each_set": "{} reps",
    "is_open": "as many as possible",
    "distance_m": "{} m",
    "takes_s": "takes {} s",
    "pause_s": "held for {} s each",
    "load": "{}",
    "tempo": "tempo {}",
    "goal": "builds to {}",
    "weeks": "{} weeks",
    "rounds": "{} rounds",
    "rest_s": "rest {} s",
    "round_rest_s": "rest between rounds {} s",
    "work_s": "{} s of work",
    "every_s": "every {} s",
    "minutes": "{} min",
    "cap_s": "cap {} s",
    "in_weeks": "weeks {}",
}
"""What a value is called that is left out."""


def _left_out(was: _Bounded, now: _Bounded) -> tuple[str, ...]:
    """The values that are no longer there, in words."""
    fields = [name for name in _CALLED if hasattr(was, name) and getattr(was, name) != getattr(now, name)]
    return tuple(_CALLED[name].format(_value(getattr(was, name))) for name in fields if not getattr(now, name))


def _value(value: Any) -> str:  # noqa: ANN401 - of any field
    if not isinstance(value, tuple):
        return f"{value:g}" if isinstance(value, float) else str(value)
    return "-".join(f"{one:g}" for one in (value[:1] if len(set(value)) == 1 else value))


def _section(section: WrittenSection) -> WrittenSection:
    weeks = section.in_weeks
    is_fine = weeks and 1 <= weeks[0] <= weeks[1] <= MOST_WEEKS
    found = replace(
        section,
        exercises=tuple(_exercise(one) for one in section.exercises),
        rounds=section.rounds if section.rounds and 1 <= section.rounds <= MOST_ROUNDS else None,
        rest_s=_length(section.rest_s),
        round_rest_s=_length(section.round_rest_s),
        work_s=_work(section.work_s),
        every_s=_work(section.every_s),
        minutes=section.minutes if section.minutes and _work(section.minutes * MINUTE_S) else None,
        cap_s=_work(section.cap_s),
        in_weeks=weeks if is_fine else None,
    )
    return replace(found, notes=(*section.notes, *_left_out(section, found)))


def _length(seconds: float | None) -> float | None:
    return round(seconds, 1) if seconds is not None and 0 <= seconds <= MOST_S else None


def _work(seconds: float | None) -> float | None:
    return _length(seconds) if seconds and round(seconds, 1) > 0 else None


def _exercise(exercise: WrittenExercise) -> WrittenExercise:
    found = replace(
        exercise,
        sets=exercise.sets if exercise.sets and 1 <= exercise.sets <= MAX_SETS else None,
        reps=_span(exercise.reps, MOST_REPS),
        seconds=_span(exercise.seconds, MOST_S),
        each_set=exercise.each_set if all(1 <= one <= MOST_REPS for one in exercise.each_set) else (),
        distance_m=exercise.distance_m if exercise.distance_m and 1 <= exercise.distance_m <= MOST_M else None,
        rest_s=_length(exercise.rest_s),
        pause_s=_work(exercise.pause_s),
        takes_s=_work(exercise.takes_s),
        goal=_span(exercise.goal, MOST_S),
        weeks=exercise.weeks if exercise.weeks and 1 <= exercise.weeks <= MOST_WEEKS else None,
        tempo=_read(exercise.tempo, parse_tempo),
        load=_load(exercise.load),
    )
    found = found if _is_readable(found) else _without_extras(found)
    return replace(found, notes=(*exercise.notes, *_left_out(exercise, found)))


def _load(load: str | None) -> str | None:
    """The load; one of nothing, and one without a unit such as 60/40, stay for the reader."""
    return _read(load, parse_load) if load and not _FOR_READERS.fullmatch(load) else load


def _span(span: Span | None, most: float) -> Span | None:
    return span if span and 0 < span[0] <= span[1] <= most else None


def _read(text: str | None, reader: Callable[[object], object]) -> str | None:
    """The text, if it can be read."""
    try:
        if text is not None:
            reader(text)
    except NotationError:
        return None
    return text


def _is_readable(exercise: WrittenExercise) -> bool:
    if each := each_set_of(exercise):
        return _read_each(each)
    has_amount = exercise.reps or exercise.seconds or exercise.each_set or exercise.is_open or exercise.distance_m
    return not has_amount or _read(prescription_of(exercise), parse_prescription) is not None


def _read_each(each: list[int | str]) -> bool:
    try:
        parse_prescription(", ".join(map(str, each)) if str(each[0]).startswith("1x") else each)
    except NotationError:
        return False
    return True


def _without_extras(exercise: WrittenExercise) -> WrittenExercise:
    """The amount alone; nothing of it, where not even that can be read."""
    plain = replace(exercise, goal=None, weeks=None, pause_s=None, each_set=())
    if _is_readable(plain):
        return plain
    return replace(plain, reps=None, seconds=None, is_open=False, distance_m=None, sets=None)
