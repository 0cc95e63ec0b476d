"""An author's sentences, sorted by the moment in which they are of use: a table of the words that tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from voicecoach.authoring.written import WrittenCues

_ENDS = re.compile(r"(?<=[.!?])[\"'”’)]?\s+(?=[\"'“‘(]?[A-Z0-9])|\n+")
_ABBREVIATED = re.compile(
    r"\b(?:e\.g|i\.e|approx|etc|vs|no|fig|min|max|sec|reps|approx|Dr|Mr|Mrs|St)\.$", re.IGNORECASE
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    # what to be careful about: before any work
    (
        "safety",
        re.compile(r"\b(?:pain|hurts?|dizzy|injur\w+|caution|careful\w*|warning|unsafe|doctor|slip)\b", re.IGNORECASE),
    ),
    # what holds while moving
    (
        "form",
        re.compile(
            r"^(?:tip:?\s+)?(?:keep|don[’']t|do not|avoid|never|always|make sure|ensure|squeeze|brace|engage|"
            r"tighten|breathe|inhale|exhale|focus|try|think|feel|remember|be sure|maintain|stay|"
            r"slow(?:ly)?|control|hold steady)\b",
            re.IGNORECASE,
        ),
    ),
)
"""The first that fits names the kind; what none fits is how it is set up and done."""


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with single spaces and its own end."""
    found: list[str] = []
    for piece in _ENDS.split(text):
        sentence = " ".join((piece or "").split())
        if found and _ABBREVIATED.search(found[-1]):
            found[-1] = f"{found[-1]} {sentence}"
        elif sentence:
            found.append(sentence)
    return found


def sorted_cues(found: Iterable[str]) -> WrittenCues:
    """The sentences by the moment they belong to."""
    kinds: dict[str, list[str]] = {"setup": [], "form": [], "safety": []}
    for sentence in found:
        kinds[next((kind for kind, words in _KINDS if words.search(sentence)), "setup")].append(sentence)
    return WrittenCues(tuple(kinds["setup"]), tuple(kinds["form"]), tuple(kinds["safety"]))
