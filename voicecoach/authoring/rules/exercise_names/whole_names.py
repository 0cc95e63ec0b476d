"""Names that are more than one: in two languages, with their kind behind a comma, in a list."""

from __future__ import annotations

import re

from voicecoach.authoring.rules.exercise_names.names import Name, reads_as_name, unlabelled
from voicecoach.authoring.rules.language.movements import ends_with_movement

MOST_WORDS_OF_A_HEADING = 6
_AND = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+")


def listed_names(text: str) -> list[str]:
    """What commas and `and` part in a list: `squats, rows and dips`."""
    return [one for one in _AND.split(text) if one]


def called_whole(text: str) -> Name | None:
    """A short name that has its kind or its part behind a comma, as a heading has: `Four-point kneel, arm reach`."""
    bare = unlabelled(text).strip(" .:")
    parts = bare.split(", ")
    is_one = len(parts) == 2 and len(bare.split()) <= MOST_WORDS_OF_A_HEADING  # noqa: PLR2004 - a name and its kind
    is_begun = bare[:1].isupper()  # not `then a hang, one go`
    return Name(bare) if is_one and is_begun and all(map(reads_as_name, parts)) else None


def in_both(text: str) -> Name | None:
    """The name that a line has twice, in two languages or in two words: `Balasana - child's pose`."""
    names = [one.strip(" .") for one in re.split(r"\s+[-–—]\s+", unlabelled(text))]
    is_both = len(names) == 2 and all(reads_as_name(one) and ends_with_movement(one) for one in names)  # noqa: PLR2004
    return Name(unlabelled(text).strip(" .")) if is_both else None
