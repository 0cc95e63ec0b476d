"""What to do next, from what was done and how it felt.

A range builds by training, not by the calendar: a week is repeated until all its sets were done and it did not feel
hard.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from voicecoach.history.model import Felt, Training

LONG_PAUSE_DAYS = 28
"""After more than this the next training is a week easier."""
RESUME_WITHIN = timedelta(hours=24)
"""A session that was interrupted longer ago is better begun again."""


@dataclass(frozen=True)
class Advice:
    """The week to do next and why, as a sentence. `harder`: the last week is mastered, harder variations come next."""

    week: int
    reason: str
    harder: bool = False


def next_week(trainings: Sequence[Training], weeks: int, today: date) -> Advice:
    """The week to do next in a session of `weeks` weeks. `trainings` are those of this session, the oldest first.

    A training without a set done doesn't count. One of single exercises (`--only`) ends a pause, and no more.
    """
    trained = [one for one in trainings if one.sets_done]
    if not trained:
        return Advice(1, "You have not trained this session yet.")
    deciding = [one for one in trained if "only" not in one.options]
    if not deciding:
        return Advice(1, "So far you have trained only single exercises of it.")
    last = deciding[-1]
    week = max(1, min(last.week, weeks))
    return _after_pause(week, (today - trained[-1].day).days) or _repeated(last, week) or _forward(last, week, weeks)


def to_resume(trainings: Sequence[Training], now: datetime) -> Training | None:
    """The last of these trainings that was interrupted lately and can go on from `stopped_at_ms`.

    One that was begun later and has reached its end takes the place of all before.
    """
    for one in reversed(trainings):
        if one.completed:
            return None
        if one.stopped_at_ms is not None and timedelta() <= now - one.started <= RESUME_WITHIN:
            return one
    return None


def _after_pause(week: int, days: int) -> Advice | None:
    if days <= LONG_PAUSE_DAYS:
        return None
    pause = f"Your last training was {days // 7} weeks ago"
    if week == 1:
        return Advice(1, f"{pause}, so begin again with week 1.")
    return Advice(week - 1, f"{pause}, in week {week}. After so long, go one week back.")


def _repeated(last: Training, week: int) -> Advice | None:
    """The same week once more, if it isn't mastered."""
    skipped = last.sets_skipped
    if skipped:
        done = f"{last.sets_done} of {last.sets_done + skipped} sets"
        return Advice(week, f"Last time you did {done}. Stay on week {week} until all of them are done.")
    if not last.completed:
        return Advice(week, f"Last time you stopped before the end. Stay on week {week} until it is all done.")
    if not last.whole:
        return Advice(week, f"Last time was shorter than week {week} asks for. Do all of it before you move on.")
    if last.felt is Felt.HARD:
        return Advice(week, f"You did all of week {week}, and it felt hard. Do it again until it doesn't.")
    return None


def _forward(last: Training, week: int, weeks: int) -> Advice:
    felt = {Felt.EASY: ", and it felt easy", Felt.RIGHT: ", and it felt right"}.get(last.felt or Felt.HARD, "")
    if week < weeks:
        return Advice(week + 1, f"You did all of week {week}{felt}.")
    done = f"You did all of week {week}, the last{felt}." if weeks > 1 else f"You did all of it{felt}."
    return Advice(week, f"{done} It builds on with harder variations.", harder=True)
