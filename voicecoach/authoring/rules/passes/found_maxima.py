"""Weights that are worked up to, said before their exercise: `20 minutes to establish a 1RM back squat`.

Said behind it, `Back squat: build to a heavy 1`, it is read as any amount is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.exercise_names.names import is_told
from voicecoach.authoring.rules.language.movements import ends_with_movement
from voicecoach.authoring.rules.language.pattern import in_any_case

_MINUTES = r"\d{1,2}(?:\s?[-–]\s?\d{1,2})?[\s-]?min(?:ute)?s?"
_FINDING = r"(?:find|establish|build(?:ing)?(?: up)? to|work(?:ing)?(?: up)? to|test|hit|reach|determine)"
_FOUND = in_any_case(
    r"(?:(?P<title>[a-z][a-z /&-]{2,24}):\s+)?"
    rf"(?:(?:take |in |you have )?{_MINUTES}(?: to|[,:])?\s+)?(?:to )?{_FINDING}"
    r" (?:(?:an?|your|the|today's|new|heavy) )*"
    r"(?P<reps>\d{1,2})[\s-]?(?:rm|reps?[\s-]max)(?: (?:of|for|in|on))?(?: the)?"
    r"\s+(?P<name>[a-z][a-z' -]{3,40}?)"
    rf"(?:\s+(?:in|within|over)\s+{_MINUTES})?\s*(?:[.:](?P<more>\s+(?-i:[A-Z])[^\n]*)?)?"
)


def with_maxima_behind(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, in which such a weight stands behind the name of its exercise."""
    for block in blocks:
        is_line = block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} and ("m" in block.text or "M" in block.text)
        found = _FOUND.fullmatch(block.text.strip()) if is_line else None
        if not found or not ends_with_movement(found["name"]) or is_told(found["name"]):
            yield block
            continue
        if found["title"]:
            yield replace(block, kind=BlockKind.HEADING, text=found["title"], level=6, marker="")
        yield replace(block, text=f"{found['name']}: build to a heavy {found['reps']}")
        if found["more"]:
            yield Block(BlockKind.PARAGRAPH, found["more"].strip(), block.line)
