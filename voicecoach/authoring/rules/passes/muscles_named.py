"""Parts of a plan that only list the muscles that they are for: nobody does those."""

from __future__ import annotations

from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.line_kinds.drafts import Draft, SectionDraft

LEAST_OTHERS = 3
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
_STRETCHED = in_any_case(r"\b(?:stretch\w*|cool|warm|roll\w*|foam|mobil\w*|massage|release|yoga|yin)\b")
"""What is done with a muscle that is only called."""


def without_muscles(draft: Draft) -> None:
    """Take out the sections of nothing but muscles, if others have enough exercises."""
    named = [one for one in draft.sections if _is_of_muscles(one)]
    others = sum(len(one.exercises) for one in draft.sections if one not in named)
    if not named or others < LEAST_OTHERS:
        return
    draft.about += [f"{one.title or ''}: {', '.join(each.name for each in one.exercises)}" for one in named]
    draft.sections = [one for one in draft.sections if one not in named]


def _is_of_muscles(section: SectionDraft) -> bool:
    """Whether all that it names are muscles, of which nothing is said."""
    if section.facts.says_anything or _STRETCHED.search(section.title or ""):
        return False
    return bool(section.exercises) and all(
        MUSCLE.fullmatch(one.name.strip(" .")) and not (one.facts.says_anything or one.cues)
        for one in section.exercises
    )
