"""Amounts in the notation of the files."""

from __future__ import annotations

from voicecoach.authoring.written import Span, WrittenExercise

MINUTE_S = 60


def time_of(seconds: float) -> str:
    """`45 s`, `1:30`, `2 min`."""
    tenths = round(seconds, 1)
    if tenths >= 2 * MINUTE_S and tenths % MINUTE_S == 0:
        return f"{tenths / MINUTE_S:g} min"
    if tenths > MINUTE_S and tenths % 1 == 0 and tenths % MINUTE_S:
        return f"{int(tenths) // MINUTE_S} min {int(tenths) % MINUTE_S} s"
    return f"{tenths:g} s"


def prescription_of(exercise: WrittenExercise) -> str:
    """Sets and amount, what it builds to, and what is held in each repetition."""
    if exercise.is_last_open and exercise.sets and exercise.sets > 1 and exercise.reps:
        return f"{exercise.sets - 1}x{_span(exercise.reps)}, 1x{exercise.reps[0]:g}+"
    amount = _amount(exercise)
    sets = f"{exercise.sets}x" if exercise.sets and len(exercise.each_set) < 2 else ""  # noqa: PLR2004 - several have theirs
    goal = f" -> {_span(exercise.goal, is_time=bool(exercise.seconds))}" if _builds(exercise) else ""
    over = f" over {exercise.weeks} weeks" if goal and exercise.weeks and exercise.weeks > 1 else ""
    pause = f" ({exercise.pause_s:g} s hold)" if exercise.pause_s and exercise.reps and not exercise.is_open else ""
    return f"{sets}{amount}{goal}{over}{pause}"


def _builds(exercise: WrittenExercise) -> bool:
    start = exercise.reps or exercise.seconds
    return bool(
        start
        and exercise.goal
        and exercise.goal[1] > start[1]
        and exercise.goal[0] >= start[0]
        and not exercise.each_set
        and not exercise.is_open
    )


def _amount(exercise: WrittenExercise) -> str:
    if exercise.is_open:
        if exercise.seconds:
            return f"max in {time_of(exercise.seconds[1])}"
        return f"{exercise.reps[0]:g}+" if exercise.reps else "max"
    if exercise.reps:
        return _span(exercise.reps)
    if exercise.seconds:
        return _span(exercise.seconds, is_time=True)
    return f"{exercise.distance_m or 1:.0f} m"


def each_set_of(exercise: WrittenExercise) -> list[int | str] | None:
    """An amount for each set, where they differ: `[21, 15, 9]`."""
    if exercise.ladder:
        return [f"1x{one}" for one in exercise.ladder]
    if len(exercise.each_set) < 2:  # noqa: PLR2004 - one is an amount
        return None
    if len(exercise.each_set) == 2 and not exercise.is_open:  # noqa: PLR2004 - two bare numbers could be a range
        return [f"1x{one}" for one in exercise.each_set]
    return [*exercise.each_set, *(["max"] if exercise.is_open else [])]


def _span(span: Span | None, *, is_time: bool = False) -> str:
    low, high = span or (0.0, 0.0)
    if not is_time:
        return f"{max(1, round(low))}" if round(low) >= round(high) else f"{max(1, round(low))}-{round(high)}"
    return time_of(high) if low == high else f"{round(low, 1):g}-{round(high, 1):g} s"
