"""Straight sets: all sets of one exercise, then the next."""

from __future__ import annotations

from collections.abc import Iterator

from voicecoach.plan.bouts import Bout, one_set
from voicecoach.plan.workout import WorkSection


def expand(section: WorkSection) -> Iterator[Bout]:
    """The sets in order."""
    for entry, work in enumerate(section.works):
        yield from (one_set(section, entry, number, work.rest) for number in range(1, work.sets + 1))
