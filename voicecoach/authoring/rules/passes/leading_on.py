"""What is told of one exercise and leads on to the next within a sentence: `hold, then move into side plank: ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import any_of
from voicecoach.counted import sentence_case
from voicecoach.late_patterns import late

_ON_TO = re.compile(
    r"[,;.]?\s+(?:and\s+|then\s+|now\s+)+"
    + any_of("transition|transfer|move|flow|shift|go|come|roll|turn(?: over)?|step")
    + r"\s+(?:over\s+|on\s+|back\s+)?(?:in)?to\s+(?:an?\s+|the\s+|your\s+)?"
    r"(?P<name>[a-z][a-z' -]{2,40}):\s+(?=[A-Za-z])",
    re.IGNORECASE,
)


_ENDS_WITH = re.compile(
    r"(?:^|[.;!] +)(?:(?:and|then|lastly|finally|we|i)[ ,]+)*(?:finish|end)(?:ed|ing)?(?: (?:it|this|things|all))?"
    r"(?: (?:off|up|out))? (?:with|w/|on):? *(?=(?:an? )?\d)"
    r"(?!\d+ ?[x×]|[^.,:;]*\b(?:rounds?|sets?|amrap|emom|tabata|circuits?)\b)",
    re.IGNORECASE,
)
"""What comes behind the rounds of all before it: `Finished off with 100 crunches`."""


_ROUNDS = late(r"[,.;]?\s+(?:and\s+)?then\s+(?:(?:do|complete|perform)\s+)?(?P<often>[^.;:]{3,60}:)\s*$", re.IGNORECASE)


def _often_behind(text: str) -> tuple[str, str] | None:
    """What is done first, and how often all below is done then: `Walk for 5 minutes, then do 2 rounds of:`."""
    found = _ROUNDS.search(text) if text.rstrip().endswith(":") else None
    is_again = bool(found) and bool(re.search(r"\b(?:repeat|rest)\b", text, re.IGNORECASE))
    if not found or is_again or has_movement(found["often"]) or not has_movement(text[: found.start()]):
        return None
    facts = facts_of(parts_of(found["often"]))
    return (f"{text[: found.start()]}.", sentence_case(found["often"])) if facts.rounds else None


def led_on(block: Block) -> Iterator[Block]:
    """The block; one more for each exercise that it leads on to and calls before a colon.

    What it ends with stands below a title of its own, since it is none of the rounds above.
    """
    is_text = block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}
    last = _ENDS_WITH.search(block.text) if (is_text and "with" in block.text) or "w/" in block.text else None
    if last is not None and has_movement(block.text[last.end() :]):
        yield from [replace(block, text=block.text[: last.start()])] if last.start() else []
        yield Block(BlockKind.PARAGRAPH, "Finish:", block.line, breaks=max(block.breaks, 1))
        yield Block(BlockKind.PARAGRAPH, block.text[last.end() :], block.line)
        return
    if is_text and (often := _often_behind(block.text)):
        yield replace(block, text=often[0])
        yield Block(BlockKind.PARAGRAPH, often[1], block.line, breaks=1)
        return
    found = [one for one in _ON_TO.finditer(block.text) if ends_with_movement(one["name"])] if is_text else []
    ends = [*(one.start() for one in found), len(block.text)]
    yield replace(block, text=f"{block.text[: ends[0]]}.") if found else block
    for one, end in zip(found, ends[1:], strict=True):
        name, told = sentence_case(one["name"]), block.text[one.end() : end]
        yield replace(block, text=f"{name}: {told}", marker="", breaks=0)
