"""Lists within a line that are counted through: `1 skipping, 2 wall sit, 3 ropes`, `a) squats b) lunges c) plank`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.facts import facts_of
from voicecoach.authoring.rules.parts import parts_of

LEAST_MARKED, LEAST_BARE = 3, 4
"""So many are a list: with a mark behind each number, and without, where an amount may be meant."""
_MARKED = re.compile(r"(?:^|(?<=[\s,;:.]))(?P<count>\d{1,2}|[a-h])[.)]\s+(?=[^\W\d_]|\d)", re.IGNORECASE)
_BARE = re.compile(r"(?:^|(?<=[,;:]\s)|(?<=[,;:]))(?P<count>\d{1,2})\s+(?=[^\W\d_])")


def without_enumerations(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; an item for each part of a line that counts them through.

    Bare numbers count places only where work goes by the clock: elsewhere they are repetitions.
    """
    is_by_time = any(facts_of(parts_of(one.text)).work_s for one in blocks if one.kind is not BlockKind.ROW)
    for block in blocks:
        yield from _parted(block, is_by_time=is_by_time)


def _parted(block: Block, *, is_by_time: bool) -> Iterator[Block]:
    starts = _counted(_MARKED, block.text, LEAST_MARKED) or (
        _counted(_BARE, block.text, LEAST_BARE) if is_by_time else []
    )
    if block.kind is not BlockKind.PARAGRAPH or not starts:
        yield block
        return
    if before := block.text[: starts[0].start()].strip():
        yield replace(block, text=before)
    for at, (one, after) in enumerate(pairwise([*starts, None])):
        text = block.text[one.end() : after.start() if after else None].strip(" ,;") if one else ""
        breaks = block.breaks if at == 0 and not before else 0
        yield replace(block, kind=BlockKind.ITEM, text=text, marker=f"{at + 1}.", breaks=breaks)


def _counted(pattern: re.Pattern[str], text: str, least: int) -> list[re.Match[str]]:
    """Where a text counts from one on, without a gap; nothing if it doesn't go on for long enough."""
    found = list[re.Match[str]]()
    for match in pattern.finditer(text):
        count = match["count"].lower()
        number = int(count) if count.isdecimal() else ord(count) - ord("a") + 1
        if number == len(found) + 1 and (not found or count.isdecimal() == found[0]["count"].isdecimal()):
            found.append(match)
    return found if len(found) >= least else []
