"""What a file says, for tests of the formats."""

from __future__ import annotations

from voicecoach.authoring.reading import read_document
from voicecoach.authoring.written import Written, WrittenExercise, WrittenSection


def read(text: str, name: str = "plan.txt") -> Written:
    """What was understood of a file with this text."""
    found = read_document(text.encode(), name)
    assert isinstance(found, Written)
    return found


def only_section(written: Written) -> WrittenSection:
    (section,) = written.sections
    return section


def exercises(written: Written) -> list[WrittenExercise]:
    return [one for section in written.sections for one in section.exercises]
