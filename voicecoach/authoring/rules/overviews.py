"""What a text names first and prescribes below: a list of what comes isn't done."""

from __future__ import annotations

import re
from itertools import takewhile

from voicecoach.authoring.rules.drafts import Draft, ExerciseDraft, SectionDraft
from voicecoach.authoring.rules.facts import Facts
from voicecoach.authoring.rules.movements import bare_words
from voicecoach.authoring.rules.title_lines import is_sentence
from voicecoach.authoring.written import Unplaced
from voicecoach.definitions.session import SectionKind

_EFFORT = re.compile(r"(?:hard|fast|quick|flat out|all[ -]out|max(?:imum)?|work|go)(?: effort)?", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
LEAST_NAMED, LEAST_PRESCRIBED, MOST_WORDS_OF_A_LINE = 2, 3, 15


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
    """Take out what somebody tells to have done, where more than that is prescribed, and what is said of a plan."""
    exercises = [one for section in draft.sections for one in section.exercises]
    told = [one for one in exercises if one.is_told]
    if told and _is_prescribed(exercises, told):
        _take_out(draft, told)
    talked = [one for one in exercises if one.is_talked]
    is_plan = all(one.is_talked or _is_line(one) for one in exercises)
    if talked and is_plan and _is_prescribed(exercises, talked):
        _take_out(draft, talked)


def _is_prescribed(exercises: list[ExerciseDraft], told: list[ExerciseDraft]) -> bool:
    """Whether more than what is told is prescribed in other lines; a paragraph is a story as a whole."""
    lines = {one.block.line for one in told}
    prescribed = [one for one in exercises if one.block.line not in lines and one.facts.has_amount]
    return len(prescribed) >= max(LEAST_PRESCRIBED, len(told) + 1)


def _take_out(draft: Draft, told: list[ExerciseDraft]) -> None:
    out = set(map(id, told))
    for section in draft.sections:
        section.exercises = [one for one in section.exercises if id(one) not in out]
    draft.sections = [one for one in draft.sections if one.exercises]
    draft.unplaced += [Unplaced(*one) for one in {one.block.line: one.block.text for one in told}.items()]


def without_efforts(draft: Draft) -> None:
    """Take out an effort with a time and a rest above names without amounts: it is how all of them are done."""
    for at, section in enumerate(draft.sections):
        if not (section.exercises and _is_effort(section.exercises[0])):
            continue
        first, *below = section.exercises
        behind = below or [one for other in draft.sections[at + 1 :] for one in other.exercises]
        if len(list(takewhile(lambda one: not one.facts.has_amount, behind))) < LEAST_NAMED:
            continue
        section.exercises = below
        place = section if below else draft
        facts = first.facts
        place.facts = place.facts.over(
            Facts(kind=SectionKind.INTERVALS, work_s=facts.seconds, rest_s=facts.rest_s, rounds=facts.sets)
        )
    draft.sections = [one for one in draft.sections if one.exercises]


def _is_effort(exercise: ExerciseDraft) -> bool:
    """Whether it has work and rest, and nothing but how hard it is: `20 s hard, 10 s rest`."""
    facts = exercise.facts
    return bool(facts.seconds and facts.rest_s and _EFFORT.fullmatch(exercise.name))


def _is_only_named(exercise: ExerciseDraft) -> bool:
    return not (exercise.facts.says_anything or exercise.cues)


def _is_line(exercise: ExerciseDraft) -> bool:
    """Whether it stands in a line of a plan, not in a paragraph."""
    text = _BRACKETS.sub("", exercise.block.text)
    return len(text.split()) <= MOST_WORDS_OF_A_LINE and not is_sentence(text)
