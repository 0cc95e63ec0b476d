"""From blocks as their container has them to lines that are read one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.alike import read_alike
from voicecoach.authoring.rules.bullets import undecorated
from voicecoach.authoring.rules.counted_lists import without_labels
from voicecoach.authoring.rules.day_columns import by_days
from voicecoach.authoring.rules.enumerations import without_enumerations, without_numbers
from voicecoach.authoring.rules.facts import Facts
from voicecoach.authoring.rules.lines import Line, Role, line_of
from voicecoach.authoring.rules.movements import has_movement
from voicecoach.authoring.rules.names import Name
from voicecoach.authoring.rules.neighbours import read_together, with_stations
from voicecoach.authoring.rules.one_line import by_line
from voicecoach.authoring.rules.parting import by_legs, parted
from voicecoach.authoring.rules.set_lines import with_sets_in_line
from voicecoach.authoring.rules.swimming import in_metres
from voicecoach.authoring.rules.table_shapes import squared
from voicecoach.authoring.rules.tables import tidied
from voicecoach.authoring.rules.told_lists import told_alike
from voicecoach.authoring.rules.week_rows import by_weeks

LEAST_AGAIN, LEAST_WORDS = 2, 3
"""What has so many words, and is written so often, is the caption of something."""


def lines_of(blocks: Sequence[Block]) -> list[Line]:
    """The lines of a session's blocks, each with the role that it has among the others."""
    listed = without_enumerations(list(told_alike(with_sets_in_line(undecorated(by_weeks(blocks))))))
    rows = by_days(squared(tidied(without_labels(without_numbers(listed)))))
    parts = [one for block in rows for leg in by_legs(block) for half in by_line(leg) for one in parted(half)]
    lines = without_captions([_line(block) for block in with_stations(in_metres(parts))])
    return read_alike(list(read_together(lines)))


def without_captions(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which what stands again and again beside exercises and calls none is of the page."""
    written = Counter(one.text for one in lines if _is_beside_exercises(one))
    again = {text for text, times in written.items() if times >= LEAST_AGAIN}
    is_again = [one.text in again and _is_beside_exercises(one) for one in lines]
    return [replace(one, role=Role.NOISE) if is_one else one for one, is_one in zip(lines, is_again, strict=True)]


def _is_beside_exercises(line: Line) -> bool:
    is_plain = line.block.kind is BlockKind.PARAGRAPH and line.role is Role.NAME
    return is_plain and not has_movement(line.text) and len(line.text.split()) >= LEAST_WORDS


def _line(block: Block) -> Line:
    """What a block is by itself; rows are read by their columns."""
    is_row = block.kind in {BlockKind.ROW, BlockKind.ROW_HEAD}
    return Line(block, Role.EXERCISE, Facts(), Name("")) if is_row else line_of(block)
