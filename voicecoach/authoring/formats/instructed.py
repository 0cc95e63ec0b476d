"""How much of an exercise its instructions say: `Repeat for 10-20 repetitions, then switch to the other leg`."""

from __future__ import annotations

import re
from dataclasses import replace

from voicecoach.authoring.written import Span, WrittenExercise
from voicecoach.definitions.model import Sides

_SPAN = r"(?P<low>\d{1,3})(?:\s*(?:-|–|to)\s*(?P<high>\d{1,3}))?"
_REPS = re.compile(
    rf"\b(?:repeat|perform|do|complete|aim for)\b(?:\s[a-z]+){{0,4}}\s{_SPAN}\s(?:reps|repetitions|times)\b",
    re.IGNORECASE,
)
_HOLD = re.compile(
    rf"\bhold(?:ing)?\b(?:\s(?:[a-z-]+)){{0,4}}\sfor\s{_SPAN}\s?(?P<unit>seconds?|secs?|s|minutes?|mins?)\b",
    re.IGNORECASE,
)
_OTHER_SIDE = re.compile(
    r"\b(?:switch|repeat|change|then|swap)\b[^.]{0,40}\b(?:other|opposite|alternate) (?:leg|side|arm|foot|hand)\b"
    r"|\b(?:switch|change|swap) (?:sides|legs|arms)\b",
    re.IGNORECASE,
)
LEAST_HOLD_S, S_PER_MINUTE = 5, 60
"""A shorter hold is a part of each repetition."""


def as_instructed(exercise: WrittenExercise) -> WrittenExercise:
    """The exercise with the amount that its instructions say, if they say one."""
    told = " ".join(exercise.cues.setup)
    reps, hold = _REPS.search(told), _HOLD.search(told)
    sides = Sides.EACH if _OTHER_SIDE.search(told) else None
    if reps:
        return replace(exercise, reps=_span(reps), sides=sides)
    seconds = _span(hold, S_PER_MINUTE if hold["unit"].startswith("m") else 1) if hold else None
    if seconds and seconds[0] >= LEAST_HOLD_S:
        return replace(exercise, seconds=seconds, is_hold=True, sides=sides)
    return replace(exercise, sides=sides)


def _span(found: re.Match[str], times: int = 1) -> Span:
    low = float(found["low"])
    return low * times, float(found["high"] or low) * times
