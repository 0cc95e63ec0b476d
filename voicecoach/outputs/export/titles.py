"""Which titles of sections can stand alone on their line, and which need a number before them."""

from __future__ import annotations

from voicecoach.authoring.reading import read_document
from voicecoach.authoring.rules.understand import understood
from voicecoach.authoring.written import Written
from voicecoach.definitions.session import SectionKind

STAND_INS = ("Squats", "Lunges")
"""Exercises that everybody knows."""
LETTERED = frozenset({SectionKind.SUPERSET})
"""Kinds that are told by the letters of their exercises."""


def is_read_alone(title: str, how: str, kind: SectionKind) -> bool:
    """Whether the import takes `Title:` for a section's title and `(how)` below it for how it goes.

    A title may be any words: those of an exercise, of a rule, or of what is needed are taken for that.
    """
    entries = [[f"{name} {'8 reps' if how else '2 x 8'}"] for name in STAND_INS]
    lines = [line for entry in (lettered(entries) if kind in LETTERED else entries) for line in entry]
    read = _read([f"{title}:", *([f"({how})"] if how else []), *lines])
    if len(read.sections) != 1:
        return False
    (section,) = read.sections
    return (section.title, section.kind, len(section.exercises)) == (title, kind, len(lines)) and not read.unplaced


def lettered(entries: list[list[str]]) -> list[list[str]]:
    """The entries of a superset as people mark them: `A1. Squats 8 reps`."""
    return [[f"A{number}. {lines[0]}", *lines[1:]] for number, lines in enumerate(entries, start=1)]


def _read(lines: list[str]) -> Written:
    text = "\n".join(("Session", "=======", "", *lines, ""))
    read = read_document(text.encode(errors="replace"), "session.txt")
    return read if isinstance(read, Written) else understood(read, {})
