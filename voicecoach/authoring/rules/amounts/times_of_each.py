"""Times that are said to be those of each exercise: `3 minutes at each station`."""

from __future__ import annotations

import re

from voicecoach.authoring.rules.amounts.parts import Parts

_OF_ONE_BEFORE = re.compile(r"\b(?:each|every) [a-z]+ (?:lasts|takes|is|goes on)(?: for)?\s*$")
"""Before a time: it is that of each of them."""


def is_of_each(parts: Parts) -> bool:
    """Whether a time is said to be that of each."""
    timed = [one for one in parts.parts if {"seconds", "held"} & {name for name, _ in one.found}]
    text = parts.line.text
    return any(
        re.match(r"\s*(?:(?:at|on|in|of|with) )?(?:each|per|every)\b", text[one.end :])
        or _OF_ONE_BEFORE.search(text[: one.start])
        or one.text.startswith(("for", "hold"))
        for one in timed
    )
