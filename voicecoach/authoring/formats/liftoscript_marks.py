"""What a text has if it is in Liftoscript: marks that are looked for before it is read line by line."""

from __future__ import annotations

import re

_MARKS = re.compile(
    r"/\s*(?:progress|update|warmup|used|superset)\s*:|/\s*\.\.\.\S|^[^/\n]{2,80}\[[\d, -]{1,30}\] */", re.MULTILINE
)
"""What nothing but Liftoscript has."""
_WEEKS_AND_DAYS = re.compile(r"^# [^\n]{1,80}\n\s{0,20}## ", re.MULTILINE)
_FENCE = re.compile(r"^```lift\w*[ \t]*\n(?P<programme>.*?)^```", re.MULTILINE | re.DOTALL)


def has_marks(text: str) -> bool:
    """Whether it may be a programme in this language."""
    if fenced(text):
        return True
    return "/" in text and bool(_MARKS.search(text) or _WEEKS_AND_DAYS.search(text))


def fenced(text: str) -> str | None:
    """The programme in a page of Markdown, if it is marked as one; lines keep their numbers."""
    found = _FENCE.search(text)
    return "\n" * text.count("\n", 0, found.start("programme")) + found["programme"] if found else None
