"""Exercises that a line only names together, as a superset, with the amount of each behind them or below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.joined_names import joined_names
from voicecoach.authoring.rules.exercise_names.names import reads_as_name, unlabelled
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.passes.one_line import PAIR, of_all
from voicecoach.late_patterns import late

_SUPERSET = r"super-?\s?sets?"
_PAIRED = rf"(?:(?:then )?\(?{_SUPERSET}(?:ted)?(?: with| w/)?|ss/?(?: with| w/)?)\s"
_TOGETHER = in_any_case(
    rf"(?:{_SUPERSET}|ss)(?: of)?\s*[:–—-]\s*(?P<names>[^\d:;]{{3,100}}?)\W*(?P<amount>\d.*)?",  # SS: rows + dips, 3x12
    # such as `Rows + dips (superset)`
    rf"(?P<before>[^\d:;()]{{3,100}}?)\s*(?:[(\s](?:as an? )?{_SUPERSET}[):,]?|\(ss\))\W*(?P<behind>\d.*)?",
    rf"(?P<one>[^\d:;()]{{3,60}}?)\s{_PAIRED}(?P<other>[^\d:;()]{{3,60}}?)\W*(?P<of_both>\d.*)?",  # Rows ss/ dips
)
_BETWEEN = late(r"\s*(?:→|->|=>|\+|&|/|\band\b|\bwith\b|\bw/)\s*", re.IGNORECASE)
_AMOUNT = re.compile(r"\W*\d")
_SETS = r"\d{1,2}\s*(?:[x×]\s*(?:\d|max\b)|(?:super-?)?(?:sets?|rounds?)\b)"
_NAMES = r"[^\d:;()]{3,60}(?:\([^\d()]{3,30}\)[^\d:;()]{0,60}){0,3}?"
_JOINED = in_any_case(
    rf"(?P<names>{_NAMES})[\s,:–—(-]+(?P<behind>{_SETS}(?!.*\d\s*[+/]\s*\d).*)",  # Rows + dips 3x8
    rf"(?P<ahead>{_SETS}[^a-z]{{0,8}}(?:(?:rep(?:etition)?s?|of)\b[\s:]*)*)(?P<joined>[^\d:;(),]{{5,120}}?)"
    r"(?:[\s,:–—(-]+(?P<more>\d[^;.+/]*))?",  # 3x8 rows + dips
)
_TOGETHER_BY = re.compile(r"\s(?:\+|/|w/|(?:and )?then)\s", re.IGNORECASE)
TWO = 2


def paired(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which exercises that are named together stand one after the other, each with its amount."""
    found, is_taken = list[Block](), False
    for at, block in enumerate(blocks):
        if not is_taken:
            below = blocks[at + 1] if at + 1 < len(blocks) and _is_amount_of(block, blocks[at + 1]) else None
            pieces, is_taken = _pieces(block, below)
            is_pair = bool(pieces) or bool(_TOGETHER_BY.search(block.text))
            if not pieces:
                pieces, is_taken = _joined(block, below, blocks[:at])
            found += _one_after_the_other(block, pieces, is_pair=is_pair) if pieces else [block]
        else:
            is_taken = False
    return found


def _pieces(block: Block, below: Block | None) -> tuple[list[str], bool]:
    """The exercises with their amounts, none where a line names no superset; whether the line below has these."""
    found = _TOGETHER.fullmatch(block.text.strip()) if block.kind in {BlockKind.ITEM, BlockKind.PARAGRAPH} else None
    names = _named_in(found) if found else []
    amount = (found["amount"] or found["behind"] or found["of_both"] or "") if found else ""
    is_below = not amount and below is not None
    amount = below.text if is_below and below else amount
    are_names = len(names) == TWO and all(map(reads_as_name, names)) and all(map(has_movement, names))
    if not (are_names and amount):
        return [], False
    return of_all([*names[:-1], f"{names[-1]} {amount}"]), is_below


def _named_in(found: re.Match[str]) -> list[str]:
    if found["one"]:
        return [found["one"].strip(" ,"), found["other"].strip(" ,")]
    return _BETWEEN.split((found["names"] or found["before"]).strip(" ,"))


def _joined(block: Block, below: Block | None, before: Sequence[Block]) -> tuple[list[str], bool]:
    """The exercises whose names a line joins, each with its sets, none where they are one; whether these are below it.

    What stands each on its own line before isn't named again: `Rows + dips (3 rounds)` below a table of both.
    """
    text = unlabelled(block.text).strip(" .:") if block.kind in {BlockKind.ITEM, BlockKind.PARAGRAPH} else ""
    found, is_below = _JOINED.fullmatch(text), False
    if text and not found and below:
        found, is_below = _JOINED.fullmatch(f"{text}: {below.text}"), True
    names = joined_names((found["names"] or found["joined"]).strip()) if found else []
    told = [one.lower() for block in before for one in (block.text, *block.cells[:1])] if names else []
    if not (found and names) or all(any(one.startswith(name.lower()) for one in told) for name in names):
        return [], False
    amount = found["behind"] or f"{found['ahead']} {found['more'] or ''}".replace("super", "")
    return of_all([*names[:-1], f"{names[-1]}: {amount.strip(' ,:').removesuffix(' of')}"]), is_below


def _is_amount_of(block: Block, below: Block) -> bool:
    """Whether a line right below, or the only kind of item below an item, begins with an amount and calls nothing."""
    is_deeper = block.kind is below.kind is BlockKind.ITEM and below.level > block.level
    is_right_below = below.kind is BlockKind.PARAGRAPH and not below.breaks
    is_amount = bool(_AMOUNT.match(below.text)) and not has_movement(parts_of(below.text).rest)
    return is_amount and (is_deeper or is_right_below)


def _one_after_the_other(block: Block, pieces: Sequence[str], *, is_pair: bool) -> Iterator[Block]:
    for at, one in enumerate(pieces):
        if at and is_pair:
            yield Block(BlockKind.PARAGRAPH, PAIR, block.line)
        yield replace(block, text=one, breaks=block.breaks if at == 0 else 0)
