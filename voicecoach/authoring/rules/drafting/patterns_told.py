"""What a sentence tells of a ladder by its first steps: `10 presses and 1 burpee, 9 and 2, and so on`."""

from __future__ import annotations

from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.language.movements import bare_words
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.drafts import Draft, ExerciseDraft

_AND_SO_ON = in_any_case(
    r"\b(?:and so (?:on|forth)|etc\b|(?:continue|keep going|carry on) (?:like this|this way|in this way|the pattern)"
    r"|until you (?:get|reach|do|are|come|hit)\b|all the way (?:up|down))"
)
LEAST_STEPS = 2


def without_patterns(draft: Draft) -> None:
    """Take the steps of such a ladder as each exercise once, without a number; as none where they are listed below."""
    exercises = [one for section in draft.sections for one in section.exercises]
    lines = {one.line for one in exercises if _AND_SO_ON.search(one.block.text)}
    out = {id(one) for line in lines for one in _out_of(line, exercises)}
    if out:
        for section in draft.sections:
            section.exercises = [one for one in section.exercises if id(one) not in out]
        draft.sections = [one for one in draft.sections if one.exercises]


def _out_of(line: int, exercises: list[ExerciseDraft]) -> list[ExerciseDraft]:
    steps = [one for one in exercises if one.line == line and _AND_SO_ON.search(one.block.text)]
    names = [frozenset(bare_words(one.name)) for one in steps]
    if max(map(names.count, names), default=0) < LEAST_STEPS:
        return []
    others = [frozenset(bare_words(one.name)) for one in exercises if one.line != line and one.facts.has_amount]
    if all(any(name <= other for other in others) for name in names):
        return steps
    for one in steps:
        one.facts = Facts(notes=(one.block.text,))
    return [one for at, one in enumerate(steps) if names[at] in names[:at]]
