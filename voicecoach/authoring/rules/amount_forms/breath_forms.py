"""What is counted while one breathes or lets go, and is no amount of the exercise."""

from __future__ import annotations

_BREATHE = r"(?:breath(?:e|ing)|inhal(?:e|ing)|exhal(?:e|ing))"
_COUNTS, _BARE = (
    r"for_(?:a_count_of_)?\d{1,2}\b(?:_counts?)?",
    r"(?! ?(?:s|secs?|seconds?|mins?|minutes?|reps?|rounds?|cycles?|x)\b)",
)
BREATHED = (
    "breath|hal",
    rf"\b{_BREATHE}[^.;\d]{{0,25}}_{_COUNTS}(?:[, ]+(?:and_|then_)?(?:{_BREATHE}_)?(?:in_|out_)?{_COUNTS})*{_BARE}",
)
"""How long each breath takes, in counts: in for 2 counts and out for 4."""
BREATHS = (
    "breath",
    r"\b\d+(?:-\d+)?_(?:rounds|cycles)_of_breath(?:s|ing)?\b",
    r"\b\d+(?:(?:-|_to_|_or_)\d+)?_(?:[a-z]+_){0,2}?breaths?\b(?:_each(?!_(?:side|leg|arm|way|direction)))?",
)
"""How many breaths something is held for."""
LET_GO = (
    "relax|release",
    r",? ?\b(?:and_|then_)+(?:relax|release)_(?:for_)?(?:a_count_of_\d\b|\d_?(?:s|secs?|seconds?)\b)",
)
"""How long one lets go between repetitions: and relax for 5 seconds."""
