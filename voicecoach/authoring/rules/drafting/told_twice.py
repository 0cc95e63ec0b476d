"""What a paragraph tells in short, where the same is prescribed again below it: it is done once."""

from __future__ import annotations

from itertools import takewhile

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.language.movements import bare_words
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, WARM_UP
from voicecoach.authoring.rules.line_kinds.drafts import Draft, ExerciseDraft
from voicecoach.authoring.rules.line_kinds.title_lines import is_sentence

LEAST_TOLD = 2
_APART = in_any_case(rf"\b(?:{WARM_UP}|{COOL_DOWN}|last (?:time|week)|yesterday|finish|first|get going)")
"""What may well be done beside what is prescribed below."""


def without_told_twice(draft: Draft) -> None:
    """Take out what the first paragraph tells, where all of it is prescribed below; its rounds are of that.

    `Do 20 sit-ups and 15 push-ups, 3 times through`, above `20 sit-ups` and `15 push-ups` as a list.
    """
    if not draft.sections:
        return
    first = draft.sections[0]
    told = list(takewhile(lambda one: one.line == first.exercises[0].line, first.exercises))
    if len(told) < LEAST_TOLD or not _is_told(told[0]):
        return
    below = [*first.exercises[len(told) :], *(one for other in draft.sections[1:] for one in other.exercises)]
    again = [next((one for one in below if _is_same(each, one)), None) for each in told]
    places = [below.index(one) for one in again if one is not None]
    if len(places) < len(told) or places != sorted(set(places)):
        return
    section = next(one for one in draft.sections if again[0] in one.exercises[len(told) * (one is first) :])
    if section is not first:
        section.facts = section.facts.over(first.facts)
    first.exercises = first.exercises[len(told) :]
    draft.sections = [one for one in draft.sections if one.exercises]
    draft.about.append(told[0].block.text)


def _is_told(exercise: ExerciseDraft) -> bool:
    """Whether it stands in a sentence of a paragraph, and not in one on how one warms up."""
    block = exercise.block
    is_told = block.kind is BlockKind.PARAGRAPH and not exercise.is_headed and is_sentence(block.text)
    return is_told and not _APART.search(block.text)


def _is_same(told: ExerciseDraft, below: ExerciseDraft) -> bool:
    """Whether an exercise is one that was told, with as much of it."""
    one, other = set(bare_words(told.name)), set(bare_words(below.name))
    is_called = bool(one and other) and (one <= other or other <= one)
    said, facts = told.facts, below.facts
    are_counted = bool(facts.reps or facts.seconds or facts.distance_m or facts.each_set)
    return is_called and are_counted and (said.reps, said.seconds) == (facts.reps, facts.seconds)
