"""The sets that are done before all of their time is over."""

from __future__ import annotations

from voicecoach.definitions.session import SectionKind
from voicecoach.plan.draft import about
from voicecoach.plan.kinds import bouts
from voicecoach.plan.workout import Workout
from voicecoach.timeline.places import SetName, set_of


def open_sets_of(workout: Workout) -> frozenset[SetName]:
    """The sets that last until whoever does them ends them: as many as one can, and rounds for time.

    A time that is to be filled, as in an AMRAP, is none of them.
    """
    to_fill = SectionKind.AMRAP
    return frozenset(
        set_of(about(bout)) for bout in bouts(workout) if bout.amount.is_open and bout.section.kind is not to_fill
    )


def ranges_of(workout: Workout) -> dict[SetName, float]:
    """The sets of a range, such as 6-10, with the share of it that is enough."""
    amounts = ((set_of(about(bout)), bout.amount) for bout in bouts(workout))
    return {name: one.low / one.high for name, one in amounts if one.low < one.high and not one.is_open}
