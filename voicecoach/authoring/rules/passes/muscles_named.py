"""Parts of a plan that only list the muscles that they are for: nobody does those."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.line_kinds.drafts import Draft, ExerciseDraft, SectionDraft

LEAST_OTHERS, LEAST_COUNTED = 3, 2
"""So many others, or such with amounts, make a session."""
MUSCLE = in_any_case(
    r"(?:(?:upper|lower|mid|middle|rear|front|side|lateral|inner|outer|entire|whole|full) )*"
    + any_of(
        "body|chest|pecs?|pectorals|back|lats?|traps?|trapezius|rhomboids|neck|shoulders?|delts?|deltoids?|arms?",
        "biceps?|triceps?|forearms?|abs|abdominals|core|obliques|legs?|quads?|quadriceps|hamstrings?|hams|glutes?",
        "hips?|hip flexors|calves|calf|adductors|abductors|thighs?|spinal erectors|everything|cardio",
        "piriformis|psoas|(?:it|iliotibial) bands?|itb|soleus|gastrocnemius|achilles(?: tendon)?|groin|shins?",
        "ankles?|wrists?",
    )
)
_PART = rf"(?:{MUSCLE.pattern}|push|pull|upper|lower|full[ -]body|total[ -]body)"
_PLANNED = in_any_case(
    rf"{_PART}(?:(?:\s*[&+/,]\s*|\s+and\s+){_PART})*"
    r"(?:\s+(?:workouts?|days?|sessions?|training|routine|[a-d]|[1-4]))*(?:\s*\([^()\d]*\))?"
)
"""What a day of a week is for: `Chest & Legs`, `Biceps Workout`, `Upper A`."""
_STRETCHED = in_any_case(r"\b(?:stretch\w*|cool|warm|roll\w*|foam|mobil\w*|massage|release|yoga|yin)\b")
"""What is done with a muscle that is only called."""


def without_muscles(draft: Draft) -> None:
    """Take out the sections of nothing but muscles, if others have enough exercises."""
    named = [one for one in draft.sections if _is_of_muscles(one)]
    others = [one for section in draft.sections if section not in named for one in section.exercises]
    counted = sum(one.facts.has_amount for one in others)
    if not named or (len(others) < LEAST_OTHERS and counted < LEAST_COUNTED):
        return
    draft.about += [f"{one.title or ''}: {', '.join(each.name for each in one.exercises)}" for one in named]
    draft.sections = list(_without_their_days(draft.sections, named))


def _without_their_days(sections: Sequence[SectionDraft], named: Sequence[SectionDraft]) -> Iterator[SectionDraft]:
    """The other sections, each without the day of the last that was named before it: `Saturday, Chest workout`."""
    day = ""
    for one in sections:
        if one in named:
            day = f"{one.title}, " if one.title else ""
        else:
            yield replace(one, title=(one.title or "").removeprefix(day)) if day and one.title else one


def _is_of_muscles(section: SectionDraft) -> bool:
    """Whether all that it names are muscles, of which nothing is said."""
    if section.facts.says_anything or _STRETCHED.search(section.title or ""):
        return False
    return bool(section.exercises) and all(map(_is_muscle, section.exercises))


def _is_muscle(one: ExerciseDraft) -> bool:
    """Whether it is called by muscles alone, and nothing is told of it but muscles."""
    told = (cue.strip(" .") for cues in one.cues.values() for cue in cues)
    return bool(
        _PLANNED.fullmatch(one.name.strip(" .")) and not one.facts.says_anything and all(map(_PLANNED.fullmatch, told))
    )
