"""Trainings as tests need them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import TypedDict, Unpack

from voicecoach.history.model import Felt, Options, SessionId, TrainedStep, Training
from voicecoach.times import Ms

HERE = timezone(timedelta(hours=1))
MONDAY = datetime(2026, 3, 2, 7, 15, tzinfo=HERE)
GLUTES = SessionId("glutes-for-runners")


class Others(TypedDict, total=False):
    """What a test wants otherwise than usual."""

    id: str
    session: SessionId
    title: str
    week: int
    weeks: int
    options: Options
    planned_ms: Ms
    trained_ms: Ms
    steps: tuple[TrainedStep, ...]
    completed: bool
    whole: bool
    felt: Felt | None
    stopped_at_ms: Ms | None
    changed: Options


def steps(done: int, skipped: int = 0) -> tuple[TrainedStep, ...]:
    """Sets of squats, each with a rest after it."""
    return tuple(
        step
        for number in range(1, done + skipped + 1)
        for step in (
            TrainedStep("work", "squat", number, None, 10, number <= done),
            TrainedStep("rest", "squat", number, None, None, number <= done),
        )
    )


def training(started: datetime = MONDAY, *, done: int = 15, skipped: int = 0, **others: Unpack[Others]) -> Training:
    """A session trained to its end, unless `others` say something else."""
    usual = Training(
        session=GLUTES,
        title="Glutes strength for runners",
        started=started,
        week=1,
        weeks=6,
        planned_ms=Ms(1_350_000),
        trained_ms=Ms(1_350_000),
        steps=steps(done, skipped),
        completed=True,
    )
    return replace(usual, **others)
