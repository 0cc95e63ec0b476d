"""What was heard of a film with a line for each clause, as programs write it: `Next,` above `Lace your fingers,`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from voicecoach.definitions.notation.spelling import A_NUMBER_IN_WORDS

LEAST_LINES, LEAST_SHARE, MOST_WORDS, MOST_WORDS_OF_ALL, LEAST_COUNTED = 16, 0.4, 24, 9, 2
_OPEN, _ENDED = re.compile(r"[^\s,],\s*$"), re.compile(r"[.!?]\s*$")
_BEGUN = re.compile(r"[A-Z\d]")
_ONE_NUMBER = re.compile(rf"\s*(?:\d{{1,2}}|{A_NUMBER_IN_WORDS})[,.!]*\s*", re.IGNORECASE)
_ITSELF = re.compile(r"(?:I|I'\w+|[A-Z]{2,}|(?!It's|That's|Let's|There's|What's|Here's)[A-Z][a-z]+'s)\b")
"""What begins with a capital wherever it stands."""


def with_clauses_joined(texts: Sequence[str]) -> list[str]:
    """The lines; where each is a clause, with a comma at its end, all of a sentence is on the line of its first.

    What is only counted along, a number on each line, is left out.
    """
    if not _are_clauses(texts):
        return list(texts)
    joined, begun = [""] * len(texts), -1
    counted = _counted_along(texts)
    for at, text in enumerate(texts):
        if at in counted or not text.strip():
            begun = -1 if at in counted and _ENDED.search(text) else begun
            continue
        if begun < 0:
            begun, joined[at] = at, text.strip()
        else:
            joined[begun] += f" {_in_small_letters(text.strip())}"
        begun = -1 if _ENDED.search(text) else begun
    return joined


def _are_clauses(texts: Sequence[str]) -> bool:
    """Whether most lines are short, begin as a sentence does, and many end with a comma."""
    written = [one for one in texts if one.strip() and not _ONE_NUMBER.fullmatch(one)]
    if len(written) < LEAST_LINES or any(len(one.split()) > MOST_WORDS for one in written):
        return False
    words = sum(len(one.split()) for one in written)
    begun = sum(bool(_BEGUN.match(one.strip())) for one in written)
    is_open = sum(bool(_OPEN.search(one)) for one in written) >= LEAST_SHARE * len(written)
    is_closed = all(_OPEN.search(one) or _ENDED.search(one) for one in written)
    return is_open and is_closed and begun == len(written) and words <= MOST_WORDS_OF_ALL * len(written)


def _counted_along(texts: Sequence[str]) -> set[int]:
    """Where numbers stand alone on their lines, a few below each other."""
    found, run = set[int](), list[int]()
    for at, text in enumerate([*texts, "end"]):
        if _ONE_NUMBER.fullmatch(text):
            run.append(at)
        elif text.strip():
            found |= set(run) if len(run) >= LEAST_COUNTED else set()
            run = []
    return found


def _in_small_letters(text: str) -> str:
    return text if _ITSELF.match(text) else f"{text[:1].lower()}{text[1:]}"
