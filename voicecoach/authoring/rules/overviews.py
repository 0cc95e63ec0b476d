"""What a text names first and prescribes below: a list of what comes isn't done."""

from __future__ import annotations

from collections.abc import Iterable

from voicecoach.authoring.rules.drafts import Draft, ExerciseDraft, SectionDraft
from voicecoach.authoring.rules.movements import bare_words


def without_overview(draft: Draft) -> None:
    """Take the first section out if it names without amounts only what later sections have with theirs."""
    first, *others = draft.sections or [SectionDraft(0)]
    prescribed = [one for section in others for one in section.exercises if one.facts.has_amount]
    if first.exercises and all(_is_only_named(one, first) and _is_among(one, prescribed) for one in first.exercises):
        draft.sections = others
        draft.about.append(", ".join(one.name for one in first.exercises))


def _is_only_named(exercise: ExerciseDraft, section: SectionDraft) -> bool:
    return not (exercise.facts.says_anything or exercise.cues or section.facts.says_anything)


def _is_among(exercise: ExerciseDraft, others: Iterable[ExerciseDraft]) -> bool:
    words = set(bare_words(exercise.name))
    return any(words <= set(bare_words(one.name)) for one in others)
