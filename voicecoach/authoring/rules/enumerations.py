"""Lists within a line whose entries are marked in their order: `a) squats b) lunges c) plank`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from voicecoach.authoring.document import Block, BlockKind

LEAST_MARKED = 3
"""So many are a list."""
_MARK = re.compile(r"(?:^|(?<=[\s,;:.]))(?P<count>\d{1,2}|[a-h])[.)]\s+(?=[^\W\d_]|\d)", re.IGNORECASE)


def without_enumerations(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; an item for each part of a line that marks them in their order."""
    return [item for block in blocks for item in _listed(block)]


def _listed(block: Block) -> Iterator[Block]:
    marks = _marks(block.text) if block.kind is BlockKind.PARAGRAPH else []
    if not marks:
        yield block
        return
    if before := block.text[: marks[0].start()].strip():
        yield replace(block, text=before)
    ends = [*(after.start() for _, after in pairwise(marks)), len(block.text)]
    for at, (mark, end) in enumerate(zip(marks, ends, strict=True)):
        breaks = block.breaks if at == 0 and not before else 0
        text = block.text[mark.end() : end].strip(" ,;")
        yield replace(block, kind=BlockKind.ITEM, text=text, marker=f"{at + 1}.", breaks=breaks)


def _marks(text: str) -> list[re.Match[str]]:
    """The marks of a text that count from one on, without a gap; none if there are too few of them."""
    found = list[re.Match[str]]()
    for mark in _MARK.finditer(text):
        count = mark["count"].lower()
        number = int(count) if count.isdecimal() else ord(count) - ord("a") + 1
        if number == len(found) + 1 and (not found or count.isdecimal() == found[0]["count"].isdecimal()):
            found.append(mark)
    return found if len(found) >= LEAST_MARKED else []
