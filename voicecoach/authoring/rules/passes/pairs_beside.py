"""Which exercise of the list another goes with, behind its amount: `Rows 3x8 (superset with dips)` above `Dips 3x10`.

The other has its own line, so that this one only says of it that they go together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.definitions.exercise_names import bare_words

_WITH = in_any_case(
    r"(?P<own>[^()]*\d[^()]*?)[\s,;(–—-]+(?P<told>(?:super-?\s?set(?:ted)?|ss|paired) (?:with|w/) (?:the )?"
    r"(?P<other>[^()\d.,:]{3,50}?))\)?[\s.]*"
)


def with_pairs_below(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, in which what an exercise goes with stands below it, if that is the one beside it."""
    for at, block in enumerate(blocks):
        found = _WITH.fullmatch(block.text) if "with" in block.text or "w/" in block.text else None
        beside = (*blocks[max(at - 1, 0) : at], *blocks[at + 1 : at + 2])
        if found is None or block.kind is BlockKind.ROW or not any(_begins_with(one, found["other"]) for one in beside):
            yield block
            continue
        yield replace(block, text=found["own"].strip())
        yield Block(BlockKind.PARAGRAPH, f"Superset with {found['other']}", block.line)


def _begins_with(block: Block, name: str) -> bool:
    """Whether a block begins with a name, in one or several."""
    words, own = bare_words(name), bare_words(block.text)
    return bool(words) and own[: len(words)] == words
