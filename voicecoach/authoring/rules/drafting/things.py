"""What is needed, as a text lists it."""

from __future__ import annotations

import re

MOST_WORDS_OF_A_THING = 8


def things_in(text: str) -> list[str]:
    """The things of a list: `mat, mini band and a chair`."""
    text = re.sub(r"\([^)]*\)", "", text).strip(" .:-")
    pieces = re.split(r"\s*[,;/•|]\s*(?:and\s+|plus\s+)?|\s+and\s+(?!a half)|\s+\+\s+", text)
    bare = (
        re.sub(r"^(?:an?|the|some|your|optional:?|\d+\s*x?)\s+", "", one.strip(), flags=re.IGNORECASE).strip(" .")
        for one in pieces
    )
    return [
        one
        for one in bare
        if 1 <= len(one.split()) <= MOST_WORDS_OF_A_THING
        and re.search(r"[^\W\d_]{2}", one)
        and not re.fullmatch(r"none|nothing|no equipment|bodyweight|n/a|no", one, re.IGNORECASE)
    ]
