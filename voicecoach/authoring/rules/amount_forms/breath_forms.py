"""What is counted while one breathes or lets go, and is no amount of the exercise."""

from __future__ import annotations

_BREATHE = r"(?:breath(?:e|ing)|inhal(?:e|ing)|exhal(?:e|ing))"
_COUNTS, _BARE = (
    r"for_(?:a_count_of_)?\d{1,2}\b(?:_counts?)?",
    r"(?! ?(?:s|secs?|seconds?|mins?|minutes?|reps?|rounds?|cycles?|x)\b)",
)
_BREATHED = (
    "breath|hal",
    rf"\b{_BREATHE}[^.;\d]{{0,25}}_{_COUNTS}(?:[, ]+(?:and_|then_)?(?:{_BREATHE}_)?(?:in_|out_)?{_COUNTS})*{_BARE}",
)
"""How long each breath takes, in counts: in for 2 counts and out for 4."""
_HELD = r"(?:(?<=[a-z)\x20])\bhold(?:ing)?_(?:(?:it|here|there|this)_)?for_)?"
BREATHS = (
    "breath",
    rf"{_HELD}\b\d+(?:-\d+)?_(?:rounds|cycles)_of_breath(?:s|ing)?\b",
    rf"{_HELD}\b\d+(?:(?:-|_to_|_or_)\d+)?_(?:[a-z]+_){{0,2}}?breaths?\b(?:_each(?!_(?:side|leg|arm|way|direction)))?",
)
"""How many breaths something is held for."""
_COUNT = r"(?:(?:a|the|an)_)?(?:slow_)?(?:count_of_)?[1-9]\d?(?:_(?:slow_)?counts?)?"
_BACK = (
    r"(?:down|up|back|in|out|lower|rise|lift|raise|return|release|come|sit|stand|bend|straighten|open|close|push|pull"
    r"|press|go|let|slide|slowly)"
)
_THEN = rf"(?:_?,)?_(?:(?:and|then|but|slowly)_?,?_)*{_BACK}(?:_[a-z-]+){{0,5}}?,?"
_IN_COUNTS = (
    "count",
    (
        rf"(?<!hold\x20)(?<!hold\x20it\x20)(?<!pause\x20)(?:\b{_BACK}(?:_[a-z-]+){{0,3}}?_)?"
        rf"\b(?:to|for|on|over|in)_(?=[^,;.]{{0,8}}count){_COUNT}{_THEN}_(?:to|for|on|over|in)_{_COUNT}{_BARE}"
    ),
    r"(?<=count),? \(?up_(?:to|for)_\d{1,2},?_(?:and_)?down_(?:to|for)_\d{1,2}\b\)?",  # to an 8 count (up to 4, ...
    rf"\bcount(?:ing)?(?:_slowly)?_to_\d{{1,2}}{_THEN}_(?:count(?:ing)?_)?(?:slowly_)?to_\d{{1,2}}\b{_BARE}",
)
"""How slowly one moves there and back, in counts: rise to a count of 4 and back down to 8."""
_IN_BARE_COUNTS = (
    "for ",
    rf"\bfor_[1-9]_?(?:s|secs?|seconds?)\b{_THEN}_for_[1-9]\b{_BARE}",
)
"""The same where only the first number has its unit: up for 2 counts, which are seconds, and lower for 4."""
_IN_SECONDS = (
    "take|taking",
    (
        rf"\btak(?:e|ing)_(?:about_|around_|at_least_)?[1-9](?:(?:-|_to_|_or_)\d)?_?(?:s|secs?|seconds?)\b_to_{_BACK}\b"
        r"[^.;\d]{0,30}?_and_(?:another_)?[1-9]_?(?:s|secs?|seconds?)\b_to_[a-z]+"
    ),
)
"""How slowly one moves, in seconds: take 3 seconds to stand up and 3 seconds to sit down."""
PACED = (_BREATHED, _IN_COUNTS, _IN_BARE_COUNTS, _IN_SECONDS)
LET_GO = (
    "relax|release",
    r",? ?\b(?:and_|then_)+(?:relax|release)_(?:for_)?(?:a_count_of_\d\b|\d_?(?:s|secs?|seconds?)\b)",
)
"""How long one lets go between repetitions: and relax for 5 seconds."""
