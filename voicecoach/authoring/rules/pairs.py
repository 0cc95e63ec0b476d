"""Exercises that a line only names together, as a superset, with the amount of each behind them or below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.movements import has_movement
from voicecoach.authoring.rules.names import reads_as_name
from voicecoach.authoring.rules.one_line import PAIR, of_all
from voicecoach.authoring.rules.parts import parts_of
from voicecoach.authoring.rules.pattern import in_any_case

_SUPERSET = r"super-?\s?sets?"
_TOGETHER = in_any_case(
    rf"{_SUPERSET}(?: of)?\s*[:–—-]\s*(?P<names>[^\d:;]{{3,100}}?)\W*(?P<amount>\d.*)?",  # Superset: rows + curls, 3x12
    rf"(?P<before>[^\d:;()]{{3,100}}?)\s*\((?:as an? )?{_SUPERSET}\)\W*(?P<behind>\d.*)?",  # Rows + curls (superset)
)
_BETWEEN = re.compile(r"\s*(?:→|->|=>|\+|&|/|\band\b|\bwith\b|\bw/)\s*", re.IGNORECASE)
_AMOUNT = re.compile(r"\W*\d")
TWO = 2


def paired(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which exercises that are named together stand one after the other, each with its amount."""
    found, is_taken = list[Block](), False
    for at, block in enumerate(blocks):
        if not is_taken:
            below = blocks[at + 1] if at + 1 < len(blocks) and _is_amount_of(block, blocks[at + 1]) else None
            pieces, is_taken = _pieces(block, below)
            found += _one_after_the_other(block, pieces) if pieces else [block]
        else:
            is_taken = False
    return found


def _pieces(block: Block, below: Block | None) -> tuple[list[str], bool]:
    """The exercises with their amounts, none where a line names no superset; whether the line below has these."""
    found = _TOGETHER.fullmatch(block.text.strip()) if block.kind in {BlockKind.ITEM, BlockKind.PARAGRAPH} else None
    names = _BETWEEN.split((found["names"] or found["before"]).strip(" ,")) if found else []
    amount = (found["amount"] or found["behind"] or "") if found else ""
    is_below = not amount and below is not None
    amount = below.text if is_below and below else amount
    are_names = len(names) == TWO and all(map(reads_as_name, names)) and all(map(has_movement, names))
    if not (are_names and amount):
        return [], False
    return of_all([*names[:-1], f"{names[-1]} {amount}"]), is_below


def _is_amount_of(block: Block, below: Block) -> bool:
    """Whether a line right below, or the only kind of item below an item, begins with an amount and calls nothing."""
    is_deeper = block.kind is below.kind is BlockKind.ITEM and below.level > block.level
    is_right_below = below.kind is BlockKind.PARAGRAPH and not below.breaks
    is_amount = bool(_AMOUNT.match(below.text)) and not has_movement(parts_of(below.text).rest)
    return is_amount and (is_deeper or is_right_below)


def _one_after_the_other(block: Block, pieces: Sequence[str]) -> Iterator[Block]:
    for at, one in enumerate(pieces):
        if at:
            yield Block(BlockKind.PARAGRAPH, PAIR, block.line)
        yield replace(block, text=one, breaks=block.breaks if at == 0 else 0)
