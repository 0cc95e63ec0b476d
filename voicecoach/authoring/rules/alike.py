"""Items of a list that are written alike: where most are exercises with sentences behind their names, all are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.movements import has_movement
from voicecoach.authoring.rules.names import reads_as_name
from voicecoach.authoring.rules.parting import is_told_about
from voicecoach.authoring.rules.parts import parts_of
from voicecoach.authoring.rules.section_words import RULES, SECTION

LEAST_ITEMS = 3
_NAMED = re.compile(r"(?P<name>[A-Z][^.:;!?()–—]{2,40}?)(?P<sign>\.|:|\s+[-–—])\s+(?P<told>\S.*)", re.DOTALL)


def told_alike(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, in which a counted item is in two that is a name and sentences as most of its list are."""
    for _, group in groupby(blocks, key=_list_of):
        listed = list(group)
        found = [_named(one) for one in listed]
        signs = {one["sign"].strip() for one in found if one and has_movement(one["name"])}
        is_list = len(listed) >= LEAST_ITEMS and 2 * sum(bool(one and has_movement(one["name"])) for one in found) >= len(listed)  # fmt: skip
        for block, one in zip(listed, found, strict=True):
            if one and is_list and one["sign"].strip() in signs and not has_movement(one["name"]):
                yield replace(block, text=one["name"])
                yield Block(BlockKind.PARAGRAPH, one["told"], block.line)
            else:
                yield block


def _list_of(block: Block) -> tuple[BlockKind, int, bool]:
    return block.kind, block.level, block.marker[:1].isdecimal()


def _named(block: Block) -> re.Match[str] | None:
    """A counted item's name and what is told behind it, `None` if it is anything else."""
    if block.kind is not BlockKind.ITEM or not block.marker[:1].isdecimal():
        return None
    found = _NAMED.fullmatch(" ".join(block.text.split()))
    is_name = found is not None and reads_as_name(found["name"]) and not parts_of(found["name"]).parts
    is_title = found is not None and bool(RULES.fullmatch(found["name"]) or SECTION.fullmatch(found["name"]))
    return found if found and is_name and not is_title and is_told_about(found["told"]) else None
