"""Two columns of prose on a page, one after the other; a table's columns stay beside each other."""

from __future__ import annotations

import re
from collections import Counter

LEAST_GAP = 2
"""So many empty places make a gap between columns."""
LEAST_LINES = 6
LEAST_WORDS = 4
"""A column of prose has so many words in a line, most of the time; a table's cell has fewer."""
MOST_ACROSS = 0.1
"""The share of lines that may cross the gap, such as a title over both columns."""


def in_reading_order(lines: list[str]) -> list[str]:
    """The lines of a page; where it has two columns, those of the left one first."""
    gap = _gap(lines)
    if gap is None:
        return lines
    begin = next(at for at, line in enumerate(lines) if _is_free(line, gap) and line[gap:].strip())
    end = next(at for at in range(len(lines), 0, -1) if _is_free(lines[at - 1], gap) and lines[at - 1].strip())
    left = [line[:gap].rstrip() for line in lines[begin:end]]
    right = [line[gap:].strip() for line in lines[begin:end]]
    return [*lines[:begin], *left, "", *right, "", *lines[end:]]


def _gap(lines: list[str]) -> int | None:
    """Where the right column begins, if there are two of prose."""
    both = [line for line in lines if re.search(r"\S {2,}\S", line)]
    if len(both) < LEAST_LINES:
        return None
    starts = [match.end() for line in both for match in re.finditer(r"\S {2,}(?=\S)", line)]
    gap, count = Counter(starts).most_common(1)[0]
    sides = [(line[:gap], line[gap:]) for line in lines if line.strip() and _is_free(line, gap)]
    filled = [line for line in lines if line.strip()]
    if len(sides) < (1 - MOST_ACROSS) * len(filled) or count < LEAST_LINES:
        return None
    return gap if all(_is_prose([side[at] for side in sides]) for at in (0, 1)) else None


def _is_free(line: str, gap: int) -> bool:
    return not line[max(0, gap - LEAST_GAP) : gap].strip()


def _is_prose(texts: list[str]) -> bool:
    words = sorted(len(text.split()) for text in texts if text.strip())
    return len(words) >= LEAST_LINES and words[len(words) // 2] >= LEAST_WORDS
