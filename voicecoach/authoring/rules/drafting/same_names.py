"""Exercises of a section that differ only by what stands in brackets behind their names."""

from __future__ import annotations

from collections import Counter

from voicecoach.authoring.rules.line_kinds.drafts import ExerciseDraft, SectionDraft
from voicecoach.late_patterns import late

MOST_WORDS = 4
_BEHIND = late(r"\s*\((?P<remark>[^()\d]{3,40})\)")


def tell_apart(section: SectionDraft) -> None:
    """Put what stands in brackets behind names of which there are several into them: `Leg press (feet wide)`."""
    called = Counter(one.name for one in section.exercises)
    same = [one for one in section.exercises if called[one.name] > 1]
    remarks = [_remark(one) for one in same]
    if len({(one.name, remark) for one, remark in zip(same, remarks, strict=True)}) < len(same):
        return
    for one, remark in zip(same, remarks, strict=True):
        one.name = f"{one.name} ({remark})" if remark else one.name


def _remark(exercise: ExerciseDraft) -> str:
    """What stands in brackets right behind the name, if it is short."""
    at = exercise.block.text.find(exercise.name)
    found = _BEHIND.match(exercise.block.text, at + len(exercise.name)) if at >= 0 else None
    remark = found["remark"].strip() if found else ""
    return remark if len(remark.split()) <= MOST_WORDS else ""
