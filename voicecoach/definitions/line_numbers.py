"""Numbers in words, as they stand in a session in one line: `three rounds: ten squats, twenty-five lunges`."""

from __future__ import annotations

import re

from voicecoach.definitions.notation.spelling import NUMBER_WORDS

A_NUMBER = rf"(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
"""One of the words; whoever looks for it says where it ends."""
_COMPOUND = re.compile(rf"{A_NUMBER}(?:-{A_NUMBER})?", re.IGNORECASE)
_OF_A_NAME = re.compile(
    r"(?:one|two)\s+(?:arm|leg|hand|foot)(?:s|ed)?\b|\S+\s+(?:count|points?|ways?|parts?|handed|legged)\b",
    re.IGNORECASE,
)
"""How a name begins that has a number in it: two arm swings, four count burpees."""


def number(word: str) -> int | None:
    """The number that a word stands for, `None` if it stands for none."""
    if not _COMPOUND.fullmatch(word):
        return None
    return sum(NUMBER_WORDS[one] for one in word.lower().split("-"))


def begins_with_number(text: str) -> str:
    """The word for a number with which an entry begins; empty where there is none, or where it belongs to the name."""
    word = text.partition(" ")[0]
    return word if number(word) is not None and not _OF_A_NAME.match(text) else ""
