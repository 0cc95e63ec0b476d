"""Parts of a run or a ride that are titled with how long all of them is: `Warm-up: 15 minutes` above its legs.

Where several lines are such, each is the title of what stands right below it, up to the next empty line, and none of it
is done twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.clock_words import MODES
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, MINUTES, WARM_UP

_NAME = rf"{WARM_UP}|{COOL_DOWN}|main(?: (?:set|session|part|work(?:out)?))?|intervals|the (?:set|session|workout)"
_LENGTH = rf"\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?[\s-]?{MINUTES}"
_PART = in_any_case(rf"\W*(?P<name>{_NAME})\s*(?::|[-–—]|\()\s*(?P<length>{_LENGTH})(?: total)?[\s).*:]*")
_ANY_PART = in_any_case(rf"\W*(?:{_NAME})\b")
_LEG = in_any_case(r"\W*(?:\d|[^\W\d_][^.!?]{2,40}$)")
"""What can stand first in a part: what begins with a number, or a name."""
_MODE = in_any_case(rf"(?:(?:very|easy|gentle|slow|light|brisk|steady|relaxed) ){{0,2}}{MODES.pattern}")
LEVEL, LEAST_PARTS = 6, 2
"""One such line alone may be done for as long as it says: `Warm-up: 5 min` above a run."""


def with_part_lengths(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with such a line as a heading; the only leg below it, that has no length, has that one."""
    if sum(_is_part(one) for one in blocks) < LEAST_PARTS:
        return list(blocks)
    titled = [_titled(one, blocks[at + 1 :]) for at, one in enumerate(blocks)]
    return [
        replace(one, text=f"{one.text} {titled[at - 1].text.rpartition('(')[2][:-1]}") if _is_only(titled, at) else one
        for at, one in enumerate(titled)
    ]


def _is_only(blocks: Sequence[Block], at: int) -> bool:
    """Whether nothing but how one moves stands below the title of a part: `Easy spin`."""
    behind = blocks[at + 1 :]
    is_alone = not behind or bool(behind[0].breaks) or behind[0].kind is BlockKind.HEADING
    is_titled = at > 0 and blocks[at - 1].kind is BlockKind.HEADING and bool(_PART.fullmatch(blocks[at - 1].text))
    return is_titled and is_alone and blocks[at].breaks == 0 and bool(_MODE.fullmatch(blocks[at].text))


def _is_part(block: Block) -> bool:
    return block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and bool(_PART.fullmatch(block.text))


def _titled(block: Block, behind: Sequence[Block]) -> Block:
    found = _PART.fullmatch(block.text) if _is_part(block) else None
    if not found:
        return block
    below = list(takewhile(lambda one: one.breaks == 0 and one.kind is BlockKind.PARAGRAPH, behind))
    is_apart = not any(_ANY_PART.match(one.text) for one in below)
    if not below or not is_apart or not _LEG.match(below[0].text):
        return block
    level = block.level if block.kind is BlockKind.HEADING else LEVEL
    return replace(block, kind=BlockKind.HEADING, level=level, text=f"{found['name']} ({found['length']})")
