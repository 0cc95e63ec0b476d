"""How much work a week asks for."""

from __future__ import annotations

from voicecoach.definitions.model import Amount, Prescription, Session, Unit

DEFAULT_WEEKS = 6
SECOND_MS = 1000


def amount_in_week(prescription: Prescription, week: int, weeks: int) -> Amount:
    """The amount of week `week` of `weeks`, both counted from one; past the last week it is the last.

    Both ends of the range move evenly from the start to the goal, rounded half up, times to whole seconds.
    """
    start, goal = prescription.start, prescription.goal
    assert start is not None, "the loader or select_works has seen to an amount"
    if goal is None or weeks < 2:  # noqa: PLR2004
        return start
    done, steps = min(week, weeks) - 1, weeks - 1
    unit = SECOND_MS if start.unit is Unit.MS else 1
    low, high = (_between(a, b, done, steps, unit) for a, b in ((start.low, goal.low), (start.high, goal.high)))
    return Amount(low, high, start.unit)


def _between(start: int, goal: int, done: int, steps: int, unit: int) -> int:
    """The point `done`/`steps` of the way, rounded half up to a multiple of `unit`; the ends stay as they are."""
    if done in (0, steps):
        return goal if done else start
    exact = start * steps + (goal - start) * done
    return (2 * exact + steps * unit) // (2 * steps * unit) * unit


def weeks_of(session: Session) -> int:
    """How many weeks a session has: what it says, else the longest of its prescriptions, else six if anything builds."""
    if session.weeks:
        return session.weeks
    prescriptions = [session.prescription, session.hold]
    prescriptions += [part for item in session.items for part in (item.prescription, item.exercise.prescription)]
    building = [prescription for prescription in prescriptions if prescription.goal]
    return max((prescription.weeks or DEFAULT_WEEKS for prescription in building), default=1)
