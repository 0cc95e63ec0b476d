"""How long the exercise above is held is said once for each side, with the sides told of between."""

from __future__ import annotations

from collections.abc import Sequence

from voicecoach.authoring.rules.amounts.facts import Facts, amounts_of
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.drafts import ExerciseDraft
from voicecoach.authoring.rules.line_kinds.roles import Line, Role

_LEFT, _RIGHT = in_any_case(r"\bleft\b"), in_any_case(r"\bright\b")
_OTHER = in_any_case(r"\b(?:other|opposite|second) (?:side|leg|arm|hand|foot|direction|way)\b|\bswitch sides\b")
MOST_LINES = 40


def is_on_other_side(lines: Sequence[Line], at: int, exercise: ExerciseDraft) -> bool:
    """Whether a line says the same amount again of the exercise with a heading above, now on the other side."""
    line = lines[at]
    if line.role is not Role.AMOUNT or not exercise.is_headed or not _is_same(exercise.facts, line.facts):
        return False
    below = [one for one in lines[max(0, at - MOST_LINES) : at] if one.block.line >= exercise.line]
    told = " ".join(one.text for one in below)
    return bool(_OTHER.search(told) or (_LEFT.search(told) and _RIGHT.search(told)))


def _is_same(before: Facts, again: Facts) -> bool:
    """Whether it says again how much is done, and nothing else."""
    if again.sets or again.rest_s or again.is_of_section:
        return False
    if again.has_amount:
        is_same_count = again.reps in {None, before.reps, before.sets, before.repeat}
        is_same_time = again.seconds in {None, before.seconds, before.pause_s}
        return is_same_count and is_same_time and amounts_of(again) <= amounts_of(before)
    return again.is_loose and set(again.notes) <= set(before.notes)
