"""What a text has if it is in Liftoscript: marks that are looked for before it is read line by line."""

from __future__ import annotations

import re

_MARKS = re.compile(
    r"/\s*(?:progress|update|warmup|used|superset)\s*:|/\s*\.\.\.\S|^[^/\n]{2,80}\[[\d, -]{1,30}\] */", re.MULTILINE
)
"""What nothing but Liftoscript has."""
_WEEKS_AND_DAYS = re.compile(r"^# [^\n]{1,80}\n\s{0,20}## ", re.MULTILINE)
_FENCE = re.compile(r"^```(?P<kind>[\w-]*)[ \t]*\n(?P<programme>.*?)^```", re.MULTILINE | re.DOTALL)


def has_marks(text: str) -> bool:
    """Whether it may be a programme in this language, or a page with one."""
    return "/" in text and bool(_MARKS.search(text) or _WEEKS_AND_DAYS.search(text) or fenced(text))


def fenced(text: str) -> str | None:
    """The programme in a page of Markdown that is marked as one, or has its marks; lines keep their numbers.

    Of several that have weeks it is the longest; parts without weeks are one programme together.
    """
    if "```" not in text:
        return None
    fences = [one for one in _FENCE.finditer(text) if one["kind"].startswith("lift") or _MARKS.search(one["programme"])]
    whole = [one for one in fences if re.search(r"^# ", one["programme"], re.MULTILINE)]
    found = [max(whole, key=lambda one: len(one["programme"]))] if whole else fences
    lines = [""] * (text.count("\n") + 1)
    for one in found:
        first, written = text.count("\n", 0, one.start("programme")), one["programme"].split("\n")
        lines[first : first + len(written)] = written
    return "\n".join(lines) if found else None
