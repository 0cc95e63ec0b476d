"""Warm-ups and cool-downs that a line only names before and behind what is run: `WU / 20 min threshold / CD`.

They have no length, and what begins with one would be read as its title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, WARM_UP
from voicecoach.authoring.rules.line_kinds.by_clock import by_clock

_BETWEEN = r"\s*(?:/|,(?: then)?|\+|&|>|→|;|\bthen\b|[-–—]>?(?=\s))\s*"
_FIRST = in_any_case(rf"^(?P<label>(?:[^\W\d_][\w .-]{{2,20}}:\s+)?)\W*(?:{WARM_UP}|w/?u|wup){_BETWEEN}(?=\d)")
_LAST = in_any_case(rf"{_BETWEEN}(?:{COOL_DOWN}|c/?d|wd)[\s.]*$")
_LONG = in_any_case(r"\d\s?(?:kms?|k|m|mi|miles?|s|secs?|seconds?|min(?:ute)?s?)\b")
_ENDS = in_any_case(rf"\b(?:{WARM_UP}|{COOL_DOWN}|w/?u|wup|c/?d)\b")


def with_named_ends(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; what is run between such ends stands alone, where both are there or it is repeated."""
    return [_without_ends(one) if one.kind is not BlockKind.ROW and _ENDS.search(one.text) else one for one in blocks]


def _without_ends(block: Block) -> Block:
    behind = _FIRST.sub(r"\g<label>", block.text)
    bare = _LAST.sub("", behind)
    if bare == block.text or not _LONG.search(bare) or _ENDS.search(bare):
        return block
    is_both = behind not in (block.text, bare)
    told = None if is_both else by_clock(bare.rpartition(": ")[2])
    is_repeated = told is not None and any(one.facts.rounds or one.exercises[0].facts.sets for one in told.groups)
    return replace(block, text=bare) if is_both or is_repeated else block
