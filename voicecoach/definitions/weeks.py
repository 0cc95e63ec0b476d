"""How many weeks a session has."""

from __future__ import annotations

from voicecoach.definitions.prescribed import prescribed
from voicecoach.definitions.session import SectionKind, Session

DEFAULT_WEEKS = 6


def weeks_of(session: Session) -> int:
    """How many weeks a session has: what it says, else as its prescriptions and sections do, six if one builds."""
    if session.weeks:
        return session.weeks
    by_amount = [section for section in session.sections if section.kind is not SectionKind.INTERVALS]
    items = [item for section in by_amount for item in section.exercises]
    prescriptions = (prescribed(session, item, item.exercise) for item in items)
    amounts = [one.weeks or DEFAULT_WEEKS for one in prescriptions if one.goal]
    loads = [item.load or item.prescription.load or item.exercise.load for item in session.items]
    builds = [load.weeks or DEFAULT_WEEKS for load in loads if load and load.goal is not None]
    named = [section.in_weeks.last for section in session.sections if section.in_weeks]
    return max((*amounts, *builds, *named), default=1)
