"""Lines that ran together when a page was copied: `10 burpees15 squats20 lunges` are three."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import any_of
from voicecoach.late_patterns import late

LEAST_RUN_TOGETHER = 3
"""So many counts right behind a word are no names such as `covid19`."""
_COUNT = r"(?=\d{1,3}[\s-](?:[a-z]|[A-Z][a-z]))"
_COUNTED = re.compile(rf"(?<=[a-z]{{3}}){_COUNT}")
_APART = late(
    any_of(
        rf"(?:(?<=[a-z]{{3}})|(?<=[)\]:;!])){_COUNT}",
        r"(?<=[a-z]{3})(?=REST\b)",
        r"(?:(?<=[a-z]{3})|(?<=\)))(?=[A-Z][a-z]{2,}\s[a-z(])",
    )
)
"""Where a line ended: before a count, a rest in capitals, or a word that begins anew."""


def with_lost_lines(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with a block for each line of those in which several ran together."""
    blocks = [one for at, block in enumerate(blocks) for one in _with_first(block, blocks[at + 1 : at + 2])]
    counts = [len(_COUNTED.findall(one.text)) if one.kind in _PLAIN else 0 for one in blocks]
    if sum(counts) < LEAST_RUN_TOGETHER:
        return list(blocks)
    return [one for block, count in zip(blocks, counts, strict=True) for one in _lines(block, count)]


def _with_first(block: Block, below: Sequence[Block]) -> Iterator[Block]:
    """The block; in two, where the first item of the list below ran together with it: `of a coach.1. Hip drops`."""
    is_second = any(one.kind is BlockKind.ITEM and one.marker in {"2.", "2)"} for one in below)
    marker = f"1{below[0].marker[1:]}" if is_second and block.kind is BlockKind.PARAGRAPH else ""
    before, found, first = block.text.rpartition(marker) if marker else ("", "", "")
    if not found or before.rstrip()[-1:] not in _STOPS or not first.lstrip()[:1].isupper():
        yield block
        return
    yield replace(block, text=before.rstrip())
    yield replace(below[0], text=first.strip(), line=block.line, marker=marker, breaks=0)


_STOPS = frozenset(".:!?")
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


def _lines(block: Block, count: int) -> list[Block]:
    if count < LEAST_RUN_TOGETHER:
        return [replace(block, text=_COUNTED.sub(" ", block.text)) if count else block]
    first, *others = (one.strip() for one in _APART.split(block.text))
    return [
        replace(block, text=first),
        *(replace(block, kind=BlockKind.PARAGRAPH, text=one, marker="", breaks=0) for one in others if one),
    ]
