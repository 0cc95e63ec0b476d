"""Sets that one warms up with, beside those that are meant: `warm-up 2x10, then 4x6`."""

from __future__ import annotations

_SETS_OF = r"\d{1,2}(?:-\d{1,2})? ?(?:x|sets_(?:of|x)_)? ?\d{1,2}(?:-\d{1,2})?(?:_reps?)?"
_THEN_WORK = r"(?:[ ,;+/–-]|and|then|followed_by|work(?:ing)?_sets?:?|heavy)*\d+(?:-\d+)?_?(?:x|sets?|work|heavy|hard)"
"""What the sets come in that are meant, behind those that one warms up with."""
_LIGHT = r"(?:light(?:er)?|easy|ramp(?:ing)?[ -]?up|build[ -]?up)"
WARM_UP_SETS = (
    "warm|light|easy|ramp|build",
    (
        r"(?<!x)(?<!x\s)(?!^\d+_(?:light_|easy_)?warm[ -]?up_sets_of_[a-z])"
        r"\b\d+(?:-\d+)?_(?:light_|easy_)?warm[ -]?up_sets?\b(?:_of_\d+(?:-\d+)?)?(?:_reps?)?"
    ),
    rf"\bwarm[ -]?up(?:_sets?)? ?[:–-]? ?{_SETS_OF}(?={_THEN_WORK})",  # warm-up 2x10, then 4x6
    rf"(?<!x)(?<!x\s)\b{_SETS_OF}_(?:to_|as_(?:a_)?)?warm[ -]?up(?:_sets?)?\b(?={_THEN_WORK})",
    rf"(?<!x)(?<!x\s)\b\d+(?:-\d+)?_{_LIGHT}_sets?(?:_of_\d+)?(?=,?_(?:and_)?then\b{_THEN_WORK})",
    r"\bwarm[ -]?up_with_(?:just_|only_)?(?:an?_|the_)?(?:empty_|light_|lighter_)?(?:bar|barbell|weights?)\b[^.;]*",
)
