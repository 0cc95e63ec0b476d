"""What is told before: items that are the one above done otherwise (`Same but with a bent knee`), the same rests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import name_in
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.late_patterns import late

_ABOVE = r"(?:above|before|the above|(?:no\.? ?|#)?\d)"
_SAME = in_any_case(
    rf"(?:(?:the |do the |repeat the )?same(?: (?:exercise|thing|movement|one))?(?: (?:again|as {_ABOVE}))?"
    rf"|(?:as|repeat) {_ABOVE})(?:\s*[,:–—-]|,? but)?"
    r" (?P<other>(?:with|on|in|using|from|off|holding|against|without|lying|sitting|standing)\b.*\d.*)"
)
_BEGINNINGS = ("same", "the same", "do the same", "repeat", "as ")
_TIME = r"\d[\d:.-]* ?(?:s|secs?|seconds?|m|mins?|minutes?)?"
_FOR_WHAT = r"(?: between (?:[a-z]+ ){0,2}[a-z]+)?"
_RESTED = late(
    rf"\b(?:rest(?: for| is)?|recovery)[ :]*{_TIME}{_FOR_WHAT}(?=$|[.,;)])|{_TIME} (?:of )?rest{_FOR_WHAT}(?=$|[.,;)])",
    re.IGNORECASE,
)
_SAME_REST = late(
    r"\b(?:the )?same rests?(?: periods?| times?)?(?: as [^.;,()]{2,30})?(?=$|[.,;)])"
    r"|\brests?(?: periods?)?(?: is| are)?[ :]*(?:(?:the )?same(?: as [^.;,()]{2,30})?"
    r"|as (?:on |in |for )?(?:above|before|(?:day|workout|session|week|part) \w+"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day))(?=$|[.,;)])",
    re.IGNORECASE,
)
"""A rest that was told before: `Same rests`, `Rest as on day 1`."""
MOST_WORDS = 16


def with_same_rests(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; a rest that is that of before is told as it was told there."""
    told = ""
    for block in blocks:
        small = block.text.lower()
        is_same = bool(told) and "rest" in small and ("same" in small or " as " in small)
        text = told.join(_SAME_REST.split(block.text)) if is_same else block.text
        yield replace(block, text=text) if text != block.text else block
        if "rest" in small and any(map(str.isdecimal, small)) and (found := _RESTED.search(text)):
            told = found[0]


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
