"""Amounts that a sentence follows without a stop: `Hip hikes – 3 sets of 12 each This one is for the hips`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.late_patterns import late

_RUN_ON = late(
    r"(?P<head>(?P<name>[^\d.:;!?]{3,60}?)(?:\s*:|\s+[–—-])?\s+"
    r"(?i:\d{1,2}\s*(?:sets?\s*(?:of|x|×)|[x×])\s*(?:\d{1,3}(?:\s?[-–]\s?\d{1,3})?|as many as possible|max)"
    r"(?:\s*(?:reps?|repetitions|seconds|secs?|s|minutes?|min)\b)?"
    r"(?:,?\s+(?:each|per|on each)(?:\s+(?:side|leg|arm|direction|way))?|\s*/\s*(?:side|leg|arm))?"
    r"(?:\s*\([^()]*\))?))\s+"
    r"(?P<told>[A-Z][a-z’']*\s+[a-z’']+\s+\S+\s+.*)"
)
_MORE = re.compile(r"\d\s*[x×]\s*\d|\d\s+sets?\b|\bsets? of \d")


def with_amounts_ended(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; an amount ends where a sentence on the exercise begins right behind it."""
    return [_ended(one) if one.kind in _PLAIN and any(map(str.isdecimal, one.text)) else one for one in blocks]


_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


def _ended(block: Block) -> Block:
    found = _RUN_ON.fullmatch(block.text)
    if not found or not has_movement(found["name"]):
        return block
    begun = " ".join(found["told"].split()[:2])
    is_other = has_movement(begun) or _MORE.search(found["told"])
    return block if is_other else replace(block, text=f"{found['head']}. {found['told']}")
