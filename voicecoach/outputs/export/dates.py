"""On which days the sessions of a programme are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from voicecoach.definitions.notation import NotationError, shown
from voicecoach.errors import nearest

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LEAST_LETTERS = 3
"""A day may be written in short, but not shorter: `tue` and `thu` have to differ."""


def parse_days(value: object) -> tuple[int, ...]:
    """Days of the week, Monday being 0, in order: `mon,wed,fri`. Raises NotationError."""
    names = [str(one) for one in value] if isinstance(value, list) else str(value).split(",")
    found: list[int] = []
    for name in (one.strip().lower() for one in names):
        matching = [place for place, day in enumerate(DAYS) if len(name) >= LEAST_LETTERS and day.startswith(name)]
        if not matching:
            short = [day[:LEAST_LETTERS] for day in DAYS]
            raise NotationError(f"{shown(name)} is no day of the week. Write mon,wed,fri.{nearest(name, short)}")
        if matching[0] in found:
            raise NotationError(f"{shown(DAYS[matching[0]])} stands there twice. Name each day once.")
        found += matching
    return tuple(sorted(found))


def dates(start: date, days: Sequence[int], weeks: Sequence[int]) -> Iterator[tuple[int, date]]:
    """Each of `weeks` with each of its days in order; the first of them begins on `start`, whatever day that is.

    Without `days`, the day of `start` is the one.
    """
    for week in weeks:
        begin = start + timedelta(weeks=week - weeks[0])
        away = sorted((day - start.weekday()) % 7 for day in days or [start.weekday()])
        yield from ((week, begin + timedelta(days=one)) for one in away)
