"""The signs before lines: pictures that only adorn them, and those that head what has plain bullets below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from voicecoach.authoring.document import Block, BlockKind

_PICTURE = re.compile(
    r"(?:[\U0001F000-\U0001FAFF\u2300-\u23FF\u2600-\u27BF\u2B00-\u2BFF][\ufe0f\u200d\u2640\u2642\U0001F3FB-\U0001F3FF]*\s*)+(?=\S)"
)
_HEAD = re.compile(r"[\u25A0-\u25FF\u2600-\u27BF\U0001F000-\U0001FAFF]\ufe0f?")
_PLAIN = re.compile(r"[-*•·–—+◦]")
MOST_BETWEEN = 2
"""So many paragraphs may stand between a line and the list that it heads."""


def undecorated(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without pictures before their text; an item with plain bullets below it heads these."""
    for at, block in enumerate(blocks):
        picture = _PICTURE.match(block.text) if block.kind not in {BlockKind.ROW, BlockKind.ROW_HEAD} else None
        bare = replace(block, text=block.text[picture.end() :], marker=block.marker or picture[0].strip()) if picture else block
        yield replace(bare, kind=BlockKind.PARAGRAPH) if _heads(bare, blocks, at) else bare


def _heads(block: Block, blocks: Sequence[Block], at: int) -> bool:
    """Whether an item with a picture before it has plain bullets below it, no deeper than it is."""
    if block.kind is not BlockKind.ITEM or not _HEAD.fullmatch(block.marker):
        return False
    told = list(takewhile(lambda one: one.kind is BlockKind.PARAGRAPH, islice(blocks, at + 1, at + 1 + MOST_BETWEEN)))
    below = next(islice(blocks, at + 1 + len(told), None), None)
    is_plain = below is not None and below.kind is BlockKind.ITEM and bool(_PLAIN.fullmatch(below.marker))
    return is_plain and below is not None and below.level == block.level
