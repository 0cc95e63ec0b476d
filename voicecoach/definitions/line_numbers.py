"""Numbers in words, as they stand in a session in one line: `three rounds: ten squats, twenty-five lunges`."""

from __future__ import annotations

import re

from voicecoach.definitions.notation.spelling import A_NUMBER_IN_WORDS, NUMBER_WORDS, in_digits
from voicecoach.late_patterns import late

A_NUMBER = rf"(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
"""One of the words; whoever looks for it says where it ends."""
_BEGINNING = late(rf"{A_NUMBER_IN_WORDS}(?:(?:[-–]|\s+to\s+){A_NUMBER_IN_WORDS})?(?=\s|$)", re.IGNORECASE)
_LARGE = late(
    rf"(?:^\d|\b(?:an?|{A_NUMBER_IN_WORDS}))\s+(?:hundred|thousand)\b"
    rf"(?:(?:\s+and)?\s+(?:hundred|thousand|{A_NUMBER_IN_WORDS}))*",
    re.IGNORECASE,
)
_OF_A_NAME = late(
    r"(?:one|two)\s+(?:arm|leg|hand|foot)(?:s|ed)?\b|\S+\s+(?:count|points?|ways?|parts?|handed|legged)\b",
    re.IGNORECASE,
)
"""How a name begins that has a number in it: two arm swings, four count burpees."""


def number(word: str) -> int | None:
    """The number that a word stands for, of a range the first; `None` if it stands for none."""
    return int(re.split("[-–]", in_digits(word))[0]) if _BEGINNING.fullmatch(word) else None


def large_in_digits(text: str) -> str:
    """`text` with digits for its numbers from a hundred on: `100 squats` for `one hundred squats`.

    One alone stays: `one hundred` may be the exercise of that name, done once.
    """
    written = _LARGE.sub(_large, text)
    return written if re.search(r"[^\W\d_]", written) else text


def _large(match: re.Match[str]) -> str:
    """`1250` for `one thousand two hundred and fifty`."""
    thousands, part = 0, 0
    for word in in_digits(match[0]).lower().split():
        if word == "thousand":
            thousands, part = part * 1000, 0
        elif word == "hundred":
            part *= 100
        elif word != "and":
            part += 1 if word in {"a", "an"} else int(word)
    return str(thousands + part)


def begins_with_number(text: str) -> str:
    """The number in words with which an entry begins: `twenty-five`, `twenty five`, `ten-fifteen`, `ten to fifteen`.

    Empty where there is none, or where it belongs to the name.
    """
    begun = _BEGINNING.match(text)
    return begun[0] if begun and not _OF_A_NAME.match(text) else ""
