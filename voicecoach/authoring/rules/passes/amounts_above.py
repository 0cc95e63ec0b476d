"""Amounts that each stand above the name of their exercise, where all do: `3 x 10` above `Squats`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.sentence_words import FOR_ALL
from voicecoach.authoring.rules.line_kinds.roles import Line, Role

LEAST_PAIRS, LEAST_LOOSE_PAIRS = 2, 3
"""So many amounts have to stand above names, and so many where blank lines part them from these."""


def with_amounts_below(lines: Sequence[Line]) -> list[Line]:
    """The lines; where each amount stands above its exercise's name, and none below, it comes below it."""
    found = list(lines)
    for at in _amounts_above(lines):
        amount, name = found[at], found[at + 1]
        found[at] = replace(name, block=replace(name.block, breaks=max(amount.block.breaks, name.block.breaks)))
        found[at + 1] = replace(amount, block=replace(amount.block, breaks=0))
    return found


def _amounts_above(lines: Sequence[Line]) -> list[int]:
    """Where the amounts stand; none if one of them may be that of the name before it, or of all."""
    amounts = [at for at, line in enumerate(lines) if _is_amount(line)]
    names = [at for at, line in enumerate(lines) if _is_name(line)]
    are_counted = _are_counted([lines[at] for at in names if at > min(amounts, default=0)])
    if are_counted:
        names = [at for at in names if _is_counted(lines[at])]
    if len(amounts) < LEAST_PAIRS or names[:1] < amounts[:1] or any(one.is_counted for one in lines):
        return []
    if len(names) != len(amounts) or any(name != amount + 1 for amount, name in zip(amounts, names, strict=True)):
        return []
    if are_counted:
        are_below = any(at - 1 in names and not lines[at].block.breaks for at in amounts)
        return [] if are_below else amounts
    if len({lines[at].text for at in amounts}) == 1:
        return amounts if len(amounts) >= LEAST_LOOSE_PAIRS else []
    are_apart = all(lines[at].block.breaks for at in amounts[1:])
    are_tight = all(not lines[at + 1].block.breaks for at in amounts)
    is_for_all = bool(FOR_ALL.search(lines[amounts[0]].text))
    return amounts if are_apart and (are_tight or len(amounts) >= LEAST_LOOSE_PAIRS) and not is_for_all else []


def _are_counted(names: Sequence[Line]) -> bool:
    """Whether the names are counted, and apart from what stands above: amounts there may be of what comes."""
    return len(names) >= LEAST_PAIRS and all(_is_counted(one) and one.block.breaks for one in names)


def _is_counted(line: Line) -> bool:
    return line.block.kind is BlockKind.ITEM and line.block.marker[:1].isdecimal()


def _is_amount(line: Line) -> bool:
    is_plain = line.block.kind is BlockKind.PARAGRAPH and line.role in {Role.AMOUNT, Role.STATEMENT, Role.SENTENCE}
    return is_plain and bool(line.facts.has_amount or line.facts.repeat) and not has_movement(line.name.text)


def _is_name(line: Line) -> bool:
    is_called = line.role is Role.NAME and not line.text.rstrip().endswith(".")
    return is_called and line.block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM}
