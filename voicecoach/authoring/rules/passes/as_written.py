"""What copying took from tables, and what runners write in short, as the rules for all of a text read it.

It comes before what is stated apart is taken out, since that reads a head or a label as a statement of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from voicecoach.authoring.document import Block
from voicecoach.authoring.rules.grids.machine_lines import with_machine_rows
from voicecoach.authoring.rules.grids.shifted_heads import with_heads_shifted
from voicecoach.authoring.rules.passes.ends_joined import with_ends_joined
from voicecoach.authoring.rules.passes.leg_labels import with_leg_labels
from voicecoach.authoring.rules.passes.loosening_beside import with_loosening
from voicecoach.authoring.rules.passes.minutes_in_short import with_minutes
from voicecoach.authoring.rules.passes.on_and_off import with_efforts
from voicecoach.authoring.rules.passes.part_lengths import with_part_lengths

_PASSES: tuple[Callable[[Sequence[Block]], Iterable[Block]], ...] = (
    *(with_machine_rows, with_heads_shifted, with_minutes, with_leg_labels, with_efforts, with_part_lengths),
    *(with_loosening, with_ends_joined),
)


def as_written(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, after each of the passes in their order."""
    found = list(blocks)
    for read in _PASSES:
        found = list(read(found))
    return found
