"""How much each of some does, below a name that has no amount itself: `Beginner: 2 x 8` above `Advanced: 3 x 12`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case

_LEAST = in_any_case(
    r"\W*(?P<label>(?:for )?(?:beginners?|novices?|newbies|easy|easier|level (?:1|one))(?: (?:option|version|level))?)"
    r"\s*(?::|\s[-–—])\s*(?P<told>\S.*)"
)
_MORE = in_any_case(
    r"\W*(?:for )?(?:intermediates?|advanced|experts?|hard|harder|level (?:[2-4]|two|three))"
    r"(?: (?:option|version|level))?\s*(?::|\s[-–—])\s*(?P<told>\S.*)"
)
_ROUNDS = in_any_case(r"\b(?:rounds?|circuits?|times|through|rest)\b")
MOST_WORDS = 7
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING})


def with_levels_below(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; what those do who do least stands as the amount of the exercise, the others' stays below it."""
    found = list(blocks)
    for at in range(len(blocks) - 2):
        least = _LEAST.fullmatch(blocks[at + 1].text)
        more = _MORE.fullmatch(blocks[at + 2].text) if least else None
        if least and more and _is_name(blocks[at]) and _is_amount(least["told"]) and _is_amount(more["told"]):
            told = f"{least['told'].rstrip(' .')} ({least['label'].lower()})"
            found[at + 1] = replace(blocks[at + 1], kind=BlockKind.PARAGRAPH, marker="", text=told, breaks=0)
    return found


def _is_name(block: Block) -> bool:
    text = block.text.strip(" *:")
    is_short = len(text.split()) <= MOST_WORDS and not any(map(str.isdecimal, text))
    return block.kind in _PLAIN and is_short and ends_with_movement(text)


def _is_amount(told: str) -> bool:
    return any(map(str.isdecimal, told)) and not has_movement(told) and not _ROUNDS.search(told)
