"""What a paragraph tells in short, where the same is prescribed again below it: it is done once."""

from __future__ import annotations

from collections.abc import Sequence
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
    is_title = bool(told) and _is_title_of_legs(told)
    if not is_title and (len(told) < LEAST_TOLD or not _is_told(told[0])):
        return
    same = _is_run_again if is_title else _is_same
    below = [*first.exercises[len(told) :], *(one for other in draft.sections[1:] for one in other.exercises)]
    again = [next((one for one in below if same(each, one)), None) for each in told]
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


def _is_title_of_legs(told: Sequence[ExerciseDraft]) -> bool:
    """Whether the text's first line, no sentence, only says which distances are run how often: `5x400m, 5x200m`."""
    block = told[0].block
    are_far = all(one.facts.distance_m and one.facts.sets and one.facts.rest_s is None for one in told)
    is_first = block.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH} and block.line <= 1
    if _OF_A_DAY.match(block.text):
        return False
    return are_far and is_first and not is_sentence(block.text) and bool(_OF_A_SESSION.search(block.text))


_OF_A_DAY = in_any_case(r"\W*(?:mon|tue|wed|thu|fri|sat|sun|day|week|wk)")
_OF_A_SESSION = in_any_case(r"\b(?:repeats?|workouts?|sessions?|intervals?|track|training|speed ?work|night)\b")


def _is_run_again(told: ExerciseDraft, below: ExerciseDraft) -> bool:
    """Whether as much is run below, as often."""
    return (told.facts.sets, told.facts.distance_m) == (below.facts.sets, below.facts.distance_m)


def _is_same(told: ExerciseDraft, below: ExerciseDraft) -> bool:
    """Whether an exercise is one that was told, with as much of it."""
    one, other = set(bare_words(told.name)), set(bare_words(below.name))
    is_called = bool(one and other) and (one <= other or other <= one)
    said, facts = told.facts, below.facts
    are_counted = bool(facts.reps or facts.seconds or facts.distance_m or facts.each_set)
    return is_called and are_counted and (said.reps, said.seconds) == (facts.reps, facts.seconds)
