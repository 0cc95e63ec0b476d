"""Lines that a page's width has broken, made whole."""

from __future__ import annotations

import re

FULL = 0.75
"""A line that reaches so far towards the width of the page may have been broken by it."""
HALF = 0.5
"""So far reaches a line that was broken before a long word, and goes on in small letters."""
USUAL = 0.9
"""The width is what so many of the lines stay within; titles and rows of tables may be longer."""
LEAST_WIDTH = 40
"""A page whose lines are all shorter than this is a list, broken where its author wanted it."""
_BEGINS_ANEW = re.compile(
    r"\s*(?:[-–—•·▪◦●○*▢☐✓]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s|[A-Z]\d?[.):]\s|[A-Z][\w ]{0,30}:|\d+\s*[x×]|#|$)"
)
_PRESCRIBES = re.compile(r"\s*[^\W\d_][\w '’/+&()-]{2,40}?[\s:–-]+\d{1,2}\s?[x×]\s?\d")
"""A line that begins with a name and its sets is one of its own."""
_ENDS = re.compile(r"[.!?:;]$")
_CELLS = re.compile(r"\S {3,}\S")


def joined(lines: list[str]) -> str:
    """The text with its broken lines joined; rows of a table and items of a list stay lines of their own."""
    spaced = [line if _CELLS.search(line) else re.sub(r"(?<=\S)  (?=\S)", " ", line) for line in lines]
    width = _width(spaced)
    found: list[str] = []
    last = ""
    for line in spaced:
        if found and _goes_on(last.strip(), line, width):
            found[-1] = _with(found[-1], line.strip())
        else:
            found.append(line)
        last = line
    return "\n".join(found)


def _width(lines: list[str]) -> int:
    lengths = sorted(len(line.strip()) for line in lines if line.strip() and not _CELLS.search(line))
    return lengths[min(int(USUAL * len(lengths)), len(lengths) - 1)] if lengths else 0


def _goes_on(last: str, line: str, width: int) -> bool:
    """Whether a line is the end of the one before."""
    if (
        not last
        or _BEGINS_ANEW.match(line)
        or _PRESCRIBES.match(line)
        or _CELLS.search(line)
        or _CELLS.search(last)
        or width < LEAST_WIDTH
    ):
        return False
    if len(last) >= FULL * width:
        return True
    return len(last) >= HALF * width and line.strip()[:1].islower() and not _ENDS.search(last)


def _with(text: str, end: str) -> str:
    """The line with its end; a word that was parted by a hyphen is one again."""
    if re.search(r"[a-z]-$", text) and end[:1].islower():
        return text[:-1] + end
    return f"{text} {end}"
