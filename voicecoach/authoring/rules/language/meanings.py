"""What a name alone on its line can be."""

from __future__ import annotations

from enum import Enum


class Meaning(Enum):
    """What a name alone on its line is."""

    SESSION = "the title of all"
    SECTION = "the title of a section"
    HEADED = "an exercise, told about below"
    EXERCISE = "an exercise"
    CUE = "said of the exercise above"
    BESIDE = "the title of something that is no part of the session"
