"""How hard something is on a scale, which is no amount: `3/10 pain`, `effort: 7/10`, `RIR: 2`."""

from __future__ import annotations

from voicecoach.authoring.rules.language.form_words import Traps
from voicecoach.authoring.rules.language.pattern import any_of

_NO_LOAD = r"(?<!\brpe[\s:=])(?<!\brpe:\s)(?<!\brpe\s\d-)(?<!\brpe:\s\d-)"
"""Not behind this, which is a load: `RPE: 8/10`."""

HOW_HARD: Traps = (
    (
        "pain|score|scale|vas|/10|of 10",
        any_of(  # 3/10 pain
            r"\b(?:pain|score|scale|vas)[^.;,]{0,25}?\b\d{1,2}(?: ?- ?\d{1,2})?(?:_?(?:/|out_of)_?\d\d?)?\b(?! ?x ?\d)",
            r"\b(?:effort|intensity|exertion|difficulty)(?:_level)? ?[:=]? ?(?:\d|10)(?:/|_out_of_)10\b",
            rf"(?!^10/10_[a-z])(?<!\d/){_NO_LOAD}\b(?:\d|10)/10\b(?!_?x|/\d)",
        ),
    ),
    (
        "rir|reserve|tank",
        any_of(  # 2 RIR
            r"\b(?:target_)?(?:rir|reps?_in_reserve) ?[:=]? ?\d+(?: ?- ?\d+)?\b",
            r"\b\d+(?:_?rir|(?:-\d+)?_(?:reps?_)?(?:in_reserve|in_the_tank|left_in_the_tank))\b",
        ),
    ),
)
