"""Rests that stand below each exercise, and are of that alone: `4 min between sets` below `Squat 5x5`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.line_kinds.roles import Line, Role

LEAST_BELOW, MOST_BELOW = 2, 0.6


def with_own_rests(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, in which a rest below an exercise is its own, where most stand below a single one, or it is set in."""
    places = [at for at, line in enumerate(lines) if at and _is_rest(line) and lines[at - 1].role is Role.EXERCISE]
    alone = [at for at in places if at == 1 or lines[at - 2].role is not Role.EXERCISE]
    own = set(places) if len(alone) >= LEAST_BELOW and len(alone) >= MOST_BELOW * len(places) else set()
    for at, line in enumerate(lines):
        is_own = at in own or (at in places and _is_set_in(lines[at - 1], line))
        yield replace(line, role=Role.AMOUNT) if is_own else line


def _is_rest(line: Line) -> bool:
    """Whether it says how long to rest between sets, and nothing else."""
    is_only = bool(line.facts.rest_s) and not replace(line.facts, rest_s=None, notes=()).says_anything
    return line.role is Role.STATEMENT and is_only


def _is_set_in(exercise: Line, line: Line) -> bool:
    """Whether an item stands below another's."""
    are_items = exercise.block.kind is BlockKind.ITEM and line.block.kind is BlockKind.ITEM
    return are_items and line.block.level > exercise.block.level
