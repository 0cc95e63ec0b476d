"""Whether a text may be what somebody says: its words are looked for in every text, so little is loaded here."""

from __future__ import annotations

from collections.abc import Sequence

from voicecoach.authoring.document import Block
from voicecoach.authoring.rules.pattern import any_of, in_any_case

LEAST_WORDS, LEAST_SHARE = 120, 0.002
SPOKEN = in_any_case(
    any_of(
        r"let's|we'?re (?:going to|gonna|doing)|we'?ll|i'?m (?:going to|gonna)|i want you|i'd like|here we go",
        "(?:she's|he's|they're) going to|okay|alright",
        "(?:lovely|beautiful|awesome|nice work|good job|well done)|you guys|everybody|welcome|gonna|see you",
    )
    + r"\b"
)
"""What somebody says who guides, and hardly anybody writes."""


def may_be_spoken(blocks: Sequence[Block]) -> bool:
    """Whether there are so many words, and so many of them only said, that it may be a transcript."""
    texts = [one.text.replace("’", "'") for one in blocks]
    words = sum(len(one.split()) for one in texts)
    return words >= LEAST_WORDS and sum(len(SPOKEN.findall(one)) for one in texts) >= LEAST_SHARE * words
