"""Weeks of a programme as they are written: `3`, `2-4`, `2 to 4`."""

from __future__ import annotations

import re

from voicecoach.definitions.notation.notation_error import NotationError, shown

MAX_WEEKS = 100
_SPAN = re.compile(r"(?:weeks?\s+)?(\d{1,3})(?:\s*(?:-|–|to)\s*(\d{1,3}))?", re.IGNORECASE)


def parse_weeks(value: object) -> tuple[int, int]:
    """The first and the last week. Raises NotationError."""
    match = None if isinstance(value, bool) else _SPAN.fullmatch(str(value).strip())
    if match is None:
        raise NotationError(f"{shown(value)} is no week. Write 3, or 2-4 for weeks two to four.")
    first, last = int(match[1]), int(match[2] or match[1])
    if not 1 <= first <= last <= MAX_WEEKS:
        raise NotationError(f"{shown(value)}: weeks go from 1 to {MAX_WEEKS}, and the first one comes first.")
    return first, last
