"""What a text names first and prescribes below: a list of what comes isn't done."""

from __future__ import annotations

from itertools import takewhile

from voicecoach.authoring.rules.drafts import Draft, ExerciseDraft, SectionDraft
from voicecoach.authoring.rules.movements import bare_words
from voicecoach.authoring.written import Unplaced

LEAST_NAMED, LEAST_PRESCRIBED = 2, 3


def without_overview(draft: Draft) -> None:
    """Take out what the first section names without amounts, if all of it is prescribed below."""
    first, *others = draft.sections or [SectionDraft(0)]
    if first.facts.says_anything:
        return
    named = list(takewhile(_is_only_named, first.exercises))
    below = [*first.exercises[len(named) :], *(one for section in others for one in section.exercises)]
    prescribed = [frozenset(bare_words(one.name)) for one in below if one.facts.has_amount]
    is_overview = len(named) >= LEAST_NAMED and all(
        any(words <= one for one in prescribed) for words in (frozenset(bare_words(one.name)) for one in named)
    )
    if is_overview:
        first.exercises = first.exercises[len(named) :]
        draft.sections = [one for one in draft.sections if one.exercises]
        draft.about.append(", ".join(one.name for one in named))


def without_told(draft: Draft) -> None:
    """Take out what somebody tells to have done, where more than that is prescribed."""
    exercises = [one for section in draft.sections for one in section.exercises]
    told = [one for one in exercises if one.is_told]
    lines = {one.block.line: one.block.text for one in told}  # a paragraph is a story as a whole
    prescribed = [one for one in exercises if one.block.line not in lines and one.facts.has_amount]
    if not told or len(prescribed) < LEAST_PRESCRIBED or len(prescribed) <= len(told):
        return
    for section in draft.sections:
        section.exercises = [one for one in section.exercises if not one.is_told]
    draft.sections = [one for one in draft.sections if one.exercises]
    draft.unplaced += [Unplaced(line, text) for line, text in lines.items()]


def _is_only_named(exercise: ExerciseDraft) -> bool:
    return not (exercise.facts.says_anything or exercise.cues)
