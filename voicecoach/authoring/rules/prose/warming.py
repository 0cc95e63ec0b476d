"""What a sentence tells to warm up with, before what is done then: `Warm up with a 5 minute jog, then 10 squats`."""

from __future__ import annotations

from itertools import takewhile

from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import WARM_UP
from voicecoach.authoring.rules.line_kinds.said import Told

_WARMS = in_any_case(
    r"\W*(?:(?:always|first(?:ly)?|please|and|then|so|we|you|i|they|let's|we'll|you'll)\W+)*"
    rf"(?:{WARM_UP}|warmed[ -]?up)\b(?! sets?\b)",
    rf"\W*[^.;:]{{0,80}}\b(?:to|as (?:an?|your|the)|for (?:an?|your|the)) (?:{WARM_UP}|get warm)\b",
)
"""How a sentence begins that tells how one warms up."""
_BEHIND = in_any_case(
    r"\b(?:then|before|followed by|after (?:that|which)|next|mov(?:e|ing) on|go(?:ing)? (?:on|straight) (?:in)?to)\b|;"
)
"""What stands before all that is done when one is warm."""


def warmed_with(told: Told, sentence: str) -> int:
    """How many of a sentence's exercises one warms up with, the first of them; 0 if it tells of no warm-up."""
    warms = _WARMS.match(sentence)
    if not warms or told.groups or told.is_running or not told.exercises:
        return 0
    behind = _BEHIND.search(sentence, warms.end())
    if not behind:
        return len(told.exercises)
    first = sentence[: behind.start()]
    return len(list(takewhile(lambda one: one.name.text in first, told.exercises)))
