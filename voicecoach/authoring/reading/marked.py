"""Lines that begin with the same small picture, as items of a list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

LEAST_LINES = 3
_MARKED = re.compile(r"(?P<indent>\s*)(?P<mark>[\U0001F300-\U0001FAFF\u2600-\u27BF])\ufe0f?\s*(?P<text>[^\W_].*)")


def with_dashes(texts: Sequence[str]) -> list[str]:
    """The lines; each picture that several of them begin with is a dash there."""
    found = [_MARKED.fullmatch(text) for text in texts]
    often = Counter(one["mark"] for one in found if one)
    return [
        f"{one['indent']}- {one['text']}" if one and often[one["mark"]] >= LEAST_LINES else text
        for one, text in zip(found, texts, strict=True)
    ]
