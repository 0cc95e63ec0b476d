"""Supersets and circuits: one set of each exercise in turn, round after round."""

from __future__ import annotations

from collections.abc import Iterator

from voicecoach.plan.bouts import Bout, in_rounds, one_set
from voicecoach.plan.workout import WorkSection


def expand(section: WorkSection) -> Iterator[Bout]:
    """The sets in order; an exercise with fewer sets than there are rounds is left out of the last ones."""
    return in_rounds(
        section,
        (
            one_set(section, entry, number, work.rest, round_number=number)
            for number in range(1, section.rounds + 1)
            for entry, work in enumerate(section.works)
            if number <= work.sets
        ),
    )
