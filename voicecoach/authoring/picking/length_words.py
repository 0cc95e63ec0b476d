"""Lengths as people say them, all of them in minutes: `half an hour`, `1 h 30`, `1½ hours`, `20:00`."""

from __future__ import annotations

import re
from fractions import Fraction

from voicecoach.counted import counted
from voicecoach.definitions.notation.spelling import in_digits
from voicecoach.errors import ChoiceError

MINUTES = frozenset({"m", "min", "mins", "minute", "minutes"})
HOURS = frozenset({"h", "hr", "hrs", "hour", "hours"})
SPOKEN = {
    "a quarter of an hour": "15 minutes",
    "quarter of an hour": "15 minutes",
    "three quarters of an hour": "45 minutes",
    "an hour and a half": "90 minutes",
    "one and a half hours": "90 minutes",
    "half an hour": "30 minutes",
    "half hour": "30 minutes",
    "an hour": "1 hour",
}
FRACTIONS = {"½": "1/2", "¼": "1/4", "¾": "3/4"}
_HOUR = "|".join(sorted(HOURS, key=len, reverse=True))
_MINUTE = "|".join(sorted(MINUTES, key=len, reverse=True))
_LESS_THAN_NOTHING = re.compile(r"(?:^|[\s,;])([-–−]\d[\d.,]*)")
_CLOCK = re.compile(rf"\b(\d+):(\d\d)(?::(\d\d))?\b(\s*(?:{_HOUR})\b)?")
_FRACTION = re.compile(rf"\b(?:(\d+)\s+)?(\d+)/([1-9])(?=\s*-?\s*(?:{_HOUR})\b)")
_HOURS_AND_MINUTES = re.compile(rf"\b(\d+)\s*(?:{_HOUR})\s*(?:and\s+|,\s*)?(\d+)(?:\s*-?\s*(?:{_MINUTE}))?\b")
_LONE_HOUR = re.compile(r"(?<![\d.½¼¾])(^|[a-z,;]\s+|^\s*)hour\b")


def lengths_in_minutes(text: str) -> str:
    """`text`, in small letters, with its lengths in minutes. Raises ChoiceError for one that can't be meant."""
    if less := _LESS_THAN_NOTHING.search(text):
        raise ChoiceError(f"--pick: {less[1]!r} is less than nothing. Write the length without the dash.")
    for spoken, minutes in SPOKEN.items():
        text = re.sub(rf"\b{spoken}\b", minutes, text)
    for sign, fraction in FRACTIONS.items():
        text = text.replace(sign, f" {fraction}")
    text = _FRACTION.sub(_in_decimals, _CLOCK.sub(_by_the_clock, in_digits(text)))
    text = _HOURS_AND_MINUTES.sub(lambda found: f"{int(found[1]) * 60 + int(found[2])} minutes", text)
    text = _LONE_HOUR.sub(r"\g<1>60 minutes", text)
    return re.sub(r"(?<=\d)\s*['′](?!\w)", " minutes", text)


def _in_decimals(found: re.Match[str]) -> str:
    return f"{float(int(found[1] or 0) + Fraction(int(found[2]), int(found[3]))):g}"


def _by_the_clock(found: re.Match[str]) -> str:
    """Minutes and seconds, unless hours are said."""
    first, second, third, hours = found.groups()
    if hours or third:
        return f"{int(first) * 60 + int(second)} minutes"
    if int(second):
        short = f"{counted(int(first), 'minute')} and {counted(int(second), 'second')}"
        as_hours = int(first) * 60 + int(second)
        raise ChoiceError(
            f"--pick: {found[0]} is {short}. Write whole minutes; for an hour and more, {as_hours} minutes."
        )
    return f"{int(first)} minutes"
