"""Two lists beside each other in plain text, held apart by spaces only, one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

LEAST_ROWS = 3
_GAP = re.compile(r"(?<=\S) {4,}(?=\S)")
_COUNTED = re.compile(r"\d[\d:.-]* ?\S* .*[^\W\d_]{3}|(?!week|wk|rest)[^\W\d_]{3}.*\d\s?[x×]\s?\d", re.IGNORECASE)
"""An exercise with its count before it, or its sets behind it."""
_TITLE = re.compile(
    r"(?:option|day|workout|week|circuit|group|round|part|set|list|session|plan|level|beginner|intermediate|advanced|easy|hard|gym|home|upper|lower|push|pull|leg)s?\b.{0,24}",
    re.IGNORECASE,
)


def columns_apart(texts: Sequence[str]) -> list[tuple[int, str]]:
    """The places and the texts of lines; where two lists stand beside each other, the left one's lines come first."""
    halves = [_halves(text) for text in texts]
    rows = [at for at, half in enumerate(halves) if half and all(map(_COUNTED.match, half))]
    if len(rows) < LEAST_ROWS:
        return list(enumerate(texts))
    begin, end = rows[0], rows[-1] + 1
    begin = (
        next((at for at in reversed(range(begin)) if texts[at].strip()), begin)
        if _has_title(texts, halves, begin)
        else begin
    )
    between = [at for at in range(begin, end) if texts[at].strip() and not halves[at]]
    if len(between) > len(rows):
        return list(enumerate(texts))
    end = _end_of_list(texts, end)
    left = [(at, (halves[at] or (texts[at], ""))[0]) for at in range(begin, end)]
    right = [(at, half[1]) for at in range(begin, end) if (half := halves[at])]
    before, after = list(enumerate(texts[:begin])), list(enumerate(texts[end:], end))
    return [*before, *left, (end - 1, ""), *right, (end - 1, ""), *after]


def _halves(text: str) -> tuple[str, str] | None:
    found = _GAP.split(text.strip())
    return (found[0], found[1]) if len(found) == 2 else None  # noqa: PLR2004 - two columns


def _has_title(texts: Sequence[str], halves: Sequence[tuple[str, str] | None], begin: int) -> bool:
    """Whether both lists have a title right above them."""
    above = next((at for at in reversed(range(begin)) if texts[at].strip()), None)
    half = halves[above] if above is not None else None
    return half is not None and all(map(_TITLE.match, half))


def _end_of_list(texts: Sequence[str], end: int) -> int:
    """Behind the last line of the list that is longer, counted on from where both end."""
    at = end
    while at < len(texts) and (
        not texts[at].strip() or (_COUNTED.match(texts[at].strip()) and not _GAP.search(texts[at].strip()))
    ):
        at += 1
        if texts[at - 1].strip():
            end = at
    return end
