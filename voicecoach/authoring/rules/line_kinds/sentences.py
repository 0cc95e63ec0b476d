"""Which moment an author's sentence belongs to, and how much of it can be spoken."""

from __future__ import annotations

import re
from enum import StrEnum

from voicecoach.authoring.rules.exercise_names.names import is_told, is_told_behind, unlabelled
from voicecoach.authoring.rules.language.moment_words import EASIER, INSTEAD, PROGRESS, SAFETY, SETUP
from voicecoach.authoring.rules.language.pattern import any_of
from voicecoach.authoring.rules.language.sentence_words import IMPERATIVE, SENTENCE
from voicecoach.authoring.rules.language.vocabulary import UNIT_OR_M
from voicecoach.counted import sentence_case
from voicecoach.late_patterns import late

MOST_SPOKEN = 140
"""A cue that is longer takes more than ten seconds to say."""
MOST_CUES = 6
_ENDS = re.compile(
    any_of(
        r"(?<=[.!?])(?<!:\s1\.)[\"”')]*\s+(?=[A-Z\"“'(•])(?!(?:Rest|Recovery|Break|Off)\W*$)",  # a stop, then a capital
        r"(?<=[a-z]:)\s+(?=1\.\s+[A-Z])",  # `On all fours: 1. Lift ...`
        r"(?<=[a-z]{4}[.!?])\s+(?=\d)",  # `... slowly. 3 sets`
        r"(?:(?<=\s(?:up|in|on)\.)|(?<=\s(?:out|off|leg|arm|toe|hip|box|mat|top|end)\.)"
        r"|(?<=\s(?:set|bar|bed|row|lap|air|one)\.))\s+(?=\d)",  # `Step up. 3 sets`
        r"(?<=[a-z]\s\d\.)\s+(?=\d{1,2}\s*(?:[x×]\s*\d|sets?\b|reps?\b|rounds?\b))",  # `pause for 2. 3 sets`
        rf"(?<=[\w)][.!])\s+(?=\d+\s?{UNIT_OR_M}\s+(?:rests?|breaks?)\b)",  # `... x 10. 60 s rest`
        r"\s*[•·]\s+|\n",
    )
)
_ADDRESS = re.compile(r"\(?\b(?:https?://|www\.)\S+\)?|\[\d+\]|[\U0001F300-\U0001FAFF\u2600-\u27BF\ufe0f]")
_BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_BOUNDARY = late(r"\s*;\s+|\s+[-–—]\s+|,\s+(?:so|and|but|which|while|making sure|as|because|this|keeping)\b|:\s+")


class Moment(StrEnum):
    """When a sentence is of use."""

    SETUP = "setup"
    FORM = "form"
    SAFETY = "safety"
    PROGRESS = "progress"
    EASIER = "easier"
    INSTEAD = "instead"


_MOMENTS = (
    (Moment.INSTEAD, INSTEAD.search),
    (Moment.SAFETY, SAFETY.search),
    (Moment.PROGRESS, PROGRESS.search),
    (Moment.EASIER, EASIER.search),
    (Moment.SETUP, SETUP.match),
)


def sentences_in(text: str) -> list[str]:
    """The sentences of a text."""
    return [one.strip() for one in _ENDS.split(text) if one.strip()]


_BEFORE_MORE = re.compile(r"\s+before (?:you )?(?:progress|mov(?:e|ing) on|advanc)\w*(?: to [^,.;]*)?", re.IGNORECASE)
"""Up to when something is done as it is prescribed."""


def moment_of(sentence: str) -> Moment:
    """The moment that a sentence about an exercise belongs to."""
    sentence = _BEFORE_MORE.sub("", sentence)
    return next((moment for moment, is_it in _MOMENTS if is_it(sentence.strip())), Moment.FORM)


def spoken(sentence: str) -> str | None:
    """The sentence as it can be said: without addresses and brackets, cut where it pauses, `None` if none is left."""
    text = _BRACKETS.sub("", _ADDRESS.sub("", sentence)).replace("{", "").replace("}", "")
    text = " ".join(re.sub(r"[*_#|<>\\^~`=]+", " ", text).split()).strip(" -–—:;,")
    if len(text) > MOST_SPOKEN:
        cuts = [one.start() for one in _BOUNDARY.finditer(text) if LEAST_SPOKEN <= one.start() <= MOST_SPOKEN]
        if not cuts:
            return None
        text = text[: cuts[-1]].rstrip(" ,;:")
    if len(re.findall(r"[^\W\d_]", text)) < LEAST_LETTERS:
        return None
    text = sentence_case(text)
    return text if text[-1] in ".!?" else f"{text}."


LEAST_SPOKEN, LEAST_LETTERS = 20, 4


def tells_how(text: str) -> bool:
    """Whether it is about how something is done: `Lower for 3 seconds`, `Pause at the top of each rep`."""
    bare = unlabelled(text)
    is_whole = not IMPERATIVE.match(bare) and text.rstrip().endswith(".")  # `Leaning on the wall, bend ...`
    return is_told(bare) and (is_whole or is_told_behind(bare) or bool(SENTENCE.search(text)))
