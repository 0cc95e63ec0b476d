"""Whether a text may be what somebody says: its words are looked for in every text, so little is loaded here."""

from __future__ import annotations

from collections.abc import Sequence

from voicecoach.authoring.document import Block
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case

LEAST_WORDS, LEAST_SHARE, LEAST_LISTED = 120, 0.002, 3
FEW_WORDS, LARGE_SHARE = 60, 0.03
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
    if words < LEAST_WORDS or _is_list_in(texts):
        return False
    return sum(len(SPOKEN.findall(one)) for one in texts) >= LEAST_SHARE * words


def is_mostly_spoken(blocks: Sequence[Block]) -> bool:
    """Whether so many of the words are only said that few of them may be a transcript as well."""
    texts = [one.text.replace("’", "'") for one in blocks]
    words = sum(len(one.split()) for one in texts)
    if words < FEW_WORDS or _is_list_in(texts):
        return False
    return sum(len(SPOKEN.findall(one)) for one in texts) >= LARGE_SHARE * words


def _is_list_in(texts: Sequence[str]) -> bool:
    """Whether several short lines in a row begin with a count, as they do in lists that somebody wrote."""
    counted = [bool(_COUNTED.fullmatch(one.strip())) for one in texts]
    return any(all(counted[at : at + LEAST_LISTED]) for at in range(len(counted) - LEAST_LISTED + 1))


_COUNTED = in_any_case(r"\d{1,3} ?(?:x|×|reps?(?: of)?|sec(?:ond)?s?|min(?:ute)?s?)? [a-z][a-z -]{2,40}(?:\([^()]*\))?")
