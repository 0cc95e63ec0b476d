"""Times that are said to be those of each exercise: `3 minutes at each station`."""

from __future__ import annotations

import re

from voicecoach.authoring.rules.amounts.parts import Parts
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, WARM_UP

_OF_ONE_BEFORE = re.compile(r"\b(?:each|every) [a-z]+ (?:lasts|takes|is|goes on)(?: for)?\s*$")
"""Before a time: it is that of each of them."""
_OF_EACH = re.compile(r"\s*(?:(?:at|on|in|of|with) )?(?:each|per|every)\b")
"""The same behind it."""
_OF_A_LEG = in_any_case(rf"\b(?:{WARM_UP}|{COOL_DOWN})(?:,? (?:\w+ly|easy|well))?\s*$")
"""Before a time: it is that of a warm-up, and of none of what comes behind it."""


def is_of_leg(parts: Parts) -> bool:
    """Whether a time is said to be that of warming up: `Warm up for 5 minutes`."""
    timed = [one for one in parts.parts if any(name == "seconds" for name, _ in one.found)]
    text = parts.line.text
    return any(
        one.text.startswith("for") and _OF_A_LEG.search(text[: one.start]) and not _OF_EACH.match(text[one.end :])
        for one in timed[:1]
    )


def is_of_each(parts: Parts) -> bool:
    """Whether a time is said to be that of each."""
    timed = [one for one in parts.parts if {"seconds", "held"} & {name for name, _ in one.found}]
    text = parts.line.text
    return any(
        _OF_EACH.match(text[one.end :])
        or _OF_ONE_BEFORE.search(text[: one.start])
        or one.text.startswith(("for", "hold"))
        for one in timed
    )
