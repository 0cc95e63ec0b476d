"""Punctuation as a voice takes it: one mark at a time, and no signs that only the eye needs."""

from __future__ import annotations

import re

_MARKS = "?!.:;,"
"""From the strongest to the weakest: of several in a row the first of these stays."""


def with_pauses(text: str) -> str:
    """`text` with each pause as one comma or sentence end, and single spaces."""
    text = " ".join(re.sub(r"[<>|~°\\\[\]{}`^_*]", " ", text).split())
    text = re.sub(r" ?(?:[→•—] ?|--+ ?)+| [-–]+(?: |$)", ", ", text)
    text = text.replace("–", "-")
    text = " ".join(re.sub(r" ?(?:\. ?\.[. ]*|…[.… ]*)", _ellipsis, text).split())
    text = re.sub(r" ?[.,;:!?](?: ?[.,;:!?])+(?!\d)", _strongest, text)
    text = re.sub(r"\( ?[ ,;:.]*", "(", text)
    text = re.sub(r"[ ,]*\)", ")", text).replace("()", " ")
    text = re.sub(r" ([.,;:!?])(?!\d)", r"\1", " ".join(text.split()))
    return re.sub(r"^[ ,;:.!?-]+(?!\d)|^[ ,;:!?]+|[ ,;-]+$", "", text)


def _ellipsis(match: re.Match[str]) -> str:
    before, after = match.string[max(0, match.start() - 1) : match.start()], match.string[match.end() : match.end() + 1]
    goes_on = after.islower() or after.isdigit() or (before.isdigit() and after)
    return ", " if goes_on else ". "


def _strongest(match: re.Match[str]) -> str:
    return next(mark for mark in _MARKS if mark in match[0])
