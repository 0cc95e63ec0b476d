"""How often alone on a line, and below it what is run so often: `3 sets`, then `800 m (200 m) 400 m (200 m)`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.by_clock import by_clock

_OFTEN = in_any_case(r"\W*(?P<often>\d{1,2})\s*(?:sets?|rounds?|reps?|times|x|×)(?:\s+of)?\W*")
_EACH = in_any_case(r"\s*,?\s*(?:per|each|every|in each)\s+(?:set|round|rep|time)\W*$")


def with_often(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which how often is written before what is done by the clock or by distance right below it."""
    found = list[Block]()
    for block in blocks:
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
