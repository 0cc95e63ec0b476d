"""Gaps in a script to be read aloud: `[Gap: 30 seconds]`, `(pause 10 s)`."""

from __future__ import annotations

import re

_WORDS = "gap|pause|wait|silence|silent|break|delay|hold"
GAP = re.compile(
    rf"(?:(?<!\d\s)|(?!.\s*hold))[\[(<{{]\s*(?:{_WORDS})\b\s*[:=-]?\s*(?:time\s*=\s*)?[\"']?(?:for\s+)?"
    rf"(?P<length>\d[\w.: ]{{0,20}}?)[\"']?\s*/?\s*[\])>}}]"  # [Gap: 30 s]   (pause for 10 s)   <break time="5s"/>
    r"(?!\s*[:x×–-]?\s*\d)"  # but no amount behind it: (hold 5 s): 10
    rf"|\[\s*(?P<first>\d[\w. ]{{0,20}}?)[\s-]+(?:{_WORDS})\s*\]",  # [30 second gap]
    re.IGNORECASE,
)
"""A gap, with its length as it is written."""
LEAST_GAPS = 2


def reads_as_gap_script(text: str) -> bool:
    """Whether a text has gaps to work in."""
    return sum(1 for _ in zip(GAP.finditer(text), range(LEAST_GAPS), strict=False)) == LEAST_GAPS
