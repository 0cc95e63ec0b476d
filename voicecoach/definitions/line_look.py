"""Whether a text looks like a session in one line; cheap, since every name of a session is asked."""

from __future__ import annotations

import re

from voicecoach.definitions.line_numbers import A_NUMBER
from voicecoach.late_patterns import late

MAX_LINE_CHARACTERS = 1000

_KINDS = "tabata|emom|e[2-9]mom|amrap|superset|circuit|intervals|hiit|for\\s+time|warm-?\\s?up|cool-?\\s?down"
_HEAD = late(rf"\s*(?:{_KINDS})(?:\s|:|$)", re.IGNORECASE)
_ROUNDS = late(
    rf"\b(?:\d+|{A_NUMBER})\s*(?:rounds?|rds?|sets?|times)\b|\d\s*/\s*\d+\s|\b\d+(?:-\d+){{2,}}\s*:"
    r"|^\s*\d{1,3}(?:-\d{1,3}){2,}\s+[a-z]",
    re.IGNORECASE,
)
_AMOUNT = late(
    r"\b\d+\s*[x×*]\s*\d|\b\d+\s*(?:s|secs?|seconds?|min|mins|minutes?|m|km|reps?|kg)\b|\d:\d\d\b|[a-z]\s+\d+(?:-\d+)*(?:,|-\d+(?:\s|$))",
    re.IGNORECASE,
)
_HEADED = late(r"\w:\s+\w|\b\d+[a-z]+\d+\b", re.IGNORECASE)
_COUNTED = late(rf"(?:^|[:;,]\s*)\d+(?:-\d+)?\s+[a-z]|[;,]\s*{A_NUMBER}\s+[a-z]", re.IGNORECASE)


def reads_as_line(text: str) -> bool:
    """Whether a text is meant as a session in one line, such as `3 rounds: 40/20 burpees, squats; rest 60s`.

    It may still be one that can't be read.
    """
    if len(text) > MAX_LINE_CHARACTERS or "\n" in text or text.lower().endswith((".yaml", ".yml")):
        return False
    if _HEAD.match(text):
        return True
    return " " in text.strip() and any(look.search(text) for look in (_ROUNDS, _AMOUNT, _COUNTED, _HEADED))
