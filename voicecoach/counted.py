"""Numbers with the things that they count, several things named in short, how a sentence begins and is quoted."""

from __future__ import annotations

from collections.abc import Sequence

MOST_TITLES = 3
"""So many titles name what has several."""


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
