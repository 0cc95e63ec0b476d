"""Items that are the one above done otherwise: `Same but with a bent knee 3 x 15`, `As above on one leg`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import name_in
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case

_ABOVE = r"(?:above|before|the above|(?:no\.? ?|#)?\d)"
_SAME = in_any_case(
    rf"(?:(?:the |do the |repeat the )?same(?: (?:exercise|thing|movement|one))?(?: (?:again|as {_ABOVE}))?"
    rf"|(?:as|repeat) {_ABOVE})(?:\s*[,:–—-]|,? but)?"
    r" (?P<other>(?:with|on|in|using|from|off|holding|against|without|lying|sitting|standing)\b.*\d.*)"
)
_BEGINNINGS = ("same", "the same", "do the same", "repeat", "as ")
MOST_WORDS = 16


def with_same_named(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; such an item is called like the one above it, and by what is other."""
    if not any(map(_begins_so, blocks)):
        return list(blocks)
    found, name = list[Block](), ""
    for block in blocks:
        said = _SAME.fullmatch(block.text) if name and len(block.text.split()) <= MOST_WORDS else None
        if said and block.kind in {BlockKind.ITEM, BlockKind.PARAGRAPH}:
            found.append(replace(block, text=f"{name} {said['other']}"))
            continue
        called = name_in(parts_of(block.text).rest).text if block.kind is not BlockKind.HEADING else ""
        name = called if has_movement(called) else ""
        found.append(block)
    return found


def _begins_so(block: Block) -> bool:
    return block.text.lower().startswith(_BEGINNINGS)
