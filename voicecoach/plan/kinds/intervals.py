"""Intervals: work and rest by the clock, round after round."""

from __future__ import annotations

from collections.abc import Iterator

from voicecoach.plan.bouts import Bout, halves, in_rounds
from voicecoach.plan.workout import WorkSection


def expand(section: WorkSection) -> Iterator[Bout]:
    """The intervals in order; an exercise with sides changes at half of its time."""
    return in_rounds(section, _intervals(section))


def _intervals(section: WorkSection) -> Iterator[Bout]:
    for number in range(1, section.rounds + 1):
        for entry, work in enumerate(section.works):
            amount = work.amount_of(number)
            turns = halves(work, number, work.length_of(amount))
            yield Bout(section, (work,), entry, number, section.rounds, amount, turns, work.rest, round=number)
