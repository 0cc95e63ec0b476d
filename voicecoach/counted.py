"""Numbers with the things that they count, several things named in short, how a text stands in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

MOST_TITLES = 3
"""So many titles name what has several."""
LEAST_OF_AN_ACRONYM = 2
"""Letters: one in capitals is the A of a sentence, or the T of a T-spine."""


def counted(number: int, what: str) -> str:
    """`1 round`, `2 rounds`."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def sentence_case(text: str) -> str:
    """The text as it begins a sentence; the rest of it stays as it is."""
    return text[:1].upper() + text[1:]


def quoted_sentence(text: str) -> str:
    """A text as it is quoted in a sentence, which has its own full stop: `'Breathe out'`."""
    return repr(text[:-1] if text.endswith(".") and not text.endswith("..") else text)


def titles_in_short(titles: Sequence[str]) -> str:
    """`Squats + Lunges + Rows …`: the first of several titles, and a sign if there are more."""
    return " + ".join(titles[:MOST_TITLES]) + (" …" if len(titles) > MOST_TITLES else "")


def in_a_sentence(title: str) -> str:
    """A title in lower case, but for acronyms: words in capitals of at least two letters, where not all is in them."""
    if title.isupper() and " " in title:
        return title.lower()
    return re.sub(r"[^\W_]+", lambda word: word[0] if _is_acronym(word[0]) else word[0].lower(), title)


def _is_acronym(word: str) -> bool:
    letters = [char for char in word.removesuffix("s") if char.isalpha()]
    return len(letters) >= LEAST_OF_AN_ACRONYM and all(map(str.isupper, letters))
