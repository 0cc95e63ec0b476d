"""What somebody says of himself above a routine: age, height and weight, and the best that was lifted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case

_IS = r"\s*(?:[:=–—-]|\bis\b|(?=\d))\s*"
_OF_A_BODY = in_any_case(
    any_of("age|height|ht|sex|gender", "(?:current |starting )?body[ -]?weight|body[ -]?fat(?: %)?|bf ?%?|bmi")
    + rf"{_IS}(?:about |~ ?)?(?:\d[^.!?;]{{0,20}}(?:\.\d[^.!?;]{{0,12}})?|(?:fe)?male|(?:wo)?man|[mf])\W*",
)
"""A line that can only be of a body: `Height: 5'11`."""
_BESIDE_IT = in_any_case(
    r"(?:current |starting |goal |target )?(?:weight|wt|bw)" + rf"{_IS}\d[^;!?]{{0,24}}",
    r"(?:(?:training|lifting|gym) )?(?:experience|history|age)" + rf"{_IS}[^;!?]{{1,40}}",
    r"(?:injur(?:y|ies)|goals?|occupation|job|diet|calories|protein|location|equipment)" + r"\s*[:=–—-]\s*.{1,60}",
)
"""What stands beside such a line, and could be of an exercise elsewhere: `Weight: 20 kg`."""
_BEST = any_of(r"prs?|pbs?|e?1\s?rms?|one[- ]rep[- ]max|tm|training max|personal (?:best|record)")
_LIFTED = r"(?:\d{1,2}\s?[x×]\s?)?\d{2,3}(?:\.\d+)?\s*(?:kgs?|lbs?|pounds|#)?(?:\s?[x×@]\s?\d{1,2})?"
_RECORD = in_any_case(
    rf"[a-z][a-z ./-]{{1,28}}\s\(?{_BEST}\)?\s*[:=–—-]?\s*{_LIFTED}(?:(?:\s*[,/&]|\s+and)\s*{_LIFTED})*\W*",
    rf"{_BEST}\s+[a-z][a-z ./-]{{1,28}}\s*[:=–—-]?\s*{_LIFTED}\W*",
)
"""The best that was lifted: `Bench 1RM: 100 kg`."""
_OF_MYSELF = re.compile(
    r"(?:^|(?<=[.!?] ))I(?:['’]m| am| (?:currently )?weigh) (?:about |around |only )?\d[^.!?]*"
    r"\d ?(?:lbs?|kgs?|pounds|stone)\b[^.!?]*(?:[.!?]+\s*|$)"
)
"""A sentence on one's own weight: `I'm 5'4 and 130 lbs for reference!`"""
_LISTED = frozenset({BlockKind.ITEM, BlockKind.PARAGRAPH})


def without_person(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without the lines that only tell of a body or of records, and those of either kind beside them."""
    blocks = [replace(one, text=_OF_MYSELF.sub("", one.text)) if "I" in one.text else one for one in blocks]
    is_it = [one.kind in _LISTED and bool(_is_of_person(one.text)) for one in blocks]
    for order in (range(len(blocks)), reversed(range(len(blocks)))):
        before: int | None = None
        for at in order:
            is_close = before is not None and is_it[before] and not blocks[max(at, before)].breaks
            if is_close and blocks[at].kind in _LISTED and _BESIDE_IT.fullmatch(blocks[at].text.strip()):
                is_it[at] = True
            before = at
    kept = [block for block, is_one in zip(blocks, is_it, strict=True) if not is_one]
    return kept if len(kept) > 1 else list(blocks)


def _is_of_person(text: str) -> re.Match[str] | None:
    return _OF_A_BODY.fullmatch(text.strip()) or _RECORD.fullmatch(text.strip())
