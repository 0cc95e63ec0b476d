"""Text that was copied with a blank line behind each line, of which some were broken by the width of their page."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from voicecoach.authoring.reading.text_blocks import LEAST_LONG, MARKER

LEAST_LINES, LEAST_BROKEN, MOST_SMALL = 8, 2, 0.5
_ENDED = re.compile(r"[.!?:;…\"”)]\s*$")


def with_spaces_closed(texts: Sequence[str]) -> list[str]:
    """The lines; where a blank one stands behind each, a line that goes on in small letters is on that before it."""
    written = [at for at, one in enumerate(texts) if one.strip()]
    broken = [at for at, after in itertools.pairwise(written) if _goes_on(texts[at], texts[after])]
    small = sum(texts[at].lstrip()[0].islower() for at in written)
    is_spaced = all(after - at > 1 for at, after in itertools.pairwise(written))
    if not is_spaced or len(written) < LEAST_LINES or len(broken) < LEAST_BROKEN or small > MOST_SMALL * len(written):
        return list(texts)
    closed = list(texts)
    begun = -1
    for at, after in itertools.pairwise(written):
        begun = begun if begun >= 0 else at
        if at in broken:
            closed[begun], closed[after] = f"{closed[begun].rstrip()} {texts[after].strip()}", ""
        else:
            begun = -1
    return closed


def _goes_on(text: str, after: str) -> bool:
    """Whether a line is so long that it was hardly ended there, and the next begins within a sentence."""
    is_open = len(text.strip()) >= LEAST_LONG and not _ENDED.search(text)
    return is_open and after.lstrip()[0].islower() and not MARKER.match(after.lstrip())
