"""Exercises listed on one line, and below it as many amounts: `Exercises: squats, rows`, then `Reps: 10, 12`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case

_NAMES = in_any_case(r"(?:the )?(?:exercises|movements|moves|lifts|drills|jumps)\s*(?::|\s[-–—])\s*(?P<list>\S.*)")
_AMOUNTS = in_any_case(
    r"(?P<word>sets?(?:\s*(?:and|&|x|×|/|,)\s*reps?)?|reps?|repetitions|times|duration|amounts?)"
    r"\s*(?::|\s[-–—])\s*(?P<list>\d.*)"
)
_PARTED = re.compile(r"\s*[,;]\s*(?:and\s+)?", re.IGNORECASE)
_PARTED_BY_AND = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
_BARE = re.compile(r"\d{1,3}(?:\s*[-–]\s*\d{1,3})?")
_COUNTED = in_any_case(r"reps?|repetitions|sets?")
LEAST_LISTED = 2


def with_amounts_listed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which such exercises are items with their amounts."""
    found, at = list[Block](), 0
    while at < len(blocks):
        items = list(_items(blocks[at], blocks[at + 1])) if at + 1 < len(blocks) else []
        found += items or [blocks[at]]
        at += 2 if items else 1
    return found


def _items(names: Block, amounts: Block) -> Iterator[Block]:
    are_plain = names.kind is amounts.kind and names.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}
    listed = _NAMES.fullmatch(names.text.strip(" .")) if are_plain else None
    told = _AMOUNTS.fullmatch(amounts.text.strip(" .")) if listed else None
    if not (listed and told):
        return
    splits = [(part(listed["list"]), part(told["list"])) for part in (_PARTED.split, _PARTED_BY_AND.split)]
    called, counted = next(((a, b) for a, b in splits if len(a) == len(b)), ([], []))
    if len(called) < LEAST_LISTED or 2 * sum(map(has_movement, called)) < len(called):
        return
    for name, amount in zip(called, counted, strict=True):
        is_bare = _BARE.fullmatch(amount) and _COUNTED.fullmatch(told["word"])
        text = f"{name}: {amount} {told['word'].lower()}" if is_bare else f"{name}: {amount}"
        yield replace(names, kind=BlockKind.ITEM, text=text, marker="-", level=0)
