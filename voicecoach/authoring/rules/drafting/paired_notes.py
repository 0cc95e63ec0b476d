"""Exercises of which each says, or one does, that it goes with the one beside it: `superset with goblet squat`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.drafts import ExerciseDraft, SectionDraft
from voicecoach.definitions.exercise_names import bare_words
from voicecoach.definitions.session import SectionKind

_WITH = in_any_case(
    r"\b(?:super-?\s?set(?:ted)?|ss|paired|pair) (?:(?:it|this) )?(?:with|w/) (?:the |an? )?(?P<name>[^.,;:()\d]{3,60})"
)
_LETTERS = "ABCDEFGH"


def pair_by_notes(section: SectionDraft) -> None:
    """Mark two exercises that follow one another with a letter, where one says that it goes with the other."""
    if section.facts.rounds or section.facts.kind not in {None, SectionKind.SUPERSET} or section.facts.work_s:
        return
    if any(re.fullmatch(r"[A-Za-z]\d[.):]?", one.block.marker) for one in section.exercises):
        return
    pairs = list(_pairs(section.exercises))
    for letter, at in zip(_LETTERS, pairs, strict=False):
        for number in (0, 1):
            one = section.exercises[at + number]
            one.block = replace(one.block, marker=f"{letter}{number + 1}")


def _pairs(exercises: list[ExerciseDraft]) -> Iterator[int]:
    """Where pairs begin; none shares an exercise with the one before."""
    last = -2
    for at, (one, other) in enumerate(pairwise(exercises)):
        if at > last + 1 and (_goes_with(one, other) or _goes_with(other, one)):
            yield at
            last = at


def _goes_with(one: ExerciseDraft, other: ExerciseDraft) -> bool:
    """Whether an exercise says that it is done with another, in the other's name or most of it."""
    told = (*one.notes, *one.facts.notes, *(cue for cues in one.cues.values() for cue in cues))
    named = (
        frozenset(bare_words(found["name"]))
        for text in told
        if (found := _WITH.search(text)) and not _NOT_ALWAYS.search(text)
    )
    own = frozenset(bare_words(other.name))
    return any(words and words != _A_THING and (words <= own or own <= words) for words in named)


_NOT_ALWAYS = in_any_case(r"\b(?:don't|don’t|do not|never|not|no|can|could|may|might|if|week|option(?:al(?:ly)?)?)\b")
_A_THING = frozenset({"band"})
