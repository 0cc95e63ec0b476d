"""AMRAP and for time: a list of exercises is gone through in one stretch of work, as often as one can, or so often."""

from __future__ import annotations

from collections.abc import Iterator

from voicecoach.definitions.amounts import Amount, Unit
from voicecoach.plan.bouts import Bout, Turn
from voicecoach.plan.workout import WorkSection
from voicecoach.times import Ms


def expand(section: WorkSection) -> Iterator[Bout]:
    """The one stretch."""
    amount = Amount(section.limit, section.limit, Unit.MS, is_open=True)
    turns = (Turn(section.limit),)
    yield Bout(section, section.works, 0, 1, 1, amount, turns, Ms(0), ends_with_ticks=True)
