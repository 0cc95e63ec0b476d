"""How large something is that an exercise is done on, which is no amount of it: a box's height, a target's."""

from __future__ import annotations

from voicecoach.authoring.rules.language.form_words import Traps
from voicecoach.authoring.rules.language.pattern import any_of

_SHARE = r"\d{1,2}(?:\.\d)?"
SIZES: Traps = (
    (
        "incline|gradient|grade|slope|decline",
        any_of(  # how steep a treadmill is: 0% to 1% incline, 3 percent grade
            rf"\b{_SHARE} ?%?(?: ?- ?|_to_|_or_){_SHARE}(?: ?%|_percent)_(?:incline|gradient|grade|slope|decline)\b",
            rf"\b{_SHARE}(?: ?%|_percent)_(?:incline|gradient|grade|slope|decline)\b",
        ),
    ),
    (
        "x|by",
        r"\b\d+ ?(?:feet|ft|foot|m|met(?:re|er)s?)_?(?:x|by)_?\d+ ?(?:feet|ft|foot|m|met(?:re|er)s?)\b(?:_of_[a-z]+)?",
    ),
    (
        "jump",
        (
            r"(?:(?<=box\sjump\s)|(?<=box\sjumps\s)|(?<=jump\sovers\s)|(?<=jump\sover\s))"  # a box's height
            r"(?:[@-] ?|\()?\d{2}(?: ?/ ?\d{2}(?: ?(?:\"|in\b|inch(?:es)?))?| ?(?:\"|in\b|inch(?:es)?|cm\b))"
            r"\)?(?= ?(?:$|[,;.]))"
        ),
    ),
    (
        "jump|hop|step|bound|hurdle",
        any_of(
            r"\(\d{2}(?: ?[-/] ?\d{2})? ?\"(?: box)?\)",  # Box jumps 3x5 (24")
            r"\b(?:over|onto|on to|off)_(?:an?_)?\d{1,2}(?: ?- ?\d{1,2})? ?\"",
        ),
    ),
    (
        "step",
        (
            r"(?:(?<=step.overs\s)|(?<=step.over\s)|(?<=step.ups\s)|(?<=step.up\s))"  # as a box is high
            r"(?:[@-] ?)?(?:1[2468]|20|24) ?\"(?= ?(?:$|[,;.]))"
        ),
    ),
    (
        "heavy|light|medium|moderate|bodyweight|bw",  # a weight in words: 8 each leg x heavy
        (
            r"(?<!\d)(?<!\d\s)\bx_(?:(?:very_)?(?:heavy|light|medium|moderate|bodyweight|bw)[ -]?)+\b"
            r"(?= ?(?:$|[,;.)]|weight))"
        ),
    ),
    (
        "jump|box|step|block|target|hurdle|platform",  # burpees with a 6" jump
        (
            r"(?:\bwith_(?:an?_)?|(?<=[a-z]\s)- ?|\()?\b\d{1,2} ?\"_(?:jump|box|step|block|target|hurdle|platform)s?"
            r"\)?(?= ?(?:$|[,;.]))"
        ),
    ),
    ("box|platform|hurdle", r"\b(?:box|platform|hurdle)(?:_height)?(?: ?[:=])?_\d{1,3} ?(?:\"|in\b|inch(?:es)?|cm\b)"),
    ("plate", r"\b(?:\d(?:\.5)?_)?plates?(?: ?/ ?|_(?:per|each|on_each|a)_)(?:side|end)\b"),  # what is on the bar
    ("/", r"(?<=/\d\d\s)to_(?:an?_|the_)?\d{1,2} ?(?:'|ft\b|feet|foot)(?:_target|_line)?"),  # 20/14 to 10'
)
"""These are kept as notes."""
