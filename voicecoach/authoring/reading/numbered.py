"""Lines that are counted by a bare number, as items of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

LEAST_LINES = 4
_NUMBERED = re.compile(r"(?P<indent>\s*)(?P<number>\d{1,2})\s+(?P<text>[^\W\d_].*)")
_SEVERAL = re.compile(r"[^\W\d_]{2,}s\b")


def with_points(texts: Sequence[str]) -> list[str]:
    """The lines; `1 Skipping`, `2 Hopping` and so on with a point behind the number.

    Lines such as `1 burpee`, `2 squats` count what they name, and stay as they are.
    """
    found = [_NUMBERED.fullmatch(text) for text in texts]
    done, at = list(texts), 0
    while at < len(texts):
        end = at
        while end < len(texts) and (one := found[end]) and int(one["number"]) == end - at + 1:
            end += 1
        run = [one for one in found[at:end] if one]
        if len(run) >= LEAST_LINES and any(not _SEVERAL.search(one["text"]) for one in run[1:]):
            done[at:end] = [f"{one['indent']}{one['number']}. {one['text']}" for one in run]
        at = max(end, at + 1)
    return done
