"""The pieces of a line that may be names: what makes one of them of several words, and what is no part of it."""

from __future__ import annotations

import re
from itertools import takewhile

from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.sentence_words import SENTENCE

MOST_WORDS = 8
MOST_WORDS_OF_AN_ASIDE, MOST_WORDS_OF_A_REMARK = 2, 4
WHAT_FOR = any_of(
    "including|until|so that|just (?:to|get)|while|whilst|as if",
    "to (?:warm|get|loosen|work|help|build|activate|wake|open|improve|strengthen|demonstrate|prepare|practi[sc]e|show)",
    "to (?:make|feel|keep|prime|prep|learn|test|see|let|allow|ensure|encourage|challenge|target|teach)",
)
"""How it begins that something is told to be done for."""
PARTED = "\3"
"""Stands for the comma of a name."""
JOINED = {" + ": "\2+\2", " / ": "\2/\2"}
"""A sign that parts no names where it stands, as in a remark: `Planks (front + side)`."""


def without_purpose(text: str) -> str:
    """What reads as no name, without what it is done for: `squats to show everybody how deep is deep enough`."""
    is_told_what_for = len(text.split()) > MOST_WORDS or bool(SENTENCE.search(text))
    head = _PURPOSE.sub("", text) if is_told_what_for else text
    is_name = ends_with_movement(head) or (has_movement(head) and len(head.split()) <= MOST_WORDS_OF_A_REMARK)
    return head if is_name else text


_PURPOSE = in_any_case(rf"\s+{WHAT_FOR}\s.*$")


def as_one(piece: str) -> str:
    """The piece, in which what is done as one, or either, is one name: `clean + press`, `T2B / K2E`, `Quad + hip`."""
    for sign, joined in JOINED.items():
        parts = [one.strip(" :,.–—-") for one in piece.split(sign)]
        is_one = len(parts) > 1 and all(len(one.split()) <= MOST_WORDS_OF_AN_ASIDE for one in parts)
        if is_one and (all(map(ends_with_movement, parts)) or (sign == " + " and _are_muscles(parts))):
            return piece.replace(sign, joined)
    return with_choices(piece)


def with_choices(text: str) -> str:
    """The text, in which exercises of which one is done are one name: `walk, bike or row`."""
    return _CHOICE.sub(_as_choice, text) if " or " in text and ", " in text else text


def _as_choice(found: re.Match[str]) -> str:
    names = _OR.split(found[0])
    before = list(takewhile(lambda one: not has_movement(one), names))
    choices = names[len(before) :]
    if len(choices) < LEAST_CHOICES or not all(map(has_movement, (*choices[:2], choices[-1]))):
        return found[0]
    start = len(", ".join([*before, ""]))
    return found[0][:start] + found[0][start:].replace(", ", PARTED)


LEAST_CHOICES = 3
_WORD = r"[^\W\d_][\w'’-]*"
_FEW_WORDS = rf"{_WORD}(?: {_WORD}){{0,2}}"
_CHOICE = in_any_case(rf"{_FEW_WORDS}?(?:, {_FEW_WORDS}?)*,? or {_FEW_WORDS}")
_OR = in_any_case(r",? or |, ")


def _are_muscles(parts: list[str]) -> bool:
    """Whether none is a movement but a stretch of all of them: `Calf + soleus`, `Chest + shoulders stretch`."""
    named = [one for one in parts if not one.lower().endswith((" stretch", " stretches"))]
    return len(named) > len(parts) - 2 and all(one[:1].isalpha() and not has_movement(one) for one in named)


_ON_ITS_MACHINE = in_any_case(r".*\bon\s+(?:the|a)\s+(?P<name>(?:[\w-]+\s+){1,3}?)machine$")


_LYING_WITH = in_any_case(
    r".*\b(?:lying|standing|sitting|kneeling|hanging)\b.*\bwith\s+(?:an?|the|some)\s+(?P<name>(?:[\w-]+\s+){0,3}?[\w-]+)"
)


def done_on(name: str) -> str:
    """A name; that of its machine, `a few reps on the leg curl machine`, or of what one lies down for."""
    found = _ON_ITS_MACHINE.fullmatch(name) or _LYING_WITH.fullmatch(name)
    return found["name"].strip() if found and ends_with_movement(found["name"]) else name
