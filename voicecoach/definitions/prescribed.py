"""What is prescribed for an entry, all in all: what it says, completed by the session and the exercise."""

from __future__ import annotations

from dataclasses import replace

from voicecoach.definitions.amounts import Prescription, Unit
from voicecoach.definitions.model import Exercise
from voicecoach.definitions.session import Item, Section, SectionKind, Session


def prescribed(session: Session, item: Item, exercise: Exercise) -> Prescription:
    """What an item prescribes, completed by its session, then by the exercise, which may be a substitute."""
    own = item.prescription
    if exercise.is_hold and own.start and own.start.unit is Unit.REPS and not own.pause:
        own = replace(own, start=None, goal=None)  # the substitute is held, what it stands for was not
    base = session.hold if exercise.is_hold else session.prescription
    return own.over(base).over(exercise.prescription)


def unprescribed(section: Section, item: Item, prescription: Prescription) -> str | None:
    """What is wrong if nobody says how much of the entry is done, or how long its distance takes."""
    if section.kind is SectionKind.INTERVALS:
        return None
    if not prescription.has_amount:
        example = "3x30 s" if item.exercise.is_hold else "3x10"
        owners = "neither the entry, the session nor the exercise has an amount"
        return f"nobody says how much of {item.exercise.name}: {owners}. Write prescription: {example}."
    takes = item.takes if item.takes is not None else item.exercise.takes
    if prescription.distance_m is not None and takes is None and section.kind in _LAID_OUT:
        metres = prescription.distance_m
        return f"how long {metres} metres take isn't said. Add takes: 30 s. Minutes are written {metres} min."
    return None


_LAID_OUT = frozenset({SectionKind.STRAIGHT_SETS, SectionKind.SUPERSET, SectionKind.CIRCUIT})
"""Kinds in which every set has a length of its own."""
