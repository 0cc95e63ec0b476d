"""How much work a week asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from voicecoach.definitions.amounts import Amount, Load, Prescription, Unit
from voicecoach.definitions.session import Session
from voicecoach.definitions.weeks import weeks_of

__all__ = ["amount_in_week", "load_in_week", "repeated_weeks", "turning_weeks", "weeks_of"]

SECOND_MS = 1000


def amount_in_week(prescription: Prescription, week: int, weeks: int) -> Amount:
    """The amount of week `week` of `weeks`, both counted from one; past the last week it is the last.

    Both ends of the range move evenly from the start to the goal, rounded half up, times to whole seconds.
    """
    start, goal = prescription.start, prescription.goal
    if start is None:
        raise ValueError("a prescription without an amount")
    if goal is None or weeks <= 1:
        return start
    done, steps = min(week, weeks) - 1, weeks - 1
    unit = SECOND_MS if start.unit is Unit.MS else 1
    low, high = (_between(a, b, done, steps, unit) for a, b in ((start.low, goal.low), (start.high, goal.high)))
    return Amount(low, high, start.unit)


def load_in_week(load: Load, week: int, weeks: int) -> Load:
    """The load of week `week` of `weeks`, which its own number of weeks replaces; it moves evenly, in halves."""
    weeks = load.weeks or weeks
    if load.goal is None or weeks <= 1:
        return replace(load, goal=None)
    done = (min(week, weeks) - 1) / (weeks - 1)
    return replace(load, start=int((load.start + (load.goal - load.start) * done) * 2 + 0.5) / 2, goal=None)


def _between(start: int, goal: int, done: int, steps: int, unit: int) -> int:
    """The point `done`/`steps` of the way, rounded half up to a multiple of `unit`; the ends stay as they are."""
    if done in (0, steps):
        return goal if done else start
    exact = start * steps + (goal - start) * done
    return (2 * exact + steps * unit) // (2 * steps * unit) * unit


def turning_weeks(session: Session) -> list[int]:
    """The first week, the last one, and those in which sections come or are heard for the last time, in order."""
    spans = [section.in_weeks for section in session.sections if section.in_weeks]
    return sorted({1, weeks_of(session), *(week for span in spans for week in (span.first, span.last))})


def repeated_weeks(session: Session, weeks: Iterable[int]) -> Iterator[str]:
    """A sentence for the user about those of `weeks`, in order, that are past the last to which a session builds."""
    building = weeks_of(session)
    if later := [week for week in weeks if week > building]:
        which = f"Week {later[0]} repeats" if len(later) == 1 else f"Weeks {later[0]} to {later[-1]} repeat"
        yield f"{which} week {building}, the last to which {session.title} builds."
