"""The signs before lines: pictures that only adorn them, and which of two kinds of sign stands above the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.late_patterns import late

_PICTURE = re.compile(
    r"(?:[\U0001F000-\U0001FAFF\u2300-\u23FF\u2600-\u27BF\u2B00-\u2BFF]"
    r"[\ufe0f\u200d\u2640\u2642\U0001F3FB-\U0001F3FF]*+\s*+)++(?=\S)"
)
_LEADER = late(r"(?<=\w)\s*(?:\.{4,}|(?<=\s)\.{3}(?=\s)|_{4,})\s*(?=\d)")
"""What leads the eye from a name to its amount: `Squat ....... 4 x 8`."""
_SHOWN = late(r"[\u25A0-\u25FF\u2600-\u27BF\U0001F000-\U0001FAFF]\ufe0f?")
_WHO = "♀♂"
"""Signs that say something."""
_PLAIN = late(r"[-*•·–—+◦]")
_ROWS = frozenset({BlockKind.ROW, BlockKind.ROW_HEAD})
MOST_BETWEEN = 2
"""So many paragraphs may stand between a line and the list that it heads."""
LEAST_HEADED = 2


def undecorated(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without pictures before their text, each item as deep as its sign says."""
    bare = [block if block.kind in _ROWS else _without_picture(block) for block in blocks]
    return list(_nested([_as_head(block, bare, at) for at, block in enumerate(bare)]))


def _without_picture(block: Block) -> Block:
    if "..." in block.text or "__" in block.text:
        block = replace(block, text=_LEADER.sub(" - ", block.text))
    if not (found := _PICTURE.match(block.text)) or block.text[0] in _WHO:
        return block
    return replace(block, text=block.text[found.end() :], marker=block.marker or found[0].strip())


def _as_head(block: Block, blocks: Sequence[Block], at: int) -> Block:
    """The block; an item with a picture before it and plain bullets below it heads these."""
    if block.kind is not BlockKind.ITEM or not _SHOWN.fullmatch(block.marker):
        return block
    told = list(takewhile(lambda one: one.kind is BlockKind.PARAGRAPH, islice(blocks, at + 1, at + 1 + MOST_BETWEEN)))
    below = next(islice(blocks, at + 1 + len(told), None), None)
    is_head = below is not None and below.kind is BlockKind.ITEM and below.level == block.level and _is_plain(below)
    return replace(block, kind=BlockKind.PARAGRAPH) if is_head else block


def _nested(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, in which plain bullets between items that are counted stand one deeper than these."""
    start = 0
    for end in (*(at for at, one in enumerate(blocks) if _parts_lists(one)), len(blocks)):
        yield from _with_levels(blocks[start:end])
        start = end


def _parts_lists(block: Block) -> bool:
    return block.kind is not BlockKind.ITEM and (block.kind is not BlockKind.PARAGRAPH or block.breaks > 0)


def _with_levels(blocks: Sequence[Block]) -> Iterator[Block]:
    heads = [one.level for one in blocks if one.kind is BlockKind.ITEM and one.marker[:1].isalnum()]
    above: Block | None = None
    for block in blocks:
        if block.kind is BlockKind.ITEM and not _is_plain(block):
            above = block if heads.count(block.level) >= LEAST_HEADED else None
        is_below = above is not None and block.kind is BlockKind.ITEM and _is_plain(block)
        yield replace(block, level=block.level + 1) if is_below and above and block.level == above.level else block


def _is_plain(block: Block) -> bool:
    return bool(_PLAIN.fullmatch(block.marker))
