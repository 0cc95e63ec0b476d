"""Rows of columns aligned with spaces whose last cell goes on in the lines below it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from voicecoach.authoring.reading.columns import is_head

MOST_OFF = 2
"""So many characters a line may begin beside its column."""
LEAST_COLUMNS = 3
_GAP = re.compile(r"\s{2,}")


def with_whole_rows(lines: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """The numbered lines; below heads aligned with spaces, what only goes on with the last cell above stands behind it.

    Heads are over when a line stands apart.
    """
    found = list[tuple[int, str]]()
    last: int | None = None  # where the last column begins
    for number, text in lines:
        if not text.strip():
            last = None
        elif is_head(tuple(_GAP.split(text.strip()))) and len(_GAP.split(text.strip())) >= LEAST_COLUMNS:
            last = text.rstrip().rfind("  ") + 2
        elif last is not None and found and _goes_on(text, last) and len(found[-1][1].rstrip()) > last:
            found[-1] = (found[-1][0], f"{found[-1][1].rstrip()} {text.strip()}")
            continue
        found.append((number, text))
    return found


def _goes_on(text: str, last: int) -> bool:
    """Whether a line has nothing but what stands in the last column."""
    indent = len(text) - len(text.lstrip())
    return abs(indent - last) <= MOST_OFF and not _GAP.search(text.strip())
