"""Sheets whose lines ran together as they were copied: bullets, and titles of exercises, within one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.late_patterns import late

LEAST_BULLETS = 3
_BULLET = re.compile(r"\s+[•●▪◦]\s+")
_COUNTED = late(r"(?:(?<=\s)|^)(?=(?:Exercise|Stretch|Station|Move)\s+\d{1,2}\s*[:.–-]\s*[A-Z])")
"""Where the title of an exercise begins: `Exercise 2: Heel raise`."""
_PART = late(
    r"\s+(?=(?:Progressions?|Regressions?|Variations?|Easier|Harder|Tips?|Notes?|Steps|Instructions|Technique)\s*:?\s*$)"
)
"""Where the title of what stands behind the next bullets begins."""


def without_run_on(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; what has several bullets in one paragraph is parted at them, and at the titles between."""
    return [part for block in blocks for part in _parts(block)]


def _parts(block: Block) -> Iterator[Block]:
    is_text = block.kind is BlockKind.PARAGRAPH
    if not is_text or len(_BULLET.findall(block.text)) < LEAST_BULLETS:
        yield block
        return
    is_first = True
    for at, piece in enumerate(_BULLET.split(block.text)):
        for number, text in enumerate(one.strip() for one in _apart(piece)):
            if not text:
                continue
            is_item = at > 0 and number == 0
            breaks = block.breaks if is_first else 0 if is_item else 1
            kind = BlockKind.ITEM if is_item else BlockKind.PARAGRAPH
            yield replace(block, kind=kind, text=text, marker="•" if is_item else "", breaks=breaks)
            is_first = False


def _apart(piece: str) -> list[str]:
    return [part for one in _COUNTED.split(piece) for part in _PART.split(one)]
