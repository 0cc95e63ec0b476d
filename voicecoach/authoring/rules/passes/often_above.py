"""How often alone on a line, and beside it what is run so often: `3 sets`, then `800 m (200 m) 400 m (200 m)`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN
from voicecoach.authoring.rules.line_kinds.by_clock import by_clock
from voicecoach.late_patterns import late

_OFTEN = in_any_case(r"\W*(?P<often>\d{1,2})\s*(?:sets?|rounds?|reps?|times|x|×)(?:\s+of)?\W*")
_EACH = in_any_case(r"\s*,?\s*(?:per|each|every|in each)\s+(?:set|round|rep|time)\W*$")
_AGAIN = in_any_case(
    r"\W*(?:repeats?\s*[:=–-]?|(?:cycles?|rounds?)\s*[:=–-])\s*(?:x\s*)?(?P<often>\d{1,2}(?:\s*[-–]\s*\d{1,2})?)\s*(?:x|times|cycles?|rounds?)?\W*"
)
"""How often what stands above is done, behind the word for it: `Repeat: 8 times`, `Cycles: 6-8`."""
_WORK = in_any_case(r"\W*(?:work|effort|intervals?)(?: \d)?\W*:\W*(?=\d)(?P<what>.+)")
_TIME = late(r"\d\s?(?:s|secs?|seconds?|min|mins|minutes?)\b|\d:\d\d", re.IGNORECASE)
_LEG = in_any_case(rf"\W*(?:\d+ ?min[a-z]* )?(?:{COOL_DOWN}|then|finish)")


def with_often(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which how often is written before what is done by the clock or by distance right below it."""
    found = list[Block]()
    for block in with_often_below(blocks):
        read = _joined(found[-1], block) if found else None
        found[-1:] = [read] if read else [*found[-1:], block]
    return found


def _joined(before: Block, block: Block) -> Block | None:
    is_plain = before.kind is block.kind is BlockKind.PARAGRAPH and not block.breaks
    often = _OFTEN.fullmatch(before.text) if is_plain and block.text[:1].isdecimal() else None
    legs = _EACH.sub("", block.text.strip())
    text = f"{often['often']} sets of ({legs})" if often else ""
    is_alone = bool(text) and not by_clock(legs)
    return replace(block, text=text, breaks=before.breaks) if is_alone and by_clock(text) else None


def with_often_below(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which how often stands below what is timed as `Repeat 8 times`, and what is timed without `Work:`.

    What stands above exercises that have no times says of those how often.
    """
    found = list(blocks)
    for at, block in enumerate(blocks):
        again = _AGAIN.fullmatch(block.text) if at else None
        above = _above(blocks, at) if again else []
        is_timed = any(_TIME.search(one.text) and has_movement(one.text) for one in above)
        if not (again and is_timed) or (_is_beside_next(blocks, at) and not _LEG.match(blocks[at + 1].text)):
            continue
        found[at] = replace(block, text=f"Repeat {again['often']} times")
        for step, one in enumerate(above, 1):
            work = _WORK.fullmatch(one.text)
            found[at - step] = replace(one, text=work["what"]) if work and has_movement(one.text) else one
    return found


def _above(blocks: Sequence[Block], at: int) -> list[Block]:
    """The list that stands above, from its end."""
    return list(takewhile(lambda one: _is_beside(one, blocks[at]), reversed(blocks[:at])))


def _is_beside(block: Block, other: Block) -> bool:
    return (
        block.kind is other.kind and block.level == other.level and block.kind in {BlockKind.ITEM, BlockKind.PARAGRAPH}
    )


def _is_beside_next(blocks: Sequence[Block], at: int) -> bool:
    return any(_is_beside(blocks[at], one) and not one.breaks for one in blocks[at + 1 : at + 2])
