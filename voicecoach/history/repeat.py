"""The choices of a training as options, to remember and to type again; and whether they left anything out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from voicecoach.definitions.amounts import Amount, Tempo, Unit
from voicecoach.history.model import Options, OptionValue
from voicecoach.plan.choices import Choices
from voicecoach.plan.select import select
from voicecoach.plan.workout import Work, Workout, WorkSection

_LISTS = {"with": "with_items", "without": "without", "only": "only"}
_AS_THEY_ARE = {"client": "client", "minutes": "minutes", "sets": "sets", "seed": "seed"}
_TIMES_MS = {"rest": "rest", "lead-in": "lead_in"}
_NOTATIONS = {"reps": "reps", "hold": "hold", "tempo": "tempo", "detail": "detail", "intro": "intro"}
_FLAGS = {"count-aloud": "count_aloud", "unlimited": "unlimited"}


def options_of(choices: Choices) -> Options:
    """The choices that differ from what is usual, by their options, in the notation of the command line.

    The week is not among them: a training has its own.
    """
    return dict(_options_of(choices))


def _options_of(choices: Choices) -> Iterator[tuple[str, OptionValue]]:
    usual = Choices()

    def chosen(fields: dict[str, str]) -> Iterator[tuple[str, Any]]:
        return (
            (option, getattr(choices, name))
            for option, name in fields.items()
            if getattr(choices, name) != getattr(usual, name)
        )

    yield from ((option, list(value)) for option, value in chosen(_LISTS))
    if choices.variations:
        yield "variation", [f"{exercise}={name}" for exercise, name in choices.variations]
    yield from chosen(_AS_THEY_ARE)
    yield from ((option, f"{value / 1000:.10g}") for option, value in chosen(_TIMES_MS))
    yield from ((option, _notation(value)) for option, value in chosen(_NOTATIONS))
    yield from chosen(_FLAGS)


def _notation(value: Amount | Tempo | str) -> str:
    if not isinstance(value, Amount):
        return str(value)
    scale, unit = (1, "") if value.unit is Unit.REPS else (1000, " s")
    low, high = f"{value.low / scale:.10g}", f"{value.high / scale:.10g}"
    return (low if low == high else f"{low}-{high}") + unit


def arguments(options: Options) -> list[str]:
    """The options as they are typed, argument by argument."""
    return [argument for name, value in options.items() for argument in _arguments(f"--{name}", value)]


def _arguments(flag: str, value: OptionValue) -> list[str]:
    if isinstance(value, bool):
        return [flag if value else f"--no-{flag[2:]}"]
    values = value if isinstance(value, list) else [str(value)]
    # A value that starts with a dash would be taken for an option.
    return [part for one in values for part in ([f"{flag}={one}"] if one.startswith("-") else [flag, one])]


def is_whole(workout: Workout, choices: Choices) -> bool:
    """Whether a workout made with `choices` has all that its week asks for.

    It hasn't with exercises, sets or amounts left out for time or by wish. Equipment that isn't there and variations
    take nothing away.
    """
    asked = select(
        workout.session,
        Choices(
            week=workout.week,
            with_items=choices.with_items,
            without=choices.without,
            variations=choices.variations,
            swaps=choices.swaps,
            weeks=choices.weeks,
            unlimited=True,
        ),
    )
    return len(workout.sections) == len(asked.sections) and all(map(_is_all_of, workout.sections, asked.sections))


def _is_all_of(done: WorkSection, due: WorkSection) -> bool:
    """Whether a section has all that is due in it: exercises, rounds and repeats, time, every set."""
    return (
        len(done.works) == len(due.works)
        and done.rounds >= due.rounds
        and done.repeat >= due.repeat
        and done.limit >= due.limit
        and all(map(_has_all_sets, done.works, due.works))
    )


def _has_all_sets(done: Work, due: Work) -> bool:
    return done.sets >= due.sets and all(map(_is_enough, done.amounts, due.amounts))


def _is_enough(done: Amount, due: Amount) -> bool:
    return done.unit is due.unit and done.high >= due.high and (done.is_open or not due.is_open)
