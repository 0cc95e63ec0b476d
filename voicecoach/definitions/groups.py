"""What exercises are sorted by: the family of movements, the muscles that work, and for whom they are."""

from __future__ import annotations

from enum import StrEnum


class Family(StrEnum):
    """What a coach files an exercise under."""

    HIPS = "hips"  # with the glutes
    THIGHS = "thighs"  # with the knees
    CALVES = "calves"  # with the feet
    CORE = "core"
    UPPER_BODY = "upper-body"
    MOBILITY = "mobility"  # with stretching
    PLYOMETRICS = "plyometrics"
    CONDITIONING = "conditioning"
    RUNNING = "running"


class Muscle(StrEnum):
    """Muscles by the names that people who train have for them."""

    GLUTES = "glutes"
    HIP_FLEXORS = "hip-flexors"
    INNER_THIGHS = "inner-thighs"
    QUADS = "quads"
    HAMSTRINGS = "hamstrings"
    CALVES = "calves"
    SHINS = "shins"
    FEET = "feet"
    ABS = "abs"
    OBLIQUES = "obliques"
    LOWER_BACK = "lower-back"
    UPPER_BACK = "upper-back"
    LATS = "lats"
    CHEST = "chest"
    SHOULDERS = "shoulders"
    TRICEPS = "triceps"
    BICEPS = "biceps"
    FOREARMS = "forearms"
    NECK = "neck"


class Difficulty(StrEnum):
    """How much experience it asks for."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
